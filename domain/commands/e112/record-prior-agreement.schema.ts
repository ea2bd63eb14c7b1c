import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The treating doctor agrees beforehand; the doctor or the unit has a contract with an insurance house in Romania (E112-11, E112-12). */
export const RecordPriorAgreement = z.strictObject({
  casContract: z.boolean(),
  doctor: text(150),
  unit: text(200).optional(),
});
export type RecordPriorAgreement = z.infer<typeof RecordPriorAgreement>;

export const recordPriorAgreement = defineCommand({
  type: "recordPriorAgreement",
  payload: RecordPriorAgreement,
  facts: ({ casContract }) => ({ casContract }),
  sealed: true,
});
