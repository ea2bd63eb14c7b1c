import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The treatment abroad is done. */
export const RecordTreatmentDone = z.strictObject({
  note: text(1000).optional(),
});
export type RecordTreatmentDone = z.infer<typeof RecordTreatmentDone>;

export const recordTreatmentDone = defineCommand({
  type: "recordTreatmentDone",
  payload: RecordTreatmentDone,
  facts: () => ({}),
  sealed: true,
});
