import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The Government Decision is issued (MOH-81). */
export const RecordGovernmentDecision = z.strictObject({ number: text(60) });
export type RecordGovernmentDecision = z.infer<typeof RecordGovernmentDecision>;

export const recordGovernmentDecision = defineCommand({
  type: "recordGovernmentDecision",
  payload: RecordGovernmentDecision,
  facts: () => ({}),
  sealed: true,
});
