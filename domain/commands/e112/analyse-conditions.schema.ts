import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The conditions as the house finds them (E112-78, reading E112-A1). */
export const AnalyseConditions = z.strictObject({
  clinicInEu: z.boolean(),
  clinicContracted: z.boolean(),
  inBasicPackage: z.boolean(),
  notTimelyInRomania: z.boolean(),
  found: text(4000).optional(),
});
export type AnalyseConditions = z.infer<typeof AnalyseConditions>;

export const analyseConditions = defineCommand({
  type: "analyseConditions",
  payload: AnalyseConditions,
  facts: ({ clinicInEu, clinicContracted, inBasicPackage, notTimelyInRomania }) => ({
    clinicInEu,
    clinicContracted,
    inBasicPackage,
    notTimelyInRomania,
  }),
  sealed: true,
});
