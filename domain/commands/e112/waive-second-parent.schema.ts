import { z } from "zod";
import { WAIVER_PROOFS } from "../../e112/commands.ts";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The other parent’s documents are not asked for, on proof (E112-72, E112-73, reading E112-A10). */
export const WaiveSecondParent = z.strictObject({
  proof: z.enum(WAIVER_PROOFS),
  reason: text(1000),
});
export type WaiveSecondParent = z.infer<typeof WaiveSecondParent>;

export const waiveSecondParent = defineCommand({
  type: "waiveSecondParent",
  payload: WaiveSecondParent,
  facts: ({ proof }) => ({ proof }),
  sealed: true,
});
