import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** Who travels with the patient. */
export const Companion = z.strictObject({ name: text(150), relation: text(100).optional() });

/** The patient leaves for the treatment, alone or with companions (MOH-85). */
export const RecordDeparture = z.strictObject({ companions: z.array(Companion).max(10).default([]) });
export type RecordDeparture = z.infer<typeof RecordDeparture>;

export const recordDeparture = defineCommand({
  type: "recordDeparture",
  payload: RecordDeparture,
  facts: ({ companions }) => ({ companions: companions.length }),
  sealed: true,
});
