/** E112-A4: the law sets no term for an E112 file and none is invented; alerts are settings of the CNAS, and no term of the Ministry leaks in. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { E112CaseView } from "../../domain/case/view.ts";
import { RULES } from "../../domain/law/index.ts";
import { atLocalTime, plainDate } from "../../domain/plain-date.ts";
import { ALERTS } from "../../domain/reminders/alerts.ts";
import { definitionOf, OFF, SETTING_KEYS, type SettingKey } from "../../domain/settings/settings.ts";
import { engineWorld, type Answer } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";
import { workingDay } from "../moh/support/days.ts";
import { ACCEPTANCE, CONDITIONS } from "./support/papers.ts";
import { preparation, type Entry } from "./support/rehearsed.ts";

const world = await engineWorld();
const { given, open } = world;
const LONG_AGO = { occurredOn: "2026-03-02", lateReason: "registrul casei" };

interface Said {
  readonly kind: string;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
  readonly at: Date;
  readonly audience: string;
  readonly deadline: string | null;
}

async function planned({ caseId }: Pick<E112CaseView, "caseId">, audience?: string): Promise<Said[]> {
  const { rows } = await world.pool.query<Said>(
    `SELECT kind, about, params, planned_at AS at, audience, deadline_id AS deadline FROM planned_messages
     WHERE case_id = $1 AND state <> 'dropped' ORDER BY planned_at, kind, audience`,
    [caseId],
  );
  return rows.filter((row) => audience === undefined || row.audience === audience);
}

/** That nothing of the file runs towards a day. */
async function expectNoTerm(view: E112CaseView): Promise<void> {
  const count = async (text: string): Promise<number> => {
    const { rows } = await world.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, [view.caseId]);
    return rows[0]?.n ?? -1;
  };
  expect(view.deadlines).toEqual([]);
  expect(view.steps.filter(({ dueOn, deadlines }) => dueOn !== undefined || deadlines.length > 0)).toEqual([]);
  expect(await count("deadlines WHERE case_id = $1")).toBe(0);
  expect(await count("work_items WHERE case_id = $1 AND due_on <> '9999-12-31'")).toBe(0);
  expect(await count("work_items WHERE case_id = $1 AND duty IN ('DSP', 'CST', 'MOH', 'MOH_COMMISSION')")).toBe(0);
  for (const { kind, params, deadline } of await planned(view)) {
    expect(["alert", "opened", "lacking", "registered", "deciding", "form-ready"]).toContain(kind);
    expect([deadline, params["rule"]]).toEqual([null, undefined]);
  }
}

/** Carries a file through these acts; after each of them nothing runs. */
async function carried(acts: readonly Entry[], opening: Record<string, unknown> = {}): Promise<E112CaseView> {
  let { view } = await open({ ...LONG_AGO, ...opening });
  await expectNoTerm(view);
  for (const [type, occurredOn, payload = {}] of acts) {
    view = await given("cas", view, type, payload, { occurredOn, lateReason: "registrul casei" });
    await expectNoTerm(view);
  }
  return view;
}

const conditions = (fails: Partial<typeof CONDITIONS>): Entry[] =>
  preparation("analyseConditions", { analyseConditions: { ...CONDITIONS, ...fails } });
const E125 = { form: "E125", from: "AOK Bayern", to: "CAS Cluj", amount: "14000.00", currency: "EUR" };

describe("a file carried through every step has no deadline, no due date and no reminder of a term", () => {
  test("to the settlement, with a form replaced; the patient side is told what happened, at each number", async () => {
    const { unitStamp: _, ...lacking } = ACCEPTANCE;
    const all = preparation("recordTreatmentDone");
    const at = (type: Entry[0]): number => all.findIndex(([each]) => each === type);
    const view = await carried([
      ...all.slice(0, at("recordAcceptance")),
      ["recordAcceptance", "2026-03-24", { acceptance: lacking }],
      ...all.slice(at("recordAcceptance"), at("recordDeparture")),
      ["replaceForm", "2026-05-04", { reason: "SECRET" }],
      ["handOverCopy", "2026-05-05", { copy: 1, to: "issuer" }],
      ["handOverCopy", "2026-05-05", { copy: 2, to: "applicant" }],
      ...all.slice(at("recordDeparture")),
      ["settleInvoice", "2026-09-01", E125],
    ]);
    expect(view.outcome).toBe("completed");
    const told = await planned(view, "patient-side");
    expect(told.map(({ kind }) => kind)).toEqual([
      "opened",
      "lacking",
      "registered",
      "deciding",
      "form-ready",
      "form-ready",
    ]);
    expect(told[2]?.params).toEqual({ application: view.applicationNumber });
  });

  test("to a refusal: the patient side hears the same as of a form, until the form is there (decision 17)", async () => {
    const refused = await carried([
      ...conditions({ notTimelyInRomania: false }),
      ["refuseApplication", "2026-04-21", { reason: "SECRET" }],
      ["communicateRefusal", "2026-04-24", {}],
    ]);
    expect(refused.outcome).toBe("refused");
    const met = await carried(conditions({}));
    const words = (said: readonly Said[]) => said.map(({ kind, about }) => [kind, about]);
    expect(words(await planned(refused, "patient-side"))).toEqual(words(await planned(met, "patient-side")));
    expect(words(await planned(refused)).filter(([kind]) => kind === "alert")).toEqual([]);
  });

  test("after a departure before the issue, and of category 1", async () => {
    await carried([
      ...preparation("analyseConditions"),
      ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }],
      ["drawForceMajeureReport", "2026-04-22", { reasons: "SECRET" }],
      ["issueForm", "2026-04-23", { forceMajeure: true, couldNotIssueBefore: true, costPaid: false }],
    ]);
    await carried([["passOnResidenceTransfer", "2026-03-05", { to: "SECRET" }]], { category: 1 });
  });
});

test("what the patient side keeps itself is news to the house when its own work begins, in office hours", async () => {
  const { registrationNumber, accessCode, view } = await open(LONG_AGO);
  for (const [index, [type, occurredOn, payload]] of preparation("assembleDossier").entries()) {
    const command = { commandId: randomUUID(), expectedVersion: index + 1, type, occurredOn, lateReason: "x", payload };
    const kept = await world.post(undefined, "/api/public/preparation/commands", {
      registrationNumber,
      accessCode,
      ...command,
    });
    expect([type, kept.status]).toEqual([type, 200]);
  }
  const work = (await planned(view)).filter(({ kind }) => kind === "work");
  expect(work.map(({ about, audience }) => [about, audience])).toEqual([["register-application", "owner"]]);
  const [hour, minute] = (work[0]?.at ?? new Date(0))
    .toLocaleTimeString("ro-RO", { timeZone: "Europe/Bucharest", hour: "2-digit", minute: "2-digit", hour12: false })
    .split(":")
    .map(Number);
  expect((hour ?? 0) * 60 + (minute ?? 0)).toBeGreaterThanOrEqual(8 * 60);
  expect((hour ?? 0) * 60 + (minute ?? 0)).toBeLessThan(16 * 60);
});

describe("alerts", () => {
  afterEach(async () => {
    await world.owner.query("DELETE FROM setting_changes");
  });

  const put = async (key: SettingKey, value: number | typeof OFF, by: PersonName): Promise<Answer> => {
    const body = { expectedVersion: 0, value, reason: "hotărâre internă" };
    return await world.as(by, { method: "PUT", url: `/api/settings/${key}`, body });
  };
  /** Everything happens today. */
  const today = async (upTo: Entry[0]): Promise<E112CaseView> => {
    let { view } = await open();
    for (const [type, , payload = {}] of preparation(upTo)) {
      view = await given("cas", view, type, payload);
    }
    return view;
  };
  const alertsOf = async (view: E112CaseView): Promise<[string, string, string][]> =>
    (await planned(view))
      .filter(({ kind }) => kind === "alert")
      .map(({ about, audience, at }) => [about, audience, at.toISOString()]);
  const eight = (day: string): string => atLocalTime(plainDate(day), 8).toISOString();

  test("a clinic that is silent is told of to whoever has the file; off, nobody is told; only the CNAS sets it", async () => {
    const view = await today("sendRequestToClinic");
    const in30 = eight(workingDay(view.today, 30));
    expect(await alertsOf(view)).toEqual([["acceptance-alert", "owner", in30]]);
    expect(view.steps[0]?.alert).toMatchObject({ reading: "E112-A4", days: 30, reached: false });
    expect((await put("acceptance-alert", 12, "ministryAdmin")).status).toBe(403);
    expect((await put("acceptance-alert", OFF, "cnasAdmin")).status).toBe(200);
    expect(await alertsOf(await today("sendRequestToClinic"))).toEqual([]);
  });

  test("another clinic has its own days, and the one before is not waited for", async () => {
    let view = await today("sendRequestToClinic");
    view = await given("cas", view, "recordClinicRefusal", {});
    expect(await alertsOf(view)).toEqual([]);
    const clinic = { name: "Alta", country: "AT", publicInsuranceContract: true };
    view = await given("cas", view, "sendRequestToClinic", {
      clinic,
      phoned: true,
      asksAcceptance: true,
      asksCompleteCost: true,
    });
    const again = await planned(view);
    expect(again.filter(({ kind }) => kind === "alert").map(({ params }) => params["step"])).toEqual([
      "await-acceptance#2",
    ]);
  });

  test("an application that waits, and a form that is not handed over; what was decided is not told of any more", async () => {
    const registered = await today("registerApplication");
    const in30 = eight(workingDay(registered.today, 30));
    const both = [
      ["application-alert", "owner", in30],
      ["application-alert", "supervisor", in30],
    ];
    expect(await alertsOf(registered)).toEqual(both);
    const met = await today("analyseConditions");
    expect(await alertsOf(met)).toEqual(both);
    const issued = await given("cas", met, "issueForm", {});
    expect(await alertsOf(issued)).toEqual([["handover-alert", "owner", eight(workingDay(issued.today, 15))]]);
  });
});

test("no term stands in the rules of E112, and no default of an alert is one of the Ministry's", () => {
  const binding = RULES.filter(({ id, deadline }) => id.startsWith("E112-") && deadline?.advisory !== true);
  expect(binding.filter(({ deadline }) => deadline !== undefined)).toEqual([]);
  const ofE112 = ALERTS.filter(({ process }) => process === "e112").map(({ setting }) => setting);
  expect(ofE112.toSorted()).toEqual(SETTING_KEYS.filter((key) => definitionOf(key).reading === "E112-A4").toSorted());
  for (const key of ofE112) expect([2, 7, 10, 20, 22]).not.toContain(definitionOf(key).default);
});
