import { completedYears, type PlainDate } from "../plain-date.ts";

/** The age from which a person is no longer a minor (MOH-A21). */
const MAJORITY_YEARS = 18;

/** The first birth date that is taken: an earlier one is a slip of the pen. */
export const EARLIEST_BIRTH = "1900-01-01" as PlainDate; // a year has a first of January

/** True for a person under 18 on that day; for a patient it is the day of filing that counts (MOH-A21). */
export function isMinor(birthDate: PlainDate, on: PlainDate): boolean {
  return completedYears(birthDate, on) < MAJORITY_YEARS;
}
