import type { LocalText } from "../calendar/local-text.ts";
import { plainDate } from "../plain-date.ts";
import type { LawProcess } from "./rule.ts";

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

/**
 * The legal basis of the E112 route, with its doubts as data (E112-06, E112-91, reading E112-A15): cited as in the
 * guide, until somebody confirms it against the texts in force.
 */
export const E112_LEGAL_BASIS = {
  /** As the guide writes it, kept unchanged on every file (E112-06). */
  guideWording: "Contract cadru nr. 324/2008",
  /** How the product writes it. */
  citation: {
    ro: "Contractul-cadru nr. 324/2008 (de verificat)",
    en: "Framework Contract no. 324/2008 (verify)",
  } satisfies LocalText,
  confirmed: false,
  reading: "E112-A15",
  /** What is known from outside the guide, and not yet checked. */
  toVerify: {
    ro: "Contractul-cadru 324/2008 este un act vechi; formularul S2 a înlocuit formularul E112; normele de folosire a formularelor E ar fi cele din Ordinul CNAS nr. 592/2008. De verificat.",
    en: "Framework Contract 324/2008 is an old act; form S2 replaced form E112; the norms for using the E forms would be those of CNAS Order no. 592/2008. To be verified.",
  } satisfies LocalText,
  /** The guide names Order 1011/2011 and so is no older than its publication; every rule is held to be in force from it. */
  validFrom: plainDate("2011-06-14"),
  validFromDoubt: {
    ro: "Ghidul nu spune de când se aplică regulile. Numește Ordinul 1011/2011, deci nu este mai vechi decât publicarea acestuia; data este a acelei publicări și este de verificat pentru fiecare regulă.",
    en: "The guide does not say since when its rules apply. It names Order 1011/2011 and so is no older than its publication; the date is that of the publication, to be checked rule by rule.",
  } satisfies LocalText,
} as const;

/** The act on which a process rests, as papers name it at their foot. */
export function legalBasisOf(process: LawProcess): LocalText {
  switch (process) {
    case "moh":
      return MOH_LEGAL_BASIS.correction;
    case "e112":
      return E112_LEGAL_BASIS.citation;
  }
}
