import { z } from "zod";
import { COUNTY_CODES } from "../people/counties.ts";
import { isConsistentCnp } from "../people/cnp.ts";
import { EARLIEST_BIRTH, isMinor } from "../people/age.ts";
import { isPlainDate } from "../plain-date.ts";
import { dateField, defineCommand, emailField, phoneField, text } from "./define.schema.ts";
import { DocumentEntries, documentFacts } from "./document.schema.ts";

/** A day from 1900 on. That it is not after the day of filing is checked where that day is known. */
const birthDateField = dateField
  .refine((date) => !isPlainDate(date) || date >= EARLIEST_BIRTH, { params: { code: "BIRTH_TOO_EARLY" } })
  .meta({ type: "string", format: "date", examples: ["1983-04-15"] });

export const Patient = z.strictObject({
  surname: text(100),
  givenName: text(100),
  birthDate: birthDateField,
  cnp: z
    .string()
    .regex(/^\d{13}$/)
    .optional(),
  /** The county where the patient is domiciled decides the DSP (MOH-10, MOH-A24). */
  domicileCounty: z.enum(COUNTY_CODES),
  /** The county of residence when it is another one. */
  residenceCounty: z.enum(COUNTY_CODES).optional(),
  address: text(300).optional(),
  phone: phoneField.optional(),
  email: emailField.optional(),
  diagnosis: text(1000).optional(),
});

/** Who files: the patient, a legal representative, the spouse, or a relative up to the 4th degree (MOH-04). */
export const Filer = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("patient") }),
  z.strictObject({ role: z.literal("legalRepresentative"), ...filerPerson() }),
  z.strictObject({ role: z.literal("spouse"), ...filerPerson() }),
  z.strictObject({ role: z.literal("relative"), kinshipDegree: z.int().min(1).max(4), ...filerPerson() }),
]);

function filerPerson() {
  return {
    surname: text(100),
    givenName: text(100),
    /** True for a parent of a minor: one identity copy serves both lists (decision 13). */
    isParent: z.boolean().optional(),
    phone: phoneField.optional(),
    email: emailField.optional(),
  };
}

/** A dossier is filed at the registry of the DSP (MOH-10, MOH-21). */
export const FileDossier = z
  .strictObject({ patient: Patient, filer: Filer, documents: DocumentEntries.default([]) })
  .superRefine(({ patient, documents }, context) => {
    documents.forEach(({ kind }, index) => {
      if (kind !== "dovadaCorespondenta") return;
      context.addIssue({ code: "custom", path: ["documents", index, "kind"], params: { code: "NO_CLINIC_YET" } });
    });
    if (patient.cnp !== undefined && !isConsistentCnp(patient.cnp, patient.birthDate)) {
      context.addIssue({ code: "custom", path: ["patient", "cnp"], params: { code: "CNP" } });
    }
  });
export type FileDossier = z.infer<typeof FileDossier>;

export const fileDossier = defineCommand({
  type: "fileDossier",
  payload: FileDossier,
  facts: ({ patient, filer, documents }, occurredOn) => ({
    minor: isMinor(patient.birthDate, occurredOn),
    filerRole: filer.role,
    filerIsParent: filer.role !== "patient" && filer.isParent === true,
    documents: documentFacts(documents),
  }),
  sealed: true,
});
