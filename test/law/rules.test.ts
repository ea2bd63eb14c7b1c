import { describe, expect, test } from "@jest/globals";

import {
  findReading,
  findRule,
  getDeadlineRule,
  getReading,
  getRule,
  isDeadlineRuleId,
  isRuleId,
  MOH_LEGAL_BASIS,
  READINGS,
  RuleError,
  RULES,
  type LocalText,
} from "../../domain/law/index.ts";
import { plainDate } from "../../domain/plain-date.ts";

const on = plainDate("2025-06-02");

function expectWellWritten({ ro, en }: LocalText) {
  expect(ro).not.toMatch(/[şţŞŢ]/); // the cedilla letters are not Romanian
  for (const text of [ro, en]) {
    expect(text).toBe(text.trim());
    expect(text).toBe(text.normalize("NFC"));
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/ {2}|\s[.,;]/);
  }
}

test("the rules are MOH-01 to MOH-101, in order", () => {
  const ids = Array.from({ length: 101 }, (_, i) => `MOH-${String(i + 1).padStart(2, "0")}`);
  expect([...new Set(RULES.map(({ id }) => id))]).toEqual(ids);
});

test("the readings are MOH-A1 to MOH-A32 and the decisions DEC-1 to DEC-21", () => {
  const ids = Array.from({ length: 32 }, (_, i) => `MOH-A${i + 1}`);
  const decisions = Array.from({ length: 21 }, (_, i) => `DEC-${i + 1}`);
  expect(READINGS.map(({ id }) => id)).toEqual([...ids, ...decisions]);
});

test.each(RULES.map((rule) => [rule.id, rule] as const))("%s is written for people and cited", (_id, rule) => {
  expectWellWritten(rule.text);
  expect(rule.text.ro).toMatch(/\.$/);
  expect(rule.text.en).toMatch(/\.$/);
  expect(rule.citation.ro).toMatch(/^Ghidul pacientului \(neoficial\), .+; Ordinul MS 50\/2004/);
  expect(rule.citation.en).toMatch(/^Patients' guide \(unofficial\), .+; Order of the Minister/);
  expect(new Set(rule.readings).size).toBe(rule.readings.length);
  for (const reading of rule.readings) expect(getReading(reading).id).toBe(reading);
  expect(rule.kind === "deadline").toBe(rule.deadline !== undefined);
});

test("every reading is written for people, and every reading of the Ministry's process acts in a rule", () => {
  const used = new Set<string>(RULES.flatMap(({ readings }) => readings));
  for (const reading of READINGS) {
    expectWellWritten(reading.text);
    if (reading.id.startsWith("MOH-")) expect([reading.id, used.has(reading.id)]).toEqual([reading.id, true]);
  }
  expect(READINGS.filter(({ setting }) => setting).map(({ id }) => id)).toEqual([
    "MOH-A4",
    "MOH-A8",
    "MOH-A22",
    "DEC-7",
    "DEC-20",
  ]);
  expect(findReading("MOH-A33")).toBeUndefined();
});

describe("finding a rule", () => {
  test("by id and date", () => {
    expect(getRule("MOH-23", on)).toMatchObject({
      process: "moh",
      kind: "deadline",
      validFrom: "2011-06-14",
    });
    expect(findRule("MOH-23", plainDate("2011-06-14"))?.id).toBe("MOH-23");
  });

  test("a miss is undefined, or an error with its cause", () => {
    expect(findRule("MOH-102", on)).toBeUndefined();
    expect(findRule("MOH-23", plainDate("2011-06-13"))).toBeUndefined();
    expect(() => getRule("MOH-102", on)).toThrow(RuleError);
    expect(() => getRule("MOH-102", on)).toThrow(expect.objectContaining({ code: "UNKNOWN_RULE" }));
    expect(() => getRule("constructor", on)).toThrow(expect.objectContaining({ code: "UNKNOWN_RULE" }));
    expect(() => getRule("MOH-23", plainDate("2011-06-13"))).toThrow(
      expect.objectContaining({ code: "RULE_NOT_IN_FORCE" }),
    );
    expect(() => getDeadlineRule("MOH-01", on)).toThrow(expect.objectContaining({ code: "RULE_WITHOUT_TERM" }));
  });

  test("what is an id and what is not", () => {
    expect(["MOH-01", "MOH-101", "MOH-1", "", 23].map(isRuleId)).toEqual([true, true, false, false, false]);
    expect(["MOH-23", "MOH-24", "MOH-102"].map(isDeadlineRuleId)).toEqual([true, false, false]);
  });
});

test("MOH-02, MOH-A25: the guide's wording and the correction to confirm are both kept", () => {
  expect(MOH_LEGAL_BASIS.guideWording).toContain("50/2005");
  expect(MOH_LEGAL_BASIS.correction.ro).toContain("50/2004");
  expect(MOH_LEGAL_BASIS.confirmed).toBe(false);
  expectWellWritten(MOH_LEGAL_BASIS.validFromDoubt);
});

describe("terms as data", () => {
  const terms = RULES.flatMap(({ id, deadline }) =>
    deadline ? [[id, deadline.value, deadline.unit, deadline.startsAt, deadline.duty] as const] : [],
  );

  test("are those of the guide", () => {
    expect(terms).toEqual([
      ["MOH-23", 2, "working_days", "DossierCompleteAtDsp", "DSP"],
      ["MOH-26", 1, "working_days", "CommissionExaminationFinished", "CST"],
      ["MOH-27", 7, "working_days", "CommissionDecisionRegisteredAtDsp", "DSP"],
      ["MOH-28", 2, "working_days", "CommissionDecisionRegisteredAtDsp", "DSP"],
      ["MOH-42", 7, "working_days", "DossierApprovedByCommission", "PATIENT_SIDE"],
      ["MOH-61", 7, "working_days", "ClinicRequestsSent", "CLINIC"],
      ["MOH-62", 2, "working_days", "NoOrNegativeAnswerEstablished", "DSP"],
      ["MOH-64", 24, "hours", "PriceOffersReceived", "DSP"],
      ["MOH-69", 7, "working_days", "ClinicMinutesReceivedByDsp", "DSP"],
      ["MOH-70", 10, "working_days", "ClinicMinutesReceivedByDsp", "DSP"],
      ["MOH-73", 22, "working_days", "MedicalMinutesRegistered", "DSP"],
      ["MOH-75", 2, "working_days", "DelayReportRegisteredAtMoh", "MOH"],
      ["MOH-76", 20, "working_days", "DossierRegisteredAtMoh", "MOH_COMMISSION"],
      ["MOH-91", 3, "calendar_days", "PatientReturnedToRomania", "PATIENT_SIDE"],
      ["MOH-94", 3, "calendar_days", "PatientReturnedToRomania", "PATIENT_SIDE"],
      ["MOH-95", 14, "working_days", "PatientReturnedToRomania", "PATIENT"],
      ["MOH-96", 1, "years", "FirstCheckDone", "TREATING_DOCTOR"],
      ["MOH-99", 7, "calendar_days", "PatientDied", "FAMILY"],
    ]);
  });

  const idsWhere = (holds: (term: NonNullable<(typeof RULES)[number]["deadline"]>) => boolean) =>
    RULES.flatMap(({ id, deadline }) => (deadline && holds(deadline) ? [id] : []));

  test("decision 6: four terms have an effect against the patient side", () => {
    expect(idsWhere((term) => term.againstPatient === true)).toEqual(["MOH-42", "MOH-91", "MOH-94", "MOH-95"]);
  });

  test("decision 7: declared days interrupt the terms of public institutions only", () => {
    expect(idsWhere((term) => !term.interruptedByDeclaredDays)).toEqual([
      "MOH-42",
      "MOH-61",
      "MOH-91",
      "MOH-94",
      "MOH-95",
      "MOH-96",
      "MOH-99",
    ]);
  });

  test("MOH-A2, decisions 4 and 11: terms not in working days roll forward", () => {
    const rolling = ["MOH-64", "MOH-91", "MOH-94", "MOH-96", "MOH-99"];
    expect(idsWhere((term) => term.rollsForward === true)).toEqual(rolling);
    expect(idsWhere((term) => term.unit !== "working_days")).toEqual(rolling);
  });

  test("decision 8: only MOH-73 passes at the start of the next working day", () => {
    expect(idsWhere((term) => term.passesAt === "start-of-next-working-day")).toEqual(["MOH-73"]);
  });
});
