import { z } from "zod";
import { amountField, currencyField, defineCommand, text } from "./define.schema.ts";

/** A sum that a document justifies. */
export const JustifiedSum = z.strictObject({ purpose: text(200), amount: amountField, document: text(200).optional() });

/** The patient side justifies the sums granted (MOH-94); what they do not reach is explained. */
export const FileJustification = z.strictObject({
  sums: z.array(JustifiedSum).min(1).max(100),
  currency: currencyField,
  explanation: text(2000).optional(),
});
export type FileJustification = z.infer<typeof FileJustification>;

export const fileJustification = defineCommand({
  type: "fileJustification",
  payload: FileJustification,
  facts: ({ sums, currency, explanation }) => ({
    amounts: sums.map(({ amount }) => amount),
    currency,
    explained: explanation !== undefined,
  }),
  sealed: true,
});
