/** A register brought into the product: each file in its step with its dates, nothing twice, nobody flooded. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { institutionsAtWork } from "../../activities/mail/offices-open.ts";
import { readDigests } from "../../activities/mail/read-digests.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { INHERITED_REASON } from "../../domain/imports/row.ts";
import type { MohCaseView } from "../../domain/case/view.ts";
import type { ImportProgress, ImportPreview } from "../../domain/imports/views.ts";
import { engineWorld } from "../api/support/api-world.ts";
import { idOf } from "../api/support/people.ts";
import {
  bring,
  csv,
  everyStep,
  finished,
  number,
  PERSON,
  preview,
  type RegisterRow,
  inAnotherRound,
  underTreatment,
} from "./support.ts";

const world = await engineWorld();
const STEPS = everyStep(1);
const TODAY = bucharestDate(new Date()).split("-").toReversed().join(".");

async function fileOf(legacyNumber: string): Promise<MohCaseView> {
  const { rows } = await world.pool.query<{ id: string }>("SELECT id FROM cases WHERE legacy_number = $1", [
    legacyNumber,
  ]);
  const { body } = await world.get("supervisor", `/api/cases/${rows[0]?.id}`);
  return body as MohCaseView;
}

async function count(table: string, condition = "true"): Promise<number> {
  const { rows } = await world.pool.query<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE ${condition}`);
  return rows[0]?.count ?? -1;
}

describe("a register with a file in every step", () => {
  let seen: ImportPreview;
  let done: ImportProgress;

  beforeAll(async () => {
    const rows: RegisterRow[] = STEPS.map(({ row }) => ({ ...row, email: "pacient@example.ro" }));
    const late: RegisterRow = {
      ...PERSON,
      legacyNumber: number(11),
      filedOn: TODAY,
      documents: "complet",
      officer: "officer@dosar.example",
    };
    seen = (await preview(world, "supervisor", csv([...rows, late]))).body;
    done = await bring(world, "supervisor", seen.id);
  }, 120_000);

  test("every row becomes a file, where the preview said, with the terms that it said", async () => {
    expect(done).toMatchObject({ state: "done", rows: 11, done: 11, there: 0, failed: [] });
    for (const [index, row] of seen.rows.entries()) {
      const file = await fileOf(row.legacyNumber ?? "");
      const running = file.deadlines.filter(({ state }) => state === "open" || state === "overdue");
      const terms = running.map(({ rule, dueOn, practicalDueOn }) => [rule, practicalDueOn ?? dueOn]);
      expect([index, file.status, file.statusSince, terms]).toEqual([
        index,
        row.stage,
        row.since,
        row.deadlines?.map(({ rule, dueOn }) => [rule, dueOn]),
      ]);
    }
  });

  test("the acts have their dates, their late entry and whoever imported them", async () => {
    const file = await fileOf(number(9));
    const acts = file.timeline.filter(({ kind }) => kind === "act");
    expect(acts.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ["fileDossier", "2026-03-02"],
      ["sendToCommission", "2026-03-03"],
      ["beginExamination", "2026-03-05"],
      ["finishExamination", "2026-03-06"],
      ["registerDecision", "2026-03-09"],
      ["notifyPatient", "2026-03-10"],
      ["sendClinicRequest", "2026-03-11"],
      ["sendClinicRequest", "2026-03-12"],
      ["recordClinicAnswer", "2026-03-16"],
      ["recordClinicAnswer", "2026-03-17"],
      ["sendToMinistry", "2026-03-18"],
    ]);
    expect(new Set(acts.map(({ late, lateReason, by }) => [late, lateReason, by?.name].join("/")))).toEqual(
      new Set([`true/${INHERITED_REASON.ro}/Persoana supervisor`]),
    );
    expect(file.clinics.map(({ name, country, status }) => [name, country, status])).toEqual([
      ["Klinikum München", "DE", "answered"],
      ["AKH Wien", "AT", "refused"],
    ]);
    // What was kept in time passed nowhere: the whole past was written at once.
    expect(file.deadlines.filter(({ state }) => state === "met").map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["MOH-23", "MOH-26", "MOH-27", "MOH-70", "MOH-73"]),
    );
    expect(file.timeline.filter(({ kind }) => kind === "deadline-passed")).toEqual([]);
  });

  test("the Ministry's number is the one that it gave", async () => {
    expect((await fileOf(number(10))).ministryNumber).toBe(`MS-${number(1)}`);
  });

  test("the file shows its old number and is found by it, whole or from its beginning", async () => {
    const file = await fileOf(number(7));
    expect(file.legacyNumber).toBe(number(7));
    const byDigits = await world.get("officer", "/api/cases?q=7");
    expect(byDigits.body.items).toContainEqual(expect.objectContaining({ legacyNumber: number(7) }));
    for (const sought of [number(7), number(7).toLowerCase(), number(7).slice(0, -1)]) {
      const { body } = await world.get("officer", `/api/cases?q=${encodeURIComponent(sought)}`);
      expect([sought, body.items.map((line: { legacyNumber: string }) => line.legacyNumber)]).toEqual([
        sought,
        [number(7)],
      ]);
    }
    const stranger = await world.get("stranger", `/api/cases?q=${encodeURIComponent(number(7))}`);
    expect(stranger.body.items).toEqual([]);
  });

  test("nobody is written to about what is long past; what lies ahead is planned as for any other file", async () => {
    expect(await count("messages")).toBe(0);
    expect(await count("planned_messages", "audience = 'patient-side' OR kind IN ('work', 'receipt')")).toBe(0);
    const { rows } = await world.pool.query<{ file: string; kind: string; ahead: boolean }>(
      `SELECT DISTINCT c.legacy_number AS file, p.kind, p.planned_at > now() AS ahead FROM planned_messages p
       JOIN cases c ON c.id = p.case_id WHERE p.state = 'planned' ORDER BY 2`,
    );
    expect(new Set(rows.map(({ file }) => file))).toEqual(new Set([number(11)]));
    expect(rows.every(({ ahead }) => ahead)).toBe(true);
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["due", "overdue", "escalation"]));
  });

  test("what is overdue is told once, in the morning's digest", async () => {
    const monday = new Date("2026-11-23T07:00:00Z");
    const calendars = createCalendarReader(world.pool);
    const calendar = await calendars.latest();
    const houses = await institutionsAtWork(world.pool, calendar, monday);
    const digests = await readDigests(world.pool, houses, calendar, monday);
    const overview = digests
      .get(idOf("supervisor"))
      ?.digest.overviews.find(({ institution }) => institution.ro === "DSP Cluj");
    expect(overview?.overdue.length).toBeGreaterThanOrEqual(5);
  });

  test("a change of office hours does not bring the past up again", async () => {
    await world.owner.query("UPDATE institutions SET office_opens = 9 WHERE id = 'DSP-CJ'");
    await world.as("admin", {
      method: "PUT",
      url: "/api/admin/institutions/DSP-CJ/office-hours",
      body: { opens: 8, closes: 15 },
    });
    await new Promise((resolve) => setTimeout(resolve, 7_000)); // planned anew some seconds later
    const { rows } = await world.pool.query<{ file: string }>(
      "SELECT DISTINCT c.legacy_number AS file FROM planned_messages p JOIN cases c ON c.id = p.case_id",
    );
    expect(rows).toEqual([{ file: number(11) }]);
  });

  test("an act on a brought file is followed as on any other", async () => {
    const file = await fileOf(number(2));
    const view = await world.given("officer", file, "sendToCommission");
    expect(view.status).toBe("at-commission");
    expect(await count("planned_messages", `case_id = '${file.caseId}' AND kind = 'work'`)).toBe(1);
  });

  test("the file is its officer's, and its record verifies", async () => {
    const { rows } = await world.pool.query<{ officer_id: string }>(
      "SELECT officer_id FROM cases WHERE legacy_number = $1",
      [number(11)],
    );
    expect(rows[0]?.officer_id).toBe(idOf("officer"));
    const { caseId } = await fileOf(number(9));
    expect(await verifyChain(world.pool, caseId)).not.toHaveProperty("fault");
  });

  test("nothing of what was sealed is kept when it is done", async () => {
    expect(await count("file_import_rows", "sealed IS NOT NULL")).toBe(0);
    expect(await count("file_imports", "state = 'done' AND wrapped_key IS NOT NULL")).toBe(0);
    expect(await count("intake")).toBe(0);
  });

  test("the codes are the supervisor's, once, and open the public page", async () => {
    for (const name of ["officer", "admin", "secretary"] as const) {
      expect((await world.post(name, `/api/imports/${seen.id}/codes`, {})).status).toBe(403);
    }
    expect((await world.post("strangeSupervisor", `/api/imports/${seen.id}/codes`, {})).status).toBe(404);
    const { body } = await world.post("supervisor", `/api/imports/${seen.id}/codes`, {});
    expect(body.items).toHaveLength(11);
    const { registrationNumber, accessCode } = body.items[1];
    expect((await world.post(undefined, "/api/public/status", { registrationNumber, accessCode })).status).toBe(200);
    const sheet = await world.post("supervisor", `/api/imports/${seen.id}/codes`, { format: "csv" });
    expect(sheet.text).toContain(accessCode);
    await world.pool.query("UPDATE file_imports SET codes_at = now() - interval '1 hour' WHERE id = $1", [seen.id]);
    const again = await world.post("supervisor", `/api/imports/${seen.id}/codes`, {});
    expect([again.status, again.body.code]).toEqual([409, "CODES_HANDED_OUT"]);
  });

  describe("imported again", () => {
    test("says of each row that it is there, and changes nothing", async () => {
      const before = await count("events");
      const { body } = await preview(world, "officer", csv(STEPS.map(({ row }) => row)));
      expect(body.counts).toEqual({ new: 0, there: 10, wrong: 0 });
      expect(body.id).toBeUndefined();
      expect(body.rows[0]).toMatchObject({ state: "there", registrationNumber: expect.stringContaining("DSP-CJ/") });
      expect(await count("events")).toBe(before);
    });

    test("a mended register with more rows adds those alone", async () => {
      const more: RegisterRow = { ...PERSON, legacyNumber: number(12), filedOn: "02.03.2026" };
      const { body } = await preview(world, "officer", csv([...STEPS.map(({ row }) => row), more]));
      expect(body.counts).toEqual({ new: 1, there: 10, wrong: 0 });
      const before = await count("cases");
      expect(await bring(world, "officer", body.id)).toMatchObject({ rows: 1, done: 1 });
      expect(await count("cases")).toBe(before + 1);
    });

    test("nothing is brought while a row is wrong", async () => {
      const good: RegisterRow = { ...PERSON, legacyNumber: number(13), filedOn: "02.03.2026" };
      const wrong: RegisterRow = { ...PERSON, legacyNumber: number(14), filedOn: "mâine" };
      const { body } = await preview(world, "officer", csv([good, wrong]));
      expect([body.id, body.counts]).toEqual([undefined, { new: 1, there: 0, wrong: 1 }]);
      expect(await count("file_imports", "state = 'ready'")).toBe(0);
    });
  });
});

describe("an import", () => {
  test("is its own institution's", async () => {
    const { body } = await preview(
      world,
      "officer",
      csv([{ ...PERSON, legacyNumber: number(15), filedOn: "02.03.2026" }]),
    );
    for (const path of ["", "/start", "/codes"]) {
      const method = path === "" ? "GET" : "POST";
      const url = `/api/imports/${body.id}${path}`;
      const answer = await world.as("strangeSupervisor", { method, url, ...(method === "POST" ? { body: {} } : {}) });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const notYet = await world.post("supervisor", `/api/imports/${body.id}/codes`, {});
    expect([notYet.status, notYet.body.code]).toEqual([409, "IMPORT_NOT_DONE"]);
  });

  test("a delay that was reported on paper is reported here", async () => {
    const row = STEPS[6]?.row ?? {};
    const reported = {
      delayReported: "14.04.2026",
      delayCauses: "cauze",
      delayRegistered: "15.04.2026",
      intervened: "16.04.2026",
    };
    const { body } = await preview(world, "officer", csv([{ ...row, ...reported, legacyNumber: number(16) }]));
    expect(body.rows[0]?.problems).toEqual([]);
    expect(await bring(world, "officer", body.id)).toMatchObject({ done: 1, failed: [] });
    const file = await fileOf(number(16));
    expect(file.closedSteps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(["report-delay", "register-delay-report", "intervene"]),
    );
    expect(await count("planned_messages", `case_id = '${file.caseId}'`)).toBe(0);
  });

  test("another round of clinics and a treatment land where the preview said", async () => {
    const rows = [inAnotherRound(20), underTreatment(40)];
    const { body } = await preview(world, "officer", csv(rows));
    expect(await bring(world, "officer", body.id)).toMatchObject({ done: 2, failed: [] });
    for (const row of body.rows) {
      const file = await fileOf(row.legacyNumber ?? "");
      const running = file.deadlines.filter(({ state }) => state === "open" || state === "overdue");
      expect([file.status, running.map(({ rule, dueOn, practicalDueOn }) => [rule, practicalDueOn ?? dueOn])]).toEqual([
        row.stage,
        row.deadlines?.map(({ rule, dueOn }) => [rule, dueOn]),
      ]);
    }
  });

  test("that is started while nobody works is carried out when somebody does; a restart in the middle makes no doubles", async () => {
    const rows = Array.from({ length: 60 }, (_, index): RegisterRow => ({
      ...STEPS[8]?.row,
      legacyNumber: number(100 + index),
    }));
    const { body } = await preview(world, "supervisor", csv(rows));
    await world.stopWorker();
    expect((await world.post("supervisor", `/api/imports/${body.id}/start`, {})).body.state).toBe("saved");
    await world.startWorker();
    while ((await count("file_import_rows", `import_id = '${body.id}' AND state = 'done'`)) < 10) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await world.stopWorker();
    expect(await count("file_import_rows", `import_id = '${body.id}' AND state = 'ready'`)).toBeGreaterThan(0);
    await world.startWorker();
    await world.post("supervisor", `/api/imports/${body.id}/start`, {}); // pressed again
    const progress = await finished(world, "supervisor", body.id);
    expect(progress).toMatchObject({ done: 60, there: 0, failed: [] });
    const { rows: found } = await world.pool.query<{ files: number; acts: number; stages: string[] }>(
      `SELECT count(*)::int AS files, sum(version)::int AS acts, array_agg(DISTINCT stage) AS stages FROM cases
       WHERE legacy_number = ANY ($1)`,
      [rows.map(({ legacyNumber }) => legacyNumber)],
    );
    expect(found).toEqual([{ files: 60, acts: 60 * 11, stages: ["sent-to-ministry"] }]);
  }, 120_000);
});
