/** From the month's funds to the payment of the clinic (MOH-77 to MOH-84). */
import { toAmount } from "../check.ts";
import type { FormDescription, Option } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { checkMonth, MonthField } from "./MonthField.tsx";
import { differsFromExpected } from "../every/sums.ts";

const YES_NO: readonly Option[] = [
  { value: "yes", label: "answer.yes" },
  { value: "no", label: "answer.no" },
];

export const confirmFunds: FormDescription = {
  type: "confirmFunds",
  initial: ({ today }) => ({ month: today.slice(0, 7) }),
  fields: [
    {
      kind: "choice",
      path: "sufficient",
      label: "field.sufficient",
      hint: "field.sufficient.hint",
      required: true,
      rule: "MOH-77",
      options: [
        { value: "yes", label: "funds.yes" },
        { value: "no", label: "funds.no" },
      ],
    },
    { kind: "special", path: "month", label: "field.month", component: MonthField, missing: checkMonth },
    { kind: "long", path: "note", label: "field.note" },
  ],
  payload: ({ sufficient, ...rest }) => ({ ...rest, sufficient: sufficient === "yes" }),
};

export const chooseOwnExpense: FormDescription = {
  type: "chooseOwnExpense",
  blocked: ({ urgencyClass }) => (urgencyClass === "A" ? undefined : { message: "ownExpense.notClassA" }),
  fields: [{ kind: "long", path: "note", label: "field.ownExpenseNote", hint: "field.ownExpenseNote.hint" }],
};

const bears = (values: Values): boolean => textAt(values, "bearsPart") === "yes";

export const recordLabourMinistryPart: FormDescription = {
  type: "recordLabourMinistryPart",
  initial: ({ treatment }) => ({ currency: treatment?.approval?.currency ?? "" }),
  fields: [
    {
      kind: "choice",
      path: "bearsPart",
      label: "field.bearsPart",
      required: true,
      rule: "MOH-80",
      options: YES_NO,
    },
    { kind: "amount", path: "part", label: "field.part", hint: "field.amount.hint", required: true, when: bears },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", when: bears },
    { kind: "date", path: "confirmedOn", label: "field.confirmedOn", when: bears },
  ],
  payload: ({ bearsPart, ...part }) => (bearsPart === "yes" ? { ...part, bearsPart: true } : { bearsPart: false }),
};

export const recordGovernmentDecision: FormDescription = {
  type: "recordGovernmentDecision",
  fields: [{ kind: "text", path: "number", label: "field.governmentDecision", required: true, rule: "MOH-81" }],
};

export const recordPublication: FormDescription = {
  type: "recordPublication",
  fields: [
    {
      kind: "text",
      path: "gazette",
      label: "field.gazette",
      hint: "field.gazette.hint",
      required: true,
      rule: "MOH-82",
    },
  ],
};

export const recordDisposition: FormDescription = {
  type: "recordDisposition",
  fields: [
    { kind: "text", path: "number", label: "field.disposition", rule: "MOH-83" },
    { kind: "date", path: "receivedOn", label: "field.dispositionReceivedOn", hint: "field.occurredOn.empty" },
  ],
};

const differs = (values: Values): boolean => differsFromExpected(values, toAmount(textAt(values, "amount")));

/** What is to be paid is proposed; another amount asks why. */
export const payClinic: FormDescription = {
  type: "payClinic",
  initial({ treatment }) {
    const { approval, toPay } = treatment ?? {};
    if (approval === undefined || toPay === undefined) return {};
    return { clinic: approval.clinic, amount: toPay.amount, currency: toPay.currency, expected: toPay };
  },
  fields: [
    {
      kind: "clinic",
      path: "clinic",
      label: "field.paidClinic",
      required: true,
      rule: "MOH-84",
      which: ({ id }, { treatment }) => id === treatment?.approval?.clinic,
    },
    { kind: "amount", path: "amount", label: "field.paidAmount", hint: "field.paidAmount.hint", required: true },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    {
      kind: "long",
      path: "explanation",
      label: "field.paymentExplanation",
      hint: "field.paymentExplanation.hint",
      required: true,
      rule: "MOH-84",
      when: differs,
    },
    { kind: "text", path: "reference", label: "field.paymentReference", hint: "field.paymentReference.hint" },
  ],
};
