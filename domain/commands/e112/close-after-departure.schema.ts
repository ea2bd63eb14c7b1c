import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The patient left before the issue and the form cannot be issued any more: the cost is paid, or there was no force majeure (E112-83, reading E112-A9). */
export const CloseAfterDeparture = z.strictObject({
  ground: z.enum(["paid", "noForceMajeure"]),
  reason: text(2000),
});
export type CloseAfterDeparture = z.infer<typeof CloseAfterDeparture>;

export const closeAfterDeparture = defineCommand({
  type: "closeAfterDeparture",
  payload: CloseAfterDeparture,
  facts: ({ ground }) => ({ ground }),
  sealed: true,
});
