/** An issued form as structured data, from what the file holds of it. The shape is told by `s2-document.schema.ts`. */
import { formatDate } from "../i18n/dates.ts";
import { E112_LEGAL_BASIS } from "../law/index.ts";
import type { PlainDate } from "../plain-date.ts";
import type { FormName } from "./commands.ts";
import type { S2Document } from "./s2-document.schema.ts";

export const S2_SCHEMA_ID = "urn:dosar:schema:s2:1";
export const S2_VERSION = "1.0";

/** The country of the houses and of those who are domiciled in a Romanian county. */
const HOME = "RO";

/** What the export and the paper of a form are made from. */
export interface S2Input {
  readonly form: IssuedForm;
  readonly patient: Readonly<Record<string, string>>;
  /** The clinic that accepted the patient. */
  readonly clinic?: {
    readonly name: string;
    readonly country: string;
    readonly city?: string;
    readonly doctor?: string;
  };
  /** As the house wrote it at the issue. */
  readonly treatment?: string;
  readonly issuer: {
    readonly id: string;
    readonly nameRo: string;
    readonly nameEn: string;
    readonly county: string | null;
  };
  /** Who issued it. */
  readonly official?: string;
  /** The patient had left before the issue; the day of the house's report on the force majeure (E112-84). */
  readonly departure?: { readonly departedOn: PlainDate; readonly reportedOn?: PlainDate };
}

export interface IssuedForm {
  readonly number: string;
  readonly name: FormName;
  readonly state: "valid" | "replaced" | "cancelled";
  readonly issuedOn: PlainDate;
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
  /** The day on which it was replaced or cancelled. */
  readonly endedOn?: PlainDate;
  readonly replaces?: string;
  readonly replacedBy?: string;
  readonly copies: readonly { readonly copy: 1 | 2; readonly on?: PlainDate }[];
}

export function s2Document(input: S2Input): S2Document {
  const { form, patient, clinic, treatment, issuer, official } = input;
  const handedOverOn = (copy: 1 | 2): PlainDate | null => form.copies.find((each) => each.copy === copy)?.on ?? null;
  return {
    $schema: S2_SCHEMA_ID,
    version: S2_VERSION,
    document: {
      name: form.name,
      number: form.number,
      state: form.state,
      issuedOn: form.issuedOn,
      validFrom: form.validFrom ?? null,
      validUntil: form.validUntil ?? null,
      endedOn: form.endedOn ?? null,
      replaces: form.replaces ?? null,
      replacedBy: form.replacedBy ?? null,
      copies: [
        { copy: 1, to: "issuer", handedOverOn: handedOverOn(1) },
        { copy: 2, to: "applicant", handedOverOn: handedOverOn(2) },
      ],
    },
    section1: {
      personalIdentificationNumber: patient["cnp"] ?? null,
      surname: getName(patient, "surname"),
      forenames: getName(patient, "givenName"),
      surnameAtBirth: patient["surnameAtBirth"] ?? null,
      birthDate: getName(patient, "birthDate") as PlainDate, // checked when the file was opened
      address: { line: patient["address"] ?? null, county: patient["domicileCounty"] ?? null, countryCode: HOME },
    },
    section2: {
      kind: "scheduledTreatment",
      treatment: treatment ?? null,
      diagnosis: patient["diagnosis"] ?? null,
      provider: clinic?.name ?? null,
      doctor: clinic?.doctor ?? null,
      town: clinic?.city ?? null,
      countryCode: clinic?.country ?? null,
      startDate: form.validFrom ?? null,
      endDate: form.validUntil ?? null,
    },
    section3: {
      name: issuer.nameRo,
      nameEn: issuer.nameEn,
      county: issuer.county,
      countryCode: HOME,
      institutionId: issuer.id,
      date: form.issuedOn,
      official: official ?? null,
    },
    remarks: remarksOf(input),
    legalBasis: {
      citation: E112_LEGAL_BASIS.citation,
      confirmed: E112_LEGAL_BASIS.confirmed,
      reading: E112_LEGAL_BASIS.reading,
    },
  };
}

/** @throws RangeError for a file whose key was destroyed: nobody is named in it. */
function getName(patient: S2Input["patient"], field: "surname" | "givenName" | "birthDate"): string {
  const value = patient[field];
  if (value === undefined) throw new RangeError(`the holder of a form has a ${field}`);
  return value;
}

type Remark = S2Document["remarks"][number];

/** What is to be known beside the sections. */
function remarksOf({ form, departure }: S2Input): Remark[] {
  const remarks: Remark[] = [];
  if (departure !== undefined && departure.departedOn < form.issuedOn) remarks.push(afterDeparture(departure));
  if (form.replaces !== undefined) {
    remarks.push({
      code: "REPLACES",
      text: {
        ro: `Înlocuiește formularul nr. ${form.replaces}.`,
        en: `Replaces form no. ${form.replaces}.`,
      },
      rules: ["E112-90"],
    });
  }
  if (form.state !== "valid") remarks.push(ended(form));
  return remarks;
}

function afterDeparture({ departedOn, reportedOn }: NonNullable<S2Input["departure"]>): Remark {
  const [ro, en] = reportedOn === undefined ? ["", ""] : dated(reportedOn, " din ", " of ");
  return {
    code: "ISSUED_AFTER_DEPARTURE",
    text: {
      ro: `Eliberat după plecarea pacientului (${formatDate(departedOn, "ro")}), în forță majoră, pe baza referatului casei${ro}.`,
      en: `Issued after the patient’s departure (${formatDate(departedOn, "en")}), in force majeure, on the house’s report${en}.`,
    },
    rules: ["E112-83", "E112-84"],
  };
}

/** A form that gives no right any more. */
function ended({ state, endedOn, replacedBy }: IssuedForm): Remark {
  const [ro, en] = endedOn === undefined ? ["", ""] : dated(endedOn, " la ", " on ");
  if (state === "cancelled") {
    return { code: "CANCELLED", text: { ro: `Anulat${ro}.`, en: `Cancelled${en}.` }, rules: ["E112-90"] };
  }
  const [byRo, byEn] =
    replacedBy === undefined ? ["", ""] : [` de formularul nr. ${replacedBy}`, ` by form no. ${replacedBy}`];
  return { code: "REPLACED", text: { ro: `Înlocuit${ro}${byRo}.`, en: `Replaced${en}${byEn}.` }, rules: ["E112-90"] };
}

function dated(date: PlainDate, ro: string, en: string): [string, string] {
  return [`${ro}${formatDate(date, "ro")}`, `${en}${formatDate(date, "en")}`];
}
