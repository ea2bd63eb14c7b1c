import { describe, expect, test } from "@jest/globals";
import { plusDays, weekdayOf, workingDay, works } from "./support/days.ts";
import {
  actOf,
  ask,
  correct,
  deadlineOf,
  decline,
  eventsOf,
  eventually,
  expectPassing,
  fileAt,
  morning,
  offer,
  openStepsOf,
  skippingWorld,
  sleepTo,
  timesPassed,
  today,
  type MohFile,
} from "./support/world.ts";

const world = await skippingWorld();

async function makeSendable(file: MohFile, on: string): Promise<void> {
  for (const clinic of [1, 2]) await ask(file, clinic, on);
  await offer(file, 1, on);
  await decline(file, 2, on);
}

describe("MOH-73, the watch over delays (MOH-A11)", () => {
  test("MOH-73, DEC-8 day 22 is not late; the report is owed on the 23rd working day and opens with it", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const day22 = workingDay(day, 22);
    const day23 = workingDay(day, 23);
    expect(deadlineOf(await file.state(), "MOH-73", day)).toMatchObject({ startsOn: day, dueOn: day22 });

    await sleepTo(world, plusDays(day23, -1), 23, 50); // the end of day 22, or of the days off after it
    expect(openStepsOf(await file.state())).not.toContain("report-delay");
    expect(deadlineOf(await file.state(), "MOH-73", plusDays(day23, -1))?.status).toBe("open");
    expect(await timesPassed(world, file, "MOH-73")).toBe(0);

    await sleepTo(world, day23, 0, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    const state = await file.state();
    expect(deadlineOf(state, "MOH-73", day23)?.status).toBe("overdue");
    expect(deadlineOf(state, "MOH-73:report", day23)).toMatchObject({
      status: "open",
      startsOn: day,
      dueOn: day23,
      duty: "DSP",
    });
    const { rows } = await world.pool.query(
      "SELECT due_on FROM work_items WHERE case_id = $1 AND step = 'report-delay'",
      [file.caseId],
    );
    expect(rows).toEqual([{ due_on: day23 }]);
    await expectPassing(world, file, "MOH-73:report", day23);
    expect(await timesPassed(world, file, "MOH-73")).toBe(1);
  });

  test("MOH-73 a day 22 on a Friday does not pass over the week-end", async () => {
    const day = await morning(world, (date) => works(date) && weekdayOf(workingDay(date, 22)) === 5);
    const file = await fileAt(world, "approved");
    const friday = workingDay(day, 22);
    await sleepTo(world, plusDays(friday, 2), 12);
    expect(await timesPassed(world, file, "MOH-73")).toBe(0);
    expect(deadlineOf(await file.state(), "MOH-73", plusDays(friday, 1))?.status).toBe("open");
  });

  test("MOH-74, MOH-75 report, registration at the Ministry, intervention within 2 working days; the rest goes on beside", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    await sleepTo(world, workingDay(day, 23));
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    const reported = await file.give("reportDelay", { payload: { causes: "clinicile întârzie" } });
    expect(deadlineOf(reported, "MOH-73:report", await today(world))?.status).toBe("met");
    expect(deadlineOf(reported, "MOH-73", await today(world))?.status).toBe("overdue"); // the dossier is still owed
    expect(openStepsOf(reported)).toContain("register-delay-report");
    expect(openStepsOf(reported)).toContain("correspond-with-clinics");
    const registeredOn = await today(world);
    const registered = await file.give("registerDelayReport");
    const due = workingDay(registeredOn, 2);
    expect(deadlineOf(registered, "MOH-75", registeredOn)).toMatchObject({
      startsOn: registeredOn,
      dueOn: due,
      duty: "MOH",
    });
    await expectPassing(world, file, "MOH-75", due);
    const intervened = await file.give("intervene", { on: due });
    expect(deadlineOf(intervened, "MOH-75", await today(world))?.status).toBe("met");
    expect(openStepsOf(intervened)).toEqual(["correspond-with-clinics", "notify-approval", "present-correspondence"]);
    await makeSendable(file, await today(world));
    const sent = await file.give("sendToMinistry");
    expect(deadlineOf(sent, "MOH-73", await today(world))?.status).toBe("met-late");
  });

  test("MOH-73 sending the dossier ends the watch, and takes back a report that was not made yet", async () => {
    const day = await morning(world);
    const inTime = await fileAt(world, "sent");
    const late = await fileAt(world, "sendable");
    await sleepTo(world, workingDay(day, 24));
    await eventually(async () => expect(openStepsOf(await late.state())).toContain("report-delay"));
    expect(await timesPassed(world, inTime, "MOH-73")).toBe(0);
    expect(Object.keys((await inTime.state()).steps)).not.toContain("report-delay");
    const sent = await late.give("sendToMinistry");
    expect(sent.steps["report-delay"]?.closed?.cause).toBe("superseded");
    expect(deadlineOf(sent, "MOH-73:report", await today(world))?.status).toBe("cancelled");
    expect(await late.refused("reportDelay", { payload: { causes: "x" } })).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });

  test("MOH-73 a dossier sent on day 22 and entered after it was in time", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "sendable");
    await sleepTo(world, workingDay(day, 23));
    await eventually(async () => expect(await timesPassed(world, file, "MOH-73")).toBe(1));
    const state = await file.give("sendToMinistry", { on: workingDay(day, 22) });
    expect(deadlineOf(state, "MOH-73", await today(world))?.status).toBe("met");
    expect(state.steps["report-delay"]?.closed?.cause).toBe("superseded");
  });

  test("MOH-73 once made, the report goes its way to the intervention although the dossier is sent", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "sendable");
    await sleepTo(world, workingDay(day, 23));
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    await file.give("reportDelay", { payload: { causes: "x" } });
    await file.give("sendToMinistry");
    await file.give("registerDelayReport");
    const state = await file.give("intervene");
    expect(openStepsOf(state)).toEqual(["notify-approval", "register-at-ministry"]);
  });

  test("MOH-73 a corrected registration of the minutes moves the watch both ways", async () => {
    const now = await today(world);
    const from = "2026-02-02";
    const file = await fileAt(world, "approved", { on: from, minutes: { receivedOn: from } });
    const state = await file.state();
    const decision = actOf(state, "registerDecision");
    expect(deadlineOf(state, "MOH-73", now)).toMatchObject({ startsOn: from, dueOn: "2026-03-04", status: "overdue" });
    expect(workingDay(from, 22)).toBe("2026-03-04");
    expect(openStepsOf(state)).toContain("report-delay");

    // Later, so that it has not passed: the report is taken back.
    const later = await correct(file, decision, { field: "registeredOn", to: now });
    expect(deadlineOf(later, "MOH-73", now)).toMatchObject({
      startsOn: now,
      dueOn: workingDay(now, 22),
      status: "open",
    });
    expect(openStepsOf(later)).not.toContain("report-delay");
    expect(later.deadlines["MOH-73"]?.passedAt).toBeUndefined();

    // Back: it has passed again, and the report is owed again, by its own new date.
    const back = await correct(file, decision, { field: "registeredOn", to: "2026-02-03" });
    expect(deadlineOf(back, "MOH-73", now)).toMatchObject({
      startsOn: "2026-02-03",
      dueOn: workingDay("2026-02-03", 22),
      status: "overdue",
    });
    expect(openStepsOf(back)).toContain("report-delay#2");
    expect(deadlineOf(back, "MOH-73:report-2", now)).toMatchObject({ dueOn: workingDay("2026-02-03", 23) });
    expect(await timesPassed(world, file, "MOH-73")).toBe(2);
    const reported = await file.give("reportDelay", { payload: { causes: "x" } });
    expect(openStepsOf(reported)).toContain("register-delay-report");
    // The other terms of the minutes have not moved.
    expect(deadlineOf(reported, "MOH-69", now)?.startsOn).toBe(from);
  });

  test("MOH-73 a watch that was moved later still passes, on its new day", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved", { on: "2026-02-02" });
    await correct(file, actOf(await file.state(), "registerDecision"), { field: "registeredOn", to: day });
    await sleepTo(world, workingDay(day, 23), 0, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay#2"));
    expect(deadlineOf(await file.state(), "MOH-73:report-2", day)).toMatchObject({
      startsOn: day,
      dueOn: workingDay(day, 23),
    });
  });

  test("MOH-A11 the day of receipt stands for the day of registration when that is not known, and the reverse", async () => {
    const startOf = async (minutes: Record<string, unknown>) => {
      const file = await fileAt(world, "approved", {
        on: "2026-06-15",
        dates: { registerDecision: "2026-06-22" },
        minutes,
      });
      const { deadlines } = await file.state();
      return [deadlines["MOH-69"]?.due?.startsOn, deadlines["MOH-73"]?.due?.startsOn];
    };
    expect(await startOf({ receivedOn: "2026-06-17" })).toEqual(["2026-06-17", "2026-06-17"]);
    expect(await startOf({ registeredOn: "2026-06-18" })).toEqual(["2026-06-18", "2026-06-18"]);
    expect(await startOf({})).toEqual(["2026-06-22", "2026-06-22"]);
  });

  test("MOH-73 what passing opens is written with it, by one transaction", async () => {
    const file = await fileAt(world, "approved", { on: "2026-02-02" });
    const events = await eventsOf(world, file);
    const passed = events.find(({ type, data }) => type === "deadlinePassed" && data.deadline === "MOH-73");
    const opened = events.find(({ type, data }) => type === "stepOpened" && data.step === "report-delay");
    expect(passed?.transaction).toBeDefined();
    expect(opened?.transaction).toBe(passed?.transaction);
  });
});
