import { describe, expect, test } from "@jest/globals";

import {
  CalendarRangeError,
  InvalidTermError,
  romanianCalendar,
  type DeclaredDay,
} from "../../domain/calendar/working-calendar.ts";
import { dueDateOf } from "../../domain/case/due.ts";
import {
  computeDeadline,
  computeDelayReport,
  computeTerm,
  correspondenceEffect,
  getDeadlineRule,
  RULES,
  type DeadlineTerm,
  type RuleId,
} from "../../domain/law/index.ts";
import { plainDate, startOfDay } from "../../domain/plain-date.ts";

const d = plainDate;
const calendar = romanianCalendar();
const dayOff = (date: string): DeclaredDay => ({
  date: d(date),
  kind: "day-off",
  scope: "public-sector",
  legalAct: "HG nr. 2/2025",
});
/** With Friday 2 May 2025, a bridge day between two holidays and a week-end. */
const bridged = romanianCalendar([dayOff("2025-05-02")]);

/** A dash: none. */
type Example = readonly [rule: RuleId, start: string, due: string, practical: string, effect: string];

/** Worked by hand: rule, start, due, practical due, effect on the patient side. Easter was on 20 April 2025. */
const EXAMPLES: readonly Example[] = [
  ["MOH-23", "2025-06-02", "2025-06-04", "–", "–"],
  ["MOH-23", "2025-04-17", "2025-04-23", "–", "–"], // Good Friday to Easter Monday are off
  ["MOH-26", "2025-06-06", "2025-06-10", "–", "–"], // a Friday, then Pentecost
  ["MOH-27", "2025-04-16", "2025-04-29", "–", "–"],
  ["MOH-28", "2025-04-30", "2025-05-05", "–", "–"],
  ["MOH-42", "2025-04-16", "2025-04-29", "–", "2025-04-30"],
  ["MOH-61", "2025-08-14", "2025-08-26", "–", "–"],
  ["MOH-62", "2025-11-28", "2025-12-03", "–", "–"], // 30 November is a Sunday anyway, Monday 1 December is off
  ["MOH-64", "2025-06-03", "2025-06-04", "–", "–"],
  ["MOH-64", "2025-06-05", "2025-06-06", "–", "–"],
  ["MOH-64", "2025-06-06", "2025-06-07", "2025-06-10", "–"], // ends on the Saturday before Pentecost
  ["MOH-69", "2025-12-19", "2026-01-05", "–", "–"],
  ["MOH-70", "2025-12-19", "2026-01-12", "–", "–"],
  ["MOH-73", "2025-11-27", "2026-01-05", "–", "–"],
  ["MOH-75", "2025-12-31", "2026-01-08", "–", "–"], // the 5th counts, Epiphany and Saint John do not
  ["MOH-76", "2025-04-16", "2025-05-19", "–", "–"],
  ["MOH-91", "2025-06-02", "2025-06-05", "–", "2025-06-06"],
  ["MOH-91", "2025-12-22", "2025-12-25", "2025-12-29", "2025-12-30"],
  ["MOH-94", "2025-06-04", "2025-06-07", "2025-06-10", "2025-06-11"],
  ["MOH-95", "2025-04-16", "2025-05-09", "–", "2025-05-12"],
  ["MOH-96", "2024-02-29", "2025-02-28", "–", "–"],
  ["MOH-96", "2024-12-01", "2025-12-01", "2025-12-02", "–"],
  ["MOH-99", "2025-06-03", "2025-06-10", "–", "–"],
  ["MOH-99", "2025-06-01", "2025-06-08", "2025-06-10", "–"],
  ["E112-35", "2025-03-07", "2025-06-07", "–", "–"], // a Saturday: advice does not roll
  ["E112-36", "2025-09-30", "2026-02-28", "–", "–"],
];

test.each(EXAMPLES)("%s from %s is due on %s (practically %s, effect %s)", (rule, start, due, practical, effect) => {
  const computed = computeDeadline(rule, d(start), calendar);
  expect(computed).toMatchObject({ rule, startsOn: start, dueOn: due, calendarNumber: 0 });
  expect(computed.lawVersion).toMatch(new RegExp(`^${rule}/2011-06-14\\+[0-9a-f]{8}$`));
  expect(computed.provisionalYears).toBeUndefined();
  expect(computed.practicalDueOn ?? "–").toBe(practical);
  expect(computed.effectOn ?? "–").toBe(effect);
  expect(computed.calendarVersion).toBe("RO-2012-2040/1");
});

test("every rule with a term has a worked example", () => {
  const withTerm = RULES.filter(({ deadline }) => deadline).map(({ id }) => id);
  expect([...new Set(EXAMPLES.map(([rule]) => rule))].sort()).toEqual([...new Set(withTerm)].sort());
});

describe("when a term passes", () => {
  test.each([
    ["MOH-23", "2025-01-14", "2025-01-16T22:00:00.000Z"],
    ["MOH-23", "2025-07-14", "2025-07-16T21:00:00.000Z"],
    ["MOH-91", "2025-03-26", "2025-03-31T21:00:00.000Z"], // due the Saturday before the clocks go forward, practically on Monday
    ["MOH-99", "2025-10-19", "2025-10-27T22:00:00.000Z"], // due on the Sunday on which they go back
    ["MOH-96", "2024-10-26", "2025-10-27T22:00:00.000Z"],
  ] as const)("%s from %s passes at midnight in Bucharest, %s", (rule, start, passesAt) => {
    expect(computeDeadline(rule, d(start), calendar).passesAt).toBe(passesAt);
  });

  test("a calendar-day term that ends on the day the clocks change ends 24:00 local", () => {
    const term: DeadlineTerm = {
      ...getDeadlineRule("MOH-99", d("2025-01-01")).deadline,
      rollsForward: false,
    };
    expect(computeTerm(term, d("2025-03-23"), calendar).passesAt).toBe("2025-03-30T21:00:00.000Z");
    expect(computeTerm(term, d("2025-10-19"), calendar).passesAt).toBe("2025-10-26T22:00:00.000Z");
  });

  test("MOH-73, decision 8: day 22 is due, day 23 begins the duty to report", () => {
    const start = d("2025-11-27");
    const computed = computeDeadline("MOH-73", start, calendar);
    expect(computed.dueOn).toBe("2026-01-05");
    expect(computeDelayReport("MOH-73", start, calendar)).toMatchObject({
      dueOn: "2026-01-08", // 6 and 7 January are off
      passesAt: startOfDay(d("2026-01-09")).toISOString(),
      lawVersion: computed.lawVersion,
    });
    expect(computed.passesAt).toBe(startOfDay(d("2026-01-08")).toISOString());
  });
});

describe("MOH-64: 24 hours", () => {
  const at = (text: string) => new Date(text);

  test("run by the clock from a known moment", () => {
    const start = { startsAtInstant: at("2025-06-03T10:15:00+03:00") };
    const computed = computeDeadline("MOH-64", d("2025-06-03"), calendar, start);
    expect(computed).toMatchObject({
      dueOn: "2025-06-04",
      passesAt: "2025-06-04T07:15:00.000Z",
      mode: "hours",
    });
  });

  test("are hours of the clock even when the clocks change", () => {
    const start = { startsAtInstant: at("2025-03-29T23:30:00+02:00") };
    const computed = computeDeadline("MOH-64", d("2025-03-29"), calendar, start);
    expect(computed.dueOn).toBe("2025-03-31"); // 00:30 on Monday, summer time
    expect(computed.passesAt).toBe("2025-03-30T21:30:00.000Z");
    expect(computed.practicalDueOn).toBeUndefined();
  });

  test("ending at midnight end with the day before", () => {
    const start = { startsAtInstant: at("2025-06-12T00:00:00+03:00") };
    const computed = computeDeadline("MOH-64", d("2025-06-12"), calendar, start);
    expect(computed).toMatchObject({ dueOn: "2025-06-12", passesAt: "2025-06-12T21:00:00.000Z" });
  });

  test("decision 4: with only a date they end with the next day; on a day off, practically with the next working day", () => {
    expect(computeDeadline("MOH-64", d("2025-06-03"), calendar).passesAt).toBe("2025-06-04T21:00:00.000Z");
    for (const options of [{}, { startsAtInstant: at("2025-06-06T10:00:00+03:00") }]) {
      expect(computeDeadline("MOH-64", d("2025-06-06"), calendar, options)).toMatchObject({
        dueOn: "2025-06-07",
        practicalDueOn: "2025-06-10",
        passesAt: "2025-06-10T21:00:00.000Z",
      });
    }
  });

  test("from a moment on another day are refused", () => {
    const start = { startsAtInstant: at("2025-06-03T23:30:00Z") };
    expect(() => computeDeadline("MOH-64", d("2025-06-03"), calendar, start)).toThrow(RangeError);
  });
});

describe("decision 7: declared days off", () => {
  test("interrupt the terms of public institutions and not those of others", () => {
    expect(computeDeadline("MOH-23", d("2025-04-29"), bridged).dueOn).toBe("2025-05-05");
    expect(computeDeadline("MOH-23", d("2025-04-29"), calendar).dueOn).toBe("2025-05-02");
    expect(computeDeadline("MOH-61", d("2025-04-29"), bridged).dueOn).toBe("2025-05-09");
    expect(computeDeadline("MOH-95", d("2025-04-29"), bridged).calendarVersion).toBe(calendar.version);
    expect(computeDeadline("MOH-23", d("2025-04-29"), bridged).calendarVersion).toBe(bridged.version);
  });

  test("MOH-42 follows whoever corresponds, and has no effect on the patient when that is the DSP", () => {
    const start = d("2025-04-22");
    const patient = computeDeadline("MOH-42", start, bridged);
    const dsp = computeDeadline("MOH-42", start, bridged, { duty: "DSP" });
    expect(patient).toMatchObject({ duty: "PATIENT_SIDE", dueOn: "2025-05-02", effectOn: "2025-05-05" });
    expect(dsp).toMatchObject({ duty: "DSP", dueOn: "2025-05-05" });
    expect(dsp.effectOn).toBeUndefined();
  });

  test("MOH-42 is provisional when only its effect on the patient falls into a year that is not confirmed", () => {
    const until2026 = romanianCalendar([], { confirmedYears: [2026] });
    const term = { rule: "MOH-42", basis: "term", duty: "PATIENT_SIDE", suspensions: [] } as const;
    const told = (noticeOn: string) =>
      dueDateOf({ ...term, startsOn: d("2026-12-14"), noticeOn: d(noticeOn) }, () => until2026);
    expect(told("2026-12-22")).toMatchObject({
      dueOn: "2026-12-23",
      effectOn: "2027-01-05",
      provisionalYears: [2027],
    });
    expect(told("2026-12-14").provisionalYears).toBeUndefined();
  });

  test("are a setting of the rule", () => {
    const settled = (rule: RuleId, interrupted: boolean) =>
      romanianCalendar([dayOff("2025-05-02")], { interruptions: [{ rule, interrupted, citation: "OMS nr. 1/2025" }] });
    expect(computeDeadline("MOH-23", d("2025-04-29"), settled("MOH-23", false)).dueOn).toBe("2025-05-02");
    expect(computeDeadline("MOH-23", d("2025-04-29"), settled("MOH-26", false)).dueOn).toBe("2025-05-05");
    expect(computeDeadline("MOH-61", d("2025-04-29"), settled("MOH-61", true)).dueOn).toBe("2025-05-12");
    const of42 = settled("MOH-42", true); // whoever corresponds
    expect(computeDeadline("MOH-42", d("2025-04-22"), of42, { duty: "PATIENT_SIDE" }).dueOn).toBe("2025-05-05");
  });

  test("a roll uses the calendar of who owes the act", () => {
    expect(computeDeadline("MOH-94", d("2025-04-28"), bridged).practicalDueOn).toBe("2025-05-02");
    expect(computeDeadline("MOH-64", d("2025-04-30"), bridged).practicalDueOn).toBe("2025-05-05");
  });
});

describe("MOH-42, MOH-A5: when lateness may count against the patient", () => {
  test("the later of approval + 7 and notice + 7, then one working day (MOH-A1)", () => {
    expect(correspondenceEffect(d("2025-06-10"), d("2025-06-23"), calendar)).toEqual({
      dueOn: "2025-06-19",
      dueByNoticeOn: "2025-07-02",
      effectOn: "2025-07-03",
    });
    expect(correspondenceEffect(d("2025-06-10"), d("2025-06-10"), calendar).effectOn).toBe("2025-06-20");
    expect(correspondenceEffect(d("2025-06-10"), d("2025-06-09"), calendar).effectOn).toBe("2025-06-20");
  });

  test("there is none before the notice", () => {
    expect(correspondenceEffect(d("2025-06-10"), undefined, calendar)).toEqual({ dueOn: "2025-06-19" });
  });
});

describe("other ways of counting", () => {
  const base = getDeadlineRule("MOH-99", d("2025-01-01")).deadline;

  test("free days count neither the first day nor the last", () => {
    const term: DeadlineTerm = { ...base, mode: "free-days", value: 3 };
    expect(computeTerm(term, d("2025-06-02"), calendar).dueOn).toBe("2025-06-06");
    // The 7th is a Saturday, the 8th and the 9th are Pentecost: the last day itself rolls forward.
    const rolled = computeTerm(term, d("2025-06-03"), calendar);
    expect(rolled).toMatchObject({ dueOn: "2025-06-10", passesAt: "2025-06-10T21:00:00.000Z" });
    expect(rolled).not.toHaveProperty("practicalDueOn");
    expect(computeTerm({ ...term, unit: "working_days" }, d("2025-06-03"), calendar).dueOn).toBe("2025-06-10");
  });

  test("months end on the same day of the month, or the last", () => {
    const term: DeadlineTerm = { ...base, mode: "months", unit: "months", value: 1 };
    expect(computeTerm(term, d("2025-01-31"), calendar).dueOn).toBe("2025-02-28");
  });

  test.each([0, -3, 2.5])("a term of %p days is refused", (value) => {
    expect(() => computeTerm({ ...base, value }, d("2025-06-02"), calendar)).toThrow(InvalidTermError);
  });
});

describe("what cannot be answered", () => {
  test("a term outside the calendar is an error, whatever its unit", () => {
    expect(() => computeDeadline("MOH-23", d("2011-12-30"), calendar)).toThrow(CalendarRangeError);
    expect(() => computeDeadline("MOH-99", d("2011-12-30"), calendar)).toThrow(CalendarRangeError);
    expect(() => computeDeadline("MOH-96", d("2040-06-01"), calendar)).toThrow(CalendarRangeError);
    expect(() => computeDeadline("MOH-23", d("2040-12-28"), calendar)).toThrow(CalendarRangeError);
  });

  test("a rule without a term, or before it was in force, has no date", () => {
    expect(() => computeDeadline("MOH-24", d("2025-06-02"), calendar)).toThrow(
      expect.objectContaining({ code: "RULE_WITHOUT_TERM" }),
    );
    expect(() => computeDeadline("MOH-23", d("2011-06-13"), calendar)).toThrow(
      expect.objectContaining({ code: "RULE_NOT_IN_FORCE" }),
    );
  });
});
