/** What is wrong with an exchange rate, with a file of them, or with a choice among offers. */
import type { Sentence } from "./errors.ts";

export const MONEY_CODES = [
  "RATE_STANDS",
  "RATE_OF_LEI",
  "RATE_IN_FUTURE",
  "RATES_NOT_XML",
  "RATES_NOT_BNR",
  "RATES_NOT_LEI",
  "RATES_EMPTY",
  "RATES_WITH_ERRORS",
  "RATE_WITHOUT_DATE",
  "RATE_CURRENCY",
  "RATE_VALUE",
  "RATE_MULTIPLIER",
  "RATE_TWICE",
  "CHOICE_NEEDS_REASONS",
] as const;

export const MONEY_SENTENCES: Readonly<Record<(typeof MONEY_CODES)[number], Sentence>> = {
  RATE_STANDS: (said) => ({
    ro: `Pentru ${said("currency")} există deja un curs din ${said("date")}: ${said("rate")}. Dacă este greșit, retrageți-l întâi.`,
    en: `There is a rate of ${said("currency")} for ${said("date")} already: ${said("rate")}. If it is wrong, withdraw it first.`,
  }),
  RATE_OF_LEI: () => ({
    ro: "Leul nu are curs față de el însuși.",
    en: "The leu has no rate against itself.",
  }),
  RATE_IN_FUTURE: (said) => ({
    ro: `${said("date")} nu a venit încă; un curs se trece cel mai devreme în ziua lui.`,
    en: `${said("date")} has not come yet; a rate is entered on its day at the earliest.`,
  }),
  RATES_NOT_XML: () => ({
    ro: "Fișierul nu este XML scris corect, în UTF-8. Se primește fișierul BNR așa cum a fost descărcat.",
    en: "The file is not well-formed XML in UTF-8. The file of the BNR is accepted as it was downloaded.",
  }),
  RATES_NOT_BNR: () => ({
    ro: "Fișierul nu cuprinde cursurile BNR: se primesc nbrfxrates.xml și fișierele anuale nbrfxrates2026.xml.",
    en: "The file does not hold the rates of the BNR: nbrfxrates.xml and the yearly nbrfxrates2026.xml are accepted.",
  }),
  RATES_NOT_LEI: (said) => ({
    ro: `Cursurile din fișier nu sunt în lei (RON), ci în „${said("value")}”.`,
    en: `The rates of the file are not in lei (RON) but in “${said("value")}”.`,
  }),
  RATES_EMPTY: () => ({ ro: "Fișierul nu cuprinde niciun curs.", en: "The file holds no rate." }),
  RATES_WITH_ERRORS: (said) => ({
    ro: `Fișierul are greșeli (${said("count")}); nu s-a trecut nimic din el.`,
    en: `The file has errors (${said("count")}); nothing of it was entered.`,
  }),
  RATE_WITHOUT_DATE: (said) => ({
    ro: `„${said("value")}” nu este o dată reală, scrisă AAAA-LL-ZZ.`,
    en: `“${said("value")}” is not a real date, written YYYY-MM-DD.`,
  }),
  RATE_CURRENCY: (said) => ({
    ro: `„${said("value")}” nu este codul unei monede: trei litere mari, de exemplu EUR.`,
    en: `“${said("value")}” is not the code of a currency: three capital letters, for example EUR.`,
  }),
  RATE_VALUE: (said) => ({
    ro: `„${said("value")}” nu este un curs: cifre, punct și cel mult opt zecimale, mai mare ca zero.`,
    en: `“${said("value")}” is not a rate: digits, a point and at most eight decimals, above zero.`,
  }),
  RATE_MULTIPLIER: (said) => ({
    ro: `Multiplicatorul „${said("value")}” nu este 1, 10, 100, 1000 sau 10000, ori cursul unei unități nu se poate scrie exact.`,
    en: `The multiplier “${said("value")}” is not 1, 10, 100, 1000 or 10000, or the rate of one unit cannot be written exactly.`,
  }),
  RATE_TWICE: (said) => ({
    ro: `${said("currency")} are în fișier două cursuri diferite pentru ${said("date")}.`,
    en: `${said("currency")} has two different rates for ${said("date")} in the file.`,
  }),
  CHOICE_NEEDS_REASONS: (said) => ({
    ro: `Propunerea clinicii ${said("clinic")} cere o motivare; oferte mai bune: ${said("because")}.`,
    en: `The proposal of clinic ${said("clinic")} asks for reasons; better offers: ${said("because")}.`,
  }),
};
