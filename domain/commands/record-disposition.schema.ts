import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";

/** The Ministry’s disposition reaches the DSP (MOH-83). */
export const RecordDisposition = z.strictObject({ number: text(60).optional(), receivedOn: dateField.optional() });
export type RecordDisposition = z.infer<typeof RecordDisposition>;

export const recordDisposition = defineCommand({
  type: "recordDisposition",
  payload: RecordDisposition,
  facts: ({ receivedOn }) => (receivedOn === undefined ? {} : { receivedOn }),
  sealed: true,
});
