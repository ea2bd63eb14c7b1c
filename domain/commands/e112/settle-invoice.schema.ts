import { z } from "zod";
import { namesPatient } from "../../e112/settlement.ts";
import { currencyField, documentNumberField, positiveAmountField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The cost is settled between institutions, on form E125 (E112-85). */
export const SettleInvoice = z.strictObject({
  form: z.literal("E125"),
  /** The number of an invoice that was received. */
  invoice: documentNumberField.optional(),
  from: text(200),
  to: text(200),
  amount: positiveAmountField,
  currency: currencyField,
  differenceReason: text(2000).optional(),
  /** No further invoice is awaited. */
  last: z.boolean().default(true),
});
export type SettleInvoice = z.infer<typeof SettleInvoice>;

export const settleInvoice = defineCommand({
  type: "settleInvoice",
  payload: SettleInvoice,
  facts: ({ invoice, from, to, amount, currency, differenceReason, last }) => ({
    betweenInstitutions: !namesPatient(from) && !namesPatient(to),
    amount,
    currency,
    reasoned: differenceReason !== undefined,
    last,
    ...(invoice === undefined ? {} : { invoice }),
  }),
  sealed: true,
});
