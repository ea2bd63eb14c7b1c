/** The issued form on paper: what `s2-form.typ` reads. */
import { formatDate } from "../../../domain/i18n/dates.ts";
import type { S2Document } from "../../../domain/e112/s2-document.schema.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { yearOf } from "../../../domain/plain-date.ts";
import { countyName } from "../letters/context.ts";
import { countryName } from "../letters/format.ts";

export const S2_FORM = "forms/s2-form.typ";

interface Both {
  readonly ro: string;
  readonly en: string;
}

interface Row {
  readonly number: string;
  readonly label: Both;
  readonly value: string | null;
  readonly note: Both | null;
}

interface Section {
  readonly title: Both;
  readonly rows: readonly Row[];
  /** Where it is signed and stamped. */
  readonly places: readonly Both[];
}

export type Copy = 1 | 2;

/** Who has which copy (E112-80, E112-81). */
const COPIES: Readonly<Record<Copy, { readonly title: Both; readonly short: Both }>> = {
  1: {
    title: {
      ro: "Exemplarul 1 – se păstrează la instituția emitentă (E112-80)",
      en: "Copy 1 – kept by the issuing institution",
    },
    short: { ro: "exemplarul 1", en: "copy 1" },
  },
  2: {
    title: { ro: "Exemplarul 2 – pentru solicitant (E112-81)", en: "Copy 2 – for the applicant" },
    short: { ro: "exemplarul 2", en: "copy 2" },
  },
};

const HONEST: Both = {
  ro: "Datele formularului așa cum le ține Dosar, la casa care l-a eliberat, în ordinea documentului portabil S2. Nu este modelul tipărit al acestuia; temeiul legal este de verificat (E112-A15).",
  en: "The data of the form as Dosar holds them at the issuing house, in the order of the portable document S2. It is not the printed model of that document; the legal basis is to be verified (reading E112-A15).",
};

/** The paper of a form: the copies asked for, one after the other. */
export function s2FormData(form: S2Document, copies: readonly Copy[], printedOn: PlainDate): object {
  const { document, section3, remarks, legalBasis } = form;
  return {
    title: `Formularul ${document.name} nr. ${document.number}`,
    printedOn: { year: yearOf(printedOn), month: Number(printedOn.slice(5, 7)), day: Number(printedOn.slice(8)) },
    institution: { ro: section3.name, en: section3.nameEn },
    name: document.name,
    number: document.number,
    heading: {
      ro: document.name === "S2" ? "Formularul S2 (E112)" : "Formularul E112 (S2)",
      en: "Entitlement to scheduled treatment",
    },
    refs: [
      { label: { ro: "Numărul", en: "Number" }, value: document.number },
      { label: { ro: "Eliberat la", en: "Issued on" }, value: day(document.issuedOn) },
      { label: { ro: "Valabil", en: "Valid" }, value: periodText(document.validFrom, document.validUntil) ?? "–" },
    ],
    copies: copies.map((copy) => COPIES[copy]),
    ended: endedOf(form),
    sections: [holder(form), treatment(form), institution(form)],
    remarks: remarks.filter(({ code }) => code !== "REPLACED" && code !== "CANCELLED").map(({ text }) => text),
    honest: HONEST,
    basis: `Temei legal: ${legalBasis.citation.ro}; regulile E112-79 … E112-82, E112-87, E112-90`,
  };
}

/** The mark of a form that gives no right any more. */
function endedOf({ document, remarks }: S2Document): { readonly mark: string; readonly text: Both } | null {
  const remark = remarks.find(({ code }) => code === "REPLACED" || code === "CANCELLED");
  if (document.state === "valid" || remark === undefined) return null;
  return { mark: document.state === "cancelled" ? "ANULAT · CANCELLED" : "ÎNLOCUIT · REPLACED", text: remark.text };
}

function holder({ section1 }: S2Document): Section {
  const { personalIdentificationNumber, surname, forenames, surnameAtBirth, birthDate, address } = section1;
  const county = countyName(address.county ?? undefined);
  const lines = [address.line, county].filter((line) => line !== null && line !== undefined);
  return {
    title: { ro: "1. Datele personale ale titularului", en: "Personal details of the holder" },
    rows: [
      row("1.1", "Codul numeric personal", "Personal identification number", personalIdentificationNumber),
      row("1.2", "Numele", "Surname", surname),
      row("1.3", "Prenumele", "Forenames", forenames),
      ...(surnameAtBirth === null ? [] : [row("1.4", "Numele la naștere", "Surname at birth", surnameAtBirth)]),
      row("1.5", "Data nașterii", "Date of birth", day(birthDate)),
      row("1.6", "Adresa", "Address", [...lines, country(address.countryCode)].join(", ")),
    ],
    places: [],
  };
}

function treatment({ section2 }: S2Document): Section {
  const { treatment: written, diagnosis, provider, doctor, town, countryCode, startDate, endDate } = section2;
  const said = written ?? (diagnosis === null ? null : `Tratamentul acceptat de clinică pentru: ${diagnosis}`);
  const inRomanian = written === null && diagnosis !== null;
  return {
    title: { ro: "2. Tratamentul programat", en: "Scheduled treatment" },
    rows: [
      row("2.1", "Felul dreptului", "Kind of entitlement", "Tratament programat în străinătate", {
        ro: "persoană autorizată de casa de asigurări (E112-87)",
        en: "scheduled treatment abroad, authorised by the insurance house",
      }),
      {
        ...row("2.2", "Tratamentul", "Treatment", said),
        ...(inRomanian
          ? {
              note: {
                ro: "diagnosticul, ca în dosar",
                en: "the treatment accepted by the clinic; diagnosis in Romanian",
              },
            }
          : {}),
      },
      row(
        "2.3",
        "Clinica",
        "Health care provider",
        [provider, doctor].filter((line) => line !== null).join(", ") || null,
      ),
      row("2.4", "Localitatea", "Town", town),
      row("2.5", "Statul de tratament", "State of treatment", countryCode === null ? null : country(countryCode)),
      row("2.6", "Perioada", "Period: from – to", periodText(startDate, endDate)),
    ],
    places: [],
  };
}

function institution({ section3 }: S2Document): Section {
  const { name, nameEn, county, countryCode, institutionId, date, official } = section3;
  const place = [countyName(county ?? undefined), country(countryCode)].filter((line) => line !== undefined).join(", ");
  return {
    title: { ro: "3. Instituția emitentă", en: "Institution completing the form" },
    rows: [
      row("3.1", "Denumirea", "Name", `${name} (${nameEn})`),
      row("3.3", "Sediul", "Place", place),
      row("3.6", "Codul instituției", "Institution ID", institutionId),
      row("3.10", "Data", "Date", day(date)),
      row("3.11", "Eliberat de", "Issued by", official),
    ],
    places: [
      { ro: "Semnătura", en: "Signature" },
      { ro: "Ștampila", en: "Stamp" },
    ],
  };
}

function row(number: string, ro: string, en: string, value: string | null, note: Both | null = null): Row {
  return { number, label: { ro, en }, value, note };
}

function day(date: PlainDate): string {
  return formatDate(date, "ro");
}

/** `01.06.2026 – 30.06.2026`; null while neither end is known. */
function periodText(from: PlainDate | null, until: PlainDate | null): string | null {
  if (from === null && until === null) return null;
  return [from, until].map((date) => (date === null ? "…" : day(date))).join(" – ");
}

/** `Germania / Germany (DE)`. */
function country(code: string): string {
  const [ro, en] = [countryName(code, "ro"), countryName(code, "en")];
  return `${ro === en ? ro : `${ro} / ${en}`} (${code})`;
}
