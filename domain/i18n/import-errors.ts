/** What is wrong with a file of calendar days, or with one of its lines. */
import type { Sentence } from "./errors.ts";

export const IMPORT_CODES = [
  "IMPORT_FORMAT",
  "IMPORT_NOT_UTF8",
  "IMPORT_EMPTY",
  "IMPORT_COLUMNS",
  "IMPORT_UNREADABLE",
  "IMPORT_UNREADABLE_ICS",
  "IMPORT_TOO_MANY",
  "IMPORT_DATE",
  "IMPORT_KIND",
  "IMPORT_WHOM",
  "IMPORT_LEGAL_ACT",
  "IMPORT_NOT_ALL_DAY",
  "IMPORT_RECURRING",
  "IMPORT_TOO_LONG",
  "IMPORT_NOT_A_HOLIDAY",
  "IMPORT_STANDS",
  "IMPORT_HOLIDAY_STANDS",
  "IMPORT_TWICE",
] as const;
type ImportCode = (typeof IMPORT_CODES)[number];

export const IMPORT_SENTENCES: Readonly<Record<ImportCode, Sentence>> = {
  IMPORT_FORMAT: () => ({
    ro: "Se primește un fișier CSV sau iCalendar (.ics).",
    en: "A CSV or an iCalendar file (.ics) is accepted.",
  }),
  IMPORT_NOT_UTF8: () => ({
    ro: "Fișierul nu este scris în UTF-8. În Excel alegeți „CSV UTF-8” la salvare.",
    en: "The file is not written in UTF-8. In Excel choose “CSV UTF-8” when you save it.",
  }),
  IMPORT_EMPTY: () => ({ ro: "Fișierul nu cuprinde nicio zi.", en: "The file holds no day." }),
  IMPORT_COLUMNS: (said) => ({
    ro: `Primul rând trebuie să numească coloanele: ${said("columns")}. Lipsesc: ${said("missing")}.`,
    en: `The first line must name the columns: ${said("columns")}. Missing: ${said("missing")}.`,
  }),
  IMPORT_UNREADABLE: () => ({
    ro: "Rândul nu poate fi citit: ghilimelele sau separatorii nu se potrivesc.",
    en: "The line cannot be read: its quotes or separators do not match.",
  }),
  IMPORT_UNREADABLE_ICS: () => ({
    ro: "Fișierul iCalendar nu poate fi citit de la acest rând: fiecare rând este „NUME:valoare”, iar fiecare BEGIN are END-ul lui.",
    en: "The iCalendar file cannot be read from this line on: each line is “NAME:value”, and each BEGIN has its END.",
  }),
  IMPORT_TOO_MANY: (said) => ({
    ro: `Fișierul cuprinde mai mult de ${said("most")} de zile de declarat; împărțiți-l.`,
    en: `The file holds more than ${said("most")} days to declare; divide it.`,
  }),
  IMPORT_DATE: (said) => ({
    ro: `„${said("given")}” nu este o dată reală, scrisă AAAA-LL-ZZ sau ZZ.LL.AAAA.`,
    en: `“${said("given")}” is not a real date, written YYYY-MM-DD or DD.MM.YYYY.`,
  }),
  IMPORT_KIND: (said) => ({
    ro: `„${said("given")}” nu este un fel de zi. Se primesc: day-off (zi liberă), recovery-day (zi de recuperare), holiday (sărbătoare legală).`,
    en: `“${said("given")}” is not a kind of day. Accepted: day-off, recovery-day, holiday (a legal holiday).`,
  }),
  IMPORT_WHOM: () => ({
    ro: "Lipsește pentru cine este ziua: everyone (toți), public-sector (sectorul public) sau codul unei instituții.",
    en: "For whom the day is, is missing: everyone, public-sector, or the id of an institution.",
  }),
  IMPORT_LEGAL_ACT: () => ({
    ro: "Lipsește actul prin care se dă ziua, de exemplu „HG nr. 2/2025”.",
    en: "The act that gives the day is missing, for example “HG nr. 2/2025”.",
  }),
  IMPORT_NOT_ALL_DAY: () => ({
    ro: "Evenimentul are oră; se primesc numai evenimente de o zi întreagă.",
    en: "The event has a time of day; only all-day events are accepted.",
  }),
  IMPORT_RECURRING: () => ({
    ro: "Evenimentul se repetă; o zi declarată se scrie pentru fiecare an, cu actul ei.",
    en: "The event recurs; a declared day is written for each year, with its act.",
  }),
  IMPORT_TOO_LONG: (said) => ({
    ro: `Evenimentul ține mai mult de ${said("most")} de zile; zilele libere se scriu pe rând.`,
    en: `The event is longer than ${said("most")} days; days off are written one by one.`,
  }),
  IMPORT_NOT_A_HOLIDAY: (said) => ({
    ro: `${said("date")} nu este sărbătoare legală; sărbătorile se schimbă numai prin lege, nu prin import.`,
    en: `${said("date")} is not a legal holiday; holidays change by law only, not by an import.`,
  }),
  IMPORT_STANDS: (said) => ({
    ro: `${said("date")} este deja în calendar, prin ${said("legalAct")}.`,
    en: `${said("date")} is in the calendar already, by ${said("legalAct")}.`,
  }),
  IMPORT_HOLIDAY_STANDS: (said) => ({
    ro: `${said("date")} este sărbătoare legală (${said("name")}); nu trebuie declarată.`,
    en: `${said("date")} is a legal holiday (${said("name")}); it need not be declared.`,
  }),
  IMPORT_TWICE: (said) => ({
    ro: `${said("date")} apare de două ori în fișier.`,
    en: `${said("date")} stands twice in the file.`,
  }),
};
