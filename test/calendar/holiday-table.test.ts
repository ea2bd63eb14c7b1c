import { readFileSync } from "node:fs";

import { describe, expect, test } from "@jest/globals";

import { generateHolidayTable } from "../../dev/generate-holidays.ts";
import { HOLIDAY_STATUTES } from "../../domain/calendar/holiday-statutes.ts";
import { FIRST_YEAR, LAST_YEAR, ROMANIAN_HOLIDAYS } from "../../domain/calendar/romanian-holidays.ts";
import { addDays, fromDayNumber, dayNumber, plainDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";

const days = new Set<string>(ROMANIAN_HOLIDAYS.map(({ date }) => date));
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

/** Orthodox Easter by Meeus's Julian rule: written apart from the table's source, to check it. */
function orthodoxEaster(year: number): PlainDate {
  const a = year % 4;
  const b = year % 7;
  const c = year % 19;
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const julian = d + e + 114;
  const month = Math.floor(julian / 31);
  const day = (julian % 31) + 1;
  const sameNumbers = plainDate(`${year}-0${month}-${String(day).padStart(2, "0")}`);
  return fromDayNumber(dayNumber(sameNumbers) + 13); // Julian to Gregorian, 1900 to 2099
}

function holidaysIn(year: number): PlainDate[] {
  return ROMANIAN_HOLIDAYS.filter(({ date }) => yearOf(date) === year).map(({ date }) => date);
}

test("the table in the product is the one that the generator makes", () => {
  const written = readFileSync(new URL("../../domain/calendar/romanian-holidays.ts", import.meta.url), "utf8");
  expect(written).toBe(generateHolidayTable());
});

test("every year has exactly the days of the Labour Code, art. 139, as it stood that year", () => {
  for (const year of years) {
    const easter = orthodoxEaster(year);
    const fixed = ["01-01", "01-02", "05-01", "08-15", "11-30", "12-01", "12-25", "12-26"];
    if (year >= 2017) fixed.push("01-24", "06-01");
    if (year >= 2024) fixed.push("01-06", "01-07");
    const moving = [0, 1, 49, 50, ...(year >= 2018 ? [-2] : [])].map((n) => addDays(easter, n));
    expect(holidaysIn(year)).toEqual([...fixed.map((day) => `${year}-${day}`), ...moving].sort());
  }
});

describe("traps of the source", () => {
  test.each([
    ["Good Friday before 2018", ["2012-04-13", "2016-04-29", "2017-04-14"], "2018-04-06"],
    ["6 January before 2024", ["2012-01-06", "2023-01-06"], "2024-01-06"],
    ["7 January before 2024", ["2012-01-07", "2023-01-07"], "2024-01-07"],
    ["24 January before 2017", ["2012-01-24", "2016-01-24"], "2017-01-24"],
    ["1 June before 2017", ["2012-06-01", "2016-06-01"], "2017-06-01"],
  ])("%s is no holiday", (_name, before, first) => {
    for (const date of before) expect(days.has(date)).toBe(false);
    expect(days.has(first)).toBe(true);
  });

  test("days that are only observed are no holidays", () => {
    const observed = years.flatMap((year) => ["03-08", "06-26", "12-24", "12-31"].map((day) => `${year}-${day}`));
    expect(observed.filter((date) => days.has(date))).toEqual([]);
  });

  test("Easter Tuesday and Ascension are no holidays", () => {
    expect(["2025-04-22", "2025-05-29"].filter((date) => days.has(date))).toEqual([]);
  });

  test("Western Easter Monday is no holiday", () => {
    expect(["2024-04-01", "2026-04-06"].filter((date) => days.has(date))).toEqual([]);
  });

  test("1 January and 2 January are both holidays", () => {
    for (const year of years) {
      expect([`${year}-01-01`, `${year}-01-02`].every((date) => days.has(date))).toBe(true);
    }
  });

  test("no day is shifted by a time zone", () => {
    for (const year of years) expect(days.has(`${year}-12-01`)).toBe(true);
    expect(days.has("2025-11-29")).toBe(false);
  });

  test("names are the statute's, with Romanian letters", () => {
    const nameOf = (date: string) => ROMANIAN_HOLIDAYS.find((holiday) => holiday.date === date)?.name.ro;
    expect(nameOf("2025-01-06")).toBe("Botezul Domnului – Boboteaza");
    expect(nameOf("2025-01-07")).toBe("Soborul Sfântului Proroc Ioan Botezătorul");
    for (const { name, law } of Object.values(HOLIDAY_STATUTES)) {
      expect(name.ro + law).not.toMatch(/[şţŞŢ]/);
      expect(law).toMatch(/^Codul muncii, art\. 139 \(Legea nr\. \d+\/\d{4}\)$/);
    }
  });
});
