import { z } from "zod";
import { amountField, currencyField, defineCommand, text } from "./define.schema.ts";

/** The check-up asked by the clinic is funded on two documents, or not (MOH-86 to MOH-88). */
export const FundCheckUp = z.strictObject({
  decision: z.enum(["approved", "rejected"]).default("approved"),
  /** The evaluation of the treatment by the specialist who recommended it (MOH-87): number and date. */
  evaluation: text(500).optional(),
  /** The minutes of the territorial commission (MOH-88): number and date. */
  minutes: text(500).optional(),
  amount: amountField.optional(),
  currency: currencyField.optional(),
  reason: text(2000).optional(),
});
export type FundCheckUp = z.infer<typeof FundCheckUp>;

export const fundCheckUp = defineCommand({
  type: "fundCheckUp",
  payload: FundCheckUp,
  facts: ({ decision, evaluation, minutes, reason }) => ({
    decision,
    evaluation: evaluation !== undefined,
    minutes: minutes !== undefined,
    reasoned: reason !== undefined,
  }),
  sealed: true,
});
