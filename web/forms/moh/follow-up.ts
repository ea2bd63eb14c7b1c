/** After the return: the sums, the checks, the report, the bar, a check-up asked by the clinic (MOH-86 to MOH-98). */
import type { FormDescription } from "../describe.ts";
import { rowsField, rowsToSend, type Column } from "../RowsField.tsx";
import { textAt, type Values } from "../values.ts";
import { AppointmentField, checkAppointment, FirstOrAppointmentField, onlyChoice } from "./AppointmentField.tsx";
import { DECISIONS } from "./commission.ts";
import { RunningTotal } from "../every/RunningTotal.tsx";
import { differsFromExpected, totalOf } from "../every/sums.ts";

export const SUM: readonly Column[] = [
  { name: "purpose", label: "field.purpose", kind: "text", required: true },
  { name: "amount", label: "field.sum", kind: "amount", required: true },
  { name: "document", label: "field.document", kind: "text" },
];

const differs = (values: Values): boolean =>
  totalOf(values, "sums") !== "0.00" && differsFromExpected(values, totalOf(values, "sums"));

/** The sums are added up against what was paid; a difference asks why. */
export const fileJustification: FormDescription = {
  type: "fileJustification",
  initial({ treatment }) {
    const { payment } = treatment ?? {};
    if (payment === undefined) return {};
    const { amount, currency } = payment;
    return { currency, expected: { amount, currency } };
  },
  fields: [
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    {
      path: "sums",
      label: "field.sums",
      ...rowsField({
        title: "field.sums",
        hint: "field.sums.hint",
        rule: "MOH-94",
        columns: SUM,
        most: 100,
        needed: true,
        footer: RunningTotal,
      }),
    },
    {
      kind: "long",
      path: "explanation",
      label: "field.sumsExplanation",
      hint: "field.sumsExplanation.hint",
      required: true,
      rule: "MOH-94",
      when: differs,
    },
  ],
  payload: ({ sums, ...rest }) => ({ ...rest, sums: rowsToSend(sums, SUM) }),
};

export const recordFirstCheck: FormDescription = {
  type: "recordFirstCheck",
  fields: [
    { kind: "text", path: "doctor", label: "field.doctor", rule: "MOH-95" },
    { kind: "long", path: "findings", label: "field.findings" },
  ],
};

export const scheduleAppointment: FormDescription = {
  type: "scheduleAppointment",
  fields: [
    {
      kind: "date",
      path: "appointmentOn",
      label: "field.appointmentOn",
      hint: "field.appointmentOn.hint",
      required: true,
      rule: "MOH-95",
      ahead: true,
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
};

export const recordLaterCheck: FormDescription = {
  type: "recordLaterCheck",
  initial: (view) => onlyChoice(view, false),
  fields: [
    {
      kind: "special",
      path: "appointment",
      label: "field.appointment",
      component: AppointmentField,
      missing: checkAppointment,
    },
    { kind: "long", path: "findings", label: "field.findings" },
  ],
  payload: ({ appointment, ...rest }) => ({ ...rest, appointment: Number(appointment) }),
};

export const confirmMissedCheck: FormDescription = {
  type: "confirmMissedCheck",
  initial: (view) => onlyChoice(view, true),
  fields: [
    {
      kind: "special",
      path: "appointment",
      label: "field.appointment",
      component: FirstOrAppointmentField,
      missing: checkAppointment,
    },
    {
      kind: "text",
      path: "confirmedBy",
      label: "field.confirmedBy",
      hint: "field.confirmedBy.hint",
      rule: "MOH-98",
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
  payload: ({ appointment, ...rest }) =>
    appointment === "first" ? rest : { ...rest, appointment: Number(appointment) },
};

export const liftBar: FormDescription = {
  type: "liftBar",
  fields: [{ kind: "long", path: "reason", label: "field.liftReason", required: true, rule: "MOH-98" }],
};

export const drawOneYearReport: FormDescription = {
  type: "drawOneYearReport",
  fields: [
    {
      kind: "date",
      path: "sentToDspOn",
      label: "field.sentToDspOn",
      hint: "field.occurredOn.empty",
      rule: "MOH-97",
    },
    { kind: "long", path: "report", label: "field.report", rule: "MOH-96" },
  ],
};

export const requestClinicCheckUp: FormDescription = {
  type: "requestClinicCheckUp",
  initial: ({ treatment }) => ({ clinic: treatment?.approval?.clinic ?? "" }),
  fields: [
    {
      kind: "clinic",
      path: "clinic",
      label: "field.clinic",
      required: true,
      rule: "MOH-86",
      which: ({ id }, { treatment }) => id === treatment?.approval?.clinic,
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
};

const funded = (values: Values): boolean => textAt(values, "decision") === "approved";
const refused = (values: Values): boolean => textAt(values, "decision") === "rejected";

/** Two documents are asked for an approval, a reason for a refusal. */
export const fundCheckUp: FormDescription = {
  type: "fundCheckUp",
  fields: [
    {
      kind: "choice",
      path: "decision",
      label: "field.fundingDecision",
      required: true,
      rule: "MOH-86",
      options: DECISIONS,
    },
    {
      kind: "text",
      path: "evaluation",
      label: "field.evaluation",
      hint: "field.paper.hint",
      required: true,
      rule: "MOH-87",
      when: funded,
    },
    {
      kind: "text",
      path: "minutes",
      label: "field.checkUpMinutes",
      hint: "field.paper.hint",
      required: true,
      rule: "MOH-88",
      when: funded,
    },
    { kind: "amount", path: "amount", label: "field.amount", hint: "field.amount.hint", when: funded },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", when: funded },
    { kind: "long", path: "reason", label: "field.reason", required: true, when: refused },
  ],
};
