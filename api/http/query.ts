/** Parameters of lists. An empty one is as good as absent, so that forms can send all of theirs. */
import { z } from "zod";

export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

/** `1` or `true`. */
export const flag = optional(z.stringbool());
export const language = optional(z.enum(["ro", "en"]));
export const cursor = optional(z.string().max(500));
