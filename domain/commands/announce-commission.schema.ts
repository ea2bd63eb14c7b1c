import { z } from "zod";
import { clinicField, defineCommand, text } from "./define.schema.ts";

/** The DSP tells the commission that the clinics named can no longer suffice (MOH-62); all that are silent or refused when none is named. */
export const AnnounceCommission = z.strictObject({
  silent: z.array(clinicField).max(60).optional(),
  refused: z.array(clinicField).max(60).optional(),
  note: text(2000).optional(),
});
export type AnnounceCommission = z.infer<typeof AnnounceCommission>;

export const announceCommission = defineCommand({
  type: "announceCommission",
  payload: AnnounceCommission,
  facts: ({ silent, refused }) => ({ silent: silent ?? [], refused: refused ?? [] }),
  sealed: true,
});
