import { z } from "zod";
import { isPlainDate } from "../plain-date.ts";
import { dateField, defineCommand, text } from "./define.schema.ts";

const ESTIMATES: readonly string[] = ["vitalRisk", "benefit"];
const estimateField = z.string().regex(/^[1-5]$/);

/**
 * An earlier entry is corrected: the date of the act, or another of its dates named by `field`, or an estimate of the
 * Ministry's decision (MOH-78, MOH-79). Nothing is deleted.
 */
export const CorrectDate = z
  .strictObject({
    /** The place of the act in the file's timeline. */
    corrects: z.int().min(1),
    newOccurredOn: dateField.optional(),
    /** Another date of the act: `receivedOn`, `registeredOn`, `approvedOn`, `communicatedOn`; or `vitalRisk`, `benefit`. */
    field: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .optional(),
    /** A date; of an estimate a figure from 1 to 5. */
    newValue: z.union([dateField, estimateField]).optional(),
    reason: text(1000),
  })
  .superRefine((payload, context) => {
    const named = payload.field !== undefined;
    if (named !== (payload.newValue !== undefined) || named === (payload.newOccurredOn !== undefined)) {
      context.addIssue({ code: "custom", path: ["newOccurredOn"], params: { code: "CORRECT_ONE_DATE" } });
    } else if (named) {
      const wanted = isEstimate(payload.field) ? estimateField : dateField;
      const read = wanted.safeParse(payload.newValue);
      for (const issue of read.error?.issues ?? []) context.addIssue({ ...issue, path: ["newValue"] });
    }
  });
export type CorrectDate = z.infer<typeof CorrectDate>;

export const correctDate = defineCommand({
  type: "correctDate",
  payload: CorrectDate,
  facts: ({ corrects, newOccurredOn, field, newValue }) => {
    if (field !== undefined && isEstimate(field)) return { corrects, field, newEstimate: Number(newValue) };
    const newDate = newOccurredOn ?? (isPlainDate(newValue) ? newValue : undefined);
    return { corrects, field: field ?? "occurredOn", ...(newDate === undefined ? {} : { newDate }) };
  },
  sealed: true,
});

function isEstimate(field: string | undefined): boolean {
  return field !== undefined && ESTIMATES.includes(field);
}
