import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";

/** An earlier entry is corrected: the date of the act, or another of its dates named by `field`. Nothing is deleted. */
export const CorrectDate = z
  .strictObject({
    /** The place of the act in the file's timeline. */
    corrects: z.int().min(1),
    newOccurredOn: dateField.optional(),
    /** Another date of the act: `receivedOn`, `registeredOn`, `approvedOn`, `communicatedOn`. */
    field: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .optional(),
    newValue: dateField.optional(),
    reason: text(1000),
  })
  .superRefine((payload, context) => {
    const named = payload.field !== undefined;
    if (named !== (payload.newValue !== undefined) || named === (payload.newOccurredOn !== undefined)) {
      context.addIssue({ code: "custom", path: ["newOccurredOn"], params: { code: "CORRECT_ONE_DATE" } });
    }
  });
export type CorrectDate = z.infer<typeof CorrectDate>;

export const correctDate = defineCommand({
  type: "correctDate",
  payload: CorrectDate,
  facts: ({ corrects, newOccurredOn, field, newValue }) => {
    const newDate = newOccurredOn ?? newValue;
    return { corrects, field: field ?? "occurredOn", ...(newDate === undefined ? {} : { newDate }) };
  },
  sealed: true,
});
