import { CorrectContact } from "../correct-contact.schema.ts";
import { defineCommand } from "./define.schema.ts";

export const correctContact = defineCommand({
  type: "correctContact",
  payload: CorrectContact,
  facts: () => ({}),
  sealed: true,
});
