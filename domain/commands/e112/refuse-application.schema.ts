import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The house refuses. The conditions that fail are the file’s own; here they are told in words (E112-10, reading E112-A14). */
export const RefuseApplication = z.strictObject({
  reason: text(4000),
});
export type RefuseApplication = z.infer<typeof RefuseApplication>;

export const refuseApplication = defineCommand({
  type: "refuseApplication",
  payload: RefuseApplication,
  facts: () => ({}),
  sealed: true,
});
