import { z } from "zod";
import { institutionField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The case goes over to the Ministry of Health’s route (E112-05). */
export const MoveToMinistryRoute = z.strictObject({
  /** The DSP of the domicile, where the linked file is opened; the product puts it in. */
  dsp: institutionField.optional(),
  reason: text(2000).optional(),
});
export type MoveToMinistryRoute = z.infer<typeof MoveToMinistryRoute>;

export const moveToMinistryRoute = defineCommand({
  type: "moveToMinistryRoute",
  payload: MoveToMinistryRoute,
  facts: ({ dsp }) => (dsp === undefined ? {} : { dsp }),
  sealed: true,
});
