import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The DSP notifies the patient of the decision (MOH-27, MOH-28). The contents of a rejection are those registered with it. */
export const NotifyPatient = z.strictObject({
  decision: z.enum(["approved", "rejected"]).optional(),
  channel: z.enum(["post", "email", "in-person", "phone"]).optional(),
  causes: text(4000).optional(),
  medicalConduct: text(4000).optional(),
  recommendedUnitInRomania: text(300).optional(),
});
export type NotifyPatient = z.infer<typeof NotifyPatient>;

export const notifyPatient = defineCommand({
  type: "notifyPatient",
  payload: NotifyPatient,
  facts: ({ decision }) => (decision === undefined ? {} : { decision }),
  sealed: true,
});
