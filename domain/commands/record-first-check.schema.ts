import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The patient went to the treating doctor who recommended the treatment (MOH-95); the year of MOH-96 runs from this day. */
export const RecordFirstCheck = z.strictObject({ doctor: text(150).optional(), findings: text(4000).optional() });
export type RecordFirstCheck = z.infer<typeof RecordFirstCheck>;

export const recordFirstCheck = defineCommand({
  type: "recordFirstCheck",
  payload: RecordFirstCheck,
  facts: () => ({}),
  sealed: true,
});
