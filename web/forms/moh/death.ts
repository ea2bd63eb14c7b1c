/** The patient's death: what the family and the DSP still do (MOH-99, MOH-100). */
import type { FormDescription } from "../describe.ts";
import { rowsField, rowsToSend } from "../RowsField.tsx";
import { SUM } from "./follow-up.ts";
import { RunningTotal } from "../every/RunningTotal.tsx";

export const recordDeath: FormDescription = {
  type: "recordDeath",
  fields: [
    { kind: "date", path: "diedOn", label: "field.diedOn", required: true, rule: "MOH-99" },
    { kind: "long", path: "note", label: "field.note" },
  ],
};

export const announceDeath: FormDescription = {
  type: "announceDeath",
  fields: [{ kind: "text", path: "announcedBy", label: "field.announcedBy", rule: "MOH-99" }],
};

export const drawStatementOfExpenses: FormDescription = {
  type: "drawStatementOfExpenses",
  initial({ treatment }) {
    const { payment, claim } = treatment ?? {};
    const granted =
      claim?.settled === undefined ? undefined : { amount: claim.settled.granted, currency: claim.currency };
    const expected = payment ?? granted;
    if (expected === undefined) return {};
    const { amount, currency } = expected;
    return { currency, expected: { amount, currency } };
  },
  fields: [
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint" },
    {
      path: "sums",
      label: "field.expenseSums",
      ...rowsField({
        title: "field.expenseSums",
        rule: "MOH-100",
        columns: SUM,
        most: 100,
        footer: RunningTotal,
      }),
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
  payload: ({ sums, ...rest }) => ({ ...rest, ...(sums === undefined ? {} : { sums: rowsToSend(sums, SUM) }) }),
};
