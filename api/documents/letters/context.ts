/** What a letter of any process is made from: the file, the houses, the day, who makes it. */
import type { CalendarOf } from "../../../domain/case/calendars.ts";
import type { LetterLanguage } from "../../../domain/case/letters.ts";
import type { CaseState } from "../../../domain/case/state.ts";
import type { CaseView, CommonCaseView } from "../../../domain/case/view.ts";
import { COUNTIES } from "../../../domain/people/counties.ts";
import type { InstitutionKind } from "../../../domain/people/roles.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { countryName } from "./format.ts";

/** An institution as a letter names it. */
export interface House {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly nameRo: string;
  readonly nameEn: string;
  readonly county: string | null;
}

export interface LetterContext<
  File extends CommonCaseView = CaseView,
  State = CaseState,
  Kind extends InstitutionKind = InstitutionKind,
> {
  readonly file: File;
  readonly state: State;
  /** Those in which the file is handled. */
  readonly houses: Readonly<Record<Kind, House>>;
  /** The house that makes it. */
  readonly issuer: House;
  /** Who makes it. */
  readonly person: string;
  readonly today: PlainDate;
  readonly language: LetterLanguage;
  /** For a letter to one clinic: its id. */
  readonly clinic?: string | undefined;
  readonly calendarOf: CalendarOf;
  /** Where the public pages are. */
  readonly publicUrl: string;
}

type Subject = Pick<CommonCaseView, "subject">;

/** What a house is called abroad, before the name of its county. */
const ABROAD: Readonly<
  Partial<Record<InstitutionKind, Readonly<Record<"fr" | "de", (county: string | undefined) => string>>>>
> = {
  dsp: {
    fr: (county) => `Direction de la santé publique du département de ${county ?? ""} (Roumanie)`,
    de: (county) => `Direktion für öffentliche Gesundheit des Kreises ${county ?? ""} (Rumänien)`,
  },
  cas: {
    fr: (county) =>
      `Caisse d’assurance maladie${county === undefined ? "" : ` du département de ${county}`} (Roumanie)`,
    de: (county) => `Krankenkasse${county === undefined ? "" : ` des Kreises ${county}`} (Rumänien)`,
  },
};

/** The institution as a reader of the language calls it; its own name in Romanian. */
export function houseName({ kind, nameRo, nameEn, county }: House, language: LetterLanguage): string {
  if (language === "ro") return nameRo;
  const abroad = language === "en" ? undefined : ABROAD[kind]?.[language];
  return abroad === undefined ? nameEn : abroad(countyOf(county ?? undefined));
}

/** Surname and given name of the patient. */
export function patientName({ subject }: Subject): string {
  return joined(subject.patient["surname"], subject.patient["givenName"]);
}

/** How a sentence names the patient: the CNP tells a woman from a man; without it the law's own word stands. */
export function patientWords({ subject }: Subject): {
  readonly title: string;
  readonly the: string;
  readonly of: string;
} {
  const first = Number(subject.patient["cnp"]?.[0] ?? 1);
  return first % 2 === 0
    ? { title: "Pacienta", the: "pacienta", of: "a pacientei" }
    : { title: "Pacientul", the: "pacientul", of: "a pacientului" };
}

export function subjectOf(file: Subject): string {
  return `${patientWords(file).title} ${patientName(file)}`;
}

/** Whom the house writes to: who filed, who may be the patient. */
export function filerName(file: Subject): string {
  const { filer } = file.subject;
  if (filer["role"] === "patient") return patientName(file);
  return joined(filer["surname"], filer["givenName"]);
}

/** Who filed, in which capacity, as a letter is addressed; `capacity` is undefined for the patient. */
export function addresseeOf(file: Subject, capacity: string | undefined): string[] {
  const address = file.subject.patient["address"];
  return [
    "Către",
    filerName(file),
    ...(capacity === undefined ? [] : [capacity]),
    ...(capacity === undefined && address !== undefined ? [address] : []),
  ];
}

/** Where the patient lives, as the file knows it. */
export function domicileOf(patient: Readonly<Record<string, string>>): string | undefined {
  const lines = [patient["address"], countyName(patient["domicileCounty"])].filter(Boolean);
  return lines.length === 0 ? undefined : lines.join(", ");
}

export function countyName(code: string | undefined): string | undefined {
  const name = countyOf(code);
  if (name === undefined) return undefined;
  return code === "B" ? "municipiul București" : `județul ${name}`;
}

function countyOf(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(COUNTIES, code) ? COUNTIES[code as keyof typeof COUNTIES] : undefined;
}

interface Place {
  readonly name: string;
  readonly city?: string;
  readonly country: string;
}

/** `Klinikum rechts der Isar, München, Germania`. */
export function clinicLine({ name, city, country }: Place, language: LetterLanguage = "ro"): string {
  return [name, city, country === "" ? undefined : countryName(country, language)].filter(Boolean).join(", ");
}

export function clinicPlace({ city, country }: Omit<Place, "name">, language: LetterLanguage = "ro"): string {
  return [city, country === "" ? undefined : countryName(country, language)].filter(Boolean).join(", ");
}

function joined(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
