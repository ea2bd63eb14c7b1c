import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The commission begins to examine the patient (MOH-24). */
export const BeginExamination = z.strictObject({});
export type BeginExamination = z.infer<typeof BeginExamination>;

export const beginExamination = defineCommand({
  type: "beginExamination",
  payload: BeginExamination,
  facts: () => ({}),
  sealed: false,
});
