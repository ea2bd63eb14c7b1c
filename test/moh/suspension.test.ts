import { describe, expect, test } from "@jest/globals";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import type { Actor } from "../../domain/case/events.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { plusDays, weekdayOf, workingDay, works } from "./support/days.ts";
import {
  actOf,
  correct,
  correction,
  deadlineOf,
  eventsOf,
  eventually,
  fileAt,
  morning,
  openStepsOf,
  PEOPLE,
  skippingWorld,
  sleepTo,
  timesPassed,
  today,
  type MohFile,
} from "./support/world.ts";

const world = await skippingWorld();
const CAUSE = "se așteaptă traducerea secretă";
const GROUND = "art. 7 alin. (3) din ordinul tainic";

function suspend(file: MohFile, deadline: string, on: string, by: Actor = PEOPLE.supervisor): Promise<MohState> {
  return file.give("suspendDeadline", { on, by, payload: suspension(deadline) });
}

function suspension(deadline: string): Record<string, unknown> {
  return { deadline, causedBy: "PATIENT_SIDE", cause: CAUSE, legalBasis: GROUND };
}

function resume(file: MohFile, deadline: string, on: string, by: Actor = PEOPLE.supervisor): Promise<MohState> {
  return file.give("resumeDeadline", { on, by, payload: { deadline } });
}

/** The n-th working day after a date when the days from `from` until before `until` do not count. */
function workingDayWithout(after: string, n: number, ...stops: readonly { from: string; until: string }[]): string {
  const off: string[] = [];
  for (const { from, until } of stops) for (let date = from; date < until; date = plusDays(date, 1)) off.push(date);
  return workingDay(after, n, { off });
}

async function rowOf({ caseId }: MohFile, id: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    "SELECT state, due_on, suspensions FROM deadlines WHERE case_id = $1 AND id = $2",
    [caseId, id],
  );
  return rows[0];
}

async function queueDate({ caseId }: MohFile, step: string): Promise<string | undefined> {
  const { rows } = await world.pool.query<{ due_on: string }>(
    "SELECT due_on FROM work_items WHERE case_id = $1 AND step = $2 AND acts",
    [caseId, step],
  );
  return rows[0]?.due_on;
}

async function remindersOf({ caseId }: MohFile, id: string): Promise<number> {
  const { rowCount } = await world.pool.query(
    "SELECT FROM planned_messages WHERE case_id = $1 AND deadline_id = $2 AND state = 'planned'",
    [caseId, id],
  );
  return rowCount ?? 0;
}

/** A Monday with two weeks of working days behind it. */
function isPlainMonday(date: string): boolean {
  return weekdayOf(date) === 1 && [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].every((days) => works(plusDays(date, days)));
}

describe("DEC-21 a suspended deadline", () => {
  test("MOH-23 stands still: it does not pass, nobody is reminded, and the days left are counted from its resumption", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    expect(await remindersOf(file, "MOH-23")).toBeGreaterThan(0);
    const tuesday = plusDays(day, 1);
    await sleepTo(world, tuesday, 10);
    const halted = await suspend(file, "MOH-23", tuesday);
    expect(deadlineOf(halted, "MOH-23", plusDays(day, 9))?.status).toBe("suspended");
    expect(await rowOf(file, "MOH-23")).toMatchObject({ state: "suspended", suspensions: [{ from: tuesday }] });
    expect(await remindersOf(file, "MOH-23")).toBe(0);
    expect(await queueDate(file, "send-to-commission")).toBe("9999-12-31");
    const until = plusDays(day, 8); // Tuesday of the next week
    await sleepTo(world, until, 10);
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
    const due = workingDayWithout(day, 2, { from: tuesday, until });
    expect(due).toBe(plusDays(day, 9)); // that Tuesday and the Wednesday: nothing had counted before
    const running = await resume(file, "MOH-23", until);
    expect(deadlineOf(running, "MOH-23", until)).toMatchObject({ status: "open", startsOn: day, dueOn: due });
    expect(running.deadlines["MOH-23"]?.moves).toMatchObject([
      { cause: "suspension", from: workingDay(day, 2), to: due, seq: actOf(running, "resumeDeadline") },
    ]);
    expect(await rowOf(file, "MOH-23")).toEqual({
      state: "running",
      due_on: due,
      suspensions: [{ from: tuesday, until }],
    });
    expect(await remindersOf(file, "MOH-23")).toBeGreaterThan(0);
    expect(await queueDate(file, "send-to-commission")).toBe(due);
    await sleepTo(world, plusDays(due, 1), 0, 10);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });

  test("MOH-69 twice: the days of both are left out, and what is kept between counts", async () => {
    const on = "2026-06-15"; // a Monday
    const file = await fileAt(world, "approved", { on });
    await suspend(file, "MOH-69", "2026-06-17");
    await resume(file, "MOH-69", "2026-06-19");
    await suspend(file, "MOH-69", "2026-06-23");
    const state = await resume(file, "MOH-69", "2026-07-01");
    const stops = [
      { from: "2026-06-17", until: "2026-06-19" },
      { from: "2026-06-23", until: "2026-07-01" },
    ];
    expect(deadlineOf(state, "MOH-69", await today(world))?.dueOn).toBe(workingDayWithout(on, 7, ...stops));
    expect(state.deadlines["MOH-69"]?.moves?.map(({ cause }) => cause)).toEqual(["suspension", "suspension"]);
  });

  test("MOH-23 that ends while it is suspended is met, however late it is", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    await sleepTo(world, plusDays(day, 1), 10);
    await suspend(file, "MOH-23", plusDays(day, 1));
    await sleepTo(world, plusDays(day, 11), 10);
    const state = await file.give("sendToCommission");
    expect(deadlineOf(state, "MOH-23", plusDays(day, 30))?.status).toBe("met");
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
  });

  test("MOH-23 that had passed runs again when a suspension from before its end is entered late, and passes after its resumption", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    await sleepTo(world, plusDays(day, 4), 10);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
    const halted = await suspend(file, "MOH-23", plusDays(day, 2));
    expect(halted.deadlines["MOH-23"]?.passedAt).toBeUndefined();
    expect(deadlineOf(halted, "MOH-23", plusDays(day, 4))?.status).toBe("suspended");
    const resumed = await resume(file, "MOH-23", plusDays(day, 3));
    // One day was left: Thursday; on Friday it is over, and recorded with the answer.
    expect(deadlineOf(resumed, "MOH-23", plusDays(day, 4))).toMatchObject({
      status: "overdue",
      dueOn: plusDays(day, 3),
    });
    expect(await timesPassed(world, file, "MOH-23")).toBe(2);
  });

  test("MOH-73 the watch that stands still opens no report; the report opens when it has run out", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "asked");
    const from = plusDays(day, 2);
    await sleepTo(world, from, 10);
    await suspend(file, "MOH-73", from);
    const until = workingDay(day, 24);
    await sleepTo(world, until, 10);
    expect(openStepsOf(await file.state())).not.toContain("report-delay");
    await resume(file, "MOH-73", until);
    const last = workingDayWithout(day, 22, { from, until });
    const owed = workingDay(last, 1);
    await sleepTo(world, owed, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    // The report is owed on the 23rd day of the same count.
    const state = await file.state();
    expect(deadlineOf(state, "MOH-73:report", owed)).toMatchObject({ status: "open", dueOn: owed });
    // A correction of the suspension moves both, and nothing is owed any more.
    const moved = await correct(file, actOf(state, "resumeDeadline"), { on: workingDay(until, 1) });
    expect(openStepsOf(moved)).not.toContain("report-delay");
  });

  test("MOH-42 its effect against the patient side waits for the suspension too", async () => {
    const on = "2026-06-15";
    const file = await fileAt(world, "approved", { on });
    await file.give("signUndertaking", { on, payload: { signedBy: "patient" } });
    await file.give("notifyPatient", { on: "2026-06-16" });
    await suspend(file, "MOH-42", "2026-06-17");
    const state = await resume(file, "MOH-42", "2026-06-24");
    const stop = { from: "2026-06-17", until: "2026-06-24" };
    const notice = workingDayWithout("2026-06-16", 7, stop);
    expect(deadlineOf(state, "MOH-42", await today(world))).toMatchObject({
      dueOn: workingDayWithout(on, 7, stop),
      effectOn: workingDayWithout(notice, 1, stop),
    });
  });
});

describe("DEC-21 a suspension is corrected like any act", () => {
  test("MOH-69 its first or its last day moves, and the deadline with it", async () => {
    const on = "2026-06-15";
    const file = await fileAt(world, "approved", { on });
    await suspend(file, "MOH-69", "2026-06-17");
    const state = await resume(file, "MOH-69", "2026-06-24");
    const [suspended, resumed] = [actOf(state, "suspendDeadline"), actOf(state, "resumeDeadline")];
    const dueOf = (from: string, until: string) => workingDayWithout(on, 7, { from, until });
    const now = await today(world);
    expect(deadlineOf(state, "MOH-69", now)?.dueOn).toBe(dueOf("2026-06-17", "2026-06-24"));
    const later = await correct(file, suspended, { on: "2026-06-19" });
    expect(deadlineOf(later, "MOH-69", now)?.dueOn).toBe(dueOf("2026-06-19", "2026-06-24"));
    const longer = await correct(file, resumed, { on: "2026-06-30" });
    expect(deadlineOf(longer, "MOH-69", now)?.dueOn).toBe(dueOf("2026-06-19", "2026-06-30"));
    expect(longer.deadlines["MOH-69"]?.moves?.map(({ cause }) => cause)).toEqual([
      "suspension",
      "correction",
      "correction",
    ]);
    expect(await file.refused("correctDate", { payload: correction(suspended, { on: "2026-07-01" }) })).toMatchObject({
      code: "AFTER_FOLLOWING_ACT",
      params: { followingAct: "resumeDeadline" },
    });
  });
});

describe("DEC-21 a suspension is refused", () => {
  const on = "2026-06-15";
  const by = PEOPLE.supervisor;
  const suspending = (deadline: string, more: Record<string, unknown> = {}) => ({
    by,
    on: "2026-06-17",
    payload: suspension(deadline),
    ...more,
  });
  const resuming = (deadline: string, more: Record<string, unknown> = {}) => ({
    by,
    on: "2026-06-19",
    payload: { deadline },
    ...more,
  });

  test("for a deadline that the file does not have, naming those that it has", async () => {
    const file = await fileAt(world, "complete", { on });
    expect(await file.refused("suspendDeadline", suspending("MOH-76"))).toMatchObject({
      kind: "invalid",
      code: "UNKNOWN_DEADLINE",
      field: "deadline",
      params: { deadline: "MOH-76", deadlines: "MOH-23" },
    });
  });

  test("MOH-23 for one that runs no longer, and for one whose last day was before", async () => {
    const file = await fileAt(world, "approved", { on });
    expect(await file.refused("suspendDeadline", suspending("MOH-23"))).toMatchObject({
      code: "DEADLINE_NOT_RUNNING",
      field: "deadline",
    });
    const late = await fileAt(world, "complete", { on });
    expect(await late.refused("suspendDeadline", suspending("MOH-23", { on: "2026-06-18" }))).toMatchObject({
      code: "TERM_OVER",
      field: "occurredOn",
      params: { lastDay: "2026-06-17" },
    });
    await late.give("suspendDeadline", suspending("MOH-23")); // on its last day it still is in time
  });

  test("from before the term began, twice, and its resumption before it or without it", async () => {
    const file = await fileAt(world, "approved", { on });
    expect(await file.refused("suspendDeadline", suspending("MOH-69", { on: "2026-06-12" }))).toMatchObject({
      code: "BEFORE_TERM",
      field: "occurredOn",
      params: { startsOn: on },
    });
    expect(await file.refused("resumeDeadline", resuming("MOH-69"))).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    await file.give("suspendDeadline", suspending("MOH-69"));
    expect(await file.refused("resumeDeadline", resuming("MOH-27"))).toMatchObject({
      code: "NOT_SUSPENDED",
      field: "deadline",
    });
    expect(await file.refused("suspendDeadline", suspending("MOH-69", { on: "2026-06-18" }))).toMatchObject({
      code: "ALREADY_SUSPENDED",
      params: { since: "2026-06-17" },
    });
    expect(await file.refused("resumeDeadline", resuming("MOH-69", { on: "2026-06-16" }))).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      field: "occurredOn",
      params: { precedingAct: "suspendDeadline", precedingOn: "2026-06-17" },
    });
    await file.give("resumeDeadline", resuming("MOH-69"));
    expect(await file.refused("suspendDeadline", suspending("MOH-69", { on: "2026-06-18" }))).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "resumeDeadline", precedingOn: "2026-06-19" },
    });
  });

  test("MOH-76 to whom it is not: the Ministry keeps its own deadlines, the supervisor of the DSP every other", async () => {
    const file = await fileAt(world, "at-ministry", { on });
    expect(await file.refused("suspendDeadline", suspending("MOH-76"))).toMatchObject({
      code: "NOT_YOUR_DEADLINE",
      field: "deadline",
      params: { keeper: "ministry" },
    });
    expect(await file.refused("suspendDeadline", suspending("MOH-27", { by: PEOPLE.ministry }))).toMatchObject({
      code: "NOT_YOUR_DEADLINE",
      params: { keeper: "dsp" },
    });
    await file.give("suspendDeadline", suspending("MOH-76", { by: PEOPLE.ministry }));
    expect(await file.refused("resumeDeadline", resuming("MOH-76"))).toMatchObject({ code: "NOT_YOUR_DEADLINE" });
    await file.give("resumeDeadline", resuming("MOH-76", { by: PEOPLE.ministry }));
    const examined = await fileAt(world, "decided", { on }); // MOH-26 is the commission's
    await examined.give("suspendDeadline", suspending("MOH-26", { on: "2026-06-16" }));
  });

  test("and its cause and its legal ground are sealed", async () => {
    const file = await fileAt(world, "complete", { on });
    await file.give("suspendDeadline", suspending("MOH-23"));
    const recorded = JSON.stringify([await file.state(), await eventsOf(world, file)]);
    expect(recorded).toContain("PATIENT_SIDE");
    for (const secret of [CAUSE, GROUND]) expect(recorded).not.toContain(secret);
  });
});
