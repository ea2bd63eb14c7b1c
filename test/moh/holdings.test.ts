import { describe, expect, test } from "@jest/globals";
import { daysByDuty } from "../../domain/case/days-by-duty.ts";
import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { moh } from "../../domain/moh/process.ts";
import { plainDate } from "../../domain/plain-date.ts";
import {
  actOf,
  ADULT_DOSSIER,
  ask,
  correct,
  decline,
  fileAt,
  MohFile,
  offer,
  PEOPLE,
  skippingWorld,
} from "./support/world.ts";

const world = await skippingWorld();

/** The rows of the file: hands, first and last day, and whether the term stood still. */
async function handsOf({ caseId }: MohFile): Promise<string[]> {
  const { rows } = await world.pool.query<Record<"duty" | "from_on" | "until_on", string> & { suspended: boolean }>(
    "SELECT duty, from_on, until_on, suspended FROM holdings WHERE case_id = $1 ORDER BY from_on",
    [caseId],
  );
  return rows.map(({ duty, from_on, until_on, suspended }) =>
    [duty, from_on, until_on ?? "…", ...(suspended ? ["suspended"] : [])].join(" "),
  );
}

/** Of June 2026, when the 1st, a Monday, is Pentecost. */
const june = (day: number): string => `2026-06-${String(day).padStart(2, "0")}`;

const DATES = {
  fileDossier: june(2),
  sendToCommission: june(4),
  beginExamination: june(9),
  finishExamination: june(11),
  registerDecision: june(15),
  sendClinicRequest: june(16),
  recordClinicAnswer: june(19),
  sendToMinistry: june(22),
  registerAtMinistry: june(24),
  decideAtMinistry: june(30),
} as const;

describe("the days of a file by who had it", () => {
  test("design 3 from act to act: the directorate, the commission, the clinics, the Ministry, and the day of the act counts for who gave it away", async () => {
    const file = await fileAt(world, "verdict", { dates: DATES });
    const expected = [
      `DSP ${june(3)} ${june(4)}`,
      `CST ${june(5)} ${june(15)}`,
      `DSP ${june(16)} ${june(16)}`,
      `CLINIC ${june(17)} ${june(19)}`,
      `DSP ${june(20)} ${june(22)}`,
      `MOH ${june(23)} ${june(24)}`,
      `MOH_COMMISSION ${june(25)} ${june(30)}`,
    ];
    expect(await handsOf(file)).toEqual([...expected, "MOH 2026-07-01 …"]);
    const { rows } = await world.pool.query("SELECT DISTINCT institution_id FROM holdings WHERE case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ institution_id: "DSP-CJ" }]);
    await file.give("notifyPatient", { on: "2026-07-02" }); // beside the funds, which the Ministry confirms
    for (const [type, on, payload] of [
      ["confirmFunds", "2026-07-03", { sufficient: true }],
      ["recordLabourMinistryPart", "2026-07-06", { bearsPart: false }],
      ["recordGovernmentDecision", "2026-07-07", { number: "HG 1" }],
      ["recordPublication", "2026-07-08", { gazette: "nr. 1" }],
      ["recordDisposition", "2026-07-09", {}],
      ["payClinic", "2026-07-10", { clinic: "clinic-1", amount: "21500", currency: "EUR" }],
      ["recordReturn", "2026-07-20", {}],
    ] as const) {
      await file.give(type, { on, payload });
    }
    expect(await handsOf(file)).toEqual([
      ...expected,
      "MOH 2026-07-01 2026-07-09",
      "DSP 2026-07-10 2026-07-10",
      "PATIENT_SIDE 2026-07-11 …", // away, and then with the sums to justify
    ]);
  });

  test("MOH-10 an incomplete dossier is in the hands of the patient side until it is complete", async () => {
    const file = await MohFile.open(world, { on: june(2), documents: ADULT_DOSSIER.slice(1) });
    await file.give("addDocument", { on: june(8), payload: { documents: ADULT_DOSSIER.slice(0, 1) } });
    expect(await handsOf(file)).toEqual([`PATIENT_SIDE ${june(3)} ${june(8)}`, `DSP ${june(9)} …`]);
  });

  test("MOH-26 the commission has it until it communicates its decision, the directorate while it registers it", async () => {
    const file = await fileAt(world, "decided", { dates: DATES });
    await file.give("registerDecision", {
      on: june(18),
      payload: { decision: "approved", communicatedOn: june(12), minutes: { clinics: [{ name: "A", country: "DE" }] } },
    });
    expect(await handsOf(file)).toEqual([
      `DSP ${june(3)} ${june(4)}`,
      `CST ${june(5)} ${june(12)}`,
      `DSP ${june(13)} …`,
    ]);
  });

  test("MOH-35, MOH-42 with its undertaking the patient side has it until the correspondence is presented", async () => {
    const file = await fileAt(world, "approved", { dates: DATES });
    await file.give("signUndertaking", { on: june(16), payload: { signedBy: "patient" } });
    expect((await handsOf(file)).slice(-2)).toEqual([`DSP ${june(16)} ${june(16)}`, `PATIENT_SIDE ${june(17)} …`]);
    await ask(file, 1, june(18), { by: "patientSide" });
    await decline(file, 1, june(20));
    await file.give("presentCorrespondence", { on: june(24) });
    expect((await handsOf(file)).slice(-5)).toEqual([
      `DSP ${june(16)} ${june(16)}`,
      `PATIENT_SIDE ${june(17)} ${june(18)}`,
      `CLINIC ${june(19)} ${june(20)}`,
      `PATIENT_SIDE ${june(21)} ${june(24)}`,
      `DSP ${june(25)} …`,
    ]);
  });

  test("MOH-61 days on which any clinic's answer is awaited are the clinics', until its window ends", async () => {
    const file = await fileAt(world, "approved", { dates: DATES });
    await ask(file, 1, june(16));
    await ask(file, 2, june(18));
    await offer(file, 1, june(19));
    // The window of the second ends on its seventh working day, the 29th.
    expect((await handsOf(file)).slice(-3)).toEqual([
      `DSP ${june(16)} ${june(16)}`,
      `CLINIC ${june(17)} ${june(29)}`,
      `DSP ${june(30)} …`,
    ]);
  });

  test("DEC-21 days on which the term of the work stood still are counted apart", async () => {
    const file = await fileAt(world, "at-ministry", { dates: DATES });
    const by = PEOPLE.ministry;
    const payload = { deadline: "MOH-76", causedBy: "PATIENT_SIDE", cause: "x", legalBasis: "y" };
    await file.give("suspendDeadline", { on: june(26), by, payload });
    expect((await handsOf(file)).slice(-2)).toEqual([
      `MOH_COMMISSION ${june(25)} ${june(25)}`,
      `MOH_COMMISSION ${june(26)} … suspended`,
    ]);
    await file.give("resumeDeadline", { on: june(30), by, payload: { deadline: "MOH-76" } });
    expect((await handsOf(file)).slice(-3)).toEqual([
      `MOH_COMMISSION ${june(25)} ${june(25)}`,
      `MOH_COMMISSION ${june(26)} ${june(29)} suspended`,
      `MOH_COMMISSION ${june(30)} …`,
    ]);
  });

  test("DEC-10 a corrected date moves the days from one to the other", async () => {
    const file = await fileAt(world, "at-commission", { dates: DATES });
    await correct(file, actOf(await file.state(), "sendToCommission"), { on: june(8) });
    expect(await handsOf(file)).toEqual([`DSP ${june(3)} ${june(8)}`, `CST ${june(9)} …`]);
  });

  test("a withdrawn file is in nobody's hands any more", async () => {
    const file = await fileAt(world, "at-commission", { dates: DATES });
    await file.give("withdrawApplication", { on: june(10), payload: { reason: "x" } });
    expect(await handsOf(file)).toEqual([`DSP ${june(3)} ${june(4)}`, `CST ${june(5)} ${june(10)}`]);
  });

  test("in sum: every day of the file once; working days by the calendar, suspended days apart", async () => {
    const file = await fileAt(world, "at-ministry", { dates: DATES });
    const by = PEOPLE.ministry;
    const payload = { deadline: "MOH-76", causedBy: "PATIENT_SIDE", cause: "x", legalBasis: "y" };
    await file.give("suspendDeadline", { on: june(26), by, payload });
    await file.give("resumeDeadline", { on: june(30), by, payload: { deadline: "MOH-76" } });
    const days = sumOf(await file.state(), "2026-07-03");
    expect(days).toEqual([
      { duty: "DSP", calendarDays: 2 + 1 + 3, workingDays: 2 + 1 + 1, suspendedDays: 0 },
      { duty: "CST", calendarDays: 11, workingDays: 7, suspendedDays: 0 },
      { duty: "CLINIC", calendarDays: 3, workingDays: 3, suspendedDays: 0 },
      { duty: "MOH", calendarDays: 2, workingDays: 2, suspendedDays: 0 },
      { duty: "MOH_COMMISSION", calendarDays: 5, workingDays: 5, suspendedDays: 4 },
    ]);
    const all = days.reduce((sum, { calendarDays, suspendedDays }) => sum + calendarDays + suspendedDays, 0);
    expect(all).toBe(31); // from 3 June to 3 July
  });
});

function sumOf(state: MohState, today: string): ReturnType<typeof daysByDuty> {
  return daysByDuty(moh.holdings(state), plainDate(today), romanianCalendar());
}
