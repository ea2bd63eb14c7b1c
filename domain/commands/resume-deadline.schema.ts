import { z } from "zod";
import { deadlineField, defineCommand } from "./define.schema.ts";

/** A suspended term runs again; the day of the act counts (reading DEC-21). */
export const ResumeDeadline = z.strictObject({ deadline: deadlineField });
export type ResumeDeadline = z.infer<typeof ResumeDeadline>;

export const resumeDeadline = defineCommand({
  type: "resumeDeadline",
  payload: ResumeDeadline,
  facts: ({ deadline }) => ({ deadline }),
  sealed: false,
});
