import { describe, expect, test } from "@jest/globals";
import { recordPassed } from "../../activities/case/record-passed.ts";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { atLocalTime, plainDate } from "../../domain/plain-date.ts";
import { recomputeUpdate } from "../../workflows/contract.ts";
import { declareDay, withdrawDay } from "../support/calendar.ts";
import { giveAgain } from "./support/behind.ts";
import { plusDays, weekdayOf, workingDay, works } from "./support/days.ts";
import {
  correct,
  deadlineOf,
  eventsOf,
  eventually,
  fileAt,
  morning,
  openStepsOf,
  skippingWorld,
  sleepTo,
  timesPassed,
  type MohFile,
  type Place,
  type Way,
} from "./support/world.ts";

const world = await skippingWorld();

/** A file that leaves what passes to the bulk for a day. */
function spreadFile(place: Place, way: Way = {}): Promise<MohFile> {
  return fileAt(world, place, { ...way, open: { ...way.open, spreadSeconds: 86_400 } });
}

/** The first minute of the day after. */
function after(lastDay: string): string {
  return atLocalTime(plainDate(plusDays(lastDay, 1)), 0, 1).toISOString();
}

async function toAfter(lastDay: string): Promise<string> {
  await sleepTo(world, plusDays(lastDay, 1), 0, 1);
  return after(lastDay);
}

async function runOf(file: MohFile): Promise<string> {
  return (await file.handle.describe()).runId;
}

async function storyOf(file: MohFile): Promise<string[]> {
  return (await eventsOf(world, file)).map(({ type, data }) =>
    [type, data.act?.type, data.step, data.deadline, data.cause].filter((part) => part !== undefined).join(" "),
  );
}

async function rowOf({ caseId }: MohFile): Promise<Record<string, unknown>> {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    `SELECT c.last_seq, c.last_batch, c.state->'deadlines'->'MOH-23'->>'passedAt' IS NOT NULL AS in_state,
       d.passed_at IS NOT NULL AS in_row FROM cases c JOIN deadlines d ON d.case_id = c.id WHERE c.id = $1`,
    [caseId],
  );
  return rows[0] ?? {};
}

/** A Monday with the week's other days at work behind it. */
function isPlainMonday(date: string): boolean {
  return weekdayOf(date) === 1 && [0, 1, 2, 3, 4].every((days) => works(plusDays(date, days)));
}

describe("design 2: deadlines that pass are recorded in bulk", () => {
  test("MOH-23 exactly as the case itself records it, which then has nothing to add", async () => {
    const day = await morning(world, isPlainMonday);
    const [swept, own] = [await spreadFile("complete"), await fileAt(world, "complete")];
    const at = await toAfter(workingDay(day, 2));
    await eventually(async () => expect(await timesPassed(world, own, "MOH-23")).toBe(1));
    expect(await timesPassed(world, swept, "MOH-23")).toBe(0);
    expect(await recordPassed(world.pool, at)).toEqual({ cases: 1, more: false });
    expect(await storyOf(swept)).toEqual(await storyOf(own));
    expect(await rowOf(swept)).toEqual(await rowOf(own));
    expect(await rowOf(swept)).toMatchObject({ in_state: true, in_row: true });
    expect((await verifyChain(world.pool, swept.caseId)).fault).toBeUndefined();
    expect(await recordPassed(world.pool, at)).toEqual({ cases: 0, more: false });
    await world.sleep("2 days"); // the case's own timer has come
    expect(await storyOf(swept)).toEqual(await storyOf(own));
    // It goes on from there, in the same run.
    const run = await runOf(swept);
    await swept.give("sendToCommission");
    expect(await runOf(swept)).toBe(run);
    expect((await verifyChain(world.pool, swept.caseId)).fault).toBeUndefined();
  });

  test("MOH-23 a command that comes before the case's own timer is taken at once, and the passing stands once", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    const at = await toAfter(workingDay(day, 2));
    await recordPassed(world.pool, at);
    const run = await runOf(file);
    const { passedAt } = (await file.state()).deadlines["MOH-23"] ?? {};
    const state = await file.give("sendToCommission");
    expect(state.deadlines["MOH-23"]?.passedAt).toBe(passedAt); // as it was recorded first
    expect(await runOf(file)).toBe(run);
    expect((await storyOf(file)).slice(-5)).toEqual([
      "deadlinePassed MOH-23",
      "actRecorded sendToCommission",
      "deadlineMet MOH-23",
      "stepClosed send-to-commission done",
      "stepOpened begin-examination",
    ]);
    await file.give("beginExamination");
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });

  test("MOH-23 a command that comes before the bulk writes the passing first, and the bulk finds nothing", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    const at = await toAfter(workingDay(day, 2));
    await file.give("sendToCommission");
    const events = (await eventsOf(world, file)).slice(-5);
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(["deadlinePassed", "actRecorded"]);
    expect(new Set(events.map(({ transaction }) => transaction)).size).toBe(1);
    expect(await recordPassed(world.pool, at)).toEqual({ cases: 0, more: false });
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
  });

  test("MOH-27, MOH-42, MOH-69 several that pass at the same instant are one batch, in the order in which they started", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("approved");
    const at = await toAfter(workingDay(day, 7));
    await recordPassed(world.pool, at);
    const passed = (await eventsOf(world, file)).filter(({ type }) => type === "deadlinePassed");
    const { deadlines } = await file.state();
    const started = Object.values(deadlines).toSorted((a, b) => a.seq - b.seq);
    const expected = started.map(({ id }) => id).filter((id) => ["MOH-27", "MOH-42", "MOH-69"].includes(id));
    expect(passed.map(({ data }) => data.deadline)).toEqual(expected);
    await file.give("notifyPatient");
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
    expect((await storyOf(file)).filter((line) => line.startsWith("deadlinePassed"))).toHaveLength(3);
  });

  test("MOH-61, MOH-73 what the procedure waits for stays with the case, with all that passed by then, at once", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("asked");
    const due = workingDay(day, 7);
    // MOH-27, MOH-42 and MOH-69 pass with the windows: nothing is recorded for the file from outside.
    expect(await recordPassed(world.pool, after(due))).toEqual({ cases: 0, more: false });
    await toAfter(due);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-61:clinic-1")).toBe(1));
    for (const id of ["MOH-27", "MOH-42", "MOH-69"]) expect(await timesPassed(world, file, id)).toBe(1);
    expect((await file.state()).facts.clinics.map(({ silent }) => silent)).toEqual([true, true]);
    const watched = workingDay(day, 22);
    expect(await recordPassed(world.pool, after(plusDays(watched, 3)))).toEqual({ cases: 0, more: false });
    await sleepTo(world, workingDay(watched, 1), 0, 1);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
  });

  test("MOH-23 a file to which the bulk never comes records by itself, within the time over which files are spread", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    await toAfter(workingDay(day, 2));
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
    await world.sleep("1 day");
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
  });

  test("MOH-23 the engine's sweep records what has passed by its clock, and not what has not", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    const sweep = async (workflowId: string): Promise<void> => {
      const handle = await world.client.workflow.start("recordPassing", {
        workflowId,
        taskQueue: world.taskQueue,
        args: [],
      });
      await eventually(async () => expect((await handle.describe()).status.name).toBe("COMPLETED"));
    };
    await sleepTo(world, workingDay(day, 2), 23, 59);
    await sweep("early");
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
    await toAfter(workingDay(day, 2));
    await sweep("in time");
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
  });

  test("MOH-23 a correction after the bulk: the deadline runs again, and passes again on its new day", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    await recordPassed(world.pool, await toAfter(workingDay(day, 2)));
    const moved = await correct(file, 1, { on: plusDays(day, 2) });
    const due = workingDay(plusDays(day, 2), 2);
    expect(deadlineOf(moved, "MOH-23", plusDays(day, 3))).toMatchObject({ status: "open", dueOn: due });
    await recordPassed(world.pool, await toAfter(due));
    expect(await timesPassed(world, file, "MOH-23")).toBe(2);
    await file.give("sendToCommission");
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });

  test("MOH-23 a change of the calendar after the bulk", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    await recordPassed(world.pool, await toAfter(workingDay(day, 2)));
    const off = plusDays(day, 1);
    const number = await declareDay(world.pool, { date: off });
    expect(await file.handle.executeUpdate(recomputeUpdate, { args: [{ change: number }] })).toEqual({ moved: 1 });
    expect(deadlineOf(await file.state(), "MOH-23", plusDays(day, 3))).toMatchObject({ status: "open" });
    expect((await storyOf(file)).slice(-2)).toEqual(["deadlinePassed MOH-23", "calendarChanged"]);
    await withdrawDay(world.pool, off);
  });

  test("MOH-23 a passing that the case could not have known of when a command came: it goes on from its record", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await spreadFile("complete");
    await recordPassed(world.pool, after(workingDay(day, 2))); // before its time: the case's clock knows of none
    const state = await giveAgain(file, "sendToCommission");
    expect(state.version).toBe(2);
    expect((await storyOf(file)).filter((line) => line === "deadlinePassed MOH-23")).toHaveLength(1);
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });
});
