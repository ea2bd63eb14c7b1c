/**
 * Writes `domain/calendar/romanian-holidays.ts`: the legal holidays of Romania as data.
 *
 * The source is the package `date-holidays`, with its known faults for Romania corrected: it has no start years,
 * it mixes in days that are only observed, it gives 1 and 2 January as one entry, and it names the days otherwise
 * than the statute. Only this generator and its test use the package: it is far too slow for the product.
 *
 * Run it with `tsx dev/generate-holidays.ts` after changing the years or `holiday-statutes.ts`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import Holidays, { type HolidaysTypes } from "date-holidays";

import { HOLIDAY_STATUTES, type HolidayCode, type HolidayStatute } from "../domain/calendar/holiday-statutes.ts";
import { addDays, plainDate, type PlainDate } from "../domain/plain-date.ts";

export const FIRST_YEAR = 2012;
export const LAST_YEAR = 2040;
/** Raise it when the law or a correction changes a day of the table. */
const TABLE_VERSION = 1;

/** The package's rules and the days off of the statute that each stands for, one a day. */
const DAYS_OF_RULE: Record<string, readonly HolidayCode[]> = {
  "01-01 P2DT": ["new-year-1", "new-year-2"],
  "01-06": ["epiphany"],
  "01-07": ["saint-john"],
  "01-24": ["union-day"],
  "orthodox -2": ["good-friday"],
  orthodox: ["easter-1"],
  "orthodox 1": ["easter-2"],
  "05-01": ["labour-day"],
  "06-01": ["childrens-day"],
  "orthodox 49": ["pentecost-1"],
  "orthodox 50": ["pentecost-2"],
  "08-15": ["assumption"],
  "11-30": ["saint-andrew"],
  "12-01": ["national-day"],
  "12-25": ["christmas-1"],
  "12-26": ["christmas-2"],
};

type Row = readonly [date: PlainDate, code: HolidayCode];

/** The legal holidays of the years of the table, in order. @throws Error when the package no longer says what is expected of it. */
export function legalHolidays(): Row[] {
  const source = new Holidays("RO", { types: ["public"] });
  const rows: Row[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const expected = new Set(Object.keys(DAYS_OF_RULE));
    for (const entry of source.getHolidays(year)) {
      expected.delete(entry.rule);
      rows.push(...daysOf(entry).filter(([, code]) => isInForce(code, year)));
    }
    if (expected.size > 0) throw new Error(`${year}: no day for ${[...expected].join(", ")}`);
  }
  return rows.sort(([a, codeA], [b, codeB]) => (a + codeA < b + codeB ? -1 : 1));
}

/** The text of `domain/calendar/romanian-holidays.ts`. */
export function generateHolidayTable(): string {
  const rows = legalHolidays().map(([date, code]) => `  ["${date}", "${code}"],`);
  return `// Made by dev/generate-holidays.ts. Do not edit: change the generator or holiday-statutes.ts and run it again.
import { plainDate, type PlainDate } from "../plain-date.ts";
import { HOLIDAY_STATUTES, type HolidayCode } from "./holiday-statutes.ts";
import type { LocalText } from "./local-text.ts";

/** A legal holiday on its date. */
export interface Holiday {
  readonly date: PlainDate;
  readonly name: LocalText;
  readonly law: string;
}

export const TABLE_VERSION = ${TABLE_VERSION};
export const FIRST_YEAR = ${FIRST_YEAR};
export const LAST_YEAR = ${LAST_YEAR};

const ROWS: readonly (readonly [date: string, code: HolidayCode])[] = [
${rows.join("\n")}
];

/** The legal holidays of ${FIRST_YEAR} to ${LAST_YEAR} in order of date. Two may fall on one date. */
export const ROMANIAN_HOLIDAYS: readonly Holiday[] = ROWS.map(([date, code]) => {
  const { name, law } = HOLIDAY_STATUTES[code];
  return { date: plainDate(date), name, law };
});
`;
}

/** The civil dates of an entry. Its text is read, not its instants, which depend on the zone they are shown in. */
function daysOf(entry: HolidaysTypes.Holiday): Row[] {
  const codes = DAYS_OF_RULE[entry.rule];
  const length = Math.round((entry.end.getTime() - entry.start.getTime()) / 86_400_000);
  if (entry.type !== "public" || codes?.length !== length) {
    throw new Error(`Unexpected holiday: ${entry.date} ${entry.name} (${entry.rule}, ${length} days)`);
  }
  const first = plainDate(entry.date.slice(0, 10));
  return codes.map((code, i) => [addDays(first, i), code]);
}

function isInForce(code: HolidayCode, year: number): boolean {
  const { firstYear }: HolidayStatute = HOLIDAY_STATUTES[code];
  return firstYear === undefined || year >= firstYear;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../domain/calendar/romanian-holidays.ts", import.meta.url), generateHolidayTable());
}
