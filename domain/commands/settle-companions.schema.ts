import { z } from "zod";
import { currencyField, defineCommand, positiveAmountField, text } from "./define.schema.ts";

/** One journey of a companion, out or back, with its proof. */
export const CompanionJourney = z.strictObject({
  companion: text(150),
  direction: z.enum(["outward", "return"]),
  amount: positiveAmountField,
  proof: text(200),
});

/** The companions’ travel is reimbursed: only for a child of 0 to 6 years on the day of departure (MOH-85, MOH-A22). */
export const SettleCompanions = z.strictObject({
  journeys: z.array(CompanionJourney).min(1).max(40),
  currency: currencyField,
});
export type SettleCompanions = z.infer<typeof SettleCompanions>;

export const settleCompanions = defineCommand({
  type: "settleCompanions",
  payload: SettleCompanions,
  // `ageOnDeparture` is added where the birth date can be read.
  facts: ({ journeys, currency }) => ({ amounts: journeys.map(({ amount }) => amount), currency }),
  sealed: true,
});
