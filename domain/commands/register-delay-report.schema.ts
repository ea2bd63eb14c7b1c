import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The Ministry registers the DSP's information about the delay; MOH-75 runs from this day. */
export const RegisterDelayReport = z.strictObject({});
export type RegisterDelayReport = z.infer<typeof RegisterDelayReport>;

export const registerDelayReport = defineCommand({
  type: "registerDelayReport",
  payload: RegisterDelayReport,
  facts: () => ({}),
  sealed: false,
});
