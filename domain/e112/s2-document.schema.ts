/**
 * An issued form as structured data, in the sections of the portable document S2, so that an electronic exchange can
 * be fed from it. The numbers in the titles are those of the portable document as far as they are publicly known.
 */
import { z } from "zod";
import { countryField, dateField } from "../commands/define.schema.ts";
import { S2_SCHEMA_ID, S2_VERSION } from "./s2-document.ts";

/** A field of the portable document: its number, its name there, what Dosar puts in it. */
function numbered<Field extends z.ZodType>(field: Field, number: string, name: string, description: string): Field {
  return field.meta({ title: `${number} ${name}`, description });
}

/** What the file may not know is null: every field is always there. */
const words = z.string().min(1).nullable();
const formNumber = z
  .string()
  .regex(/^[A-Z0-9-]+\/\d{4}\/\d{6,}$/)
  .meta({ examples: ["E112-CAS-CJ/2026/000001"] });
const institutionId = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/)
  .meta({ examples: ["CAS-CJ"] });

const Document = z.strictObject({
  name: z.enum(["S2", "E112"]).meta({ description: "The name under which the house issued it (E112-09)" }),
  number: formNumber.meta({ title: "Number", description: "From the house’s register of forms; never given twice" }),
  state: z.enum(["valid", "replaced", "cancelled"]).meta({
    description: "A replaced form gave way to another one, a cancelled one to none; neither gives a right any more",
  }),
  issuedOn: dateField.meta({ description: "Date of issue (E112-79)" }),
  validFrom: dateField.nullable().meta({ description: "First day of the validity; null when the file names none" }),
  validUntil: dateField.nullable().meta({ description: "Last day of the validity" }),
  endedOn: dateField.nullable().meta({ description: "The day of the replacement or cancellation; null while valid" }),
  replaces: formNumber.nullable().meta({ description: "Number of the form in whose place it came" }),
  replacedBy: formNumber.nullable().meta({ description: "Number of the form that came in its place" }),
  copies: z
    .tuple([
      z.strictObject({ copy: z.literal(1), to: z.literal("issuer"), handedOverOn: dateField.nullable() }),
      z.strictObject({ copy: z.literal(2), to: z.literal("applicant"), handedOverOn: dateField.nullable() }),
    ])
    .meta({ description: "Two copies: one kept by the issuer, one for the applicant (E112-80, E112-81)" }),
});

const Address = z.strictObject({
  line: words.meta({ title: "1.6.1–1.6.3 Street, town, post code", description: "As Dosar keeps it, in one line" }),
  county: words.meta({ description: "Romanian county, ISO 3166-2 without its prefix", examples: ["CJ"] }),
  countryCode: numbered(countryField, "1.6.4", "Country code", "ISO 3166-1, two letters"),
});

const Holder = z
  .strictObject({
    personalIdentificationNumber: numbered(
      z
        .string()
        .regex(/^\d{13}$/)
        .nullable(),
      "1.1",
      "Personal identification number",
      "The Romanian personal numeric code (CNP); null when the file has none",
    ),
    surname: numbered(z.string().min(1), "1.2", "Surname", "As in the file"),
    forenames: numbered(z.string().min(1), "1.3", "Forenames", "As in the file"),
    surnameAtBirth: numbered(words, "1.4", "Surname at birth", "When the file names another one than the surname"),
    birthDate: numbered(dateField, "1.5", "Date of birth", "ISO 8601"),
    address: numbered(Address, "1.6", "Address", "The domicile of the holder"),
  })
  .meta({ title: "1 Personal details of the holder" });

const Entitlement = z
  .strictObject({
    kind: numbered(
      z.literal("scheduledTreatment"),
      "2.1",
      "Kind of entitlement",
      "Treatment abroad, authorised beforehand (E112-87)",
    ),
    treatment: numbered(words, "2.2", "Treatment", "As the house wrote it at the issue; null when it wrote none"),
    diagnosis: words.meta({ title: "Diagnosis", description: "As in the file, in Romanian; beside the treatment" }),
    provider: numbered(words, "2.3", "Health care provider", "The clinic that accepted the patient (E112-28)"),
    doctor: words.meta({ title: "Doctor", description: "Who takes over the case, when the file names one" }),
    town: numbered(words, "2.4", "Town", "Of the clinic"),
    countryCode: numbered(countryField.nullable(), "2.5", "State of treatment", "ISO 3166-1, two letters"),
    startDate: numbered(dateField.nullable(), "2.6", "Starting date", "Of the scheduled treatment (E112-34)"),
    endDate: numbered(dateField.nullable(), "2.7", "Ending date", "Of the scheduled treatment (E112-34)"),
  })
  .meta({
    title: "2 Scheduled treatment",
    description: "The order inside this section is Dosar’s: compare it with the official model before an exchange.",
  });

const Institution = z
  .strictObject({
    name: numbered(z.string().min(1), "3.1", "Name", "Of the house that issued the form"),
    nameEn: z.string().min(1).meta({ title: "Name in English" }),
    county: words.meta({ title: "3.3 Town", description: "The county of the house; Dosar keeps no street" }),
    countryCode: numbered(z.literal("RO"), "3.5", "Country code", "ISO 3166-1, two letters"),
    institutionId: numbered(institutionId, "3.6", "Institution ID", "Dosar’s id; not the id of the EESSI directory"),
    date: numbered(dateField, "3.10", "Date", "Of the issue"),
    official: numbered(words, "3.11", "Signature", "Who issued it; the signature itself stands on the paper"),
  })
  .meta({ title: "3 Institution completing the form" });

export const REMARK_CODES = ["ISSUED_AFTER_DEPARTURE", "REPLACES", "REPLACED", "CANCELLED"] as const;

const Remark = z.strictObject({
  code: z.enum(REMARK_CODES),
  text: z.strictObject({ ro: z.string().min(1), en: z.string().min(1) }),
  rules: z.array(z.string()).meta({ description: "The rules of the E112 process that it follows from" }),
});

export const S2Document = z
  .strictObject({
    $schema: z.literal(S2_SCHEMA_ID),
    version: z.literal(S2_VERSION),
    document: Document.meta({ title: "The form itself" }),
    section1: Holder,
    section2: Entitlement,
    section3: Institution,
    remarks: z.array(Remark).meta({ title: "Remarks" }),
    legalBasis: z.strictObject({
      citation: z.strictObject({ ro: z.string(), en: z.string() }),
      confirmed: z.boolean().meta({ description: "False until somebody has compared it with the texts in force" }),
      reading: z.string().meta({ examples: ["E112-A15"] }),
    }),
  })
  .meta({
    title: "Issued form E112/S2",
    description:
      "The data of an issued form as Dosar holds them, in the sections of the portable document S2. It is not the portable document itself. Fields that the file does not know are null. Dates are ISO 8601, countries ISO 3166-1 (two letters). The numbers in the titles are those of the portable document as far as they are publicly known.",
  });
export type S2Document = z.infer<typeof S2Document>;

/** The JSON Schema, draft 2020-12. */
export function s2JsonSchema(): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(S2Document, { target: "draft-2020-12", unrepresentable: "any" }), $id: S2_SCHEMA_ID };
}
