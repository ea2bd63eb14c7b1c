import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The patient came to a later appointment (MOH-95). */
export const RecordLaterCheck = z.strictObject({ appointment: z.int().min(1), findings: text(4000).optional() });
export type RecordLaterCheck = z.infer<typeof RecordLaterCheck>;

export const recordLaterCheck = defineCommand({
  type: "recordLaterCheck",
  payload: RecordLaterCheck,
  facts: ({ appointment }) => ({ appointment }),
  sealed: true,
});
