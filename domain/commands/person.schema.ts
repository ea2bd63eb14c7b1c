/** People as a file names them: the patient, and who acts for them. */
import { z } from "zod";
import { isConsistentCnp } from "../people/cnp.ts";
import { COUNTY_CODES } from "../people/counties.ts";
import { EARLIEST_BIRTH } from "../people/age.ts";
import { isPlainDate } from "../plain-date.ts";
import { dateField, emailField, phoneField, text } from "./define.schema.ts";

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

/** Somebody who acts for the patient, by name. */
export function personName() {
  return { surname: text(100), givenName: text(100) };
}

/** How to reach somebody. */
export function personContact() {
  return { phone: phoneField.optional(), email: emailField.optional() };
}

/** True when an e-mail reaches the patient, or who acts for the patient. */
export function hasAddress(patient: Contact, filer: Contact): boolean {
  return patient.email !== undefined || filer.email !== undefined;
}

interface Contact {
  readonly role?: string;
  readonly email?: string | undefined;
}

/** A CNP that is not of that birth date is a slip of the pen. */
export function checkCnp({ patient }: { readonly patient: z.infer<typeof Patient> }, context: z.RefinementCtx): void {
  if (patient.cnp !== undefined && !isConsistentCnp(patient.cnp, patient.birthDate)) {
    context.addIssue({ code: "custom", path: ["patient", "cnp"], params: { code: "CNP" } });
  }
}
