import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** A person lifts the bar of MOH-98, with the reason (MOH-A20, decision 12). */
export const LiftBar = z.strictObject({ reason: text(2000) });
export type LiftBar = z.infer<typeof LiftBar>;

export const liftBar = defineCommand({
  type: "liftBar",
  payload: LiftBar,
  facts: () => ({}),
  sealed: true,
});
