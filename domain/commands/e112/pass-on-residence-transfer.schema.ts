import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** A request for a transfer of residence goes to those who treat it (E112-86, reading E112-A16). */
export const PassOnResidenceTransfer = z.strictObject({
  to: text(300),
});
export type PassOnResidenceTransfer = z.infer<typeof PassOnResidenceTransfer>;

export const passOnResidenceTransfer = defineCommand({
  type: "passOnResidenceTransfer",
  payload: PassOnResidenceTransfer,
  facts: () => ({}),
  sealed: true,
});
