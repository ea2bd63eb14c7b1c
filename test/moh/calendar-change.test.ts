import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { recomputeUpdate } from "../../workflows/contract.ts";
import { LOCK_CALENDAR } from "../../prisma/calendar-reader.ts";
import { declareDay, withdrawDay } from "../support/calendar.ts";
import { again } from "./support/behind.ts";
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
  today,
  type MohFile,
} from "./support/world.ts";

const world = await skippingWorld();
const declared: string[] = [];

/** A change of the calendar by which nobody works on these days. @returns its number. */
async function dayOff(date: string): Promise<number> {
  declared.push(date);
  return await declareDay(world.pool, { date });
}

afterEach(async () => {
  for (const date of declared.splice(0)) await withdrawDay(world.pool, date);
});

async function recompute(file: MohFile, number: number): Promise<number> {
  const { moved } = await file.handle.executeUpdate(recomputeUpdate, { args: [{ change: number }] });
  return moved;
}

/** The deadline's row, as the simulation of a change reads it. */
async function rowOf({ caseId }: MohFile, id: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    "SELECT due_on, passed_at, calendar_number FROM deadlines WHERE case_id = $1 AND id = $2",
    [caseId, id],
  );
  return rows[0];
}

async function typesOf(file: MohFile): Promise<string[]> {
  return (await eventsOf(world, file)).map(({ type }) => type);
}

/** A working day with three more behind it in its week. */
function isPlainMonday(date: string): boolean {
  return weekdayOf(date) === 1 && [0, 1, 2, 3, 4].every((days) => works(plusDays(date, days)));
}

describe("design 3: a change of the calendar is told to a file", () => {
  test("MOH-23 its running deadlines move, once, and each keeps from when to when and why", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    const off = plusDays(day, 1);
    const number = await dayOff(off);
    expect(await recompute(file, number)).toBe(1);
    const due = workingDay(day, 2, { off: [off] });
    const state = await file.state();
    expect(deadlineOf(state, "MOH-23", day)).toMatchObject({ status: "open", dueOn: due });
    const event = (await eventsOf(world, file)).at(-1);
    expect(event).toMatchObject({ type: "calendarChanged", data: { change: number } });
    expect(state.deadlines["MOH-23"]?.moves).toEqual([
      { cause: "calendar", from: workingDay(day, 2), to: due, seq: event?.seq, at: expect.any(String) },
    ]);
    expect(state.deadlines["MOH-23"]?.stale).toBeUndefined();
    expect(await rowOf(file, "MOH-23")).toMatchObject({ due_on: due, calendar_number: number });
    // The same change, or an earlier one, told again.
    expect(await recompute(file, number)).toBe(1);
    expect(await recompute(file, number - 1)).toBe(0);
    expect(await typesOf(file)).toHaveLength(event?.seq ?? 0);
    // It is the case's own timer that follows.
    await sleepTo(world, due, 23, 50);
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
    await sleepTo(world, plusDays(due, 1), 0, 10);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
  });

  test("MOH-76 a deadline that does not move gets the number of the calendar, and nothing else", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "at-ministry");
    const before = await file.state();
    const far = workingDay(day, 40);
    const number = await dayOff(far);
    expect(await recompute(file, number)).toBe(0);
    const after = await file.state();
    expect(after.deadlines["MOH-76"]?.moves).toBeUndefined();
    expect(after.deadlines["MOH-76"]?.due?.dueOn).toBe(before.deadlines["MOH-76"]?.due?.dueOn);
    expect(await rowOf(file, "MOH-76")).toMatchObject({ calendar_number: number });
    expect(after.deadlines["MOH-23"]).toEqual(before.deadlines["MOH-23"]); // it was kept: what was counted stands
  });

  test("MOH-23 a deadline that had passed and lies ahead again is reopened, and passes on its new day", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    await sleepTo(world, plusDays(day, 3), 10); // Thursday: due on Wednesday
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
    const off = plusDays(day, 1);
    const number = await dayOff(off);
    expect(await recompute(file, number)).toBe(1);
    expect(deadlineOf(await file.state(), "MOH-23", plusDays(day, 3))).toMatchObject({
      status: "open",
      dueOn: plusDays(day, 3),
    });
    expect(await rowOf(file, "MOH-23")).toMatchObject({ passed_at: null });
    await sleepTo(world, plusDays(day, 4), 0, 10);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(2));
  });

  test("MOH-23 a deadline that now lies in the past passes at once", async () => {
    const day = await morning(world, isPlainMonday);
    const off = plusDays(day, 1);
    await dayOff(off);
    const file = await fileAt(world, "complete");
    const friday = plusDays(day, 4);
    expect(deadlineOf(await file.state(), "MOH-23", day)).toMatchObject({ dueOn: plusDays(day, 3) });
    await sleepTo(world, plusDays(day, 3), 10); // its last day
    const number = await withdrawDay(world.pool, off);
    expect(await recompute(file, number)).toBe(1);
    expect(deadlineOf(await file.state(), "MOH-23", friday)).toMatchObject({ status: "overdue" });
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
    expect((await typesOf(file)).slice(-2)).toEqual(["calendarChanged", "deadlinePassed"]);
  });

  test("MOH-73 the report on a delay is no longer owed when the watch lies ahead again", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "asked");
    const reportOn = workingDay(day, 23);
    await sleepTo(world, reportOn, 9);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    const off = workingDay(day, 3);
    const number = await dayOff(off);
    await recompute(file, number);
    const state = await file.state();
    expect(openStepsOf(state)).not.toContain("report-delay");
    expect(deadlineOf(state, "MOH-73", reportOn)).toMatchObject({ status: "open", dueOn: reportOn });
    const next = workingDay(reportOn, 1);
    await sleepTo(world, next, 9);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay#2"));
  });

  test("commands given at the same time are all taken, and the record stays whole", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "asked");
    const papers = { documents: [{ kind: "altDocument", form: "copy" }] };
    const off = [5, 6, 7, 8].map((count) => workingDay(day, count));
    const numbers: number[] = [];
    for (const date of off) numbers.push(await dayOff(date));
    const add = (version: number) =>
      again(() =>
        file.give("addDocument", { payload: papers, expectedVersion: version, commandId: ids[version] ?? "" }),
      );
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const { version } = await file.state();
    const tell = async (): Promise<void> => {
      for (const number of numbers) await again(() => recompute(file, number));
    };
    const type = async (): Promise<void> => {
      for (let count = 0; count < 6; count += 1) await add(version + count);
    };
    await Promise.all([tell(), type()]);
    const state = await file.state();
    expect(state.version).toBe(version + 6);
    expect(state.calendar?.number).toBe(numbers.at(-1));
    expect((await typesOf(file)).filter((event) => event === "calendarChanged").length).toBeGreaterThan(0);
    expect(deadlineOf(state, "MOH-69", await today(world))).toMatchObject({ dueOn: workingDay(day, 7, { off }) });
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });

  test("MOH-23 a correction, and a change after it, are two moves", async () => {
    const day = await morning(world, isPlainMonday);
    const file = await fileAt(world, "complete");
    const earlier = plusDays(day, -3);
    await correct(file, 1, { on: earlier });
    const off = plusDays(day, 1);
    await recompute(file, await dayOff(off));
    const { moves } = (await file.state()).deadlines["MOH-23"] ?? {};
    expect(moves?.map(({ cause, from, to }) => [cause, from, to])).toEqual([
      ["correction", workingDay(day, 2), workingDay(earlier, 2)],
      ["calendar", workingDay(earlier, 2), workingDay(earlier, 2, { off: [off] })],
    ]);
  });
});

describe("a change that is being saved", () => {
  test("a command given meanwhile waits for it, and is counted with it", async () => {
    const file = await fileAt(world, "under-examination");
    const saving = await world.pool.connect();
    try {
      await saving.query("BEGIN");
      await saving.query(LOCK_CALENDAR);
      await saving.query(
        `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
         SELECT max(number) + 1, $1, '', '[]', 'done' FROM calendar_changes`,
        [randomUUID()],
      );
      let isDone = false;
      const giving = file.give("finishExamination", { payload: { decision: "approved" } }).finally(() => {
        isDone = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isDone).toBe(false);
      await saving.query("COMMIT");
      await giving;
    } finally {
      saving.release();
    }
    const { rows } = await world.pool.query<{ number: number }>("SELECT max(number) AS number FROM calendar_changes");
    expect(await rowOf(file, "MOH-26")).toMatchObject({ calendar_number: rows[0]?.number });
  });
});
