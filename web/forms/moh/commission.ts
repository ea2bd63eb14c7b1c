import type { MohCaseView } from "../../../domain/case/view.ts";
import type { FormDescription, Option } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { checkNamedClinics, NamedClinicsField } from "./NamedClinicsField.tsx";
import { RejectionContents } from "./RejectionContents.tsx";

export const DECISIONS: readonly Option[] = [
  { value: "approved", label: "decision.approved" },
  { value: "rejected", label: "decision.rejected" },
];

export const URGENCY_CLASSES: readonly Option[] = [
  { value: "A", label: "urgency.A" },
  { value: "B", label: "urgency.B" },
];

export const sendToCommission: FormDescription = { type: "sendToCommission", fields: [] };
export const beginExamination: FormDescription = { type: "beginExamination", fields: [] };

export const finishExamination: FormDescription = {
  type: "finishExamination",
  fields: [
    { kind: "choice", path: "decision", label: "field.decision", required: true, rule: "MOH-25", options: DECISIONS },
  ],
};

const approved = (values: Values): boolean => textAt(values, "decision") === "approved";
const rejected = (values: Values): boolean => textAt(values, "decision") === "rejected";

export const registerDecision: FormDescription = {
  type: "registerDecision",
  initial: (view) => ({ decision: examinationDecision(view), minutes: { clinics: [{}] } }),
  fields: [
    {
      kind: "choice",
      path: "decision",
      label: "field.decision",
      hint: "field.decision.asExamined",
      required: true,
      options: DECISIONS,
    },
    {
      kind: "date",
      path: "communicatedOn",
      label: "field.communicatedOn",
      hint: "field.communicatedOn.hint",
      rule: "MOH-26",
    },
    {
      kind: "date",
      path: "approvedOn",
      label: "field.approvedOn",
      hint: "field.approvedOn.hint",
      rule: "MOH-42",
      when: approved,
    },
    { kind: "text", path: "minutes.number", label: "field.minutesNumber", when: approved },
    {
      kind: "date",
      path: "minutes.receivedOn",
      label: "field.receivedOn",
      hint: "field.receivedOn.hint",
      rule: "MOH-69",
      when: approved,
    },
    {
      kind: "date",
      path: "minutes.registeredOn",
      label: "field.registeredOn",
      hint: "field.registeredOn.hint",
      rule: "MOH-73",
      when: approved,
    },
    {
      kind: "select",
      path: "minutes.urgencyClass",
      label: "field.urgencyClass",
      hint: "field.urgencyClass.hint",
      rule: "MOH-67",
      options: URGENCY_CLASSES,
      when: approved,
    },
    {
      kind: "special",
      path: "minutes.clinics",
      label: "field.clinics",
      component: NamedClinicsField,
      missing: checkNamedClinics,
      when: approved,
    },
    { kind: "long", path: "causes", label: "field.causes", required: true, rule: "MOH-29", when: rejected },
    {
      kind: "long",
      path: "medicalConduct",
      label: "field.medicalConduct",
      required: true,
      rule: "MOH-30",
      when: rejected,
    },
    {
      kind: "text",
      path: "recommendedUnitInRomania",
      label: "field.recommendedUnit",
      required: true,
      rule: "MOH-31",
      when: rejected,
    },
  ],
};

export const notifyPatient: FormDescription = {
  type: "notifyPatient",
  fields: [
    { kind: "special", path: "", label: "field.decision", component: RejectionContents },
    {
      kind: "choice",
      path: "channel",
      label: "field.channel",
      options: [
        { value: "post", label: "channel.post" },
        { value: "email", label: "channel.email" },
        { value: "in-person", label: "channel.in-person" },
        { value: "phone", label: "channel.phone" },
      ],
    },
  ],
};

/** What the commission decided when it finished the examination, as the timeline keeps it. */
function examinationDecision(view: MohCaseView): string {
  const examined = view.timeline.findLast((entry) => entry.type === "finishExamination");
  return textAt(examined?.payload ?? {}, "decision");
}
