import { z } from "zod";
import { clinicField, defineCommand, text } from "./define.schema.ts";

/** A request left for one clinic, by the DSP or by the patient side on its undertaking (MOH-36, MOH-37); MOH-61 runs from this day (MOH-A6). */
export const SendClinicRequest = z.strictObject({
  clinic: clinicField,
  by: z.enum(["DSP", "patientSide"]).default("DSP"),
  /** The proof that correspondence was started (MOH-66): for example the number of the e-mail or of the postal receipt. */
  evidence: text(500).optional(),
  /** The office that translated the medical documents (MOH-38). */
  translations: text(500).optional(),
});
export type SendClinicRequest = z.infer<typeof SendClinicRequest>;

export const sendClinicRequest = defineCommand({
  type: "sendClinicRequest",
  payload: SendClinicRequest,
  facts: ({ clinic, by, evidence }) => ({ clinic, by, evidence: evidence !== undefined }),
  sealed: true,
});
