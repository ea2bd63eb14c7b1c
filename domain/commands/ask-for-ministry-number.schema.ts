import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The patient asked for and received the Ministry's number (MOH-71, MOH-72). */
export const AskForMinistryNumber = z.strictObject({});
export type AskForMinistryNumber = z.infer<typeof AskForMinistryNumber>;

export const askForMinistryNumber = defineCommand({
  type: "askForMinistryNumber",
  payload: AskForMinistryNumber,
  facts: () => ({}),
  sealed: false,
});
