import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";

/** The treating doctor’s report after one year (MOH-96), and the day it was sent to the DSP (MOH-97). */
export const DrawOneYearReport = z.strictObject({ sentToDspOn: dateField.optional(), report: text(8000).optional() });
export type DrawOneYearReport = z.infer<typeof DrawOneYearReport>;

export const drawOneYearReport = defineCommand({
  type: "drawOneYearReport",
  payload: DrawOneYearReport,
  facts: ({ sentToDspOn }) => (sentToDspOn === undefined ? {} : { sentToDspOn }),
  sealed: true,
});
