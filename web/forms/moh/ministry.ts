import type { MohCaseView, ClinicView } from "../../../domain/case/view.ts";
import type { FormDescription, Option } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { missingReasons, ProposalReasons, SelectionReasons, withNeed } from "./ChoiceReasons.tsx";
import { DECISIONS } from "./commission.ts";

const withOffer = (clinic: ClinicView): boolean => clinic.answers.some(({ kind }) => kind === "offer");
const approved = (values: Values): boolean => textAt(values, "decision") === "approved";
const rejected = (values: Values): boolean => textAt(values, "decision") === "rejected";

const ESTIMATES: readonly Option[] = [
  { value: "1", label: "estimate.1" },
  { value: "2", label: "estimate.2" },
  { value: "3", label: "estimate.3" },
  { value: "4", label: "estimate.4" },
  { value: "5", label: "estimate.5" },
];

export const sendToMinistry: FormDescription = {
  type: "sendToMinistry",
  derive: withNeed,
  fields: [
    {
      kind: "clinic",
      path: "proposedClinic",
      label: "field.proposedClinic",
      hint: "field.proposedClinic.hint",
      which: withOffer,
    },
    {
      kind: "special",
      path: "reasons",
      label: "field.proposalReasons",
      component: ProposalReasons,
      missing: missingReasons,
    },
  ],
};

export const reportDelay: FormDescription = {
  type: "reportDelay",
  fields: [{ kind: "long", path: "causes", label: "field.delayCauses", required: true, rule: "MOH-74" }],
};

export const registerDelayReport: FormDescription = { type: "registerDelayReport", fields: [] };

export const intervene: FormDescription = {
  type: "intervene",
  fields: [{ kind: "long", path: "note", label: "field.interventionNote", rule: "MOH-75" }],
};

export const registerAtMinistry: FormDescription = { type: "registerAtMinistry", fields: [] };
export const askForMinistryNumber: FormDescription = { type: "askForMinistryNumber", fields: [] };

export const decideAtMinistry: FormDescription = {
  type: "decideAtMinistry",
  initial: (view) => {
    const [only, ...others] = view.clinics.filter(withOffer);
    return only === undefined || others.length > 0 ? {} : asOffered({ clinic: only.id }, view);
  },
  derive: (values, changed, view) => (changed === "clinic" ? asOffered(values, view) : values),
  fields: [
    {
      kind: "choice",
      path: "decision",
      label: "field.ministryDecision",
      required: true,
      rule: "MOH-76",
      options: DECISIONS,
    },
    {
      kind: "clinic",
      path: "clinic",
      label: "field.selectedClinic",
      hint: "field.selectedClinic.hint",
      required: true,
      rule: "MOH-84",
      which: withOffer,
      when: approved,
    },
    {
      kind: "amount",
      path: "amount",
      label: "field.amount",
      hint: "field.amount.hint",
      required: true,
      when: approved,
    },
    {
      kind: "currency",
      path: "currency",
      label: "field.currency",
      hint: "field.currency.hint",
      required: true,
      when: approved,
    },
    {
      kind: "select",
      path: "vitalRisk",
      label: "field.vitalRisk",
      rule: "MOH-78",
      options: ESTIMATES,
      number: true,
      when: approved,
    },
    {
      kind: "select",
      path: "benefit",
      label: "field.benefit",
      rule: "MOH-79",
      options: ESTIMATES,
      number: true,
      when: approved,
    },
    {
      kind: "special",
      path: "reasons",
      label: "field.choiceReasons",
      component: SelectionReasons,
      when: approved,
    },
    { kind: "long", path: "reasons", label: "field.rejectionReasons", when: rejected },
  ],
};

/** The amount that the selected clinic asks in all. */
function asOffered(values: Values, view: MohCaseView): Values {
  const offer = view.clinics.find(({ id }) => id === textAt(values, "clinic"))?.offer;
  return offer === undefined
    ? values
    : { ...values, amount: textAt(offer, "costTotal"), currency: textAt(offer, "currency") };
}
