/** What a letter is made from: the file, the houses, the day, who makes it. */
import type { CalendarOf } from "../../../domain/case/calendars.ts";
import type { MohCaseView, ClinicView } from "../../../domain/case/view.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import { COUNTIES } from "../../../domain/people/counties.ts";
import type { InstitutionKind, MohHouse } from "../../../domain/people/roles.ts";
import type { LetterLanguage } from "../../../domain/moh/letters.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { countryName } from "./format.ts";

/** An institution as a letter names it. */
export interface House {
  readonly kind: InstitutionKind;
  readonly nameRo: string;
  readonly nameEn: string;
  readonly county: string | null;
}

export interface LetterContext {
  readonly file: MohCaseView;
  readonly state: MohState;
  readonly houses: Readonly<Record<MohHouse, House>>;
  /** The house that makes it. */
  readonly issuer: House;
  /** Who makes it. */
  readonly person: string;
  readonly today: PlainDate;
  readonly language: LetterLanguage;
  /** For a letter to one clinic. */
  readonly clinic?: ClinicView | undefined;
  readonly calendarOf: CalendarOf;
  /** Where the public pages are. */
  readonly publicUrl: string;
}

/** The institution as a reader of the language calls it; its own name in Romanian. */
export function houseName({ kind, nameRo, nameEn, county }: House, language: LetterLanguage): string {
  if (language === "ro") return nameRo;
  if (language === "en" || kind !== "dsp") return nameEn;
  const place = county !== null && Object.hasOwn(COUNTIES, county) ? COUNTIES[county as keyof typeof COUNTIES] : "";
  return language === "fr"
    ? `Direction de la santé publique du département de ${place} (Roumanie)`
    : `Direktion für öffentliche Gesundheit des Kreises ${place} (Rumänien)`;
}

/** Surname and given name of the patient. */
export function patientName({ subject }: MohCaseView): string {
  return joined(subject.patient["surname"], subject.patient["givenName"]);
}

/** How a sentence names the patient: the CNP tells a woman from a man; without it the law's own word stands. */
export function patientWords({ subject }: MohCaseView): {
  readonly title: string;
  readonly the: string;
  readonly of: string;
} {
  const first = Number(subject.patient["cnp"]?.[0] ?? 1);
  return first % 2 === 0
    ? { title: "Pacienta", the: "pacienta", of: "a pacientei" }
    : { title: "Pacientul", the: "pacientul", of: "a pacientului" };
}

/** Whom the DSP writes to: who filed, who may be the patient. */
export function filerName(file: MohCaseView): string {
  const { filer } = file.subject;
  if (filer["role"] === "patient") return patientName(file);
  return joined(filer["surname"], filer["givenName"]);
}

/** In which capacity somebody else than the patient filed; undefined for the patient. */
export function filerCapacity({ subject }: MohCaseView): string | undefined {
  const { role, kinshipDegree, isParent } = subject.filer;
  switch (role) {
    case "legalRepresentative":
      return isParent === true ? "părinte, reprezentant legal" : "reprezentant legal";
    case "spouse":
      return "soț/soție";
    case "relative":
      return isParent === true ? "părinte" : `rudă de gradul ${ROMAN[Number(kinshipDegree)] ?? String(kinshipDegree)}`;
    default:
      return undefined;
  }
}

const ROMAN: Readonly<Record<number, string>> = { 1: "I", 2: "al II-lea", 3: "al III-lea", 4: "al IV-lea" };

/** `Klinikum rechts der Isar, München, Germania`. */
export function clinicLine({ name, city, country }: ClinicView, language: LetterLanguage = "ro"): string {
  return [name, city, country === "" ? undefined : countryName(country, language)].filter(Boolean).join(", ");
}

export function clinicPlace({ city, country }: ClinicView, language: LetterLanguage = "ro"): string {
  return [city, country === "" ? undefined : countryName(country, language)].filter(Boolean).join(", ");
}

function joined(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
