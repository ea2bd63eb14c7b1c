import { z } from "zod";
import type { RuleId } from "../law/index.ts";
import {
  amountField,
  clinicField,
  currencyField,
  dateField,
  defineCommand,
  emailField,
  phoneField,
  text,
} from "./define.schema.ts";

/** The clinic's offer: the sixteen fields of Annex 10 to Order 1011/2011, the letterhead, the signature and the currency (MOH-43 to MOH-60). */
export const Offer = z.strictObject({
  letterhead: z.literal(true),
  signature: z.literal(true),
  clinicName: text(200),
  clinicAddress: text(500),
  contactPerson: text(200),
  phone: phoneField,
  /** The number, or the word "none" when the clinic has no fax (MOH-A28). */
  fax: text(40),
  email: emailField,
  bankAccount: text(60),
  patientSurname: text(100),
  patientGivenName: text(100),
  diagnosis: text(1000),
  costEvaluation: amountField,
  costProcedure: amountField,
  costPostEvaluation: amountField,
  costPerDay: amountField,
  costTotal: amountField,
  currency: currencyField,
  paymentConditions: text(2000),
  admissionDate: dateField,
});
export type Offer = z.infer<typeof Offer>;

/** The rule that asks for each field of an offer. */
export const OFFER_RULES = {
  letterhead: "MOH-43",
  signature: "MOH-43",
  clinicName: "MOH-45",
  clinicAddress: "MOH-46",
  contactPerson: "MOH-47",
  phone: "MOH-48",
  fax: "MOH-49",
  email: "MOH-50",
  bankAccount: "MOH-51",
  patientSurname: "MOH-52",
  patientGivenName: "MOH-52",
  diagnosis: "MOH-53",
  costEvaluation: "MOH-54",
  costProcedure: "MOH-55",
  costPostEvaluation: "MOH-56",
  costPerDay: "MOH-57",
  costTotal: "MOH-58",
  currency: "MOH-58",
  paymentConditions: "MOH-59",
  admissionDate: "MOH-60",
} as const satisfies Record<keyof Offer, RuleId>;

/** An official answer of a clinic: a complete offer, an offer that lacks something, or a refusal (MOH-A8). */
export const RecordClinicAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ clinic: clinicField, kind: z.literal("offer"), offer: Offer, note: text(2000).optional() }),
  z.strictObject({
    clinic: clinicField,
    kind: z.literal("incomplete-offer"),
    offer: z.strictObject({ ...Offer.shape, letterhead: z.boolean(), signature: z.boolean() }).partial(),
    note: text(2000).optional(),
  }),
  z.strictObject({ clinic: clinicField, kind: z.literal("refusal"), note: text(2000).optional() }),
]);
export type RecordClinicAnswer = z.infer<typeof RecordClinicAnswer>;

export const recordClinicAnswer = defineCommand({
  type: "recordClinicAnswer",
  payload: RecordClinicAnswer,
  facts: (answer) => ({
    clinic: answer.clinic,
    kind: answer.kind,
    ...(answer.kind === "offer" ? { total: answer.offer.costTotal, currency: answer.offer.currency } : {}),
  }),
  sealed: true,
});
