import { describe, expect, test } from "@jest/globals";
import { plusDays, workingDay } from "./support/days.ts";
import {
  actOf,
  ask,
  correct,
  correction,
  deadlineOf,
  eventsOf,
  fileAt,
  MINUTES,
  morning,
  offer,
  PEOPLE,
  skippingWorld,
  timesPassed,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
const now = await today(world);
const ON = "2026-06-15"; // a Monday

describe("a corrected date", () => {
  test("MOH-23 moves the term that runs from it, both ways, and is an act of its own", async () => {
    const file = await fileAt(world, "complete", { on: ON });
    const later = await correct(file, 1, { on: "2026-06-18" });
    expect(deadlineOf(later, "MOH-23", now)).toMatchObject({
      startsOn: "2026-06-18",
      dueOn: workingDay("2026-06-18", 2),
    });
    const earlier = await correct(file, 1, { on: "2026-06-11" });
    expect(deadlineOf(earlier, "MOH-23", now)).toMatchObject({
      startsOn: "2026-06-11",
      dueOn: workingDay("2026-06-11", 2),
    });
    expect(earlier.version).toBe(3);
    // Nothing is deleted: the record holds what was entered first.
    const [filed] = await eventsOf(world, file);
    expect(filed?.data.act).toMatchObject({ type: "fileDossier", dates: { occurredOn: ON } });
    const { rows } = await world.pool.query("SELECT starts_on, due_on FROM deadlines WHERE case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ starts_on: "2026-06-11", due_on: workingDay("2026-06-11", 2) }]);
  });

  test("MOH-23 turns met into met late and back", async () => {
    const file = await fileAt(world, "at-commission", { on: ON });
    const of = async (state: Awaited<ReturnType<typeof correct>>) => {
      const { rows } = await world.pool.query<{ met_on: string }>(
        "SELECT met_on FROM deadlines WHERE case_id = $1 AND id = 'MOH-23'",
        [file.caseId],
      );
      return [deadlineOf(state, "MOH-23", now)?.status, rows[0]?.met_on];
    };
    const state = await file.state();
    const sent = actOf(state, "sendToCommission");
    expect(await of(state)).toEqual(["met", ON]);
    expect(await of(await correct(file, sent, { on: "2026-06-18" }))).toEqual(["met-late", "2026-06-18"]);
    expect(await of(await correct(file, sent, { on: "2026-06-17" }))).toEqual(["met", "2026-06-17"]);
    expect(await of(await correct(file, 1, { on: "2026-06-12" }))).toEqual(["met-late", "2026-06-17"]);
    expect(await of(await correct(file, 1, { on: "2026-06-15" }))).toEqual(["met", "2026-06-17"]);
  });

  test("MOH-23 a term that had passed runs again when its start moves, and passes again on its new day", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete", { on: "2026-03-02" });
    expect(await timesPassed(world, file, "MOH-23")).toBe(1);
    const moved = await correct(file, 1, { on: day });
    expect(deadlineOf(moved, "MOH-23", day)).toMatchObject({ status: "open", dueOn: workingDay(day, 2) });
    expect(moved.deadlines["MOH-23"]?.passedAt).toBeUndefined();
    await morning(world, (date) => date > workingDay(day, 2));
    expect(await timesPassed(world, file, "MOH-23")).toBe(2);
  });

  test("MOH-26, MOH-27, MOH-42, MOH-69, MOH-73 each date of a decision moves the terms that run from it", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    await file.give("registerDecision", {
      on: "2026-06-19",
      payload: {
        decision: "approved",
        approvedOn: "2026-06-16",
        communicatedOn: "2026-06-17",
        minutes: { ...MINUTES(2, "A"), receivedOn: "2026-06-18", registeredOn: "2026-06-18" },
      },
    });
    const act = actOf(await file.state(), "registerDecision");
    const starts = (state: Awaited<ReturnType<typeof correct>>) =>
      ["MOH-27", "MOH-42", "MOH-69", "MOH-73"].map((id) => state.deadlines[id]?.due?.startsOn);
    expect(starts(await file.state())).toEqual(["2026-06-19", "2026-06-16", "2026-06-18", "2026-06-18"]);
    const communicated = await correct(file, act, { field: "communicatedOn", to: "2026-06-16" });
    expect(deadlineOf(communicated, "MOH-26", now)?.status).toBe("met");
    expect(starts(communicated)).toEqual(["2026-06-19", "2026-06-16", "2026-06-18", "2026-06-18"]);
    expect(starts(await correct(file, act, { field: "approvedOn", to: "2026-06-15" }))).toEqual([
      "2026-06-19",
      "2026-06-15",
      "2026-06-18",
      "2026-06-18",
    ]);
    expect(starts(await correct(file, act, { field: "receivedOn", to: "2026-06-17" }))).toEqual([
      "2026-06-19",
      "2026-06-15",
      "2026-06-17",
      "2026-06-18",
    ]);
    expect(starts(await correct(file, act, { field: "registeredOn", to: "2026-06-22" }))).toEqual([
      "2026-06-19",
      "2026-06-15",
      "2026-06-17",
      "2026-06-22",
    ]);
    expect(starts(await correct(file, act, { on: "2026-06-23" }))).toEqual([
      "2026-06-23",
      "2026-06-15",
      "2026-06-17",
      "2026-06-22",
    ]);
  });

  test("MOH-A11, MOH-A12 the dates that were taken from it by default move with it, those entered stay", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    await file.give("registerDecision", {
      on: "2026-06-19",
      payload: { decision: "approved", communicatedOn: "2026-06-16", minutes: MINUTES(2) },
    });
    const state = await file.state();
    const act = actOf(state, "registerDecision");
    expect(state.acts[act]?.dates).toEqual({
      occurredOn: "2026-06-19",
      communicatedOn: "2026-06-16",
      approvedOn: ON,
      receivedOn: "2026-06-19",
      registeredOn: "2026-06-19",
    });
    const moved = await correct(file, act, { on: "2026-06-18" });
    expect(moved.acts[act]?.dates).toEqual({
      occurredOn: "2026-06-18",
      communicatedOn: "2026-06-16",
      approvedOn: ON,
      receivedOn: "2026-06-18",
      registeredOn: "2026-06-18",
    });
    expect(["MOH-27", "MOH-69", "MOH-73"].map((id) => moved.deadlines[id]?.due?.startsOn)).toEqual([
      "2026-06-18",
      "2026-06-18",
      "2026-06-18",
    ]);
    // The approval was taken from the end of the examination.
    const examined = await correct(file, actOf(state, "finishExamination"), { on: "2026-06-16" });
    expect(deadlineOf(examined, "MOH-42", now)).toMatchObject({
      startsOn: "2026-06-16",
      dueOn: workingDay("2026-06-16", 7),
    });
    expect(deadlineOf(examined, "MOH-26", now)).toMatchObject({ startsOn: "2026-06-16", dueOn: "2026-06-17" });
    // A date that was corrected does not follow any more.
    await correct(file, act, { field: "registeredOn", to: "2026-06-22" });
    const again = await correct(file, act, { on: "2026-06-17" });
    expect(["MOH-27", "MOH-69", "MOH-73"].map((id) => again.deadlines[id]?.due?.startsOn)).toEqual([
      "2026-06-17",
      "2026-06-22",
      "2026-06-22",
    ]);
  });

  test("MOH-76 moves at the Ministry too", async () => {
    const file = await fileAt(world, "at-ministry", { on: ON });
    const state = await correct(file, actOf(await file.state(), "registerAtMinistry"), { on: "2026-06-17" });
    expect(deadlineOf(state, "MOH-76", now)).toMatchObject({
      startsOn: "2026-06-17",
      dueOn: workingDay("2026-06-17", 20),
    });
  });
});

describe("a correction is refused", () => {
  test("DEC-10 when it lies in the future, or before the calendar begins, naming the field", async () => {
    const file = await fileAt(world, "at-commission", { on: ON });
    const future = plusDays(await today(world), 2);
    expect(await file.refused("correctDate", { payload: correction(4, { on: future }) })).toMatchObject({
      kind: "invalid",
      code: "FUTURE_DATE",
      field: "newOccurredOn",
      params: { date: future },
    });
    expect(await file.refused("correctDate", { payload: correction(1, { on: "2011-12-31" }) })).toMatchObject({
      code: "BEFORE_CALENDAR",
      field: "newOccurredOn",
    });
    expect(
      await file.refused("correctDate", { on: future, payload: correction(1, { on: "2026-06-12" }) }),
    ).toMatchObject({ code: "FUTURE_DATE", field: "occurredOn" });
  });

  test("DEC-10 when it lies before the act that it follows, or after the act that follows it, naming that act and its date", async () => {
    const file = await fileAt(world, "under-examination", {
      dates: { fileDossier: "2026-06-15", sendToCommission: "2026-06-17", beginExamination: "2026-06-19" },
    });
    const sent = actOf(await file.state(), "sendToCommission");
    const refused = (on: string) => file.refused("correctDate", { payload: correction(sent, { on }) });
    expect(await refused("2026-06-14")).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      field: "newOccurredOn",
      params: { precedingAct: "fileDossier", precedingOn: "2026-06-15" },
    });
    expect(await refused("2026-06-20")).toMatchObject({
      code: "AFTER_FOLLOWING_ACT",
      field: "newOccurredOn",
      params: { followingAct: "beginExamination", followingOn: "2026-06-19" },
    });
    await correct(file, sent, { on: "2026-06-15" });
    await correct(file, sent, { on: "2026-06-19" });
  });

  test("MOH-26, DEC-10 when the examination would end after its decision was communicated, or the decision be told before it", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    await file.give("registerDecision", {
      on: "2026-06-19",
      payload: { decision: "approved", communicatedOn: "2026-06-16", minutes: MINUTES(2) },
    });
    const state = await file.state();
    expect(
      await file.refused("correctDate", {
        payload: correction(actOf(state, "finishExamination"), { on: "2026-06-17" }),
      }),
    ).toMatchObject({
      code: "AFTER_FOLLOWING_ACT",
      params: { followingAct: "registerDecision", followingOn: "2026-06-16" },
    });
    expect(
      await file.refused("correctDate", {
        payload: correction(actOf(state, "registerDecision"), { field: "communicatedOn", to: "2026-06-12" }),
      }),
    ).toMatchObject({ code: "DATE_ORDER", field: "newValue", params: { what: "finishExamination", notBefore: ON } });
    expect(
      await file.refused("correctDate", {
        payload: correction(actOf(state, "registerDecision"), { field: "communicatedOn", to: "2026-06-20" }),
      }),
    ).toMatchObject({ code: "DATE_ORDER", field: "newValue" });
    expect(
      await file.refused("correctDate", {
        payload: correction(actOf(state, "registerDecision"), { field: "receivedOn", to: "2026-06-12" }),
      }),
    ).toMatchObject({ code: "DATE_ORDER", field: "newValue", params: { what: "approvedOn" } });
  });

  test("DEC-10 a clinic's answer stays after its request, and the request before its answer", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    const asked = await ask(file, 1, "2026-06-16");
    const answered = await offer(file, 1, "2026-06-18");
    expect(
      await file.refused("correctDate", { payload: correction(actOf(answered, "recordClinicAnswer"), { on: ON }) }),
    ).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "sendClinicRequest" },
    });
    expect(
      await file.refused("correctDate", {
        payload: correction(actOf(asked, "sendClinicRequest"), { on: "2026-06-19" }),
      }),
    ).toMatchObject({
      code: "AFTER_FOLLOWING_ACT",
      params: { followingAct: "recordClinicAnswer" },
    });
  });

  test("for an act that is not there, a date that the act does not have, a correction, and no change", async () => {
    const file = await fileAt(world, "at-commission", { on: ON });
    const refused = (act: number, change: Parameters<typeof correction>[1]) =>
      file.refused("correctDate", { payload: correction(act, change) });
    expect(await refused(99, { on: ON })).toMatchObject({ code: "UNKNOWN_ACT", field: "corrects" });
    expect(await refused(2, { on: ON })).toMatchObject({ code: "UNKNOWN_ACT" }); // a place in the record that holds no act
    expect(await refused(1, { field: "receivedOn", to: "2026-06-16" })).toMatchObject({
      code: "NOT_CORRECTABLE",
      params: { allowed: "occurredOn" },
    });
    expect(await refused(1, { on: ON })).toMatchObject({ code: "UNCHANGED", field: "newOccurredOn" });
    const corrected = await correct(file, 1, { on: "2026-06-12" });
    expect(await refused(actOf(corrected, "correctDate"), { on: "2026-06-12" })).toMatchObject({
      code: "NOT_CORRECTABLE",
    });
  });

  test("by people of another institution; the DSP may correct every act of its file", async () => {
    const file = await fileAt(world, "at-ministry", { on: ON });
    const state = await file.state();
    const [sent, begun, registered] = [
      actOf(state, "sendToCommission"),
      actOf(state, "beginExamination"),
      actOf(state, "registerAtMinistry"),
    ];
    const by = (person: keyof typeof PEOPLE, act: number) => ({
      by: PEOPLE[person],
      payload: correction(act, { on: "2026-06-16" }),
    });
    for (const act of [sent, registered])
      expect(await file.refused("correctDate", by("cst", act))).toMatchObject({
        code: "NOT_YOUR_ACT",
        field: "corrects",
      });
    for (const act of [sent, begun])
      expect(await file.refused("correctDate", by("ministry", act))).toMatchObject({ code: "NOT_YOUR_ACT" });
    expect(
      (await correct(file, registered, { on: "2026-06-16" }, { by: PEOPLE.ministry })).acts[registered]?.dates[
        "occurredOn"
      ],
    ).toBe("2026-06-16");
    expect(
      (await correct(file, registered, { on: "2026-06-17" }, { by: PEOPLE.dsp })).acts[registered]?.dates["occurredOn"],
    ).toBe("2026-06-17");
    expect(
      (await correct(file, registered, { on: "2026-06-18" }, { by: PEOPLE.supervisor })).acts[registered]?.dates[
        "occurredOn"
      ],
    ).toBe("2026-06-18");
    const own = await fileAt(world, "under-examination", { on: ON });
    const beginning = actOf(await own.state(), "beginExamination");
    expect(
      (await correct(own, beginning, { on: "2026-06-16" }, { by: PEOPLE.cst })).acts[beginning]?.dates["occurredOn"],
    ).toBe("2026-06-16");
  });
});
