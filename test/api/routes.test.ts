/** Who may call what: every route is in the table, and every role is tried on every route. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { ACTIONS, may, type Action } from "../../api/authorisation.ts";
import type { Role } from "../../domain/people/roles.ts";
import { apiWorld } from "./support/api-world.ts";
import { NAMES, PEOPLE, type PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const CASE = await seedCase(world, { cstSent: true, ministrySent: true });
const UNSENT = await seedCase(world, { cstSent: false, ministrySent: false });

const DSP: readonly PersonName[] = ["officer", "colleague", "supervisor"];
const OTHER_DSP: readonly PersonName[] = ["stranger", "strangeSupervisor"];
const CAS: readonly PersonName[] = ["cas", "casSupervisor", "strangeCas"];
const KEEPERS: readonly PersonName[] = [...DSP, ...OTHER_DSP, ...CAS];
const OFFICES: readonly PersonName[] = [...KEEPERS, "secretary", "strangeSecretary", "ministry"];
/** They read what their people read. */
const HEADS: readonly PersonName[] = ["head", "ministryHead", "strangeHead", "casHead"];
const ADMINS: readonly PersonName[] = ["admin", "strangeAdmin", "ministryAdmin", "casAdmin", "cnasAdmin"];
const COUNTED_BY: readonly PersonName[] = [...OFFICES, ...HEADS, ...ADMINS, "cnas"];
const EVERYBODY = NAMES;
/** The exchange rates are the Ministry's. */
const MINISTRY: readonly PersonName[] = ["ministry", "ministryAdmin"];
const MINISTRY_READERS: readonly PersonName[] = [...MINISTRY, "ministryHead"];
const RATE = { currency: "EUR", date: "2026-03-02", rate: "4.9770" };

interface Expectation {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly path: string;
  /** Who is let in; everybody else signed in gets 403, or 404 for a file out of reach. */
  readonly allowed: "anyone" | readonly PersonName[];
  /** Of those whose role would do, who is out of reach of this file. */
  readonly hidden?: readonly PersonName[];
  readonly body?: unknown;
}

const HIDDEN: readonly PersonName[] = [...OTHER_DSP, "strangeSecretary", ...CAS];
const ACTORS: readonly PersonName[] = [...DSP, "secretary", "ministry"];
const READERS: readonly PersonName[] = [...ACTORS, "head", "ministryHead"];
const HIDDEN_FROM: readonly PersonName[] = [...HIDDEN, "strangeHead", "casHead"];

const TABLE: readonly Expectation[] = [
  { method: "POST", url: "/api/session", path: "/api/session", allowed: "anyone", body: {} },
  { method: "GET", url: "/api/session", path: "/api/session", allowed: EVERYBODY },
  {
    method: "PUT",
    url: "/api/session/preferences",
    path: "/api/session/preferences",
    allowed: EVERYBODY,
    body: { digest: true },
  },
  { method: "DELETE", url: "/api/session", path: "/api/session", allowed: "anyone" },
  { method: "POST", url: "/api/cases", path: "/api/cases", allowed: KEEPERS, body: {} },
  { method: "GET", url: "/api/cases", path: "/api/cases", allowed: [...OFFICES, ...HEADS] },
  {
    method: "POST",
    url: "/api/cases/search",
    path: "/api/cases/search",
    allowed: [...OFFICES, ...HEADS],
    body: { surname: "Popescu" },
  },
  {
    method: "POST",
    url: "/api/cases/export",
    path: "/api/cases/export",
    allowed: [...OFFICES, ...HEADS],
    body: { format: "csv" },
  },
  { method: "GET", url: "/api/imports/template", path: "/api/imports/template", allowed: KEEPERS },
  { method: "POST", url: "/api/imports", path: "/api/imports", allowed: KEEPERS, body: {} },
  { method: "GET", url: "/api/imports", path: "/api/imports", allowed: KEEPERS },
  {
    method: "GET",
    url: "/api/imports/:importId",
    path: `/api/imports/${randomUUID()}`,
    allowed: KEEPERS,
  },
  {
    method: "POST",
    url: "/api/imports/:importId/start",
    path: `/api/imports/${randomUUID()}/start`,
    allowed: KEEPERS,
    body: {},
  },
  {
    method: "POST",
    url: "/api/imports/:importId/codes",
    path: `/api/imports/${randomUUID()}/codes`,
    allowed: ["supervisor", "strangeSupervisor", "casSupervisor"],
    body: {},
  },
  { method: "GET", url: "/api/cases/:id", path: `/api/cases/${CASE}`, allowed: READERS, hidden: HIDDEN_FROM },
  {
    method: "POST",
    url: "/api/cases/:id/commands",
    path: `/api/cases/${CASE}/commands`,
    allowed: ACTORS,
    hidden: HIDDEN,
    body: {},
  },
  {
    method: "GET",
    url: "/api/cases/:id/deadlines/:deadlineId",
    path: `/api/cases/${CASE}/deadlines/MOH-23`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  {
    method: "GET",
    url: "/api/cases/:id/deadlines/:deadlineId/certificate.pdf",
    path: `/api/cases/${CASE}/deadlines/MOH-23/certificate.pdf`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  {
    method: "POST",
    url: "/api/cases/:id/uploads",
    path: `/api/cases/${CASE}/uploads`,
    allowed: DSP,
    hidden: [...OTHER_DSP, ...CAS],
    body: {},
  },
  {
    method: "GET",
    url: "/api/cases/:id/uploads/:uploadId",
    path: `/api/cases/${CASE}/uploads/x`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  {
    method: "GET",
    url: "/api/cases/:id/letters",
    path: `/api/cases/${CASE}/letters`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  {
    method: "GET",
    url: "/api/cases/:id/letters/:letter.pdf",
    path: `/api/cases/${CASE}/letters/application.pdf`,
    allowed: [...DSP, "head"],
    hidden: HIDDEN_FROM,
  },
  {
    method: "POST",
    url: "/api/cases/:id/receipt.pdf",
    path: `/api/cases/${CASE}/receipt.pdf`,
    allowed: DSP,
    hidden: [...OTHER_DSP, ...CAS],
    body: {},
  },
  {
    method: "GET",
    url: "/api/cases/:id/forms/:formId/form.pdf",
    path: `/api/cases/${CASE}/forms/E112-CAS-CJ-2026-000001/form.pdf`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  {
    method: "GET",
    url: "/api/cases/:id/forms/:formId/s2.json",
    path: `/api/cases/${CASE}/forms/E112-CAS-CJ-2026-000001/s2.json`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  { method: "GET", url: "/api/schemas/s2.json", path: "/api/schemas/s2.json", allowed: "anyone" },
  ...["application", "e112-application", "e112-medical-report"].map((name) => ({
    method: "GET" as const,
    url: `/api/forms/${name}.pdf`,
    path: `/api/forms/${name}.pdf`,
    allowed: "anyone" as const,
  })),
  { method: "GET", url: "/api/tasks", path: "/api/tasks", allowed: [...OFFICES, ...HEADS] },
  ...["/api/statistics", "/api/statistics/institutions", "/api/statistics/export"].map((url) => ({
    method: "GET" as const,
    url,
    path: url,
    allowed: COUNTED_BY,
  })),
  {
    method: "GET",
    url: "/api/deadlines/preview",
    path: "/api/deadlines/preview?from=2026-01-05&workingDays=2",
    allowed: "anyone",
  },
  { method: "GET", url: "/api/calendar", path: "/api/calendar?year=2026", allowed: "anyone" },
  { method: "GET", url: "/api/calendar/export", path: "/api/calendar/export?year=2026", allowed: "anyone" },
  { method: "POST", url: "/api/calendar/import", path: "/api/calendar/import", allowed: ADMINS, body: {} },
  {
    method: "GET",
    url: "/api/deadlines/preview.pdf",
    path: "/api/deadlines/preview.pdf?from=2026-01-05&workingDays=2",
    allowed: "anyone",
  },
  { method: "GET", url: "/verificare-termen", path: "/verificare-termen", allowed: "anyone" },
  { method: "POST", url: "/api/calendar/simulations", path: "/api/calendar/simulations", allowed: ADMINS, body: {} },
  {
    method: "POST",
    url: "/api/calendar/simulations/moves",
    path: "/api/calendar/simulations/moves",
    allowed: ADMINS,
    body: {},
  },
  { method: "POST", url: "/api/calendar/changes", path: "/api/calendar/changes", allowed: ADMINS, body: {} },
  { method: "GET", url: "/api/calendar/changes", path: "/api/calendar/changes", allowed: ADMINS },
  { method: "GET", url: "/api/calendar/changes/:number", path: "/api/calendar/changes/1", allowed: ADMINS },
  {
    method: "POST",
    url: "/api/calendar/changes/:number/stop",
    path: "/api/calendar/changes/1/stop",
    allowed: ADMINS,
    body: {},
  },
  {
    method: "POST",
    url: "/api/calendar/changes/:number/resume",
    path: "/api/calendar/changes/1/resume",
    allowed: ADMINS,
    body: {},
  },
  { method: "GET", url: "/api/settings", path: "/api/settings", allowed: EVERYBODY },
  {
    method: "PUT",
    url: "/api/settings/:key",
    path: "/api/settings/offers-needed",
    allowed: ["ministryAdmin"],
    body: { expectedVersion: 0, value: 2, reason: "probă" },
  },
  { method: "GET", url: "/api/exchange-rates", path: "/api/exchange-rates", allowed: MINISTRY_READERS },
  { method: "POST", url: "/api/exchange-rates", path: "/api/exchange-rates", allowed: MINISTRY, body: RATE },
  {
    method: "POST",
    url: "/api/exchange-rates/:rateId/withdraw",
    path: `/api/exchange-rates/${randomUUID()}/withdraw`,
    allowed: MINISTRY,
    body: {},
  },
  {
    method: "POST",
    url: "/api/exchange-rates/import",
    path: "/api/exchange-rates/import",
    allowed: MINISTRY,
    body: {},
  },
  { method: "GET", url: "/api/funds/:month", path: "/api/funds/2026-03", allowed: ["ministry", "ministryHead"] },
  {
    method: "PUT",
    url: "/api/funds/:month/allocation",
    path: "/api/funds/2026-03/allocation",
    allowed: ["ministry"],
    body: { commandId: randomUUID(), expectedVersion: 0, amount: "1.00", legalAct: "x" },
  },
  {
    method: "POST",
    url: "/api/funds/:month/rankings",
    path: "/api/funds/2026-03/rankings",
    allowed: ["ministry"],
    body: { commandId: randomUUID() },
  },
  {
    method: "GET",
    url: "/api/funds/:month/rankings/:number",
    path: "/api/funds/2026-03/rankings/1",
    allowed: ["ministry", "ministryHead"],
  },
  {
    method: "POST",
    url: "/api/funds/:month/rankings/:number/confirm",
    path: "/api/funds/2026-03/rankings/1/confirm",
    allowed: ["ministry"],
    body: { commandId: randomUUID() },
  },
  {
    method: "GET",
    url: "/api/cases/:id/funds",
    path: `/api/cases/${CASE}/funds`,
    allowed: READERS,
    hidden: HIDDEN_FROM,
  },
  { method: "GET", url: "/api/rules", path: "/api/rules", allowed: "anyone" },
  { method: "GET", url: "/api/rules/:ruleId", path: "/api/rules/MOH-23", allowed: "anyone" },
  { method: "GET", url: "/api/processes/:process", path: "/api/processes/moh", allowed: "anyone" },
  { method: "GET", url: "/api/institutions", path: "/api/institutions", allowed: "anyone" },
  { method: "GET", url: "/api/config", path: "/api/config", allowed: "anyone" },
  { method: "GET", url: "/api/openapi.json", path: "/api/openapi.json", allowed: "anyone" },
  { method: "POST", url: "/api/public/preparation", path: "/api/public/preparation", allowed: "anyone", body: {} },
  {
    method: "POST",
    url: "/api/public/preparation/commands",
    path: "/api/public/preparation/commands",
    allowed: "anyone",
    body: {},
  },
  { method: "POST", url: "/api/public/status", path: "/api/public/status", allowed: "anyone", body: {} },
  { method: "GET", url: "/stare", path: "/stare", allowed: "anyone" },
  { method: "POST", url: "/stare", path: "/stare", allowed: "anyone" },
  { method: "POST", url: "/api/public/route", path: "/api/public/route", allowed: "anyone", body: {} },
  { method: "POST", url: "/api/public/route.pdf", path: "/api/public/route.pdf", allowed: "anyone", body: {} },
  { method: "GET", url: "/ce-cale", path: "/ce-cale", allowed: "anyone" },
  { method: "POST", url: "/ce-cale", path: "/ce-cale", allowed: "anyone" },
  { method: "POST", url: "/ce-cale.pdf", path: "/ce-cale.pdf", allowed: "anyone" },
  { method: "GET", url: "/dezabonare", path: "/dezabonare", allowed: "anyone" },
  { method: "POST", url: "/dezabonare", path: "/dezabonare", allowed: "anyone" },
  { method: "GET", url: "/stare.css", path: "/stare.css", allowed: "anyone" },
  { method: "GET", url: "/api/absences", path: "/api/absences", allowed: EVERYBODY },
  { method: "POST", url: "/api/absences", path: "/api/absences", allowed: EVERYBODY, body: {} },
  {
    method: "POST",
    url: "/api/absences/:absenceId/withdraw",
    path: `/api/absences/${randomUUID()}/withdraw`,
    allowed: EVERYBODY,
    body: {},
  },
  { method: "GET", url: "/api/admin/messages", path: "/api/admin/messages", allowed: ADMINS },
  {
    method: "POST",
    url: "/api/admin/messages/:messageId/resend",
    path: `/api/admin/messages/${randomUUID()}/resend`,
    allowed: [...ADMINS, ...KEEPERS],
    body: {},
  },
  {
    method: "GET",
    url: "/api/admin/reminder-policies",
    path: "/api/admin/reminder-policies?institution=DSP-CJ",
    allowed: ["admin", "supervisor", "head"],
  },
  {
    method: "PUT",
    url: "/api/admin/reminder-policies/:rule",
    path: "/api/admin/reminder-policies/MOH-99",
    allowed: ["admin"],
    body: { institution: "DSP-CJ", expectedVersion: 0, stages: [] },
  },
  {
    method: "DELETE",
    url: "/api/admin/reminder-policies/:rule",
    path: "/api/admin/reminder-policies/MOH-99?institution=DSP-CJ&expectedVersion=0",
    allowed: ["admin"],
  },
  {
    method: "POST",
    url: "/api/admin/reminder-policies/preview",
    path: "/api/admin/reminder-policies/preview",
    allowed: ["admin", "supervisor", "head"],
    body: { institution: "DSP-CJ", rule: "MOH-99", stages: [] },
  },
  { method: "GET", url: "/api/admin/mail-tasks", path: "/api/admin/mail-tasks", allowed: ADMINS },
  {
    method: "POST",
    url: "/api/admin/mail-tasks/:taskId/close",
    path: `/api/admin/mail-tasks/${randomUUID()}/close`,
    allowed: ADMINS,
    body: { note: "x" },
  },
  {
    method: "PUT",
    url: "/api/admin/users/:userId/email",
    path: `/api/admin/users/${randomUUID()}/email`,
    allowed: ADMINS,
    body: { email: "x@dosar.example" },
  },
  {
    method: "PUT",
    url: "/api/admin/institutions/:institutionId/office-hours",
    path: "/api/admin/institutions/DSP-CJ/office-hours",
    allowed: ["admin"],
    body: { opens: 8, closes: 16 },
  },
  { method: "GET", url: "/api/admin/audit", path: "/api/admin/audit", allowed: ADMINS },
  { method: "GET", url: "/healthz", path: "/healthz", allowed: "anyone" },
  { method: "GET", url: "/readyz", path: "/readyz", allowed: "anyone" },
  { method: "GET", url: "/metrics", path: "/metrics", allowed: "anyone" },
];

describe("every route is declared", () => {
  test("each names an action of the table", () => {
    const missing = world.routes.filter(({ action }) => action === undefined || !Object.hasOwn(ACTIONS, action));
    expect(missing).toEqual([]);
  });

  test("each is tried below", () => {
    const made = world.routes.filter(({ method }) => method !== "HEAD").map(({ method, url }) => `${method} ${url}`);
    const tried = TABLE.map(({ method, url }) => `${method} ${url}`);
    expect(tried.toSorted()).toEqual(made.toSorted());
  });

  test("each action is some route’s", () => {
    expect(Object.keys(ACTIONS).toSorted()).toEqual(
      [...new Set(world.routes.map(({ action }) => String(action)))].toSorted(),
    );
  });
});

describe.each(TABLE)("$method $url", ({ method, url, path, allowed, hidden = [], body }) => {
  test("nobody without a session, unless it is for anyone", async () => {
    const { status } = await world.as(undefined, { method, url: path, body });
    if (allowed === "anyone") expect([401, 403]).not.toContain(status);
    else expect(status).toBe(401);
  });

  test.each(NAMES)("%s", async (name) => {
    if (url === "/api/session" && method === "DELETE") return; // would sign out; tried with the session tests
    const { status, body: answer } = await world.as(name, { method, url: path, body });
    const code = (answer as { code?: string } | undefined)?.code;
    if (allowed === "anyone" || allowed.includes(name)) {
      expect(code).not.toBe("FORBIDDEN");
      expect(code).not.toBe("UNAUTHENTICATED");
    } else if (hidden.includes(name)) {
      expect([status, code]).toEqual([404, "NOT_FOUND"]);
    } else {
      expect([status, code]).toEqual([403, "FORBIDDEN"]);
    }
  });
});

describe("a file out of reach", () => {
  test.each(NAMES)("answers %s as one that does not exist", async (name) => {
    const [real, none] = await Promise.all([
      world.get(name, `/api/cases/${UNSENT}`),
      world.get(name, `/api/cases/${randomUUID()}`),
    ]);
    if (DSP.includes(name) || name === "head") {
      expect([real.status, none.status]).toEqual([200, 404]);
      return;
    }
    expect([real.status, real.text]).toEqual([none.status, none.text]);
    expect(real.headers["content-length"]).toBe(none.headers["content-length"]);
  });

  test("the commission and the Ministry see a file from the day it is sent to them", async () => {
    expect((await world.get("secretary", `/api/cases/${UNSENT}`)).status).toBe(404);
    expect((await world.get("ministry", `/api/cases/${UNSENT}`)).status).toBe(404);
    expect((await world.get("secretary", `/api/cases/${CASE}`)).status).toBe(200);
    expect((await world.get("ministry", `/api/cases/${CASE}`)).status).toBe(200);
    const listed = await world.get("secretary", "/api/cases");
    expect(listed.body.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([CASE]);
  });

  test("an id that is no id is a file that does not exist", async () => {
    expect((await world.get("officer", "/api/cases/1%27--")).status).toBe(404);
  });
});

describe("an E112 file", () => {
  const outside = NAMES.filter((name) => PEOPLE[name].institution !== "CAS-CJ");
  let e112 = "";
  beforeAll(async () => {
    e112 = await seedCase(world, { ofCas: true });
  });

  test.each(TABLE.filter(({ url }) => url.startsWith("/api/cases/:id")))(
    "$method $url: of nobody but the CAS that keeps it",
    async ({ method, url, path, body }) => {
      const action = world.routes.find((route) => route.method === method && route.url === url)?.action as Action;
      for (const name of outside) {
        const { status } = await world.as(name, { method, url: path.replace(CASE, e112), body });
        const mayOnOthers = (ACTIONS[action] as readonly Role[]).includes(PEOPLE[name].role);
        expect([name, status]).toEqual([name, mayOnOthers ? 404 : 403]);
      }
    },
  );

  test("is in no list of anybody else; its CAS writes in it", async () => {
    const readers = outside.filter((name) => [...OFFICES, ...HEADS].includes(name));
    for (const name of readers) {
      const { body } = await world.get(name, "/api/cases");
      const ids: string[] = body.items.map(({ caseId }: { caseId: string }) => caseId);
      expect([name, ids.includes(e112)]).toEqual([name, false]);
    }
    for (const name of ["cas", "casSupervisor"] as const) {
      const { status } = await world.post(name, `/api/cases/${e112}/uploads`, {});
      expect([name, status]).toEqual([name, 415]);
    }
  });
});

describe("may", () => {
  const scope = { homeId: "DSP-CJ", cstId: "CST-CJ", ministryId: "MS", cstSent: true, ministrySent: true };
  const KINDS = { DSP: "dsp", CST: "cst", MS: "ministry", CAS: "cas", CNAS: "cnas" } as const;
  const kindOf = (institution: string) => KINDS[institution.split("-")[0] as keyof typeof KINDS];
  const person = (institution: string, role: Role) => ({
    id: "x",
    name: "x",
    email: "x",
    locale: "ro",
    memberships: [
      { institution, role, kind: kindOf(institution), nameRo: "", nameEn: "", county: null, cstId: null } as const,
    ],
  });

  test("a role holds in its own institution only", () => {
    for (const name of NAMES) {
      const { institution, role } = PEOPLE[name];
      const own = ["DSP-CJ", "CST-CJ", "MS"].includes(institution);
      expect([name, may(person(institution, role), "case.read", { case: scope })]).toEqual([
        name,
        own && role !== "administrator",
      ]);
    }
  });

  test("an administrator reads no file, even of the own house", () => {
    const contents: Action[] = ["case.read", "case.list", "case.command", "case.upload", "case.download", "task.list"];
    for (const action of contents)
      expect([action, may(person("DSP-CJ", "administrator"), action)]).toEqual([action, false]);
  });

  test("the settings of a house are its administrator's, the calendar of the country the Ministry's alone", () => {
    for (const institution of ["MS", "CNAS", "CAS-CJ", "DSP-CJ"]) {
      const administrator = person(institution, "administrator");
      expect(may(administrator, "calendar.change", { national: true })).toBe(institution === "MS");
      expect(may(administrator, "setting.change", { houses: ["ministry"] })).toBe(institution === "MS");
      expect(may(administrator, "setting.change", { houses: ["cnas"] })).toBe(institution === "CNAS");
    }
  });

  test("the Ministry counts all of its route, the CNAS all of E112, the others themselves", () => {
    const counts = (institution: string, role: Role, of: string | undefined, process: "moh" | "e112"): boolean =>
      may(person(institution, role), "statistics.read", {
        figuresOf: { process, ...(of === undefined ? {} : { institution: of }) },
      });
    expect(counts("MS", "ministry-officer", "DSP-CJ", "moh")).toBe(true);
    expect(counts("MS", "ministry-officer", undefined, "moh")).toBe(true);
    expect(counts("MS", "ministry-officer", "CAS-CJ", "e112")).toBe(false);
    expect(counts("MS", "ministry-officer", undefined, "e112")).toBe(false);
    expect(counts("CNAS", "cnas-officer", "CAS-CJ", "e112")).toBe(true);
    expect(counts("CNAS", "cnas-officer", undefined, "e112")).toBe(true);
    expect(counts("CNAS", "cnas-officer", "DSP-CJ", "moh")).toBe(false);
    expect(counts("CNAS", "cnas-officer", undefined, "moh")).toBe(false);
    expect(counts("CAS-CJ", "cas-officer", "CAS-CJ", "e112")).toBe(true);
    expect(counts("CAS-CJ", "cas-officer", "CAS-BH", "e112")).toBe(false);
    expect(counts("CAS-CJ", "cas-officer", undefined, "e112")).toBe(false);
  });

  test("roles in two houses do not mix", () => {
    const both = {
      ...person("DSP-BH", "dsp-officer"),
      memberships: [...person("DSP-BH", "dsp-officer").memberships, ...person("DSP-CJ", "administrator").memberships],
    };
    expect(may(both, "case.read", { case: scope })).toBe(false);
  });
});
