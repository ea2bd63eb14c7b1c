import { z } from "zod";
import { clinicField, defineCommand } from "./define.schema.ts";

/** The patient side undertakes in writing to correspond with the clinics itself (MOH-34, MOH-35); all clinics when none is named. */
export const SignUndertaking = z.strictObject({
  signedBy: z.enum(["patient", "legalRepresentative", "carer"]),
  clinics: z.array(clinicField).max(60).optional(),
});
export type SignUndertaking = z.infer<typeof SignUndertaking>;

export const signUndertaking = defineCommand({
  type: "signUndertaking",
  payload: SignUndertaking,
  facts: ({ signedBy, clinics }) => ({ signedBy, clinics: clinics ?? [] }),
  sealed: false,
});
