import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The refused file ends: the Ministry's way, which stayed open, is not asked for (E112-05). */
export const CloseRefusedFile = z.strictObject({ reason: text(2000).optional() });
export type CloseRefusedFile = z.infer<typeof CloseRefusedFile>;

export const closeRefusedFile = defineCommand({
  type: "closeRefusedFile",
  payload: CloseRefusedFile,
  facts: () => ({}),
  sealed: true,
});
