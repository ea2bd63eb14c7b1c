import { z } from "zod";
import { amountField, defineCommand, text } from "./define.schema.ts";

/** What is granted of one expense of the claim, by its place from 1; less than was asked needs a reason. */
export const SettledLine = z.strictObject({
  line: z.int().min(1).max(200),
  granted: amountField,
  reason: text(1000).optional(),
});

/** The DSP settles the claim line by line (MOH-92, MOH-93). A line that is not named is granted as the rules say. */
export const SettleClaim = z.strictObject({
  lines: z.array(SettledLine).max(200).optional(),
  note: text(2000).optional(),
});
export type SettleClaim = z.infer<typeof SettleClaim>;

export const settleClaim = defineCommand({
  type: "settleClaim",
  payload: SettleClaim,
  facts: ({ lines = [] }) => ({
    lines: lines.map(({ line, granted, reason }) => ({ line, granted, reasoned: reason !== undefined })),
  }),
  sealed: true,
});
