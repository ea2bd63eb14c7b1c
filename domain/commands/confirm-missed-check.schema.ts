import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** A person confirms that the patient did not go to the first check, or to an appointment; it bars further requests (MOH-98, MOH-A20). */
export const ConfirmMissedCheck = z.strictObject({
  /** Which later appointment; the first check when not given. */
  appointment: z.int().min(1).optional(),
  /** Who confirmed it, for example the treating doctor. */
  confirmedBy: text(150).optional(),
  note: text(2000).optional(),
});
export type ConfirmMissedCheck = z.infer<typeof ConfirmMissedCheck>;

export const confirmMissedCheck = defineCommand({
  type: "confirmMissedCheck",
  payload: ConfirmMissedCheck,
  facts: ({ appointment }) => (appointment === undefined ? {} : { appointment }),
  sealed: true,
});
