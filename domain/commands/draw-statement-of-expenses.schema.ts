import { z } from "zod";
import { currencyField, defineCommand, text } from "./define.schema.ts";
import { JustifiedSum } from "./file-justification.schema.ts";

/** The DSP draws the statement of expenses after a death (MOH-100). */
export const DrawStatementOfExpenses = z.strictObject({
  sums: z.array(JustifiedSum).max(100).optional(),
  currency: currencyField.optional(),
  note: text(2000).optional(),
});
export type DrawStatementOfExpenses = z.infer<typeof DrawStatementOfExpenses>;

export const drawStatementOfExpenses = defineCommand({
  type: "drawStatementOfExpenses",
  payload: DrawStatementOfExpenses,
  facts: () => ({}),
  sealed: true,
});
