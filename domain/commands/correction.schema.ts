/** A correction of an earlier entry, in any process: one date of one act. Nothing is deleted. */
import { z } from "zod";
import type { CorrectionFacts } from "../case/state.ts";
import type { PlainDate } from "../plain-date.ts";
import { dateField, text } from "./define.schema.ts";

/** The payload of a correction; `newValue` is what a field that is named may become. */
export function correctionOf<Value extends z.ZodType>(newValue: Value) {
  return z.strictObject({
    /** The place of the act in the file's timeline. */
    corrects: z.int().min(1),
    newOccurredOn: dateField.optional(),
    /** Another of the values of the act, by its name: `receivedOn`, `departedOn` … */
    field: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .optional(),
    newValue: newValue.optional(),
    reason: text(1000),
  });
}

interface Corrected {
  readonly corrects: number;
  readonly newOccurredOn?: PlainDate | undefined;
  readonly field?: string | undefined;
  readonly newValue?: unknown;
}

/** Either the date of the act is given, or a field with its new value. @returns whether it is so. */
export function checkOneDate({ newOccurredOn, field, newValue }: Corrected, context: z.RefinementCtx): boolean {
  const named = field !== undefined;
  const isOne = named === (newValue !== undefined) && named !== (newOccurredOn !== undefined);
  if (!isOne) context.addIssue({ code: "custom", path: ["newOccurredOn"], params: { code: "CORRECT_ONE_DATE" } });
  return isOne;
}

/** What travels of the correction of a date. */
export function newDateOf(payload: Corrected & { readonly newValue?: PlainDate | undefined }): CorrectionFacts {
  const { corrects, newOccurredOn, field, newValue } = payload;
  const newDate = newOccurredOn ?? newValue;
  return { corrects, field: field ?? "occurredOn", ...(newDate === undefined ? {} : { newDate }) };
}
