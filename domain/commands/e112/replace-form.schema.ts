import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** Another form takes the place of the issued one, under a new number. */
export const ReplaceForm = z.strictObject({
  reason: text(2000),
  /** The treatment, when the new form names it otherwise. */
  treatment: text(300).optional(),
});
export type ReplaceForm = z.infer<typeof ReplaceForm>;

export const replaceForm = defineCommand({
  type: "replaceForm",
  payload: ReplaceForm,
  facts: () => ({}),
  sealed: true,
});
