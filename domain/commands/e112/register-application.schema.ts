import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The standard application gets its number in the registry at which it is filed (E112-60, E112-61, reading E112-A3). */
export const RegisterApplication = z.strictObject({
  registry: z.enum(["CAS", "CNAS"]).default("CAS"),
});
export type RegisterApplication = z.infer<typeof RegisterApplication>;

export const registerApplication = defineCommand({
  type: "registerApplication",
  payload: RegisterApplication,
  facts: ({ registry }) => ({ registry }),
  sealed: false,
});
