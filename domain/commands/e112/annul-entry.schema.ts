import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** What was entered by mistake does not hold: a departure that was none, a cost that was not paid, a report drawn for nothing. */
export const AnnulEntry = z.strictObject({
  /** The number of the entry in the history of the file. */
  entry: z.int().min(1),
  reason: text(2000),
});
export type AnnulEntry = z.infer<typeof AnnulEntry>;

export const annulEntry = defineCommand({
  type: "annulEntry",
  payload: AnnulEntry,
  facts: ({ entry }) => ({ entry }),
  sealed: true,
});
