/** The ways in which a term is counted, each with the ground on which it is counted so. */
import type { LocalText } from "../calendar/local-text.ts";
import type { CountingMode } from "./rule.ts";

interface Counting {
  /** As a person reads it above the list of the days. */
  readonly text: LocalText;
  readonly citation: LocalText;
}

export const COUNTING_MODES = {
  "working-days": {
    text: {
      ro: "zile lucrătoare: ziua de început nu se numără, termenul se încheie la sfârșitul ultimei zile",
      en: "working days: the start day does not count, the term ends with the last day",
    },
    citation: {
      ro: "„zile lucrătoare”, în textul regulii; socoteala strictă a citirii MOH-A1; zilele nelucrătoare: Codul muncii, art. 137 și 139",
      en: "“working days” in the text of the rule; the strict count of reading MOH-A1; days not worked: Labour Code, art. 137 and 139",
    },
  },
  "free-days": {
    text: {
      ro: "zile libere: nu se numără nici prima, nici ultima zi, iar o ultimă zi nelucrătoare trece în următoarea lucrătoare",
      en: "clear days: neither the first day nor the last counts, and a last day not worked passes to the next that is",
    },
    citation: { ro: "Codul civil, art. 2553", en: "Civil Code, art. 2553" },
  },
  "calendar-days": {
    text: {
      ro: "zile calendaristice: ziua de început nu se numără",
      en: "calendar days: the start day does not count",
    },
    citation: {
      ro: "„zile”, în textul regulii; citirea MOH-A2 și socoteala strictă a citirii MOH-A1",
      en: "“days” in the text of the rule; reading MOH-A2 and the strict count of reading MOH-A1",
    },
  },
  hours: {
    text: { ro: "ore, după ceas", en: "hours, by the clock" },
    citation: { ro: "„ore”, în textul regulii; decizia DEC-4", en: "“hours” in the text of the rule; decision DEC-4" },
  },
  months: {
    text: {
      ro: "luni: aceeași zi a lunii sau, când luna nu o are, ultima ei zi",
      en: "months: the same day of the month or, when the month has no such day, its last",
    },
    citation: { ro: "Codul civil, art. 2552", en: "Civil Code, art. 2552" },
  },
  years: {
    text: {
      ro: "ani: aceeași dată a anului; 29 februarie cade pe 28 în ceilalți ani",
      en: "years: the same date of the year; 29 February falls on the 28th in other years",
    },
    citation: { ro: "Codul civil, art. 2552; decizia DEC-9", en: "Civil Code, art. 2552; decision DEC-9" },
  },
} as const satisfies Record<CountingMode, Counting>;

/** Why a last day that is not working passes to the next that is. */
export const ROLL_CITATION = {
  ro: "Codul civil, art. 2554",
  en: "Civil Code, art. 2554",
} as const satisfies LocalText;
