import { describe, expect, test } from "@jest/globals";

import {
  E112_LEGAL_BASIS,
  findReading,
  findRule,
  getDeadlineRule,
  getReading,
  getRule,
  interruptionOf,
  isDeadlineRuleId,
  isRuleId,
  isTermRuleId,
  MOH_LEGAL_BASIS,
  READINGS,
  RuleError,
  RULES,
  type LawProcess,
  type LocalText,
} from "../../domain/law/index.ts";
import { REMINDER_POLICIES } from "../../domain/reminders/policy.ts";
import { addDays, plainDate } from "../../domain/plain-date.ts";

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

function numbered(length: number, idOf: (number: number) => string): string[] {
  return Array.from({ length }, (_, i) => idOf(i + 1));
}

test("the rules are MOH-01 to MOH-101 and E112-01 to E112-91, in order, each of its own process", () => {
  const ids = (prefix: string, count: number) => numbered(count, (n) => `${prefix}-${String(n).padStart(2, "0")}`);
  expect([...new Set(RULES.map(({ id }) => id))]).toEqual([...ids("MOH", 101), ...ids("E112", 91)]);
  for (const { id, process } of RULES)
    expect([id, `${process.toUpperCase()}-`]).toEqual([id, id.slice(0, id.indexOf("-") + 1)]);
});

test("the readings are MOH-A1 to MOH-A32 and E112-A1 to E112-A16, and the decisions DEC-1 to DEC-21", () => {
  expect(READINGS.map(({ id }) => id)).toEqual([
    ...numbered(32, (n) => `MOH-A${n}`),
    ...numbered(16, (n) => `E112-A${n}`),
    ...numbered(21, (n) => `DEC-${n}`),
  ]);
});

/** The act on which a process rests; that of E112 is cited as in the guide and marked (E112-A15). */
const ACTS = {
  moh: {
    ro: "Ordinul MS 50/2004, modif. prin Ordinul 1011/2011",
    en: "Order of the Minister of Health 50/2004, amended by Order 1011/2011",
  },
  e112: { ro: "Contractul-cadru nr. 324/2008 (de verificat)", en: "Framework Contract no. 324/2008 (verify)" },
} as const satisfies Record<LawProcess, LocalText>;

/** What a citation names between the guide and the act. */
function placeIn(citation: string, before: string, after: string): string {
  expect(citation.startsWith(before) && citation.endsWith(after)).toBe(true);
  return citation.slice(before.length, -after.length);
}

test.each(RULES.map((rule) => [rule.id, rule] as const))("%s is written for people and cited", (_id, rule) => {
  expectWellWritten(rule.text);
  expect(rule.text.ro).toMatch(/\.$/);
  expect(rule.text.en).toMatch(/\.$/);
  expect(rule.text.ro).not.toBe(rule.text.en);
  const { ro, en } = ACTS[rule.process];
  expect(placeIn(rule.citation.ro, "Ghidul pacientului (neoficial), ", `; ${ro}`).length).toBeGreaterThan(5);
  expect(placeIn(rule.citation.en, "Patients' guide (unofficial), ", `; ${en}`).length).toBeGreaterThan(5);
  expect(new Set(rule.readings).size).toBe(rule.readings.length);
  for (const reading of rule.readings) expect(getReading(reading).id).toBe(reading);
  expect(rule.kind === "deadline").toBe(rule.deadline !== undefined);
});

test("rules and readings are in our own words: nothing quoted is longer than a few of them", () => {
  for (const { id, text } of [...RULES, ...READINGS]) {
    const quoted = [...text.ro.matchAll(/[„«]([^”»]*)/g), ...text.en.matchAll(/[“«]([^”»]*)/g)];
    for (const [, words = ""] of quoted) expect([id, words.split(" ").length <= 4]).toEqual([id, true]);
  }
});

test("every reading is written for people, and every reading of a process acts in a rule", () => {
  const used = new Set<string>(RULES.flatMap(({ readings }) => readings));
  for (const reading of READINGS) {
    expectWellWritten(reading.text);
    if (!reading.id.startsWith("DEC-")) expect([reading.id, used.has(reading.id)]).toEqual([reading.id, true]);
  }
  expect(READINGS.filter(({ setting }) => setting).map(({ id }) => id)).toEqual([
    "MOH-A4",
    "MOH-A8",
    "MOH-A22",
    "E112-A2",
    "E112-A4",
    "DEC-7",
    "DEC-20",
  ]);
  expect(["MOH-A33", "E112-A17"].map(findReading)).toEqual([undefined, undefined]);
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
    const ids = ["MOH-01", "MOH-101", "E112-91", "MOH-1", "E112-92", "", 23];
    expect(ids.map(isRuleId)).toEqual([true, true, true, false, false, false, false]);
    expect(["MOH-23", "MOH-24", "MOH-102", "E112-01"].map(isDeadlineRuleId)).toEqual([true, false, false, false]);
    expect(["MOH-23", "MOH-24", "E112-35", "E112-36"].map(isTermRuleId)).toEqual([true, false, true, true]);
  });
});

test("MOH-02, MOH-A25: the guide's wording and the correction to confirm are both kept", () => {
  expect(MOH_LEGAL_BASIS.guideWording).toContain("50/2005");
  expect(MOH_LEGAL_BASIS.correction.ro).toContain("50/2004");
  expect(MOH_LEGAL_BASIS.confirmed).toBe(false);
  expectWellWritten(MOH_LEGAL_BASIS.validFromDoubt);
});

test("E112-06, E112-A15: the act is cited as in the guide and marked for verification, and the rules have a first day", () => {
  expect(E112_LEGAL_BASIS.guideWording).toContain("324/2008");
  expect(E112_LEGAL_BASIS.confirmed).toBe(false);
  expect(E112_LEGAL_BASIS.citation).toEqual(ACTS.e112);
  for (const text of [E112_LEGAL_BASIS.toVerify, E112_LEGAL_BASIS.validFromDoubt]) expectWellWritten(text);
  expect(findRule("E112-01", E112_LEGAL_BASIS.validFrom)?.process).toBe("e112");
  expect(findRule("E112-01", addDays(E112_LEGAL_BASIS.validFrom, -1))).toBeUndefined();
});

describe("terms as data", () => {
  const terms = RULES.flatMap(({ id, deadline }) =>
    deadline && isDeadlineRuleId(id)
      ? [[id, deadline.value, deadline.unit, deadline.startsAt, deadline.duty] as const]
      : [],
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
    RULES.flatMap(({ id, deadline }) => (deadline && isDeadlineRuleId(id) && holds(deadline) ? [id] : []));

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

  test("E112-A5: the two terms of E112 are advice: nobody owes them, nothing interrupts or moves them", () => {
    const advised = RULES.flatMap(({ id, deadline }) =>
      isTermRuleId(id) && !isDeadlineRuleId(id) ? [[id, deadline]] : [],
    );
    const common = { startsAt: "AcceptanceRequested", duty: "PATIENT_SIDE", unit: "months", advisory: true };
    const untouched = { interruptedByDeclaredDays: false, rollsForward: false, againstPatient: false };
    expect(advised).toEqual([
      ["E112-35", expect.objectContaining({ ...common, ...untouched, value: 3 })],
      ["E112-36", expect.objectContaining({ ...common, ...untouched, value: 5 })],
    ]);
    expect(RULES.filter(({ deadline }) => deadline?.advisory).map(({ id }) => id)).toEqual(["E112-35", "E112-36"]);
  });

  test("E112-A5: what is kept of duties keeps nothing of advice", () => {
    const policies = Object.keys(REMINDER_POLICIES);
    expect(policies.filter((key) => !isDeadlineRuleId(key.split(":")[0]))).toEqual([]);
    const settling = (rule: string) => ({
      interruptions: new Map([[rule, { rule, interrupted: true, citation: "Ordinul X" }]]),
    });
    const advised = interruptionOf(getDeadlineRule("E112-35", on), settling("E112-35"));
    expect([advised.interrupted, advised.citation.ro]).toEqual([false, expect.stringMatching(/^E112-A5\. /)]);
    expect(interruptionOf(getDeadlineRule("MOH-61", on), settling("MOH-61")).interrupted).toBe(true);
  });

  test("decision 8: only MOH-73 passes at the start of the next working day", () => {
    expect(idsWhere((term) => term.passesAt === "start-of-next-working-day")).toEqual(["MOH-73"]);
  });
});
