import { z } from "zod";
import { EXPENSE_KINDS } from "../moh/expenses.ts";
import { currencyField, dateField, defineCommand, positiveAmountField, text } from "./define.schema.ts";

/** An expense that the patient paid. Without a proof it is not reimbursed (MOH-92). */
export const Expense = z.strictObject({
  kind: z.enum(EXPENSE_KINDS),
  date: dateField,
  amount: positiveAmountField,
  /** The document that proves it. */
  proof: text(200).optional(),
  description: text(300).optional(),
});

/** The patient side asks the DSP to reimburse own expenses (MOH-91). */
export const FileExpenseClaim = z.strictObject({ expenses: z.array(Expense).min(1).max(200), currency: currencyField });
export type FileExpenseClaim = z.infer<typeof FileExpenseClaim>;

export const fileExpenseClaim = defineCommand({
  type: "fileExpenseClaim",
  payload: FileExpenseClaim,
  facts: ({ expenses, currency }) => ({
    currency,
    expenses: expenses.map(({ kind, date, amount, proof }) => ({ kind, date, amount, proven: proof !== undefined })),
  }),
  sealed: true,
});
