import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The applicant is told of the refusal; the text says neither how nor by when (reading E112-A14). */
export const CommunicateRefusal = z.strictObject({
  how: z.enum(["post", "email", "in-person", "phone"]).optional(),
});
export type CommunicateRefusal = z.infer<typeof CommunicateRefusal>;

export const communicateRefusal = defineCommand({
  type: "communicateRefusal",
  payload: CommunicateRefusal,
  facts: () => ({}),
  sealed: true,
});
