import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The acceptance is put into a legalised medical translation; its original stays with the patient (E112-39, E112-40). */
export const RecordLegalisedTranslation = z.strictObject({
  originalKeptBy: z.enum(["patient", "doctor"]),
  translator: text(200).optional(),
});
export type RecordLegalisedTranslation = z.infer<typeof RecordLegalisedTranslation>;

export const recordLegalisedTranslation = defineCommand({
  type: "recordLegalisedTranslation",
  payload: RecordLegalisedTranslation,
  facts: ({ originalKeptBy }) => ({ originalKeptBy }),
  sealed: true,
});
