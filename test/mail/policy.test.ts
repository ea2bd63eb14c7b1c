import { describe, expect, test } from "@jest/globals";
import { isDeadlineRuleId, getDeadlineRule } from "../../domain/law/index.ts";
import { writeLetter } from "../../domain/messages/letter.ts";
import { fillPlaces, unknownPlaces } from "../../domain/messages/words.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { policyProblems } from "../../domain/reminders/check-policy.ts";
import {
  deadlinesOfPolicy,
  isPolicyKey,
  policiesOf,
  policyKey,
  REMINDER_POLICIES,
  type PolicyKey,
  type ReminderStage,
} from "../../domain/reminders/policy.ts";

const KEYS = Object.keys(REMINDER_POLICIES).filter(isPolicyKey);
const codes = (key: PolicyKey, ...stages: ReminderStage[]): string[] =>
  policyProblems(key, stages).map(({ path, code }) => `${path} ${code}`);

describe("the product's policies", () => {
  test.each(KEYS)("%s is of a term, of those who owe it, and passes its own check", (key) => {
    const { rule, basis } = deadlinesOfPolicy(key);
    expect(isDeadlineRuleId(rule)).toBe(true);
    expect(policyKey(rule, basis)).toBe(key);
    const { duty, otherDuty } = getDeadlineRule(rule, plainDate("2026-01-05")).deadline;
    const [first, ...others]: readonly string[] = REMINDER_POLICIES[key].duties;
    expect([duty, otherDuty]).toEqual(expect.arrayContaining([first, ...others]));
    expect(policyProblems(key, REMINDER_POLICIES[key].stages)).toEqual([]);
  });

  test("each institution has those of its own people", () => {
    expect(policiesOf("cst")).toEqual(["MOH-26"]);
    expect(policiesOf("ministry")).toEqual(["MOH-75", "MOH-76"]);
    expect(new Set([...policiesOf("dsp"), ...policiesOf("cst"), ...policiesOf("ministry")])).toEqual(new Set(KEYS));
  });
});

describe("what an institution may set", () => {
  const words = (subject: string, lead: string): NonNullable<ReminderStage["words"]> => ({
    ro: { subject, lead },
    en: { subject: "{number}", lead: "x" },
  });
  const due: ReminderStage = { kind: "due", audience: "owner", workingDays: 0 };

  test("days that fit the kind", () => {
    expect(codes("MOH-23", { kind: "before", audience: "owner", workingDays: -30 })).toEqual([]);
    expect(codes("MOH-23", { kind: "before", audience: "owner", workingDays: 0 })).toEqual([
      "stages.0.workingDays DAYS_OUT_OF_RANGE",
    ]);
    expect(codes("MOH-23", due, { kind: "overdue", audience: "owner", workingDays: 1.5 })).toEqual([
      "stages.1.workingDays DAYS_OUT_OF_RANGE",
    ]);
    expect(codes("MOH-23", { kind: "escalation", audience: "head", workingDays: 61 })).toHaveLength(1);
  });

  test("the patient side hears of its own terms alone, escalations go to superiors", () => {
    expect(codes("MOH-42", { ...due, audience: "patient-side" })).toEqual([]);
    expect(codes("MOH-23", { ...due, audience: "patient-side" })).toEqual(["stages.0.audience AUDIENCE_NOT_ALLOWED"]);
    expect(codes("MOH-23", { kind: "escalation", audience: "owner", workingDays: 2 })).toEqual([
      "stages.0.audience AUDIENCE_NOT_ALLOWED",
    ]);
    const [problem] = policyProblems("MOH-23", [{ kind: "escalation", audience: "owner", workingDays: 2 }]);
    expect(problem?.message).toEqual({
      ro: "Mesajul poate merge la: șeful de compartiment, conducerea instituției.",
      en: "This message may go to: the supervisor, the head of the institution.",
    });
  });

  test("at least one, none twice, no unknown kind", () => {
    expect(codes("MOH-23")).toEqual(["stages STAGE_COUNT"]);
    expect(codes("MOH-23", due, due)).toEqual(["stages.1 STAGE_REPEATED"]);
    expect(codes("MOH-23", { ...due, kind: "never" as "due" })).toEqual(["stages.0.kind UNKNOWN_KIND"]);
  });

  test("own words: one line of subject with the number, known places alone, not endless", () => {
    expect(codes("MOH-23", { ...due, words: words("{number}: {rule}", "Până la {due}, {days}.") })).toEqual([]);
    expect(codes("MOH-23", { ...due, words: words("Termen", "x") })).toEqual([
      "stages.0.words.ro.subject SUBJECT_WITHOUT_NUMBER",
    ]);
    expect(codes("MOH-23", { ...due, words: words("{number}\r\nBcc: x@y.ro", "x") })).toEqual([
      "stages.0.words.ro.subject SUBJECT_LINES",
    ]);
    expect(codes("MOH-23", { ...due, words: words("{number}", "Pentru {patient}") })).toEqual([
      "stages.0.words.ro.lead UNKNOWN_PLACE",
    ]);
    expect(codes("MOH-23", { ...due, words: words("{number}", "x".repeat(601)) })).toHaveLength(1);
    expect(codes("MOH-23", { ...due, words: words(" ", "x") })).toEqual(["stages.0.words.ro.subject TEXT_EMPTY"]);
  });

  test("places are filled, in agreement with the number of days", () => {
    const values = { number: "DSP-CJ/2026/000001", due: "05.03.2026", rule: "MOH-23", days: "3 zile lucrătoare" };
    expect(fillPlaces("{number} {due} {rule} {days} {x}", values)).toBe(
      "DSP-CJ/2026/000001 05.03.2026 MOH-23 3 zile lucrătoare {x}",
    );
    expect(unknownPlaces("{number} {x} {}")).toEqual(["{x}", "{}"]);
    const leadFor = (days: string): string =>
      writeLetter(
        {
          kind: "before",
          registrationNumber: "N",
          caseId: "c",
          about: "2026-03-05",
          params: { rule: "MOH-23", days },
          words: words("{number}", "<b>Peste {days}</b>"),
          toPatientSide: false,
          publicUrl: "https://x",
        },
        "ro",
      ).html;
    expect(leadFor("-1")).toContain("&lt;b&gt;Peste o zi lucrătoare&lt;/b&gt;");
    expect(leadFor("-3")).toContain("Peste 3 zile lucrătoare");
    expect(leadFor("-20")).toContain("Peste 20 de zile lucrătoare");
  });
});
