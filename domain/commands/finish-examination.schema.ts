import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The commission finishes the examination and decides (MOH-25); MOH-26 runs from this day. */
export const FinishExamination = z.strictObject({ decision: z.enum(["approved", "rejected"]) });
export type FinishExamination = z.infer<typeof FinishExamination>;

export const finishExamination = defineCommand({
  type: "finishExamination",
  payload: FinishExamination,
  facts: ({ decision }) => ({ decision }),
  sealed: false,
});
