import { moh } from "../../domain/moh/process.ts";
import { describe, expect, test } from "@jest/globals";
import { caseStatus } from "../../domain/case/present.ts";
import { plusDays, workingDay } from "./support/days.ts";
import {
  deadlineOf,
  eventsOf,
  expectCompleted,
  fileAt,
  openStepsOf,
  rejectedFile,
  skippingWorld,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
/** Acts entered late, so that every date is known beforehand: a Wednesday before Easter. */
const ON = "2026-04-01";

describe("the main line, from the registry of the DSP to the Ministry's decision", () => {
  test.each([
    { name: "class A (MOH-67)", urgencyClass: "A" as const, cap: "MOH-69", days: 7, other: "MOH-70" },
    { name: "class B (MOH-68)", urgencyClass: "B" as const, cap: "MOH-70", days: 10, other: "MOH-69" },
    {
      name: "no class set: the term of class A (MOH-A32)",
      urgencyClass: undefined,
      cap: "MOH-69",
      days: 7,
      other: "MOH-70",
    },
  ])("MOH-10 … MOH-76 $name", async ({ urgencyClass, cap, days, other }) => {
    const file = await fileAt(world, "verdict", { on: ON, ...(urgencyClass === undefined ? {} : { urgencyClass }) });
    const now = await today(world);
    const before = await file.state();
    expect(deadlineOf(before, cap, now)).toMatchObject({ startsOn: ON, dueOn: workingDay(ON, days), status: "met" });
    expect(before.deadlines[other]).toBeUndefined();
    expect(before.facts.urgencyClass).toBe(urgencyClass);

    const told = await file.give("notifyPatient", { on: ON });
    expect(told.outcome).toBeUndefined(); // funds, payment, treatment: see after-approval
    expect(openStepsOf(told)).toEqual(["ask-for-ministry-number", "confirm-funds"]);
    expect(
      Object.values(told.deadlines).filter(({ endedBy, cancelled }) => (endedBy ?? cancelled) === undefined),
    ).toEqual([]);
  });

  test("MOH-10 … MOH-76 a file passes through S1 to S10", async () => {
    const places: string[] = [];
    for (const place of [
      "complete",
      "at-commission",
      "under-examination",
      "decided",
      "approved",
      "sendable",
      "sent",
      "at-ministry",
      "verdict",
    ] as const) {
      const state = await (await fileAt(world, place, { on: ON })).state();
      places.push(caseStatus(moh, state).state);
    }
    expect(places).toEqual(["S2", "S3", "S4", "S5", "S6b", "S7", "S8", "S9", "S10b"]);
  });

  test("MOH-69 and MOH-70 differ by the literal days around Easter 2026", async () => {
    // 7: 2, 3, 6, 7, 8, 9 April and, after Good Friday and Easter Monday, the 14th.
    const now = await today(world);
    expect(
      deadlineOf(await (await fileAt(world, "approved", { on: ON, urgencyClass: "A" })).state(), "MOH-69", now)?.dueOn,
    ).toBe("2026-04-14");
    expect(
      deadlineOf(await (await fileAt(world, "approved", { on: ON, urgencyClass: "B" })).state(), "MOH-70", now)?.dueOn,
    ).toBe("2026-04-17");
  });

  test("MOH-28 … MOH-31 a rejection is notified in 2 working days and ends the file", async () => {
    const file = await rejectedFile(world, { on: "2026-04-08" });
    const state = await file.state();
    expect(caseStatus(moh, state)).toMatchObject({ status: "rejected-by-commission", state: "S6a" });
    expect(openStepsOf(state)).toEqual(["notify-rejection"]);
    expect(deadlineOf(state, "MOH-28", await today(world))).toMatchObject({
      startsOn: "2026-04-08",
      dueOn: "2026-04-14",
    });
    expect(workingDay("2026-04-08", 2)).toBe("2026-04-14");
    expect(Object.keys(state.deadlines).filter((id) => ["MOH-27", "MOH-42", "MOH-69", "MOH-73"].includes(id))).toEqual(
      [],
    );
    const closed = await file.give("notifyPatient", { on: "2026-04-14" });
    expect(closed.outcome).toBe("rejected-by-commission");
    expect(deadlineOf(closed, "MOH-28", await today(world))?.status).toBe("met");
    await expectCompleted(file);
  });

  test("MOH-A15 the Ministry's rejection ends the file with a notice that has no term", async () => {
    const file = await fileAt(world, "at-ministry", { on: ON });
    const decided = await file.give("decideAtMinistry", { on: ON, payload: { decision: "rejected" } });
    expect(caseStatus(moh, decided)).toMatchObject({ status: "rejected-by-ministry", state: "S10a" });
    expect(openStepsOf(decided)).toEqual(["ask-for-ministry-number", "notify-ministry-rejection"]);
    expect(decided.steps["notify-ministry-rejection"]?.deadlines).toEqual([]);
    const closed = await file.give("notifyPatient", { payload: { decision: "rejected" } });
    expect(closed.outcome).toBe("rejected-by-ministry");
    await expectCompleted(file);
  });

  test("MOH-27, MOH-A15 the Ministry's decision takes the place of a notice of approval that was never given", async () => {
    const file = await fileAt(world, "verdict", { on: ON });
    const state = await file.state();
    expect(state.steps["notify-approval"]?.closed?.cause).toBe("superseded");
    expect(deadlineOf(state, "MOH-27", await today(world))?.status).toBe("cancelled");
    expect(openStepsOf(state)).toContain("notify-ministry-approval");
    expect(openStepsOf(await file.give("notifyPatient"))).not.toContain("notify-ministry-approval");
  });

  test("MOH-76 20 working days from the registration at the Ministry, not from the sending (MOH-A30)", async () => {
    const sent = await fileAt(world, "sent", { on: ON });
    expect(deadlineOf(await sent.state(), "MOH-76", ON)).toBeUndefined();
    const state = await sent.give("registerAtMinistry", { on: "2026-04-09" });
    expect(deadlineOf(state, "MOH-76", await today(world))).toMatchObject({
      startsOn: "2026-04-09",
      dueOn: workingDay("2026-04-09", 20),
      duty: "MOH_COMMISSION",
    });
    expect(workingDay("2026-04-09", 20)).toBe("2026-05-12");
  });

  test("MOH-71, MOH-72, MOH-A30 the patient may ask for the Ministry's number, without a term, beside the rest", async () => {
    const file = await fileAt(world, "at-ministry", { on: ON });
    const { rows } = await world.pool.query<{ ministry_number: string }>(
      "SELECT ministry_number FROM cases WHERE id = $1",
      [file.caseId],
    );
    expect(rows[0]?.ministry_number).toMatch(/^MS\/\d{4}\/\d{6}$/);
    const asked = await file.give("askForMinistryNumber", { on: plusDays(ON, 1) });
    expect(openStepsOf(asked)).toEqual(["decide-at-ministry", "notify-approval"]);
  });

  test("design 2: whatever a command changes is written by one transaction", async () => {
    const file = await fileAt(world, "verdict");
    await file.give("notifyPatient");
    const events = await eventsOf(world, file);
    const acts = events.filter(({ type }) => type === "actRecorded");
    expect(acts).toHaveLength(13);
    expect(new Set(acts.map(({ transaction }) => transaction)).size).toBe(13);
    expect(new Set(events.map(({ transaction }) => transaction)).size).toBe(13);
  });
});
