import { z } from "zod";
import { defineCommand, monthField, text } from "./define.schema.ts";

/** A person at the Ministry confirms whether the month’s funds suffice for this file (MOH-77). */
export const ConfirmFunds = z.strictObject({
  sufficient: z.boolean(),
  /** The month whose funds bear it; that of the act when not given. */
  month: monthField.optional(),
  note: text(2000).optional(),
});
export type ConfirmFunds = z.infer<typeof ConfirmFunds>;

export const confirmFunds = defineCommand({
  type: "confirmFunds",
  payload: ConfirmFunds,
  facts: ({ sufficient, month }, occurredOn) => ({ sufficient, month: month ?? occurredOn.slice(0, 7) }),
  sealed: true,
});
