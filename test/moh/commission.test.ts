import { describe, expect, test } from "@jest/globals";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { declareDay } from "../support/calendar.ts";
import { workingDay } from "./support/days.ts";
import {
  ask,
  deadlineOf,
  fileAt,
  MINUTES,
  openStepsOf,
  rejectedFile,
  REJECTION,
  skippingWorld,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
const now = await today(world);
const ON = "2026-04-08"; // a Wednesday; Good Friday and Easter Monday follow

const approval = (more: Record<string, unknown> = {}, minutes: Record<string, unknown> = {}) => ({
  payload: { decision: "approved", ...more, minutes: { ...MINUTES(2), ...minutes } },
});

describe("the commission decides and tells the DSP", () => {
  test("MOH-24, MOH-A4 no term runs while the commission examines", async () => {
    const file = await fileAt(world, "under-examination", { on: ON });
    const state = await file.state();
    expect(openStepsOf(state)).toEqual(["finish-examination"]);
    expect(Object.keys(state.deadlines)).toEqual(["MOH-23"]);
  });

  test("MOH-26 is kept by the day the decision was communicated, not by its registration", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    expect(deadlineOf(await file.state(), "MOH-26", now)).toMatchObject({
      startsOn: ON,
      dueOn: "2026-04-09",
      duty: "CST",
    });
    const state = await file.give("registerDecision", {
      on: "2026-04-20",
      ...approval({ communicatedOn: "2026-04-09" }),
    });
    expect(deadlineOf(state, "MOH-26", now)?.status).toBe("met");
    const { rows } = await world.pool.query("SELECT met_on FROM deadlines WHERE case_id = $1 AND id = 'MOH-26'", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ met_on: "2026-04-09" }]);

    const late = await fileAt(world, "decided", { on: ON });
    expect(
      deadlineOf(
        await late.give("registerDecision", { on: "2026-04-20", ...approval({ communicatedOn: "2026-04-10" }) }),
        "MOH-26",
        now,
      )?.status,
    ).toBe("met-late");
  });

  test("MOH-26, MOH-A12 the day of registration stands for the day of communication when that is not known", async () => {
    const inTime = await fileAt(world, "decided", { on: ON });
    expect(
      deadlineOf(await inTime.give("registerDecision", { on: "2026-04-09", ...approval() }), "MOH-26", now)?.status,
    ).toBe("met");
    const late = await fileAt(world, "decided", { on: ON });
    expect(
      deadlineOf(await late.give("registerDecision", { on: "2026-04-14", ...approval() }), "MOH-26", now)?.status,
    ).toBe("met-late");
  });

  test("MOH-25 what is registered is what the commission decided", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    expect(await file.refused("registerDecision", { on: ON, payload: REJECTION })).toMatchObject({
      code: "DECISION_MISMATCH",
      field: "decision",
      rule: "MOH-25",
    });
  });

  test("MOH-26, MOH-A11, MOH-A12 the dates of a decision are in order", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    const refused = (on: string, more: Record<string, unknown>, minutes: Record<string, unknown> = {}) =>
      file.refused("registerDecision", { on, ...approval(more, minutes) });
    expect(await refused("2026-04-20", { communicatedOn: "2026-04-07" })).toMatchObject({
      code: "DATE_ORDER",
      field: "communicatedOn",
      params: { what: "finishExamination", notBefore: ON },
    });
    expect(await refused("2026-04-20", { communicatedOn: "2026-04-21" })).toMatchObject({
      code: "DATE_ORDER",
      field: "occurredOn",
    });
    expect(await refused("2026-04-20", { communicatedOn: "2026-04-09", approvedOn: "2026-04-10" })).toMatchObject({
      code: "DATE_ORDER",
      field: "communicatedOn",
    });
    expect(await refused("2026-04-20", { approvedOn: "2026-04-10" }, { receivedOn: "2026-04-09" })).toMatchObject({
      code: "DATE_ORDER",
      field: "minutes.receivedOn",
    });
    expect(await refused("2026-04-20", {}, { receivedOn: "2026-04-15", registeredOn: "2026-04-14" })).toMatchObject({
      code: "DATE_ORDER",
      field: "minutes.registeredOn",
    });
    expect(await refused("2026-04-20", {}, { receivedOn: "2100-01-01" })).toMatchObject({
      code: "FUTURE_DATE",
      field: "minutes.receivedOn",
    });
  });

  test("MOH-29, MOH-30, MOH-31 a rejection states its causes, the conduct and the unit in Romania", () => {
    const parses = (payload: unknown) => MOH_COMMAND_SCHEMAS.registerDecision.payload.safeParse(payload);
    expect(parses(REJECTION).success).toBe(true);
    for (const field of ["causes", "medicalConduct", "recommendedUnitInRomania"]) {
      expect(parses({ ...REJECTION, [field]: undefined }).error?.issues).toEqual([
        expect.objectContaining({ path: [field] }),
      ]);
      expect(parses({ ...REJECTION, [field]: "  " }).success).toBe(false);
    }
  });

  test("MOH-33 an approval names at least one clinic", () => {
    const parses = (clinics: unknown[]) =>
      MOH_COMMAND_SCHEMAS.registerDecision.payload.safeParse({ decision: "approved", minutes: { clinics } }).success;
    expect(parses([])).toBe(false);
    expect(parses([{ name: "A", country: "DE" }])).toBe(true);
  });
});

describe("the notice to the patient", () => {
  test("MOH-27 within 7 working days of the registration of the decision at the DSP (MOH-A4)", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    const state = await file.give("registerDecision", {
      on: "2026-04-14",
      ...approval({ communicatedOn: ON, approvedOn: ON }),
    });
    expect(deadlineOf(state, "MOH-27", now)).toMatchObject({
      startsOn: "2026-04-14",
      dueOn: "2026-04-23",
      duty: "DSP",
    });
    expect(workingDay("2026-04-14", 7)).toBe("2026-04-23");
    const notified = await file.give("notifyPatient", { on: "2026-04-23" });
    expect(deadlineOf(notified, "MOH-27", now)?.status).toBe("met");
    expect(openStepsOf(notified)).not.toContain("notify-approval");
    // The rest goes on.
    expect(openStepsOf(notified)).toContain("correspond-with-clinics");
  });

  test("MOH-28 within 2 working days of the registration of the decision at the DSP", async () => {
    const file = await rejectedFile(world, { on: "2026-04-14" });
    expect(deadlineOf(await file.state(), "MOH-28", now)).toMatchObject({
      startsOn: "2026-04-14",
      dueOn: "2026-04-16",
      duty: "DSP",
    });
    expect(await file.refused("notifyPatient", { on: "2026-04-16", payload: { decision: "approved" } })).toMatchObject({
      code: "DECISION_MISMATCH",
    });
    expect(deadlineOf(await file.give("notifyPatient", { on: "2026-04-17" }), "MOH-28", now)?.status).toBe("met-late");
  });
});

describe("MOH-42, the correspondence presented to the DSP", () => {
  const APPROVED = "2026-04-08";
  const DUE = "2026-04-21"; // 9, 14, 15, 16, 17, 20, 21 April

  test("MOH-42 runs from the commission's approval, which the end of the examination stands for (MOH-A12)", async () => {
    const file = await fileAt(world, "decided", { on: APPROVED });
    const state = await file.give("registerDecision", { on: "2026-04-15", ...approval() });
    expect(deadlineOf(state, "MOH-42", now)).toEqual({
      status: "overdue",
      startsOn: APPROVED,
      dueOn: DUE,
      duty: "DSP",
    });
    expect(workingDay(APPROVED, 7)).toBe(DUE);

    const given = await fileAt(world, "decided", { on: APPROVED });
    const other = await given.give("registerDecision", { on: "2026-04-15", ...approval({ approvedOn: "2026-04-09" }) });
    expect(deadlineOf(other, "MOH-42", now)).toMatchObject({
      startsOn: "2026-04-09",
      dueOn: workingDay("2026-04-09", 7),
    });
  });

  test("MOH-42 is kept by presenting the correspondence; the step closes and the rest stays", async () => {
    const file = await fileAt(world, "asked", { on: APPROVED });
    const state = await file.give("presentCorrespondence", { on: DUE });
    expect(deadlineOf(state, "MOH-42", now)?.status).toBe("met");
    expect(openStepsOf(state)).not.toContain("present-correspondence");
    const late = await fileAt(world, "asked", { on: APPROVED });
    expect(deadlineOf(await late.give("presentCorrespondence", { on: "2026-04-22" }), "MOH-42", now)?.status).toBe(
      "met-late",
    );
  });

  test("MOH-35, MOH-42 the duty passes to the patient side with its undertaking (decision 7)", async () => {
    const file = await fileAt(world, "approved", { on: APPROVED });
    const state = await file.give("signUndertaking", { on: APPROVED, payload: { signedBy: "carer" } });
    expect(deadlineOf(state, "MOH-42", now)).toMatchObject({ duty: "PATIENT_SIDE", dueOn: DUE });
    const { rows } = await world.pool.query("SELECT duty, due_on FROM deadlines WHERE case_id = $1 AND id = 'MOH-42'", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ duty: "PATIENT_SIDE", due_on: DUE }]);
    // A second undertaking passes nothing again.
    const again = await file.give("signUndertaking", { on: APPROVED, payload: { signedBy: "patient" } });
    expect(Object.values(again.deadlines).filter(({ duty }) => duty === "PATIENT_SIDE")).toHaveLength(1);
    expect(deadlineOf(again, "MOH-42", now)?.dueOn).toBe(DUE);
  });

  test("MOH-42, MOH-A5 no effect against the patient side before the notice; then one working day after the later of approval + 7 and notice + 7 (MOH-A1)", async () => {
    const file = await fileAt(world, "approved", { on: APPROVED });
    await file.give("signUndertaking", { on: APPROVED, payload: { signedBy: "patient" } });
    expect(deadlineOf(await file.state(), "MOH-42", now)?.effectOn).toBeUndefined();
    const state = await file.give("notifyPatient", { on: "2026-04-17" });
    // The due date shown stays the strict one (decision 6).
    expect(deadlineOf(state, "MOH-42", now)).toMatchObject({ dueOn: DUE, effectOn: "2026-04-29" });
    expect(workingDay(workingDay("2026-04-17", 7), 1)).toBe("2026-04-29");
    const corrected = await file.give("correctDate", {
      payload: {
        corrects: state.lastSeq > 0 ? state.facts.notified : 0,
        newOccurredOn: "2026-04-15",
        reason: "greșeală",
      },
    });
    expect(deadlineOf(corrected, "MOH-42", now)?.effectOn).toBe(workingDay(workingDay("2026-04-15", 7), 1));
  });

  test("MOH-42, MOH-A1 notice on the day of approval: effect one working day after the due date", async () => {
    const file = await fileAt(world, "approved", { on: APPROVED });
    await file.give("notifyPatient", { on: APPROVED });
    expect(deadlineOf(await file.state(), "MOH-42", now)?.effectOn).toBeUndefined(); // nothing counts against the DSP
    const state = await file.give("signUndertaking", { on: APPROVED, payload: { signedBy: "patient" } });
    expect(deadlineOf(state, "MOH-42", now)).toMatchObject({ dueOn: DUE, effectOn: "2026-04-22" });
  });

  test("MOH-42, DEC-7 a recovery Saturday makes the DSP's term shorter, not the patient side's: it moves when the duty passes, and says why", async () => {
    await declareDay(world.pool, { date: "2025-08-09", kind: "recovery-day" });
    const from = "2025-08-04"; // a Monday
    const file = await fileAt(world, "approved", { on: from });
    expect(deadlineOf(await file.state(), "MOH-42", now)).toMatchObject({ duty: "DSP", dueOn: "2025-08-12" });
    const state = await file.give("signUndertaking", { on: from, payload: { signedBy: "patient" } });
    expect(deadlineOf(state, "MOH-42", now)).toMatchObject({ duty: "PATIENT_SIDE", dueOn: "2025-08-13" });
    expect(state.deadlines["MOH-42"]?.moves).toMatchObject([{ cause: "duty", from: "2025-08-12", to: "2025-08-13" }]);
  });

  test("MOH-42, DEC-7 a declared day off moves the DSP's term and not the patient side's; when it passes the later one holds", async () => {
    await declareDay(world.pool, { date: "2025-07-10" });
    const from = "2025-07-07"; // a Monday; no legal holiday in July
    const strict = workingDay(from, 7);
    const later = workingDay(from, 7, { off: ["2025-07-10"] });
    expect([strict, later]).toEqual(["2025-07-16", "2025-07-17"]);
    const file = await fileAt(world, "approved", { on: from, dates: { registerDecision: "2025-07-08" } });
    expect(deadlineOf(await file.state(), "MOH-42", now)).toMatchObject({ duty: "DSP", dueOn: later });
    await file.give("notifyPatient", { on: "2025-07-08" });
    const passed = await file.give("signUndertaking", { on: "2025-07-08", payload: { signedBy: "patient" } });
    // The effect is never before the due date that holds is over.
    expect(deadlineOf(passed, "MOH-42", now)).toMatchObject({
      duty: "PATIENT_SIDE",
      dueOn: later,
      effectOn: "2025-07-18",
    });
    // And it holds after a correction as well.
    const decision = Object.values(passed.acts).find(({ type }) => type === "registerDecision")?.seq;
    const moved = await file.give("correctDate", {
      payload: { corrects: decision, field: "approvedOn", newValue: "2025-07-08", reason: "greșeală" },
    });
    expect(deadlineOf(moved, "MOH-42", now)).toMatchObject({
      startsOn: "2025-07-08",
      dueOn: workingDay("2025-07-08", 7, { off: ["2025-07-10"] }),
    });
  });

  test("MOH-35 the patient side writes to a clinic only on an undertaking that covers it, not before it, and undertakings add up", async () => {
    const file = await fileAt(world, "approved", { on: APPROVED, clinics: 3 });
    const bySide = { by: "patientSide" };
    const refused = (clinic: number, on: string) =>
      file.refused("sendClinicRequest", { on, payload: { clinic: `clinic-${clinic}`, ...bySide } });
    expect(await refused(1, APPROVED)).toMatchObject({ code: "UNDERTAKING_NEEDED", field: "by", rule: "MOH-35" });
    await file.give("signUndertaking", { on: "2026-04-14", payload: { signedBy: "patient", clinics: ["clinic-1"] } });
    expect(await refused(2, "2026-04-14")).toMatchObject({ code: "UNDERTAKING_NEEDED" });
    expect(await refused(1, "2026-04-09")).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "signUndertaking", precedingOn: "2026-04-14" },
    });
    await file.give("signUndertaking", { on: "2026-04-16", payload: { signedBy: "patient", clinics: ["clinic-2"] } });
    await ask(file, 1, "2026-04-15", bySide);
    await ask(file, 2, "2026-04-16", bySide);
    expect(await refused(3, "2026-04-16")).toMatchObject({ code: "UNDERTAKING_NEEDED" });
    // The DSP may always write (MOH-36, MOH-A29).
    const state = await ask(file, 3, "2026-04-16");
    expect(state.facts.clinics.map(({ request }) => request?.by)).toEqual(["patientSide", "patientSide", "DSP"]);
    expect(
      await file.refused("signUndertaking", { payload: { signedBy: "patient", clinics: ["clinic-9"] } }),
    ).toMatchObject({
      code: "UNKNOWN_CLINIC",
      field: "clinics.0",
    });
  });
});
