import { z } from "zod";
import { isPlainDate } from "../plain-date.ts";
import { checkOneDate, correctionOf, newDateOf } from "./correction.schema.ts";
import { dateField, defineCommand } from "./define.schema.ts";

const ESTIMATES: readonly string[] = ["vitalRisk", "benefit"];
const estimateField = z.string().regex(/^[1-5]$/);

/**
 * An earlier entry is corrected: the date of the act, or another of its dates named by `field`, or an estimate of the
 * Ministry's decision (MOH-78, MOH-79). Nothing is deleted.
 */
export const CorrectDate = correctionOf(z.union([dateField, estimateField])).superRefine((payload, context) => {
  if (!checkOneDate(payload, context) || payload.field === undefined) return;
  const wanted = isEstimate(payload.field) ? estimateField : dateField;
  const read = wanted.safeParse(payload.newValue);
  for (const issue of read.error?.issues ?? []) context.addIssue({ ...issue, path: ["newValue"] });
});
export type CorrectDate = z.infer<typeof CorrectDate>;

export const correctDate = defineCommand({
  type: "correctDate",
  payload: CorrectDate,
  facts: (payload) => {
    const { corrects, field, newValue } = payload;
    if (field !== undefined && isEstimate(field)) return { corrects, field, newEstimate: Number(newValue) };
    return newDateOf({ ...payload, newValue: isPlainDate(newValue) ? newValue : undefined });
  },
  sealed: true,
});

function isEstimate(field: string | undefined): boolean {
  return field !== undefined && ESTIMATES.includes(field);
}
