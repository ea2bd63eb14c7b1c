import { z } from "zod";
import { clinicField, defineCommand, text } from "./define.schema.ts";

/** The clinic abroad asks the patient to come for a check-up (MOH-86). */
export const RequestClinicCheckUp = z.strictObject({ clinic: clinicField, note: text(2000).optional() });
export type RequestClinicCheckUp = z.infer<typeof RequestClinicCheckUp>;

export const requestClinicCheckUp = defineCommand({
  type: "requestClinicCheckUp",
  payload: RequestClinicCheckUp,
  facts: ({ clinic }) => ({ clinic }),
  sealed: true,
});
