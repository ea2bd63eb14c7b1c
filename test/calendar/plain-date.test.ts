import { describe, expect, test } from "@jest/globals";

import {
  addDays,
  addMonths,
  addYears,
  atLocalTime,
  bucharestDate,
  completedYears,
  dayNumber,
  fromDayNumber,
  isPlainDate,
  maxDate,
  minDate,
  plainDate,
  startOfDay,
  weekday,
  yearOf,
} from "../../domain/plain-date.ts";

const d = plainDate;

describe("reading a date", () => {
  test.each(["2025-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  test.each([
    "2025-02-30",
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "0000-01-01",
    "2025-1-1",
    "25-01-01",
    "2025-01-01T00:00:00Z",
    "2025-01-01\n",
    " 2025-01-01",
    "٢٠٢٥-01-01",
    "",
    20250101,
    null,
    undefined,
    new Date(0),
  ])("%p is not", (value) => {
    expect(isPlainDate(value)).toBe(false);
    expect(() => plainDate(String(value))).toThrow(RangeError);
  });
});

describe("day numbers", () => {
  test("count from 1970-01-01 and agree with UTC dates on every day of the years in use", () => {
    const wrong: string[] = [];
    for (let n = dayNumber(d("1900-01-01")); n <= dayNumber(d("2100-12-31")); n += 1) {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10);
      if (fromDayNumber(n) !== text || dayNumber(d(text)) !== n) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(dayNumber(d("1970-01-01"))).toBe(0);
  });

  test("outside years 1 to 9999, or not whole, there is no day", () => {
    expect(fromDayNumber(dayNumber(d("0001-01-01")))).toBe("0001-01-01");
    expect(() => fromDayNumber(dayNumber(d("9999-12-31")) + 1)).toThrow(RangeError);
    expect(() => addDays(d("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(d("2025-01-01"), 0.5)).toThrow(RangeError);
    expect(() => fromDayNumber(Number.NaN)).toThrow(RangeError);
  });

  test("days of the week are ISO, 1 Monday to 7 Sunday", () => {
    expect(["2025-04-14", "2025-04-19", "2025-04-20", "1969-12-31"].map((text) => weekday(d(text)))).toEqual([
      1, 6, 7, 3,
    ]);
  });
});

describe("moving and comparing", () => {
  test("months and years keep the day, or take the last of a shorter month", () => {
    expect(addMonths(d("2025-01-31"), 1)).toBe("2025-02-28");
    expect(addMonths(d("2025-03-31"), -1)).toBe("2025-02-28");
    expect(addMonths(d("2025-11-15"), 3)).toBe("2026-02-15");
    expect(addMonths(d("2025-01-15"), -13)).toBe("2023-12-15");
    expect(() => addMonths(d("2025-01-15"), 1.5)).toThrow(RangeError);
    expect(() => addYears(d("9999-01-01"), 1)).toThrow(RangeError);
  });

  test("decision 9: the anniversary of 29 February falls on 28 February in other years", () => {
    expect(addYears(d("2024-02-29"), 1)).toBe("2025-02-28");
    expect(addYears(d("2024-02-29"), 4)).toBe("2028-02-29");
    expect(addYears(d("2025-02-28"), -1)).toBe("2024-02-28");
  });

  test("MOH-A21, MOH-A22: completed years turn on the birthday itself", () => {
    expect(completedYears(d("2007-05-10"), d("2025-05-09"))).toBe(17);
    expect(completedYears(d("2007-05-10"), d("2025-05-10"))).toBe(18);
    expect(completedYears(d("2020-02-29"), d("2027-02-27"))).toBe(6);
    expect(completedYears(d("2020-02-29"), d("2027-02-28"))).toBe(7);
    expect(completedYears(d("2020-02-29"), d("2028-02-28"))).toBe(7);
    expect(completedYears(d("2020-02-29"), d("2028-02-29"))).toBe(8);
    expect(completedYears(d("2025-05-10"), d("2025-05-10"))).toBe(0);
    expect(completedYears(d("2025-05-10"), d("2025-05-09"))).toBe(-1);
  });

  test("the latest, the earliest, the year", () => {
    const dates = [d("2025-03-01"), d("2024-12-31"), d("2025-10-01")] as const;
    expect(maxDate(...dates)).toBe("2025-10-01");
    expect(minDate(...dates)).toBe("2024-12-31");
    expect(yearOf(d("0987-06-05"))).toBe(987);
  });
});

describe("Bucharest and its summer time", () => {
  test.each([
    ["2025-01-15", "2025-01-14T22:00:00.000Z"],
    ["2025-07-15", "2025-07-14T21:00:00.000Z"],
    ["2025-03-30", "2025-03-29T22:00:00.000Z"], // clocks go forward during this day
    ["2025-03-31", "2025-03-30T21:00:00.000Z"],
    ["2025-10-26", "2025-10-25T21:00:00.000Z"], // clocks go back during this day
    ["2025-10-27", "2025-10-26T22:00:00.000Z"],
    ["2025-01-01", "2024-12-31T22:00:00.000Z"],
  ])("%s begins at %s", (date, instant) => {
    expect(startOfDay(d(date)).toISOString()).toBe(instant);
  });

  test("each day from 1970 on begins where the one before ends", () => {
    const wrong: string[] = [];
    for (let n = dayNumber(d("1970-01-02")); n <= dayNumber(d("2040-12-31")); n += 1) {
      const day = fromDayNumber(n);
      const start = startOfDay(day).getTime();
      if (bucharestDate(start) !== day || bucharestDate(start - 1) !== addDays(day, -1)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  test("a time skipped in spring is taken later, one that comes twice is taken first", () => {
    expect(atLocalTime(d("2025-03-30"), 2, 59).toISOString()).toBe("2025-03-30T00:59:00.000Z");
    expect(atLocalTime(d("2025-03-30"), 3, 30).toISOString()).toBe("2025-03-30T01:30:00.000Z");
    expect(atLocalTime(d("2025-03-30"), 4).toISOString()).toBe("2025-03-30T01:00:00.000Z");
    expect(atLocalTime(d("2025-10-26"), 3, 30).toISOString()).toBe("2025-10-26T00:30:00.000Z");
    expect(atLocalTime(d("2025-10-26"), 4).toISOString()).toBe("2025-10-26T02:00:00.000Z");
    expect(atLocalTime(d("2025-07-01"), 8, 30).toISOString()).toBe("2025-07-01T05:30:00.000Z");
  });

  test("a time that no clock shows is refused", () => {
    expect(() => atLocalTime(d("2025-07-01"), 24)).toThrow(RangeError);
    expect(() => atLocalTime(d("2025-07-01"), 8, 60)).toThrow(RangeError);
    expect(() => atLocalTime(d("2025-07-01"), 8.5)).toThrow(RangeError);
    expect(() => bucharestDate(new Date(Number.NaN))).toThrow(RangeError);
  });

  test("an evening in UTC is already tomorrow in Bucharest", () => {
    expect(bucharestDate(new Date("2025-07-14T21:00:00Z"))).toBe("2025-07-15");
    expect(bucharestDate(Date.parse("2025-12-31T21:59:59.999Z"))).toBe("2025-12-31");
  });
});
