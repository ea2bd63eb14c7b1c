import { z } from "zod";
import { contentField, currencyField, dateField, positiveAmountField } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The acceptance of the clinic as it was received, content by content (E112-28 to E112-37). One that lacks something is recorded as well. */
export const RecordAcceptance = z.strictObject({
  acceptance: z.strictObject({
    /** A scan may go on; the dossier asks for the original (E112-A6). */
    form: z.enum(["original", "scan"]),
    doctorSignature: contentField,
    doctorStamp: contentField,
    unitStamp: contentField,
    doctorAgrees: contentField,
    managementAgrees: contentField,
    necessity: contentField,
    travelSafe: contentField,
    periodFrom: dateField.optional(),
    periodTo: dateField.optional(),
    estimatedCost: z.strictObject({ amount: positiveAmountField, currency: currencyField }).optional(),
  }),
});
export type RecordAcceptance = z.infer<typeof RecordAcceptance>;

export const recordAcceptance = defineCommand({
  type: "recordAcceptance",
  payload: RecordAcceptance,
  facts: ({ acceptance: { periodFrom, periodTo, estimatedCost, ...contents } }) => ({
    acceptance: {
      ...contents,
      ...(periodFrom === undefined ? {} : { periodFrom }),
      ...(periodTo === undefined ? {} : { periodTo }),
      ...(estimatedCost === undefined ? {} : { estimatedCost }),
    },
  }),
  sealed: true,
});
