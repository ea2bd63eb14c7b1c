import { z } from "zod";
import { defineCommand, emailField } from "./define.schema.ts";

/** The address to which the patient side's messages go is corrected; whose it is, is told by who filed the dossier. */
export const CorrectContact = z.strictObject({ whose: z.enum(["patient", "filer"]), email: emailField });
export type CorrectContact = z.infer<typeof CorrectContact>;

export const correctContact = defineCommand({
  type: "correctContact",
  payload: CorrectContact,
  facts: () => ({}),
  sealed: true,
});
