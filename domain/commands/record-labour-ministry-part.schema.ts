import { z } from "zod";
import { currencyField, dateField, defineCommand, positiveAmountField } from "./define.schema.ts";

/** Whether the Ministry of Labour bears a part of the cost, and which (MOH-80); in the currency of the decision when none is given. */
export const RecordLabourMinistryPart = z.discriminatedUnion("bearsPart", [
  z.strictObject({
    bearsPart: z.literal(true),
    part: positiveAmountField,
    currency: currencyField.optional(),
    confirmedOn: dateField.optional(),
  }),
  z.strictObject({ bearsPart: z.literal(false) }),
]);
export type RecordLabourMinistryPart = z.infer<typeof RecordLabourMinistryPart>;

export const recordLabourMinistryPart = defineCommand({
  type: "recordLabourMinistryPart",
  payload: RecordLabourMinistryPart,
  facts: (payload) => {
    if (!payload.bearsPart) return { bearsPart: false };
    const { part, currency, confirmedOn } = payload;
    return {
      bearsPart: true,
      part,
      ...(currency === undefined ? {} : { currency }),
      ...(confirmedOn === undefined ? {} : { confirmedOn }),
    };
  },
  sealed: false,
});
