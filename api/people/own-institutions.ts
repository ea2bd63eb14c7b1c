import { membershipsFor, type Action, type Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";

/**
 * The institutions in which the person may do this, each once; `asked` narrows them to one.
 * @throws ApiError 403 when that leaves none.
 */
export function ownInstitutions(person: Person, action: Action, asked?: string): string[] {
  const resource = asked === undefined ? {} : { institution: asked };
  const own = membershipsFor(person, action, resource).map(({ institution }) => institution);
  if (own.length === 0) throw new ApiError(403, "FORBIDDEN");
  return [...new Set(own)];
}
