import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The issued form is cancelled, and the file is closed. */
export const CancelForm = z.strictObject({
  reason: text(2000),
});
export type CancelForm = z.infer<typeof CancelForm>;

export const cancelForm = defineCommand({
  type: "cancelForm",
  payload: CancelForm,
  facts: () => ({}),
  sealed: true,
});
