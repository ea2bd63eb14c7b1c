import { plainDate, isPlainDate, type PlainDate } from "../plain-date.ts";

const WEIGHTS = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
/** First digit of a personal numeric code → century; 7, 8 and 9 (residents, foreigners) leave it open. */
const CENTURIES: Readonly<Record<string, readonly number[]>> = {
  "1": [19],
  "2": [19],
  "3": [18],
  "4": [18],
  "5": [20],
  "6": [20],
  "7": [19, 20],
  "8": [19, 20],
  "9": [19, 20],
};

/** True when the control digit of a personal numeric code (CNP) is right and its date is the birth date. */
export function isConsistentCnp(cnp: string, birthDate: PlainDate): boolean {
  if (!/^\d{13}$/.test(cnp)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(cnp[index]), 0);
  const control = sum % 11 === 10 ? 1 : sum % 11;
  if (control !== Number(cnp[12])) return false;
  return (CENTURIES[cnp.charAt(0)] ?? []).some((century) => {
    const date = `${century}${cnp.slice(1, 3)}-${cnp.slice(3, 5)}-${cnp.slice(5, 7)}`;
    return isPlainDate(date) && plainDate(date) === birthDate;
  });
}
