/** From the Ministry's approval to the end of the file: funds, payment, return, checks, report (MOH-77 to MOH-98). */
import { describe, expect, test } from "@jest/globals";
import { workingDay } from "./support/days.ts";
import { deadlineOf, fileAt, openStepsOf, skippingWorld, today, type MohFile } from "./support/world.ts";

const world = await skippingWorld();
const ON = "2025-06-02"; // a Monday

async function paidFile(urgencyClass: "A" | "B" = "B"): Promise<MohFile> {
  const file = await fileAt(world, "verdict", { on: ON, urgencyClass });
  const give = (type: Parameters<MohFile["give"]>[0], payload: Record<string, unknown> = {}): Promise<unknown> =>
    file.give(type, { on: ON, payload });
  await give("notifyPatient");
  await give("askForMinistryNumber");
  await give("confirmFunds", { sufficient: true });
  await give("recordLabourMinistryPart", { bearsPart: false });
  await give("recordGovernmentDecision", { number: "HG 1/2025" });
  await give("recordPublication", { gazette: "nr. 1" });
  await give("recordDisposition");
  await give("payClinic", { clinic: "clinic-1", amount: "21500.00", currency: "EUR" });
  return file;
}

describe("the funded treatment", () => {
  test("MOH-80 to MOH-97: from the funds to the report after a year", async () => {
    const file = await paidFile();
    expect((await file.state()).stage).toBe("treatment-abroad");
    await file.give("recordDeparture", { on: "2025-06-03" });
    const back = await file.give("recordReturn", { on: "2025-06-20" });
    const now = await today(world);
    expect(openStepsOf(back)).toEqual(["file-justification", "record-first-check"]);
    expect(deadlineOf(back, "MOH-94", now)).toMatchObject({ dueOn: "2025-06-23", duty: "PATIENT_SIDE" });
    expect(deadlineOf(back, "MOH-95", now)).toMatchObject({ dueOn: workingDay("2025-06-20", 14), duty: "PATIENT" });
    const differs = await file.refused("fileJustification", {
      on: "2025-06-23",
      payload: { sums: [{ purpose: "tratament", amount: "20000" }], currency: "EUR" },
    });
    expect(differs).toMatchObject({ code: "SUMS_DIFFER", field: "explanation", rule: "MOH-94" });
    await file.give("fileJustification", {
      on: "2025-06-23",
      payload: { sums: [{ purpose: "tratament", amount: "21500" }], currency: "EUR" },
    });
    const checked = await file.give("recordFirstCheck", { on: "2025-07-01" });
    expect(deadlineOf(checked, "MOH-96", now)).toMatchObject({ dueOn: "2026-07-01", duty: "TREATING_DOCTOR" });
    const closed = await file.give("drawOneYearReport", { on: "2026-07-01" });
    expect(closed.outcome).toBe("completed");
  });

  test("MOH-98: a missed check, confirmed, bars; the file waits until a person lifts the bar", async () => {
    const file = await paidFile();
    await file.give("recordReturn", { on: "2025-06-20" });
    await file.give("fileJustification", {
      on: "2025-06-23",
      payload: { sums: [{ purpose: "t", amount: "21500" }], currency: "EUR" },
    });
    const missed = await file.give("confirmMissedCheck", { payload: { confirmedBy: "dr. X" } });
    expect(openStepsOf(missed)).toEqual(["lift-bar"]);
    expect(missed.outcome).toBeUndefined();
    const lifted = await file.give("liftBar", { payload: { reason: "internat" } });
    expect(lifted.outcome).toBe("completed");
  });

  test("MOH-95, DEC-11: later appointments are duties of their own", async () => {
    const file = await paidFile();
    await file.give("recordReturn", { on: "2025-06-20" });
    await file.give("scheduleAppointment", { on: "2025-06-20", payload: { appointmentOn: "2025-06-27" } });
    const missed = await file.give("confirmMissedCheck", { on: "2025-06-30", payload: { appointment: 1 } });
    expect(openStepsOf(missed)).toEqual(["file-justification", "lift-bar", "record-first-check"]);
  });

  test("MOH-86 to MOH-88: the clinic's check-up needs both documents", async () => {
    const file = await paidFile();
    await file.give("recordReturn", { on: "2025-06-20" });
    await file.give("requestClinicCheckUp", { payload: { clinic: "clinic-1" } });
    expect(await file.refused("fundCheckUp", { payload: { evaluation: "x" } })).toMatchObject({
      code: "CHECK_UP_DOCUMENT",
      field: "minutes",
      rule: "MOH-88",
    });
    const funded = await file.give("fundCheckUp", { payload: { evaluation: "x", minutes: "y" } });
    expect(openStepsOf(funded)).toEqual(["file-justification", "record-first-check"]);
  });
});

describe("own expense (MOH-89 to MOH-93)", () => {
  test("MOH-89, MOH-91 to MOH-93: chosen in class A after the approval, claimed and settled line by line", async () => {
    const b = await fileAt(world, "verdict", { on: ON, urgencyClass: "B" });
    expect(await b.refused("chooseOwnExpense")).toMatchObject({ code: "CLASS_A_NEEDED", rule: "MOH-89" });
    const file = await fileAt(world, "verdict", { on: ON, urgencyClass: "A" });
    await file.give("chooseOwnExpense", { on: ON });
    const back = await file.give("recordReturn", { on: "2025-06-20" });
    expect(openStepsOf(back)).toEqual([
      "ask-for-ministry-number",
      "file-expense-claim",
      "notify-ministry-approval",
      "record-first-check",
    ]);
    expect(deadlineOf(back, "MOH-91", await today(world))).toMatchObject({ dueOn: "2025-06-23" });
    const expense = (kind: string, date: string, proof?: string): Record<string, unknown> => ({
      kind,
      date,
      amount: "100.00",
      ...(proof === undefined ? {} : { proof }),
    });
    await file.give("fileExpenseClaim", {
      on: "2025-06-23",
      payload: {
        currency: "EUR",
        expenses: [
          expense("treatment", "2025-06-10", "factura 1"),
          expense("transport", "2025-06-01", "bilet"),
          expense("other", "2025-06-10", "bon"),
          expense("hospitalisation", "2025-06-10"),
          expense("treatment", ON, "factura 2"),
        ],
      },
    });
    expect(await file.refused("settleClaim")).toMatchObject({ code: "LINE_HELD", params: { line: 5 } });
    const settle = (line: number, granted: string, reason?: string): Promise<unknown> =>
      file.refused("settleClaim", {
        payload: {
          lines: [
            { line: 5, granted: "0", reason: "x" },
            { line, granted, ...(reason && { reason }) },
          ],
        },
      });
    expect(await settle(2, "1")).toMatchObject({ code: "LINE_NOT_REIMBURSABLE", rule: "MOH-93" });
    expect(await settle(3, "1")).toMatchObject({ code: "LINE_NOT_REIMBURSABLE", rule: "MOH-92" });
    expect(await settle(4, "1")).toMatchObject({ code: "LINE_NOT_REIMBURSABLE" });
    expect(await settle(1, "101")).toMatchObject({ code: "LINE_TOO_MUCH" });
    expect(await settle(1, "99")).toMatchObject({ code: "LINE_REASON" });
    const state = await file.give("settleClaim", { payload: { lines: [{ line: 5, granted: "50", reason: "x" }] } });
    expect(state.facts.settlement?.granted).toEqual(["100.00", "0.00", "0.00", "0.00", "50"]);
  });
});

describe("death (MOH-99, MOH-100, MOH-A27, DEC-15)", () => {
  test("MOH-A27: before money was granted the file is only closed", async () => {
    for (const place of ["complete", "under-examination", "asked", "at-ministry", "verdict"] as const) {
      const file = await fileAt(world, place, { on: ON });
      const state = await file.give("recordDeath", { payload: { diedOn: ON } });
      expect([place, state.outcome]).toEqual([place, "died"]);
    }
  });

  test("MOH-99, MOH-100: after the payment the family announces within 7 days and the DSP draws the statement", async () => {
    const file = await paidFile();
    const died = await file.give("recordDeath", { on: "2025-07-02", payload: { diedOn: "2025-07-01" } });
    expect(openStepsOf(died)).toEqual(["announce-death"]);
    expect(deadlineOf(died, "MOH-99", await today(world))).toMatchObject({ dueOn: "2025-07-08", duty: "FAMILY" });
    await file.give("announceDeath", { on: "2025-07-05" });
    expect((await file.give("drawStatementOfExpenses")).outcome).toBe("died");
  });
});
