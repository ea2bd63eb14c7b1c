import type { z } from "zod";
import { checkOneDate, correctionOf, newDateOf } from "../correction.schema.ts";
import { dateField } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** An earlier entry is corrected: the date of the act, or another of its dates named by `field`. Nothing is deleted. */
export const CorrectDate = correctionOf(dateField).superRefine((payload, context) => {
  checkOneDate(payload, context);
});
export type CorrectDate = z.infer<typeof CorrectDate>;

export const correctDate = defineCommand({
  type: "correctDate",
  payload: CorrectDate,
  facts: newDateOf,
  sealed: true,
});
