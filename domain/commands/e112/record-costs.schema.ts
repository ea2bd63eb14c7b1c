import { z } from "zod";
import { COST_KINDS } from "../../e112/commands.ts";
import { currencyField, positiveAmountField } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** Costs, who bears them and whether they are paid (E112-38, E112-83). */
export const RecordCosts = z.strictObject({
  currency: currencyField,
  costs: z
    .array(
      z.strictObject({
        kind: z.enum(COST_KINDS),
        amount: positiveAmountField,
        payer: z.enum(["patient", "institution"]),
        paid: z.boolean(),
      }),
    )
    .min(1)
    .max(50),
});
export type RecordCosts = z.infer<typeof RecordCosts>;

export const recordCosts = defineCommand({
  type: "recordCosts",
  payload: RecordCosts,
  facts: ({ currency, costs }) => ({ currency, costs }),
  sealed: false,
});
