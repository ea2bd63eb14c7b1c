import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The Ministry registers the dossier and gives it its number (MOH-71); MOH-76 runs from this day (MOH-A30). */
export const RegisterAtMinistry = z.strictObject({});
export type RegisterAtMinistry = z.infer<typeof RegisterAtMinistry>;

export const registerAtMinistry = defineCommand({
  type: "registerAtMinistry",
  payload: RegisterAtMinistry,
  facts: () => ({}),
  sealed: false,
});
