import { z } from "zod";
import { isMinor } from "../../people/age.ts";
import { institutionField, text } from "../define.schema.ts";
import { checkCnp, Patient, personContact, personName } from "../person.schema.ts";
import { Clinic, clinicFacts } from "./clinic.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** Who applies: the patient; for a child a parent or guardian; another person, for an adult with power of attorney (E112-64). */
export const Applicant = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("patient") }),
  z.strictObject({ role: z.literal("parent"), ...personName(), ...personContact() }),
  z.strictObject({ role: z.literal("guardian"), ...personName(), ...personContact() }),
  z.strictObject({ role: z.literal("otherPerson"), ...personName(), ...personContact() }),
]);

/** A file is opened at the insurance house to which the patient belongs (E112-59), for treatment abroad or for a transfer of residence. */
export const OpenFile = z
  .strictObject({
    patient: z.strictObject({
      ...Patient.shape,
      /** As it stands on the form E112/S2, when it is another one. */
      surnameAtBirth: text(100).optional(),
      /** The insurance house to which the patient belongs. */
      casId: institutionField.optional(),
    }),
    applicant: Applicant,
    /** The clinic, when it is known. */
    clinic: Clinic.optional(),
    /** 1: a transfer of residence (E112-86); 2: treatment abroad (E112-87). */
    category: z.literal([1, 2]).default(2),
    /** The treatment is in the basic package, when it is known (E112-04). */
    inBasicPackage: z.boolean().optional(),
  })
  .superRefine(checkCnp);
export type OpenFile = z.infer<typeof OpenFile>;

export const openFile = defineCommand({
  type: "openFile",
  payload: OpenFile,
  facts: ({ patient, applicant, clinic, category, inBasicPackage }, occurredOn) => ({
    minor: isMinor(patient.birthDate, occurredOn),
    applicantRole: applicant.role,
    category,
    ...(patient.casId === undefined ? {} : { casId: patient.casId }),
    ...(clinic === undefined ? {} : { clinic: clinicFacts(clinic) }),
    ...(inBasicPackage === undefined ? {} : { inBasicPackage }),
  }),
  sealed: true,
});
