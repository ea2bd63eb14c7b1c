import { describe, expect, test } from "@jest/globals";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { works, plusDays, workingDay } from "./support/days.ts";
import {
  deadlineOf,
  eventsOf,
  expectPassing,
  fileAt,
  MINUTES,
  morning,
  REJECTION,
  skippingWorld,
  timesPassed,
  today,
  type MohFile,
  type Place,
  type Way,
} from "./support/world.ts";

const world = await skippingWorld();

interface Late {
  readonly id: string;
  readonly days: number;
  readonly place: Place;
  readonly way?: Way;
  /** Brings the file from its place to the start of the term. */
  readonly start?: (file: MohFile) => Promise<unknown>;
  /** The act that keeps it. */
  readonly act: MohCommandType;
  readonly payload?: Record<string, unknown>;
}

const DEADLINES: readonly Late[] = [
  { id: "MOH-23", days: 2, place: "complete", act: "sendToCommission" },
  {
    id: "MOH-26",
    days: 1,
    place: "decided",
    act: "registerDecision",
    payload: { decision: "approved", minutes: MINUTES(2) },
  },
  { id: "MOH-27", days: 7, place: "approved", act: "notifyPatient" },
  {
    id: "MOH-28",
    days: 2,
    place: "under-examination",
    start: async (file) => {
      await file.give("finishExamination", { payload: { decision: "rejected" } });
      await file.give("registerDecision", { payload: REJECTION });
    },
    act: "notifyPatient",
  },
  { id: "MOH-42", days: 7, place: "asked", act: "presentCorrespondence" },
  {
    id: "MOH-42",
    days: 7,
    place: "asked",
    start: (file) => file.give("signUndertaking", { payload: { signedBy: "patient" } }),
    act: "presentCorrespondence",
  },
  {
    id: "MOH-61:clinic-1",
    days: 7,
    place: "asked",
    act: "recordClinicAnswer",
    payload: { clinic: "clinic-1", kind: "refusal" },
  },
  { id: "MOH-69", days: 7, place: "sendable", act: "sendToMinistry" },
  { id: "MOH-70", days: 10, place: "sendable", way: { urgencyClass: "B" }, act: "sendToMinistry" },
  { id: "MOH-73", days: 22, place: "sendable", act: "sendToMinistry" },
  { id: "MOH-76", days: 20, place: "at-ministry", act: "decideAtMinistry", payload: { decision: "rejected" } },
];

describe("late at each deadline", () => {
  test.each(DEADLINES)(
    "$id passes once at the end of working day $days, and is then met late by $act",
    async ({ id, days, place, way, start, act, payload }) => {
      // Its last day is followed by a working day, so that the watch of MOH-73 too passes with the next day.
      const day = await morning(world, (date) => works(date) && works(plusDays(workingDay(date, days), 1)));
      const file = await fileAt(world, place, way);
      await start?.(file);
      const due = workingDay(day, days);
      expect(deadlineOf(await file.state(), id, day)).toMatchObject({ startsOn: day, dueOn: due, status: "open" });
      await expectPassing(world, file, id, due);
      const state = await file.give(act, { payload: payload ?? {} });
      expect(deadlineOf(state, id, await today(world))?.status).toBe("met-late");
      expect(await timesPassed(world, file, id)).toBe(1);
    },
  );

  test.each(DEADLINES)(
    "$id: $act entered late with a date in the term is met, and a day later it is met late",
    async ({ id, days, place, way, start, act, payload }) => {
      const day = await morning(world);
      const [inTime, late] = [await fileAt(world, place, way), await fileAt(world, place, way)];
      for (const file of [inTime, late]) await start?.(file);
      const due = workingDay(day, days);
      await morning(world, (date) => date > plusDays(due, 4));
      const give = (file: MohFile, on: string) => file.give(act, { on, payload: payload ?? {} });
      const now = await today(world);
      expect(deadlineOf(await give(inTime, due), id, now)?.status).toBe("met");
      expect(deadlineOf(await give(late, workingDay(due, 1)), id, now)?.status).toBe("met-late");
    },
  );

  test("a deadline entered when it was already over passes at once, is answered with the command, and once", async () => {
    const file = await fileAt(world, "complete", { on: "2026-03-02" });
    expect(await timesPassed(world, file, "MOH-23")).toBe(1); // the answer to the filing waited for it
    const state = await file.give("sendToCommission", { on: "2026-03-04" });
    expect(deadlineOf(state, "MOH-23", await today(world))?.status).toBe("met");
    await world.sleep("2 days");
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
  });

  test("several terms that pass at the same moment are recorded together, each once", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const due = workingDay(day, 7);
    await expectPassing(world, file, "MOH-27", due);
    for (const id of ["MOH-42", "MOH-69"]) expect(await timesPassed(world, file, id)).toBe(1);
    const passed = (await eventsOf(world, file)).filter(({ type }) => type === "deadlinePassed");
    expect(new Set(passed.map(({ transaction }) => transaction)).size).toBe(1);
  });
});
