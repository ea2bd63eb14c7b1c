import { z } from "zod";
import { contentField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The issued form is cancelled, and the file is closed: only as the applicant gives the form up (E112-10). */
export const CancelForm = z.strictObject({
  reason: text(2000),
  applicantGivesUp: contentField,
});
export type CancelForm = z.infer<typeof CancelForm>;

export const cancelForm = defineCommand({
  type: "cancelForm",
  payload: CancelForm,
  facts: ({ applicantGivesUp }) => ({ applicantGivesUp }),
  sealed: true,
});
