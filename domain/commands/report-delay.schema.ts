import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The DSP informs the Ministry of the delay and of its causes (MOH-73, MOH-74). */
export const ReportDelay = z.strictObject({ causes: text(4000) });
export type ReportDelay = z.infer<typeof ReportDelay>;

export const reportDelay = defineCommand({
  type: "reportDelay",
  payload: ReportDelay,
  facts: () => ({}),
  sealed: true,
});
