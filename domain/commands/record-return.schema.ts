import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The patient is back in Romania; MOH-91, MOH-94 and MOH-95 run from this day. */
export const RecordReturn = z.strictObject({ note: text(2000).optional() });
export type RecordReturn = z.infer<typeof RecordReturn>;

export const recordReturn = defineCommand({
  type: "recordReturn",
  payload: RecordReturn,
  facts: () => ({}),
  sealed: true,
});
