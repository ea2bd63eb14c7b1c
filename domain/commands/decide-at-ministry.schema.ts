import { z } from "zod";
import { clinicField, currencyField, defineCommand, positiveAmountField, text } from "./define.schema.ts";

const estimate = z.int().min(1).max(5).optional();

/** The decision of the Ministry's commission (MOH-76); an approval names the selected clinic and the amount (decision 5). */
export const DecideAtMinistry = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("approved"),
    clinic: clinicField,
    amount: positiveAmountField,
    currency: currencyField,
    /** Vital risk without the treatment and benefit of it, from 1 (low) to 5 (high) (MOH-78, MOH-79). */
    vitalRisk: estimate,
    benefit: estimate,
    /** Why this clinic and this sum; they stay sealed. */
    reasons: text(4000).optional(),
  }),
  z.strictObject({ decision: z.literal("rejected"), reasons: text(4000).optional() }),
]);
export type DecideAtMinistry = z.infer<typeof DecideAtMinistry>;

export const decideAtMinistry = defineCommand({
  type: "decideAtMinistry",
  payload: DecideAtMinistry,
  facts: (payload) => {
    if (payload.decision === "rejected") return { decision: "rejected" };
    const { decision, clinic, amount, currency, vitalRisk, benefit } = payload;
    return {
      decision,
      clinic,
      amount,
      currency,
      ...(vitalRisk === undefined ? {} : { vitalRisk }),
      ...(benefit === undefined ? {} : { benefit }),
    };
  },
  sealed: true,
});
