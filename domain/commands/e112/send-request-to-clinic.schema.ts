import { z } from "zod";
import { text } from "../define.schema.ts";
import { Clinic, clinicFacts } from "./clinic.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The documents leave for the doctor abroad by e-mail, who is told of it by telephone (E112-24 to E112-27). */
export const SendRequestToClinic = z.strictObject({
  /** Needed when the file has no clinic, or when the last one refused. */
  clinic: Clinic.optional(),
  byEmail: z.boolean().default(true),
  /** The request waits until the doctor abroad was told by telephone as well. */
  phoned: z.boolean(),
  asksAcceptance: z.boolean(),
  asksCompleteCost: z.boolean(),
  message: text(4000).optional(),
});
export type SendRequestToClinic = z.infer<typeof SendRequestToClinic>;

export const sendRequestToClinic = defineCommand({
  type: "sendRequestToClinic",
  payload: SendRequestToClinic,
  facts: ({ clinic, byEmail, phoned, asksAcceptance, asksCompleteCost }) => ({
    byEmail,
    phoned,
    asksAcceptance,
    asksCompleteCost,
    ...(clinic === undefined ? {} : { clinic: clinicFacts(clinic) }),
  }),
  sealed: true,
});
