import { readFileSync } from "node:fs";

import { describe, expect, test } from "@jest/globals";

import { institutionCalendar, publicCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import {
  addWorkingDays,
  CalendarRangeError,
  countWorkingDays,
  InvalidTermError,
  isWorkingDay,
  nextWorkingDay,
  romanianCalendar,
  unconfirmedYears,
  whyNotCounted,
  withoutDeclaredDays,
  type DeclaredDay,
  type WorkingCalendar,
} from "../../domain/calendar/working-calendar.ts";
import { addDays, plainDate, type PlainDate } from "../../domain/plain-date.ts";

interface WorkedCase {
  from: string;
  workingDays: number;
  due: string;
  extraDaysOff?: string[];
  recoveryDays?: string[];
}

const d = plainDate;
const calendar = romanianCalendar();
const cases = JSON.parse(
  readFileSync(new URL("../fixtures/working-days.json", import.meta.url), "utf8"),
) as WorkedCase[];

function dayOff(date: string, scope: DeclaredDay["scope"] = "everyone", institution?: string): DeclaredDay {
  return { date: d(date), kind: "day-off", legalAct: "HG nr. 1/2025", scope, ...(institution && { institution }) };
}

function recoveryDay(date: string): DeclaredDay {
  return { ...dayOff(date), kind: "recovery-day" };
}

function dataOf(...declared: DeclaredDay[]): CalendarData {
  return { number: 3, declared, confirmedYears: [2025, 2026], interruptions: [] };
}

function calendarOf({ extraDaysOff = [], recoveryDays = [] }: WorkedCase) {
  return romanianCalendar([...extraDaysOff.map((date) => dayOff(date)), ...recoveryDays.map(recoveryDay)]);
}

/** The same sum made one day at a time, to check the tables. */
function addSlowly(from: PlainDate, n: number): PlainDate {
  let date = from;
  for (let left = n; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

test.each(cases)("$from + $workingDays working days is $due", (worked) => {
  const theirs = calendarOf(worked);
  expect(addWorkingDays(theirs, d(worked.from), worked.workingDays)).toBe(worked.due);
  expect(countWorkingDays(theirs, d(worked.from), d(worked.due))).toBe(worked.workingDays);
});

describe("adding and counting", () => {
  test("agree with going a day at a time, from every day of a year", () => {
    for (let date = d("2026-01-01"); date < d("2027-01-01"); date = addDays(date, 1)) {
      for (const n of [1, 2, 7, 22, 100]) {
        const due = addWorkingDays(calendar, date, n);
        expect(due).toBe(addSlowly(date, n));
        expect(countWorkingDays(calendar, date, due)).toBe(n);
        expect(countWorkingDays(calendar, due, date)).toBe(-n);
      }
    }
  });

  test("the start day never counts, whatever day it is", () => {
    for (const from of ["2025-08-15", "2025-08-16", "2025-08-17"]) {
      expect(addWorkingDays(calendar, d(from), 1)).toBe("2025-08-18");
    }
    expect(addWorkingDays(calendar, d("2025-08-18"), 1)).toBe("2025-08-19");
  });

  test("a period is open at its start and closed at its end", () => {
    expect(countWorkingDays(calendar, d("2025-08-14"), d("2025-08-18"))).toBe(1);
    expect(countWorkingDays(calendar, d("2025-08-18"), d("2025-08-14"))).toBe(-1);
    expect(countWorkingDays(calendar, d("2025-08-18"), d("2025-08-18"))).toBe(0);
  });

  test("the next working day is the day itself when it works", () => {
    expect(nextWorkingDay(calendar, d("2025-04-17"))).toBe("2025-04-17");
    expect(nextWorkingDay(calendar, d("2025-04-18"))).toBe("2025-04-22");
    expect(nextWorkingDay(calendar, d("2012-01-01"))).toBe("2012-01-03");
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%p days are no term", (n) => {
    expect(() => addWorkingDays(calendar, d("2025-01-01"), n)).toThrow(InvalidTermError);
    expect(() => addWorkingDays(calendar, d("2025-01-01"), n)).toThrow(RangeError);
  });

  test("adding costs the same for any number of days", () => {
    const start = performance.now();
    for (let i = 0; i < 20_000; i += 1) addWorkingDays(calendar, d("2015-03-02"), 1 + (i % 5000));
    expect(performance.now() - start).toBeLessThan(500); // 25 µs each on a machine fifty times too busy
  });
});

describe("outside the years of the table", () => {
  test("every question is an error that names the years", () => {
    const before = d("2011-12-31");
    const after = d("2041-01-01");
    for (const date of [before, after]) {
      expect(() => isWorkingDay(calendar, date)).toThrow(CalendarRangeError);
      expect(() => whyNotCounted(calendar, date)).toThrow(CalendarRangeError);
      expect(() => addWorkingDays(calendar, date, 1)).toThrow(CalendarRangeError);
      expect(() => countWorkingDays(calendar, d("2025-01-01"), date)).toThrow(CalendarRangeError);
      expect(() => countWorkingDays(calendar, date, d("2025-01-01"))).toThrow(CalendarRangeError);
      expect(() => nextWorkingDay(calendar, date)).toThrow(CalendarRangeError);
      expect(() => romanianCalendar([dayOff(date)])).toThrow(CalendarRangeError);
    }
    expect(() => isWorkingDay(calendar, after)).toThrow(
      expect.objectContaining({ code: "CALENDAR_RANGE", firstYear: 2012, lastYear: 2040, date: after }),
    );
  });

  test("a term that runs past the last day is an error too", () => {
    expect(addWorkingDays(calendar, d("2040-12-28"), 1)).toBe("2040-12-31");
    expect(() => addWorkingDays(calendar, d("2040-12-28"), 2)).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(calendar, d("2025-01-01"), 1_000_000)).toThrow(CalendarRangeError);
  });
});

describe("declared days", () => {
  test("order of precedence: legal holiday, day off, recovery day, day of the week", () => {
    const declared = romanianCalendar([
      recoveryDay("2025-08-15"), // a legal holiday stays one
      recoveryDay("2025-08-23"),
      dayOff("2025-08-23"), // Saturday: the day off wins
      recoveryDay("2025-08-30"),
      dayOff("2025-08-18"),
      recoveryDay("2025-08-20"), // an ordinary Wednesday
    ]);
    const works = (date: string) => isWorkingDay(declared, d(date));
    expect(["2025-08-15", "2025-08-23", "2025-08-30", "2025-08-18", "2025-08-20"].map(works)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    const why = (date: string) => whyNotCounted(declared, d(date));
    expect(why("2025-08-15")).toMatchObject({ kind: "holiday", name: { ro: "Adormirea Maicii Domnului" } });
    expect(why("2025-08-23")).toEqual({ kind: "day-off", legalAct: "HG nr. 1/2025", scope: "everyone" });
    expect(why("2025-08-30")).toEqual({ kind: "recovery-day", legalAct: "HG nr. 1/2025", scope: "everyone" });
    expect(why("2025-08-18")).toEqual({ kind: "day-off", legalAct: "HG nr. 1/2025", scope: "everyone" });
    expect(why("2025-08-20")).toBeUndefined();
    expect(why("2025-08-31")).toEqual({ kind: "weekend", name: { ro: "duminică", en: "Sunday" } });
  });

  test("a day declared for one institution is off for that one, one of the public sector for all institutions, one for everyone for all", () => {
    const data = dataOf(
      dayOff("2025-08-18", "institution", "DSP-CL"),
      dayOff("2025-08-19", "public-sector"),
      dayOff("2025-08-20"),
    );
    const off = (theirs: WorkingCalendar) =>
      ["2025-08-18", "2025-08-19", "2025-08-20"].filter((date) => !isWorkingDay(theirs, d(date)));
    expect(off(institutionCalendar(data, "DSP-CL"))).toEqual(["2025-08-18", "2025-08-19", "2025-08-20"]);
    expect(off(institutionCalendar(data, "DSP-IS"))).toEqual(["2025-08-19", "2025-08-20"]);
    expect(off(institutionCalendar(data))).toEqual(["2025-08-19", "2025-08-20"]);
    expect(off(publicCalendar(data))).toEqual(["2025-08-20"]);
    expect(whyNotCounted(institutionCalendar(data, "DSP-CL"), d("2025-08-18"))).toEqual({
      kind: "day-off",
      legalAct: "HG nr. 1/2025",
      scope: "institution",
      institution: "DSP-CL",
    });
    const named = { legalAct: "HG nr. 1/2025", scope: "public-sector" };
    expect(whyNotCounted(publicCalendar(data), d("2025-08-19"))).toEqual({ kind: "public-sector-only", ...named });
    expect(whyNotCounted(publicCalendar(data), d("2025-08-18"))).toBeUndefined();
  });

  test("decision 7: terms that declared days do not interrupt are counted without them, and the days off are named", () => {
    const declared = [dayOff("2025-08-18"), dayOff("2025-08-24"), recoveryDay("2025-08-23")];
    const without = withoutDeclaredDays(romanianCalendar(declared));
    expect(without.workingSoFar).toBe(calendar.workingSoFar);
    expect(without.version).toBe(calendar.version);
    expect(whyNotCounted(without, d("2025-08-18"))).toMatchObject({ kind: "not-interrupting", scope: "everyone" });
    expect(whyNotCounted(without, d("2025-08-23"))).toMatchObject({ kind: "weekend" });
    expect(whyNotCounted(without, d("2025-08-24"))).toMatchObject({ kind: "weekend" });
    expect(withoutDeclaredDays(calendar)).toBe(calendar);
    expect(withoutDeclaredDays(without)).toBe(without);
  });

  test("a calendar carries what its owner has settled, also without its declared days", () => {
    const theirs = institutionCalendar(dataOf(dayOff("2025-08-18")), "DSP-CJ");
    for (const each of [theirs, withoutDeclaredDays(theirs)]) {
      expect(each.number).toBe(3);
      expect(unconfirmedYears(each, d("2025-12-31"), d("2026-12-31"))).toEqual([]);
      expect(unconfirmedYears(each, d("2024-12-30"), d("2027-01-01"))).toEqual([2024, 2027]);
      expect(unconfirmedYears(each, d("2024-12-31"), d("2025-01-03"))).toEqual([]); // the start day is no day of the term
    }
  });

  test("the version names the table and the declared days that apply, in whatever order", () => {
    const [one, two] = [dayOff("2025-08-18"), recoveryDay("2025-08-23")];
    expect(calendar.version).toBe("RO-2012-2040/1");
    expect(romanianCalendar([one, two]).version).toMatch(/^RO-2012-2040\/1\+[0-9a-f]{8}$/);
    expect(romanianCalendar([two, one]).version).toBe(romanianCalendar([one, two]).version);
    expect(romanianCalendar([one]).version).not.toBe(romanianCalendar([one, two]).version);
    expect(romanianCalendar([{ ...one, legalAct: "HG nr. 2/2025" }]).version).not.toBe(romanianCalendar([one]).version);
    expect(institutionCalendar(dataOf(dayOff("2025-08-18", "institution", "DSP-CL")), "DSP-IS").version).toBe(
      calendar.version,
    );
  });

  test("tables are kept: asking again gives the same one", () => {
    const table = () => romanianCalendar([dayOff("2025-08-18")]).workingSoFar;
    expect(table()).toBe(table());
    for (let i = 1; i <= 200; i += 1) romanianCalendar([dayOff(addDays(d("2026-01-01"), i))]);
    expect(isWorkingDay(romanianCalendar([dayOff("2025-08-18")]), d("2025-08-18"))).toBe(false);
    const data = dataOf(dayOff("2025-08-18"));
    expect(institutionCalendar(data, "DSP-CJ")).toBe(institutionCalendar(data, "DSP-CJ"));
    expect(publicCalendar(data)).toBe(publicCalendar(data));
  });
});

test("two holidays on one date count once and give both names", () => {
  expect(whyNotCounted(calendar, d("2026-06-01"))).toEqual({
    kind: "holiday",
    name: {
      ro: "1 Iunie – Ziua Copilului; A doua zi de Rusalii",
      en: "1 June, Children's Day; Pentecost Monday (Orthodox)",
    },
    law: "Codul muncii, art. 139 (Legea nr. 220/2016); Codul muncii, art. 139 (Legea nr. 202/2008)",
  });
  expect(countWorkingDays(calendar, d("2026-05-29"), d("2026-06-02"))).toBe(1);
});

test("a holiday on a weekend is not moved", () => {
  expect(isWorkingDay(calendar, d("2026-08-17"))).toBe(true); // 15 August 2026 is a Saturday
});
