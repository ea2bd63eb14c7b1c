import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** One copy stays with the house that issues, the other goes to the applicant (E112-80, E112-81). */
export const HandOverCopy = z.strictObject({
  copy: z.literal([1, 2]),
  to: z.enum(["issuer", "applicant"]),
  receivedBy: text(150).optional(),
});
export type HandOverCopy = z.infer<typeof HandOverCopy>;

export const handOverCopy = defineCommand({
  type: "handOverCopy",
  payload: HandOverCopy,
  facts: ({ copy, to }) => ({ copy, to }),
  sealed: true,
});
