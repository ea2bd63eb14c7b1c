import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";
import { NamedClinic } from "./named-clinic.schema.ts";

/** The minutes with the clinics; received and registered dates are kept apart, one stands for both when the other is unknown (MOH-A11). */
export const Minutes = z.strictObject({
  number: text(60).optional(),
  receivedOn: dateField.optional(),
  registeredOn: dateField.optional(),
  /** Set by the commission; unset counts as class B for permissions and as class A for the sending term (MOH-A32). */
  urgencyClass: z.enum(["A", "B"]).optional(),
  clinics: z.array(NamedClinic).min(1).max(20),
});

const Approval = z.strictObject({
  decision: z.literal("approved"),
  /** The day the commission approved; the day the examination ended when not given. */
  approvedOn: dateField.optional(),
  /** The day the commission told the DSP; the day of registration when not given (MOH-26). */
  communicatedOn: dateField.optional(),
  minutes: Minutes,
});

/** A rejection states its causes, the medical conduct and the unit in Romania (MOH-29, MOH-30, MOH-31). */
const Rejection = z.strictObject({
  decision: z.literal("rejected"),
  communicatedOn: dateField.optional(),
  causes: text(4000),
  medicalConduct: text(4000),
  recommendedUnitInRomania: text(300),
});

/** The DSP registers the decision of the commission; MOH-27 or MOH-28 runs from this day. */
export const RegisterDecision = z.discriminatedUnion("decision", [Approval, Rejection]);
export type RegisterDecision = z.infer<typeof RegisterDecision>;

export const registerDecision = defineCommand({
  type: "registerDecision",
  payload: RegisterDecision,
  facts: (payload) => {
    const communicated = payload.communicatedOn === undefined ? {} : { communicatedOn: payload.communicatedOn };
    if (payload.decision === "rejected") return { decision: "rejected", ...communicated, clinics: 0 };
    const { approvedOn, minutes } = payload;
    return {
      decision: "approved",
      ...communicated,
      ...(approvedOn === undefined ? {} : { approvedOn }),
      ...(minutes.receivedOn === undefined ? {} : { receivedOn: minutes.receivedOn }),
      ...(minutes.registeredOn === undefined ? {} : { registeredOn: minutes.registeredOn }),
      ...(minutes.urgencyClass === undefined ? {} : { urgencyClass: minutes.urgencyClass }),
      clinics: minutes.clinics.length,
    };
  },
  sealed: true,
});
