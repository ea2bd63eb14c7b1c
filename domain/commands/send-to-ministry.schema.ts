import { z } from "zod";
import { clinicField, defineCommand, text } from "./define.schema.ts";

/** The DSP sends the dossier to the Ministry (MOH-64); it may propose a clinic (decision 5). */
export const SendToMinistry = z.strictObject({
  proposedClinic: clinicField.optional(),
  reasons: text(2000).optional(),
});
export type SendToMinistry = z.infer<typeof SendToMinistry>;

export const sendToMinistry = defineCommand({
  type: "sendToMinistry",
  payload: SendToMinistry,
  facts: ({ proposedClinic }) => (proposedClinic === undefined ? {} : { proposedClinic }),
  sealed: true,
});
