import { z } from "zod";
import { clinicField, defineCommand } from "./define.schema.ts";

/** The correspondence with the clinics is presented to the DSP (MOH-42). */
export const PresentCorrespondence = z.strictObject({ clinics: z.array(clinicField).max(60).optional() });
export type PresentCorrespondence = z.infer<typeof PresentCorrespondence>;

export const presentCorrespondence = defineCommand({
  type: "presentCorrespondence",
  payload: PresentCorrespondence,
  facts: ({ clinics }) => ({ clinics: clinics ?? [] }),
  sealed: false,
});
