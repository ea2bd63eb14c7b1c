/** Acts in another order, on another date, twice, or after they have lost their object: what is refused, and what is undone. */
import { describe, expect, test } from "@jest/globals";
import { moh, sendableCheck } from "../../domain/moh/process.ts";
import { workingDay } from "./support/days.ts";
import {
  ask,
  deadlineOf,
  decline,
  fileAt,
  incompleteOffer,
  MINUTES,
  offer,
  openStepsOf,
  skippingWorld,
  today,
  type MohFile,
} from "./support/world.ts";

const world = await skippingWorld();
const ON = "2025-06-02"; // a Monday
const SILENT = workingDay(ON, 7);

/** Two silent clinics, announced, and not yet followed by others. */
async function announcedFile(longHistoryEvents?: number): Promise<MohFile> {
  const open = longHistoryEvents === undefined ? {} : { open: { longHistoryEvents } };
  const file = await fileAt(world, "asked", { on: ON, urgencyClass: "B", ...open });
  await file.give("announceCommission", { on: SILENT });
  return file;
}

async function returnedFile(urgencyClass: "A" | "B", longHistoryEvents?: number): Promise<MohFile> {
  const open = longHistoryEvents === undefined ? {} : { open: { longHistoryEvents } };
  const file = await fileAt(world, "verdict", { on: ON, urgencyClass, ...open });
  if (urgencyClass === "A") await file.give("chooseOwnExpense", { on: ON });
  else {
    await file.give("confirmFunds", { on: ON, payload: { sufficient: true } });
    await file.give("recordLabourMinistryPart", { on: ON, payload: { bearsPart: false } });
    await file.give("recordGovernmentDecision", { on: ON, payload: { number: "HG 1" } });
    await file.give("recordPublication", { on: ON, payload: { gazette: "nr. 1" } });
    await file.give("recordDisposition", { on: ON });
    await file.give("payClinic", { on: ON, payload: { clinic: "clinic-1", amount: "21500", currency: "EUR" } });
  }
  await file.give("recordReturn", { on: "2025-06-20" });
  return file;
}

const JUSTIFIED = { payload: { sums: [{ purpose: "t", amount: "21500" }], currency: "EUR" } };

describe("clinics of several rounds", () => {
  test("MOH-62, DEC-1, DEC-10: the announcement is not older than the silence, nor what follows older than it", async () => {
    const file = await fileAt(world, "asked", { on: ON, urgencyClass: "B" });
    expect(await file.refused("announceCommission", { on: workingDay(ON, 6) })).toMatchObject({
      code: "STILL_AWAITED",
      params: { establishedOn: SILENT },
    });
    const announced = await file.give("announceCommission", { on: SILENT });
    const late = workingDay(SILENT, 2);
    const minutes = (receivedOn: string): Record<string, unknown> => ({
      ...MINUTES(2),
      receivedOn,
      registeredOn: late,
    });
    expect(await file.refused("registerNewMinutes", { on: late, payload: minutes(ON) })).toMatchObject({
      code: "DATE_ORDER",
      field: "receivedOn",
      params: { what: "announceCommission", notBefore: SILENT },
    });
    const named = await file.give("registerNewMinutes", { on: late, payload: minutes(SILENT) });
    expect(await file.refused("sendClinicRequest", { on: SILENT, payload: { clinic: "clinic-3" } })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "registerNewMinutes", precedingOn: late },
    });
    const actOf = (type: string): number => Object.values(named.acts).find((act) => act.type === type)?.seq ?? 0;
    const corrected = (seq: number, field: string, newValue: string): Promise<unknown> =>
      file.refused("correctDate", { payload: { corrects: seq, field, newValue, reason: "x" } });
    expect(await corrected(actOf("registerNewMinutes"), "receivedOn", workingDay(late, 1))).toMatchObject({
      code: "DATE_ORDER",
    });
    expect(await corrected(actOf("announceCommission"), "occurredOn", workingDay(ON, 6))).toMatchObject({
      code: "STILL_AWAITED",
    });
    expect(announced.facts.clinics).toHaveLength(2);
  });

  test("MOH-66, DEC-3: minutes that arrive after late answers ask for proof again: S7 leads back to S6b, then on", async () => {
    const file = await announcedFile();
    const on = workingDay(SILENT, 1);
    await offer(file, 1, on);
    const sendable = await decline(file, 2, on);
    expect([sendable.stage, openStepsOf(sendable).includes("send-to-ministry")]).toEqual(["sendable", true]);
    const named = await file.give("registerNewMinutes", { on, payload: MINUTES(1) });
    expect(sendableCheck(named).withoutProof).toEqual(["clinic-3"]);
    expect(named.stage).toBe("approved-by-commission");
    expect(openStepsOf(named)).not.toContain("send-to-ministry");
    expect(deadlineOf(named, "MOH-64", on)?.status).toBe("cancelled");
    expect(await file.refused("sendToMinistry")).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const proven = await ask(file, 3, workingDay(on, 1));
    expect(proven.stage).toBe("sendable");
    expect(deadlineOf(proven, "MOH-64:again-2", on)).toMatchObject({ startsOn: workingDay(on, 1) });
    // The work of the step that opened again keeps the 7 or 10 working days as well (MOH-69, MOH-70, MOH-A9).
    expect(moh.deadlinesOf(proven, "send-to-ministry#2")).toEqual(["MOH-70:round-2"]);
    const sent = await file.give("sendToMinistry", { on: workingDay(on, 1) });
    expect(deadlineOf(sent, "MOH-64:again-2", on)?.status).toBe("met");
    expect(openStepsOf(sent)).toContain("register-at-ministry");
  });

  test("DEC-2: an incomplete offer is an answer and is no longer awaited; completed, it closes the way to other clinics", async () => {
    const file = await fileAt(world, "asked", { on: ON });
    await incompleteOffer(file, 1, ON);
    const out = await decline(file, 2, "2025-06-03");
    expect(openStepsOf(out)).toContain("announce-commission");
    expect(deadlineOf(out, "MOH-62", ON)).toMatchObject({ startsOn: "2025-06-03" });
    const back = await offer(file, 1, "2025-06-04");
    expect(openStepsOf(back)).not.toContain("announce-commission");
    expect(openStepsOf(back)).toContain("send-to-ministry");
  });

  test("MOH-61: an announcement undone by a late answer, made again, and a history that goes on anew at each act", async () => {
    const file = await fileAt(world, "asked", { on: ON, open: { longHistoryEvents: 3 } });
    await incompleteOffer(file, 1, SILENT);
    const undone = await offer(file, 1, SILENT);
    expect(openStepsOf(undone)).toContain("announce-commission"); // clinic 2 is silent: one answer
    await incompleteOffer(file, 2, SILENT);
    const sendable = await file.state();
    expect(sendable.steps["announce-commission"]?.closed?.cause).toBe("superseded");
    expect(openStepsOf(sendable)).toContain("send-to-ministry");
    expect((await file.give("sendToMinistry", { on: SILENT })).stage).toBe("sent-to-ministry");
  });

  test("MOH-42, DEC-10: nothing is presented before it was sent", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    await ask(file, 1, "2025-06-05");
    expect(await file.refused("presentCorrespondence", { on: "2025-06-04" })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "sendClinicRequest" },
    });
    await file.give("presentCorrespondence", { on: "2025-06-05" });
  });
});

describe("after the return", () => {
  test("MOH-95, MOH-98: one first check only; one that comes after the bar keeps its term late; no withdrawal under a bar", async () => {
    const file = await returnedFile("A", 3);
    const barred = await file.give("confirmMissedCheck", { on: "2025-08-01" });
    expect(openStepsOf(barred)).toContain("lift-bar");
    expect(await file.refused("withdrawApplication", { payload: { reason: "x" } })).toMatchObject({
      code: "NOT_ALLOWED_NOW",
    });
    const checked = await file.give("recordFirstCheck", { on: "2025-08-04" });
    const now = await today(world);
    expect(deadlineOf(checked, "MOH-95", now)?.status).toBe("met-late");
    expect(deadlineOf(checked, "MOH-96", now)).toMatchObject({ dueOn: "2026-08-04" });
    for (const twice of ["recordFirstCheck", "confirmMissedCheck"] as const) {
      expect(await file.refused(twice)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    }
    await file.give("liftBar", { payload: { reason: "x" } });
    await file.give("scheduleAppointment", { on: "2025-08-04", payload: { appointmentOn: "2025-08-05" } });
    const again = await file.give("confirmMissedCheck", { on: "2025-08-06", payload: { appointment: 1 } });
    expect(openStepsOf(again)).toEqual(expect.arrayContaining(["lift-bar#2", "draw-one-year-report"]));
  });

  test("MOH-86, MOH-95: the file waits for every appointment and check-up, also for one added while the other is open", async () => {
    const file = await returnedFile("B", 3);
    await file.give("fileJustification", { on: "2025-06-23", ...JUSTIFIED });
    await file.give("recordFirstCheck", { on: "2025-06-23" });
    await file.give("requestClinicCheckUp", { on: "2025-06-24", payload: { clinic: "clinic-1" } });
    await file.give("drawOneYearReport", { on: "2025-06-24" });
    const both = await file.give("scheduleAppointment", { on: "2025-06-24", payload: { appointmentOn: "2025-06-30" } });
    expect(openStepsOf(both)).toEqual(expect.arrayContaining(["attend-appointments", "fund-check-up"]));
    const decided = await file.give("fundCheckUp", { payload: { decision: "rejected", reason: "x" } });
    expect(decided.outcome).toBeUndefined();
    const closed = await file.give("recordLaterCheck", { on: "2025-06-30", payload: { appointment: 1 } });
    expect(closed.outcome).toBe("completed");
  });

  test("MOH-92: nothing is claimed that is not yet paid, nor nothing at all; the report is sent after it is drawn", async () => {
    const file = await returnedFile("A");
    const expense = (date: string, amount: string): Record<string, unknown> => ({
      currency: "EUR",
      expenses: [{ kind: "treatment", date, amount, proof: "x" }],
    });
    expect(
      await file.refused("fileExpenseClaim", { on: "2025-06-21", payload: expense("2025-06-22", "1") }),
    ).toMatchObject({ code: "EXPENSE_AFTER_CLAIM", field: "expenses.0.date", rule: "MOH-92" });
    await expect(file.give("fileExpenseClaim", { payload: expense("2025-06-10", "0.00") })).rejects.toThrow("ZERO");
    await file.give("recordFirstCheck", { on: "2025-06-23" });
    expect(
      await file.refused("drawOneYearReport", { on: "2026-06-23", payload: { sentToDspOn: "2026-06-22" } }),
    ).toMatchObject({ code: "DATE_ORDER", field: "sentToDspOn" });
  });

  test("MOH-85, DEC-10: a departure entered after the return, then corrected, stays before it", async () => {
    const file = await returnedFile("B");
    const gone = await file.give("recordDeparture", { on: "2025-06-05" });
    const departure = gone.facts.departure?.act ?? 0;
    expect(
      await file.refused("correctDate", { payload: { corrects: departure, newOccurredOn: "2025-06-21", reason: "x" } }),
    ).toMatchObject({ code: "AFTER_FOLLOWING_ACT", params: { followingAct: "recordReturn" } });
  });
});

describe("death (MOH-99)", () => {
  test("MOH-99, DEC-10: nobody dies before what the patient did; the family announces after the death, not after its entry", async () => {
    const file = await returnedFile("B", 3);
    expect(await file.refused("recordDeath", { on: "2025-07-10", payload: { diedOn: "2025-06-19" } })).toMatchObject({
      code: "DATE_ORDER",
      field: "diedOn",
      params: { what: "recordReturn" },
    });
    const died = await file.give("recordDeath", { on: "2025-07-10", payload: { diedOn: "2025-06-29" } });
    // 7 calendar days from a Sunday end on a Sunday: Monday is in time (MOH-A2).
    expect(deadlineOf(died, "MOH-99", "2025-07-07")).toMatchObject({
      dueOn: "2025-07-06",
      practicalDueOn: "2025-07-07",
      status: "open",
    });
    expect(await file.refused("announceDeath", { on: "2025-06-28" })).toMatchObject({
      code: "DATE_ORDER",
      params: { what: "diedOn" },
    });
    const announced = await file.give("announceDeath", { on: "2025-07-07" });
    expect(deadlineOf(announced, "MOH-99", "2025-07-11")?.status).toBe("met");
    const record = announced.facts.death?.act ?? 0;
    expect(
      await file.refused("correctDate", {
        payload: { corrects: record, field: "diedOn", newValue: "2025-07-08", reason: "x" },
      }),
    ).toMatchObject({ code: "AFTER_FOLLOWING_ACT", params: { followingAct: "announceDeath" } });
    expect((await file.give("drawStatementOfExpenses")).outcome).toBe("died");
  });

  test("MOH-A27: while the announcement is open, while others are awaited, while the dossier could go", async () => {
    for (const place of ["asked", "sendable"] as const) {
      const file = await fileAt(world, place, { on: ON, open: { longHistoryEvents: 3 } });
      expect((await file.give("recordDeath", { payload: { diedOn: SILENT } })).outcome).toBe("died");
    }
    const file = await announcedFile(3);
    expect((await file.give("recordDeath", { payload: { diedOn: SILENT } })).outcome).toBe("died");
  });
});
