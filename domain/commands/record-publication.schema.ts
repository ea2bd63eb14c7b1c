import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The Government Decision appears in the Official Gazette (MOH-82). */
export const RecordPublication = z.strictObject({
  /** Number and date of the Gazette, for example „nr. 812/14.10.2026”. */
  gazette: text(120),
});
export type RecordPublication = z.infer<typeof RecordPublication>;

export const recordPublication = defineCommand({
  type: "recordPublication",
  payload: RecordPublication,
  facts: () => ({}),
  sealed: true,
});
