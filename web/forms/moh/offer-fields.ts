/** The data of Annex 10, in its order: how each is asked and by which rule. The pages that compare offers use the same list. */
import type { RuleId } from "../../../domain/law/index.ts";
import type { MessageKey } from "../../i18n/ro.ts";

export interface OfferFieldDefinition {
  readonly name: string;
  readonly label: MessageKey;
  readonly kind: "check" | "text" | "long" | "phone" | "email" | "amount" | "currency" | "date";
  readonly rule: RuleId;
}

export interface OfferGroup {
  readonly title: MessageKey;
  readonly fields: readonly OfferFieldDefinition[];
}

export const OFFER_GROUPS = [
  {
    title: "offer.group.document",
    fields: [
      { name: "letterhead", label: "offer.letterhead", kind: "check", rule: "MOH-43" },
      { name: "signature", label: "offer.signature", kind: "check", rule: "MOH-43" },
    ],
  },
  {
    title: "offer.group.clinic",
    fields: [
      { name: "clinicName", label: "offer.clinicName", kind: "text", rule: "MOH-45" },
      { name: "clinicAddress", label: "offer.clinicAddress", kind: "text", rule: "MOH-46" },
      { name: "contactPerson", label: "offer.contactPerson", kind: "text", rule: "MOH-47" },
      { name: "phone", label: "offer.phone", kind: "phone", rule: "MOH-48" },
      { name: "fax", label: "offer.fax", kind: "text", rule: "MOH-49" },
      { name: "email", label: "offer.email", kind: "email", rule: "MOH-50" },
      { name: "bankAccount", label: "offer.bankAccount", kind: "text", rule: "MOH-51" },
    ],
  },
  {
    title: "offer.group.patient",
    fields: [
      { name: "patientSurname", label: "offer.patientSurname", kind: "text", rule: "MOH-52" },
      { name: "patientGivenName", label: "offer.patientGivenName", kind: "text", rule: "MOH-52" },
      { name: "diagnosis", label: "offer.diagnosis", kind: "long", rule: "MOH-53" },
    ],
  },
  {
    title: "offer.group.costs",
    fields: [
      { name: "costEvaluation", label: "offer.costEvaluation", kind: "amount", rule: "MOH-54" },
      { name: "costProcedure", label: "offer.costProcedure", kind: "amount", rule: "MOH-55" },
      { name: "costPostEvaluation", label: "offer.costPostEvaluation", kind: "amount", rule: "MOH-56" },
      { name: "costPerDay", label: "offer.costPerDay", kind: "amount", rule: "MOH-57" },
      { name: "costTotal", label: "offer.costTotal", kind: "amount", rule: "MOH-58" },
      { name: "currency", label: "offer.currency", kind: "currency", rule: "MOH-58" },
    ],
  },
  {
    title: "offer.group.terms",
    fields: [
      { name: "paymentConditions", label: "offer.paymentConditions", kind: "long", rule: "MOH-59" },
      { name: "admissionDate", label: "offer.admissionDate", kind: "date", rule: "MOH-60" },
    ],
  },
] as const satisfies readonly OfferGroup[];

export const OFFER_FIELDS: readonly OfferFieldDefinition[] = OFFER_GROUPS.flatMap(
  (group): readonly OfferFieldDefinition[] => group.fields,
);

/** What a clinic without a fax answers (MOH-A28). */
export const NO_FAX = "none";
