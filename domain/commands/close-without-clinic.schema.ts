import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** A person closes a file for which no clinic was found, with the reason (MOH-A31). */
export const CloseWithoutClinic = z.strictObject({ reason: text(2000) });
export type CloseWithoutClinic = z.infer<typeof CloseWithoutClinic>;

export const closeWithoutClinic = defineCommand({
  type: "closeWithoutClinic",
  payload: CloseWithoutClinic,
  facts: () => ({}),
  sealed: true,
});
