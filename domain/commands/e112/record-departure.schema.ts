import { z } from "zod";
import { dateField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The patient leaves for the treatment (E112-82). */
export const RecordDeparture = z.strictObject({
  departedOn: dateField,
  note: text(1000).optional(),
});
export type RecordDeparture = z.infer<typeof RecordDeparture>;

export const recordDeparture = defineCommand({
  type: "recordDeparture",
  payload: RecordDeparture,
  facts: ({ departedOn }) => ({ departedOn }),
  sealed: true,
});
