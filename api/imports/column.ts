/** A column of a register: what it is called and what it holds. */
import type { Text } from "../../domain/case/commands.ts";
import { COUNTY_CODES } from "../../domain/people/counties.ts";

export interface Column {
  readonly title: Text;
  /** What is written there, for the person who fills it in. */
  readonly explained: Text;
  readonly example: string;
  readonly needed?: true;
  /** The words among which one is chosen, Romanian first. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Other names under which it is found. */
  readonly also?: readonly string[];
  /** A date: the template offers the cell as one. */
  readonly date?: true;
}

const DAY = "12.03.2026";

export function dated(ro: string, en: string, explained: Text = DATE) {
  return { title: { ro, en }, explained, example: DAY, date: true } as const satisfies Column;
}

const DATE: Text = {
  ro: "Data actului: zz.ll.aaaa, aaaa-ll-zz sau o celulă de tip dată. Gol: actul nu a avut loc.",
  en: "The date of the act: dd.mm.yyyy, yyyy-mm-dd or a date cell. Empty: it has not happened.",
};

export function plain(example: string): Pick<Column, "explained" | "example"> {
  return { explained: { ro: "Text.", en: "Text." }, example };
}

/** Yes or no, where neither is a matter of course. */
export const YES_NO = { yes: ["da", "yes"], no: ["nu", "no"] } as const;

/** Whose file it is, and how it was kept until now: in the register of every process. */
export const PERSON_COLUMNS = {
  legacyNumber: {
    title: { ro: "Nr. registru", en: "Register number" },
    explained: {
      ro: "Numărul din registrul de până acum, cu anul dacă numerele reîncep. Unic în instituție.",
      en: "The number in the register so far, with the year if numbers start again. Unique in the institution.",
    },
    example: "123/2026",
    needed: true,
    also: ["numar registru", "nr inregistrare", "legacy number"],
  },
  surname: {
    title: { ro: "Nume pacient", en: "Patient’s surname" },
    ...plain("Popescu"),
    needed: true,
    also: ["nume"],
  },
  givenName: {
    title: { ro: "Prenume pacient", en: "Patient’s given name" },
    ...plain("Ana"),
    needed: true,
    also: ["prenume"],
  },
  birthDate: {
    title: { ro: "Data nașterii", en: "Birth date" },
    explained: { ro: "zz.ll.aaaa; se potrivește cu CNP-ul.", en: "dd.mm.yyyy; agrees with the CNP." },
    example: "01.05.1980",
    needed: true,
    date: true,
  },
  cnp: { title: { ro: "CNP", en: "CNP" }, ...plain("2800501123456") },
  residenceCounty: {
    title: { ro: "Județ de reședință", en: "County of residence" },
    explained: { ro: "Numai dacă este altul.", en: "Only if it is another one." },
    example: "",
    words: Object.fromEntries(COUNTY_CODES.map((code) => [code, [code]])),
    also: ["judet resedinta"],
  },
  address: { title: { ro: "Adresă", en: "Address" }, ...plain("Str. Lungă 1, Cluj-Napoca") },
  phone: { title: { ro: "Telefon", en: "Telephone" }, ...plain("0722 123 456") },
  email: { title: { ro: "E-mail", en: "E-mail" }, ...plain("ana@example.ro") },
  diagnosis: { title: { ro: "Diagnostic", en: "Diagnosis" }, ...plain("") },
  filerSurname: { title: { ro: "Nume depunător", en: "Filer’s surname" }, ...plain("") },
  filerGivenName: { title: { ro: "Prenume depunător", en: "Filer’s given name" }, ...plain("") },
  filerPhone: { title: { ro: "Telefon depunător", en: "Filer’s telephone" }, ...plain("") },
  filerEmail: { title: { ro: "E-mail depunător", en: "Filer’s e-mail" }, ...plain("") },
} as const satisfies Record<string, Column>;

/** Letters and digits alone, lower case, without diacritics: as people type headings and words. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
