/** What the API said against a small form: a sentence at each field that it names. */
import { isApiError } from "../api/http.ts";

/** The sentences by field; nothing when the failure names none. */
export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  if (!isApiError(error)) return {};
  return Object.fromEntries((error.body.fields ?? []).map(({ path, message }) => [path, message]));
}
