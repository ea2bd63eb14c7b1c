/** Terms that stand still for a time (DEC-21), in every mode, against a count made one day at a time. */
import { describe, expect, test } from "@jest/globals";

import { isWorkingDay, romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import {
  bareTerm,
  computeDeadline,
  computeDelayReport,
  computeTerm,
  dayReasonText,
  explainBareTerm,
  explainDeadline,
  type Suspension,
  type Term,
  type TermKind,
} from "../../domain/law/index.ts";
import { randomNumbers } from "../support/random.ts";
import { addDays, addMonths, addYears, plainDate, type PlainDate } from "../../domain/plain-date.ts";

const d = plainDate;
const calendar = romanianCalendar();

function stop(from: string, until?: string): Suspension {
  return { from: d(from), ...(until !== undefined && { until: d(until) }) };
}

function due(kind: TermKind, value: number, from: string, ...suspended: Suspension[]): PlainDate {
  return computeTerm(bareTerm(value, kind), d(from), calendar, { suspended }).dueOn;
}

function standsStill(date: PlainDate, suspended: readonly Suspension[]): boolean {
  return suspended.some(({ from, until }) => date >= from && until !== undefined && date < until);
}

/** Day after day: a day counts when the term runs on it and its mode counts it. */
function slowly(kind: TermKind, value: number, from: PlainDate, suspended: readonly Suspension[]): PlainDate {
  const counted = (date: PlainDate) =>
    !standsStill(date, suspended) && (kind !== "workingDays" || isWorkingDay(calendar, date));
  let left = kind === "freeDays" ? value + 1 : value;
  if (kind === "months" || kind === "years") {
    const end = kind === "months" ? addMonths(from, value) : addYears(from, value);
    left = 0;
    for (let date = from; date < end; date = addDays(date, 1)) left += 1;
  }
  let date = from;
  while (left > 0) {
    date = addDays(date, 1);
    if (counted(date)) left -= 1;
  }
  if (kind !== "freeDays" || isWorkingDay(calendar, date)) return date;
  while (standsStill(date, suspended) || !isWorkingDay(calendar, date)) date = addDays(date, 1);
  return date;
}

describe("DEC-21: half-open, so that the day on which it begins is the first that does not count", () => {
  test("working days: the suspended working days are added", () => {
    expect(due("workingDays", 5, "2025-07-07")).toBe("2025-07-14");
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-09", "2025-07-11"))).toBe("2025-07-16");
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-12", "2025-07-14"))).toBe("2025-07-14"); // a week-end
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-14", "2025-07-15"))).toBe("2025-07-15"); // on the last day
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-15", "2025-07-20"))).toBe("2025-07-14"); // after it
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-01", "2025-07-09"))).toBe("2025-07-15"); // 8 July alone
  });

  test("resumed on the day on which it began, it takes nothing", () => {
    expect(due("workingDays", 5, "2025-07-07", stop("2025-07-09", "2025-07-09"))).toBe("2025-07-14");
  });

  test("a second one that begins because the first moved the end counts too", () => {
    const both = [stop("2025-07-15", "2025-07-16"), stop("2025-07-10", "2025-07-11")];
    expect(due("workingDays", 5, "2025-07-07", ...both)).toBe("2025-07-16");
    expect(
      due("workingDays", 5, "2025-07-07", stop("2025-07-09", "2025-07-11"), stop("2025-07-10", "2025-07-12")),
    ).toBe("2025-07-17");
  });

  test("calendar days, months and years: the suspended calendar days are added", () => {
    const stopped = stop("2025-07-10", "2025-07-15");
    expect(due("calendarDays", 10, "2025-07-07", stopped)).toBe("2025-07-22");
    expect(due("freeDays", 10, "2025-07-07", stopped)).toBe("2025-07-23");
    expect(due("months", 1, "2025-07-07", stopped)).toBe("2025-08-12");
    expect(due("years", 1, "2024-02-29", stop("2024-12-30", "2025-01-02"))).toBe("2025-03-03");
  });

  test("hours stand still on the clock, over the change to summer time as well", () => {
    const at = { startsAtInstant: new Date("2025-03-28T10:00:00+02:00") }; // a Friday
    const term = bareTerm(24, "hours");
    const passes = (...suspended: Suspension[]) =>
      computeTerm({ ...term, rollsForward: false }, d("2025-03-28"), calendar, { ...at, suspended }).passesAt;
    expect(passes()).toBe("2025-03-29T08:00:00.000Z");
    // 14 hours run on Friday, the week-end of 47 hours stands still, the other 10 run on Monday.
    expect(passes(stop("2025-03-29", "2025-03-31"))).toBe("2025-03-31T07:00:00.000Z");
    // From the day itself nothing runs: all 24 begin on Monday.
    expect(passes(stop("2025-03-28", "2025-03-31"))).toBe("2025-03-31T21:00:00.000Z");
    expect(due("hours", 24, "2025-03-28", stop("2025-03-29", "2025-03-31"))).toBe("2025-03-31");
  });

  test("one that ends before it begins is refused", () => {
    expect(() => due("workingDays", 5, "2025-07-07", stop("2025-07-09", "2025-07-08"))).toThrow(RangeError);
  });

  test("while it has not ended, the dates are the earliest that can be, and the days stand still", () => {
    const { dueOn, days } = explainBareTerm(bareTerm(5, "workingDays"), d("2025-07-07"), calendar, {
      suspended: [stop("2025-07-10")],
    });
    expect(dueOn).toBe("2025-07-14");
    expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual(["2025-07-08", "2025-07-09"]);
    expect(days.at(-1)).toEqual({ date: "2025-07-14", counted: false, reason: { kind: "suspended" } });
  });
});

describe("what comes after the last day", () => {
  test("a roll passes over suspended days", () => {
    const suspended = [stop("2025-06-09", "2025-06-12")];
    const computed = computeDeadline("MOH-91", d("2025-06-05"), calendar, { suspended });
    // Due on Sunday 8 June; the 9th is Pentecost, the 10th and 11th are suspended.
    expect(computed).toMatchObject({ dueOn: "2025-06-08", practicalDueOn: "2025-06-12", effectOn: "2025-06-13" });
    expect(computed.passesAt).toBe("2025-06-12T21:00:00.000Z");
  });

  test("the effect against the patient side waits too (decision 6)", () => {
    const suspended = [stop("2025-07-17", "2025-07-19")];
    expect(computeDeadline("MOH-42", d("2025-07-07"), calendar, { suspended })).toMatchObject({
      dueOn: "2025-07-16",
      effectOn: "2025-07-21",
    });
  });

  test("MOH-73, decision 8: the delay report is owed on the 23rd day that runs", () => {
    const suspended = [stop("2025-12-29", "2025-12-31")];
    expect(computeDeadline("MOH-73", d("2025-11-27"), calendar, { suspended }).dueOn).toBe("2026-01-09");
    expect(computeDelayReport("MOH-73", d("2025-11-27"), calendar, { suspended }).dueOn).toBe("2026-01-12");
  });
});

test("explained day by day, with the reason", () => {
  const { days } = explainDeadline("MOH-23", d("2025-07-07"), calendar, {
    suspended: [stop("2025-07-09", "2025-07-10")],
  });
  expect(days.map(({ date, counted, number, reason }) => [date, counted, number, reason?.kind])).toEqual([
    ["2025-07-07", false, undefined, "start-day"],
    ["2025-07-08", true, 1, undefined],
    ["2025-07-09", false, undefined, "suspended"],
    ["2025-07-10", true, 2, undefined],
  ]);
  expect(dayReasonText({ kind: "suspended" }, "ro")).toBe("termenul este suspendat");
});

describe("as one counts day by day", () => {
  const random = randomNumbers(20_260_401);
  const kinds: TermKind[] = ["workingDays", "freeDays", "calendarDays", "months", "years"];
  const pick = (most: number) => Math.floor(random() * most);
  const made = Array.from({ length: 400 }, (_, i) => {
    const kind = kinds[i % kinds.length] ?? "workingDays";
    const from = addDays(d("2013-01-01"), pick(9000));
    const value = 1 + pick(kind === "years" ? 2 : kind === "months" ? 14 : 60);
    const suspended = Array.from({ length: pick(4) }, () => {
      const begins = addDays(from, pick(80) - 10);
      return { from: begins, until: addDays(begins, pick(25)) };
    });
    return { kind, value, from, suspended };
  });

  test.each(made)("$value $kind from $from, suspended $suspended", ({ kind, value, from, suspended }) => {
    const term: Term = bareTerm(value, kind);
    const { dueOn, days } = explainBareTerm(term, from, calendar, { suspended });
    expect(dueOn).toBe(slowly(kind, value, from, suspended));
    if (kind === "workingDays" || kind === "calendarDays") {
      expect(days.filter(({ counted }) => counted)).toHaveLength(value);
    }
    for (const { date, reason } of days.slice(1)) {
      if (date <= dueOn) expect([date, reason?.kind === "suspended"]).toEqual([date, standsStill(date, suspended)]);
    }
  });
});
