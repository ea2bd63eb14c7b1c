import { expect, test } from "@jest/globals";
import pg from "pg";
import { fillBacklog } from "../../activities/statistics/fill-backlog.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { correct, actOf, ask, fileAt, type MohFile, offer, PEOPLE, skippingWorld } from "./support/world.ts";

const world = await skippingWorld();

/** Of June 2026, when the 1st, a Monday, is Pentecost. */
const june = (day: number): string => `2026-06-${String(day).padStart(2, "0")}`;
const DATES = {
  fileDossier: june(2),
  sendToCommission: june(4),
  beginExamination: june(9),
  finishExamination: june(11),
  registerDecision: june(15),
  sendClinicRequest: june(16),
  recordClinicAnswer: june(19),
  sendToMinistry: june(22),
  registerAtMinistry: june(24),
} as const;

/** What statistics count of a file, with nothing of the moment in which it was written. */
async function figuresOf({ caseId }: MohFile): Promise<unknown[]> {
  const read = async (sql: string): Promise<unknown[]> => (await world.pool.query(sql, [caseId])).rows;
  return [
    await read("SELECT id, taken_days, met_late, is_repeated, home_id FROM deadlines WHERE case_id = $1 ORDER BY id"),
    await read("SELECT step, ended_on, home_id FROM work_items WHERE case_id = $1 ORDER BY step, institution_id"),
    await read('SELECT kind, "on", amount::text, currency FROM case_money WHERE case_id = $1 ORDER BY kind'),
    await read("SELECT duty, from_on, until_on FROM holdings WHERE case_id = $1 ORDER BY from_on"),
    await read("SELECT closed_on FROM cases WHERE id = $1"),
  ];
}

async function termOf({ caseId }: MohFile, id: string): Promise<unknown> {
  const sql = "SELECT taken_days, met_late FROM deadlines WHERE case_id = $1 AND id = $2";
  return (await world.pool.query(sql, [caseId, id])).rows[0];
}

test("MOH-23, MOH-26 the days of a term are working days from the day after its start to the act; a correction moves them", async () => {
  const file = await fileAt(world, "decided", { dates: DATES });
  // From Tuesday the 2nd to Thursday the 4th, and from Thursday the 11th to Monday the 15th.
  expect(await termOf(file, "MOH-23")).toEqual({ taken_days: 2, met_late: false });
  await correct(file, actOf(await file.state(), "sendToCommission"), { on: june(8) });
  expect(await termOf(file, "MOH-23")).toEqual({ taken_days: 4, met_late: true });
});

test("DEC-21 days on which the term stood still are not among those that it took", async () => {
  const file = await fileAt(world, "at-ministry", { dates: DATES });
  const by = PEOPLE.ministry;
  const payload = { deadline: "MOH-76", causedBy: "PATIENT_SIDE", cause: "x", legalBasis: "y" };
  await file.give("suspendDeadline", { on: june(26), by, payload });
  await file.give("resumeDeadline", { on: "2026-07-06", by, payload: { deadline: "MOH-76" } });
  const decision = { decision: "rejected", reasons: "x" };
  await file.give("decideAtMinistry", { on: "2026-07-08", by, payload: decision });
  // The 25th, and from Monday 6 July to Wednesday the 8th.
  expect(await termOf(file, "MOH-76")).toEqual({ taken_days: 4, met_late: false });
});

test("files of before get from their state what a commit writes now", async () => {
  const file = await fileAt(world, "approved", { dates: DATES });
  await ask(file, 1, june(16));
  await ask(file, 2, june(16));
  await offer(file, 1, june(19));
  const written = await figuresOf(file);
  expect(written[0]).toContainEqual(expect.objectContaining({ id: "MOH-61:clinic-2", is_repeated: true }));
  await world.pool.query("DELETE FROM holdings WHERE case_id = $1", [file.caseId]);
  await world.pool.query("DELETE FROM case_money WHERE case_id = $1", [file.caseId]);
  await world.pool.query(
    "UPDATE deadlines SET taken_days = NULL, met_late = NULL, is_repeated = false WHERE case_id = $1",
    [file.caseId],
  );
  await world.pool.query("UPDATE work_items SET ended_on = NULL WHERE case_id = $1", [file.caseId]);
  expect(await figuresOf(file)).not.toEqual(written);
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query("INSERT INTO statistics_backlog VALUES ($1)", [file.caseId]);
  await owner.end();
  expect(await fillBacklog(world.pool, createCalendarReader(world.pool))).toBe(1);
  expect(await figuresOf(file)).toEqual(written);
  expect(await fillBacklog(world.pool, createCalendarReader(world.pool))).toBe(0);
});
