/** Rounds of clinics: announcement, other clinics, the term that starts anew (MOH-61 to MOH-63, MOH-69, MOH-70). */
import { describe, expect, test } from "@jest/globals";
import { workingDay } from "./support/days.ts";
import {
  ask,
  deadlineOf,
  decline,
  fileAt,
  MINUTES,
  offer,
  openStepsOf,
  skippingWorld,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
const ON = "2026-06-15"; // a Monday

describe("MOH-62, MOH-63: the DSP announces, the commission names others", () => {
  test("MOH-62, DEC-1, MOH-A10: from the last day of the silent window; three rounds; the watch does not restart", async () => {
    const file = await fileAt(world, "asked", { on: ON, urgencyClass: "B" });
    const silentOn = workingDay(ON, 7);
    const now = await today(world);
    let state = await file.state();
    expect(openStepsOf(state)).toContain("announce-commission");
    expect(deadlineOf(state, "MOH-62", now)).toMatchObject({
      startsOn: silentOn,
      dueOn: workingDay(silentOn, 2),
      duty: "DSP",
    });
    expect(await file.refused("registerNewMinutes", { payload: MINUTES(2) })).toMatchObject({
      code: "ANNOUNCEMENT_NEEDED",
    });
    state = await file.give("announceCommission", { on: silentOn });
    expect(openStepsOf(state)).toContain("name-other-clinics");
    expect(deadlineOf(state, "MOH-62", now)?.status).toBe("met");
    const round2 = workingDay(silentOn, 3);
    expect(
      await file.refused("registerNewMinutes", { on: round2, payload: { ...MINUTES(2), round: 3 } }),
    ).toMatchObject({ code: "ROUND_MISMATCH", params: { next: 2 } });
    state = await file.give("registerNewMinutes", { on: round2, payload: { ...MINUTES(2), round: 2 } });
    expect(state.facts.clinics.map(({ id }) => id)).toEqual(["clinic-1", "clinic-2", "clinic-3", "clinic-4"]);
    expect(deadlineOf(state, "MOH-70", now)?.status).toBe("cancelled");
    expect(deadlineOf(state, "MOH-70:round-2", now)).toMatchObject({
      startsOn: round2,
      dueOn: workingDay(round2, 10),
    });
    expect(deadlineOf(state, "MOH-73", now)).toMatchObject({ startsOn: ON, dueOn: workingDay(ON, 22) });
    await ask(file, 3, round2);
    await ask(file, 4, round2);
    await decline(file, 3, round2);
    state = await decline(file, 4, round2);
    expect(openStepsOf(state)).toContain("announce-commission#2");
    expect(deadlineOf(state, "MOH-62:round-2", now)).toMatchObject({ startsOn: round2 });
    await file.give("announceCommission", { on: round2, payload: { refused: ["clinic-3", "clinic-4"] } });
    state = await file.give("registerNewMinutes", { on: round2, payload: { ...MINUTES(1), urgencyClass: "A" } });
    expect(deadlineOf(state, "MOH-69:round-3", now)).toMatchObject({ dueOn: workingDay(round2, 7) });
    await ask(file, 5, round2);
    state = await offer(file, 5, round2);
    expect(openStepsOf(state)).toContain("send-to-ministry");
    state = await file.give("sendToMinistry", { on: round2 });
    expect(deadlineOf(state, "MOH-69:round-3", now)?.status).toBe("met");
    expect(openStepsOf(state)).not.toContain("correspond-with-clinics");
  });

  test("MOH-A32: new minutes change the class; the term runs from the same receipt", async () => {
    const file = await fileAt(world, "approved", { on: ON, urgencyClass: "B" });
    const now = await today(world);
    expect(await file.refused("registerNewMinutes", { payload: { urgencyClass: "B" } })).toMatchObject({
      code: "CLASS_UNCHANGED",
    });
    let state = await file.give("registerNewMinutes", { on: "2026-06-17", payload: { urgencyClass: "A" } });
    expect(deadlineOf(state, "MOH-70", now)?.status).toBe("cancelled");
    expect(deadlineOf(state, "MOH-69", now)).toMatchObject({ startsOn: ON, dueOn: workingDay(ON, 7) });
    state = await file.give("registerNewMinutes", { on: "2026-06-18", payload: { urgencyClass: "B" } });
    expect(deadlineOf(state, "MOH-70", now)?.status).toBe("overdue");
    expect(state.facts.urgencyClass).toBe("B");
  });

  test("MOH-A31: only a person closes a file without a clinic, with the reason", async () => {
    const file = await fileAt(world, "asked", { on: ON });
    const state = await file.give("closeWithoutClinic", { payload: { reason: "x" } });
    expect(state.outcome).toBe("closed-without-clinic");
  });
});
