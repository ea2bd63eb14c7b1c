import type { z } from "zod";
import { invalidField } from "./api-error.ts";

/** The place where a page ended, as a text for the address bar. */
export function toCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws ApiError 422 BAD_CURSOR for a text that is no place in this list. */
export function fromCursor<Place extends z.ZodType>(schema: Place, cursor: string): z.output<Place> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw invalidField("BAD_CURSOR", "cursor");
  }
}
