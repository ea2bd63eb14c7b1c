import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";

/** The DSP records the death of the patient; MOH-99 runs from the day of death (MOH-A27). */
export const RecordDeath = z.strictObject({ diedOn: dateField, note: text(1000).optional() });
export type RecordDeath = z.infer<typeof RecordDeath>;

export const recordDeath = defineCommand({
  type: "recordDeath",
  payload: RecordDeath,
  facts: ({ diedOn }) => ({ diedOn }),
  sealed: true,
});
