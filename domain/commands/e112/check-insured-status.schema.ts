import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The house checks the insured status: of an adult; of a child’s parents (E112-77, reading E112-A11). When one parent alone is insured, a person decides and says why. */
export const CheckInsuredStatus = z.strictObject({
  insured: z.boolean().optional(),
  parent1Insured: z.boolean().optional(),
  parent2Insured: z.boolean().optional(),
  reason: text(1000).optional(),
});
export type CheckInsuredStatus = z.infer<typeof CheckInsuredStatus>;

export const checkInsuredStatus = defineCommand({
  type: "checkInsuredStatus",
  payload: CheckInsuredStatus,
  facts: ({ insured, parent1Insured, parent2Insured, reason }) => ({
    reasoned: reason !== undefined,
    ...(insured === undefined ? {} : { insured }),
    ...(parent1Insured === undefined ? {} : { parent1Insured }),
    ...(parent2Insured === undefined ? {} : { parent2Insured }),
  }),
  sealed: true,
});
