import { z } from "zod";
import { amountField, clinicField, currencyField, defineCommand, text } from "./define.schema.ts";

/** The DSP pays the selected clinic (MOH-84); an amount that is not the one decided is explained. */
export const PayClinic = z.strictObject({
  clinic: clinicField,
  amount: amountField,
  currency: currencyField,
  /** Why the amount is not the one decided, less the part of the Ministry of Labour. */
  explanation: text(2000).optional(),
  /** The payment order. */
  reference: text(120).optional(),
});
export type PayClinic = z.infer<typeof PayClinic>;

export const payClinic = defineCommand({
  type: "payClinic",
  payload: PayClinic,
  facts: ({ clinic, amount, currency, explanation }) => ({
    clinic,
    amount,
    currency,
    explained: explanation !== undefined,
  }),
  sealed: true,
});
