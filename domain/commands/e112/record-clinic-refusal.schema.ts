import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The clinic refuses; the request goes to another one (E112-28). */
export const RecordClinicRefusal = z.strictObject({
  reason: text(2000).optional(),
});
export type RecordClinicRefusal = z.infer<typeof RecordClinicRefusal>;

export const recordClinicRefusal = defineCommand({
  type: "recordClinicRefusal",
  payload: RecordClinicRefusal,
  facts: () => ({}),
  sealed: true,
});
