import type { LocalText } from "../calendar/local-text.ts";
import { plainDate } from "../plain-date.ts";

/**
 * The legal basis of the Ministry's route, with its doubts as data (MOH-02, MOH-101, reading MOH-A25).
 *
 * The guide names one act; the public register points to another. Both are kept; a person confirms which holds.
 */
export const MOH_LEGAL_BASIS = {
  /** As the guide writes it, kept unchanged on every file (MOH-02). */
  guideWording: "Ordinul 50/2005 modificat prin Ordinul 1011/iunie 2011",
  /** The correction that the product shows, until somebody confirms it. */
  correction: {
    ro: "Ordinul MS nr. 50/2004 (M. Of. 76/29.01.2004), modificat prin Ordinul MS nr. 1011 din 9 iunie 2011 (M. Of. 416/14.06.2011)",
    en: "Order of the Minister of Health no. 50/2004 (Official Gazette 76/29.01.2004), amended by Order no. 1011 of 9 June 2011 (Official Gazette 416/14.06.2011)",
  } satisfies LocalText,
  confirmed: false,
  reading: "MOH-A25",
  /** Amendments known to be later than the guide, whose contents are not in it. */
  laterAmendments: ["Ordinul MS nr. 814/2018"],
  /** The day Order 1011/2011 was published; every rule of the guide is held to be in force from it. */
  validFrom: plainDate("2011-06-14"),
  validFromDoubt: {
    ro: "Ghidul nu spune de când se aplică regulile și este anterior unor modificări. Data este cea a publicării Ordinului 1011/2011; de verificat pentru fiecare regulă.",
    en: "The guide does not say since when its rules apply, and some amendments are later than it. The date is that of the publication of Order 1011/2011, to be checked rule by rule.",
  } satisfies LocalText,
} as const;
