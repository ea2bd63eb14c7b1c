import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";
import { NamedClinic } from "./named-clinic.schema.ts";

/** New minutes of the commission: other clinics after an announcement (MOH-63), another urgency class (MOH-A32), or both. */
export const RegisterNewMinutes = z
  .strictObject({
    /** Which round of clinics they open: 2 for the first minutes after those of the decision. */
    round: z.int().min(2).max(100).optional(),
    number: text(60).optional(),
    receivedOn: dateField.optional(),
    registeredOn: dateField.optional(),
    urgencyClass: z.enum(["A", "B"]).optional(),
    clinics: z.array(NamedClinic).max(20).optional(),
    /** What they change, in words. */
    changes: text(2000).optional(),
  })
  .superRefine(({ clinics = [], urgencyClass }, context) => {
    if (clinics.length > 0 || urgencyClass !== undefined) return;
    context.addIssue({ code: "custom", path: ["clinics"], params: { code: "MINUTES_CHANGE_NOTHING" } });
  });
export type RegisterNewMinutes = z.infer<typeof RegisterNewMinutes>;

export const registerNewMinutes = defineCommand({
  type: "registerNewMinutes",
  payload: RegisterNewMinutes,
  facts: ({ round, receivedOn, registeredOn, urgencyClass, clinics = [] }) => ({
    ...(round === undefined ? {} : { round }),
    ...(receivedOn === undefined ? {} : { receivedOn }),
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(urgencyClass === undefined ? {} : { urgencyClass }),
    clinics: clinics.length,
  }),
  sealed: true,
});
