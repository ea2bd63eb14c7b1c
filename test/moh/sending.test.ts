import { moh } from "../../domain/moh/process.ts";
import { describe, expect, test } from "@jest/globals";
import { stepViews } from "../../domain/case/present.ts";
import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { plusDays, workingDay, workingDayFrom, works, weekdayOf } from "./support/days.ts";
import {
  actOf,
  ask,
  correct,
  deadlineOf,
  decline,
  expectPassing,
  fileAt,
  isPlainFriday,
  morning,
  offer,
  openStepsOf,
  skippingWorld,
  timesPassed,
  today,
} from "./support/world.ts";

const world = await skippingWorld();

async function queueDue(caseId: string, step: string): Promise<unknown> {
  const { rows } = await world.pool.query<{ due_on: string }>(
    "SELECT due_on FROM work_items WHERE case_id = $1 AND step = $2",
    [caseId, step],
  );
  return rows[0]?.due_on;
}

describe("MOH-64, 24 hours from the day on which the dossier became sendable (MOH-A9)", () => {
  test("MOH-64, DEC-4 with a date only it ends at the end of the next day", async () => {
    const now = await today(world);
    const file = await fileAt(world, "sendable", { on: "2026-06-16" });
    expect(deadlineOf(await file.state(), "MOH-64", now)).toEqual({
      status: "overdue",
      startsOn: "2026-06-16",
      dueOn: "2026-06-17",
      duty: "DSP",
    });
  });

  test.each([
    { name: "a Friday", sendable: "2026-06-19", due: "2026-06-20", practical: "2026-06-22" },
    { name: "a Saturday", sendable: "2026-06-20", due: "2026-06-21", practical: "2026-06-22" },
    { name: "a Sunday: the Monday works", sendable: "2026-06-21", due: "2026-06-22", practical: undefined },
    { name: "Maundy Thursday: over Easter", sendable: "2026-04-09", due: "2026-04-10", practical: "2026-04-14" },
    { name: "the eve of Labour Day on a Friday", sendable: "2026-04-30", due: "2026-05-01", practical: "2026-05-04" },
  ])("MOH-64, DEC-4 sendable on $name", async ({ sendable, due, practical }) => {
    const now = await today(world);
    const file = await fileAt(world, "sendable", { on: sendable });
    const found = deadlineOf(await file.state(), "MOH-64", now);
    expect(found).toMatchObject({ startsOn: sendable, dueOn: due });
    expect(found?.practicalDueOn).toBe(practical);
    if (practical === undefined) return;
    // The naive count agrees, and done by the practical day is met.
    expect(workingDayFrom(due)).toBe(practical);
    expect(deadlineOf(await file.give("sendToMinistry", { on: practical }), "MOH-64", now)?.status).toBe("met");
    const late = await fileAt(world, "sendable", { on: sendable });
    expect(deadlineOf(await late.give("sendToMinistry", { on: plusDays(practical, 1) }), "MOH-64", now)?.status).toBe(
      "met-late",
    );
  });

  test("MOH-64, DEC-4 a term that ends on a week-end passes after the Monday", async () => {
    const friday = await morning(world, isPlainFriday);
    const file = await fileAt(world, "sendable");
    expect(deadlineOf(await file.state(), "MOH-64", friday)).toMatchObject({
      dueOn: plusDays(friday, 1),
      practicalDueOn: plusDays(friday, 3),
    });
    await expectPassing(world, file, "MOH-64", plusDays(friday, 3));
    expect(deadlineOf(await file.give("sendToMinistry"), "MOH-64", await today(world))?.status).toBe("met-late");
  });

  test("MOH-64 sent in time but entered late is met; that it passed stays in the record", async () => {
    const day = await morning(world, (date) => works(date) && works(plusDays(date, 1)));
    const file = await fileAt(world, "sendable");
    await expectPassing(world, file, "MOH-64", plusDays(day, 1));
    const state = await file.give("sendToMinistry", { on: plusDays(day, 1) });
    expect(deadlineOf(state, "MOH-64", await today(world))?.status).toBe("met");
    expect(state.deadlines["MOH-64"]?.passedAt).toBeDefined();
    expect(await timesPassed(world, file, "MOH-64")).toBe(1);
  });

  test("MOH-64 runs from the last answer that was needed, in whatever order the answers are entered", async () => {
    const now = await today(world);
    const file = await fileAt(world, "approved", { on: "2026-06-15", clinics: 3 });
    for (const clinic of [1, 2, 3]) await ask(file, clinic, "2026-06-15");
    await offer(file, 1, "2026-06-23");
    const first = await decline(file, 2, "2026-06-18");
    expect(deadlineOf(first, "MOH-64", now)).toMatchObject({ startsOn: "2026-06-23", dueOn: "2026-06-24" });
    // An answer that had come earlier, entered late: with it the dossier was sendable before.
    await decline(file, 3, "2026-06-17");
    const earlier = await offer(file, 2, "2026-06-19");
    expect(deadlineOf(earlier, "MOH-64", now)).toMatchObject({
      startsOn: "2026-06-19",
      dueOn: "2026-06-20",
      practicalDueOn: "2026-06-22",
    });
    expect(earlier.deadlines["MOH-64"]?.moves).toMatchObject([
      { cause: "entry", from: "2026-06-24", to: "2026-06-22" },
    ]);
    expect(await file.refused("sendToMinistry", { on: "2026-06-18" })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "recordClinicAnswer", precedingOn: "2026-06-19" },
    });
    // A later answer than those needed changes nothing.
    expect(deadlineOf(await offer(file, 3, "2026-06-26"), "MOH-64", now)).toMatchObject({ startsOn: "2026-06-19" });
  });

  test("MOH-64 a corrected answer moves the 24 hours, and another may then be the one that sufficed", async () => {
    const now = await today(world);
    const file = await fileAt(world, "asked", { on: "2026-06-15", clinics: 3 });
    await offer(file, 1, "2026-06-16");
    const second = await decline(file, 2, "2026-06-17");
    await decline(file, 3, "2026-06-23");
    const moved = await correct(file, actOf(second, "recordClinicAnswer"), { on: "2026-06-18" });
    expect(deadlineOf(moved, "MOH-64", now)).toMatchObject({ startsOn: "2026-06-18" });
    const other = await correct(file, actOf(second, "recordClinicAnswer"), { on: "2026-06-25" });
    expect(deadlineOf(other, "MOH-64", now)).toMatchObject({ startsOn: "2026-06-23", dueOn: "2026-06-24" });
    expect(openStepsOf(other)).toContain("send-to-ministry");
  });
});

describe("MOH-69, MOH-70, the cap from the receipt of the minutes", () => {
  test.each([
    { urgencyClass: "A" as const, cap: "MOH-69", days: 7 },
    { urgencyClass: "B" as const, cap: "MOH-70", days: 10 },
  ])(
    "$cap runs from the day the DSP received the minutes, beside the 24 hours (MOH-A9)",
    async ({ urgencyClass, cap, days }) => {
      const now = await today(world);
      const file = await fileAt(world, "approved", {
        on: "2026-06-15",
        dates: { registerDecision: "2026-06-19" },
        decision: { approvedOn: "2026-06-15", communicatedOn: "2026-06-16" },
        minutes: { receivedOn: "2026-06-17", registeredOn: "2026-06-18" },
        urgencyClass,
      });
      const state = await file.state();
      expect(deadlineOf(state, cap, now)).toMatchObject({
        startsOn: "2026-06-17",
        dueOn: workingDay("2026-06-17", days),
        duty: "DSP",
      });
      expect(deadlineOf(state, "MOH-73", now)).toMatchObject({
        startsOn: "2026-06-18",
        dueOn: workingDay("2026-06-18", 22),
      });
      expect(deadlineOf(state, "MOH-27", now)).toMatchObject({ startsOn: "2026-06-19" });
      expect(deadlineOf(state, "MOH-42", now)).toMatchObject({ startsOn: "2026-06-15" });
    },
  );

  test("MOH-A9 the queue and the file show the earlier of both terms", async () => {
    const institutions = { dsp: "DSP-CJ", cst: "CST-CJ", ministry: "MS" };
    const shown = (state: Awaited<ReturnType<typeof offer>>, step: string) =>
      stepViews(moh, state, {
        today: plainDate("2026-06-25"),
        institutions,
        calendarOf: () => romanianCalendar(),
        settings: {},
      }).find((view) => view.step === step)?.dueOn;
    // Class A, received on the 15th: the cap is the 24th.
    const early = await fileAt(world, "asked", { on: "2026-06-15", urgencyClass: "A" });
    await offer(early, 1, "2026-06-16");
    const hours = await decline(early, 2, "2026-06-16");
    expect(await queueDue(early.caseId, "correspond-with-clinics")).toBe("2026-06-24");
    expect(await queueDue(early.caseId, "send-to-ministry")).toBe("2026-06-17");
    expect(shown(hours, "send-to-ministry")).toBe("2026-06-17");
    const late = await fileAt(world, "asked", { on: "2026-06-15", urgencyClass: "A" });
    await offer(late, 1, "2026-06-29");
    const cap = await decline(late, 2, "2026-06-29");
    expect(await queueDue(late.caseId, "send-to-ministry")).toBe("2026-06-24");
    expect(shown(cap, "send-to-ministry")).toBe("2026-06-24");
  });

  test("MOH-69 passes at its end without a change of state, and sending ends everything that ran until then", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const due = workingDay(day, 7);
    await expectPassing(world, file, "MOH-69", due);
    expect(openStepsOf(await file.state())).toEqual([
      "correspond-with-clinics",
      "notify-approval",
      "present-correspondence",
    ]);
    for (const clinic of [1, 2]) await ask(file, clinic);
    await offer(file, 1);
    await decline(file, 2);
    const state = await file.give("sendToMinistry");
    const now = await today(world);
    const of = (id: string) => deadlineOf(state, id, now)?.status;
    expect([of("MOH-69"), of("MOH-42"), of("MOH-73"), of("MOH-64")]).toEqual(["met-late", "met-late", "met", "met"]);
    // The notice is still owed.
    expect(openStepsOf(state)).toEqual(["notify-approval", "register-at-ministry"]);
  });

  test("MOH-61 the windows that still run end when the dossier is sent", async () => {
    const file = await fileAt(world, "asked", { clinics: 3 });
    await offer(file, 1);
    await decline(file, 2);
    const state = await file.give("sendToMinistry");
    expect(deadlineOf(state, "MOH-61:clinic-3", await today(world))?.status).toBe("cancelled");
    expect(
      await file.refused("recordClinicAnswer", { payload: { clinic: "clinic-3", kind: "refusal" } }),
    ).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });
});

test("the fixed dates of this file are the days they are said to be", () => {
  expect([weekdayOf("2026-06-15"), weekdayOf("2026-06-19"), works("2026-04-10"), works("2026-04-13")]).toEqual([
    1,
    5,
    false,
    false,
  ]);
});
