/** The DSPs at which the person may file. Most people have one; its county is the one that patients come from. */
import { useQuery } from "@tanstack/react-query";
import { institutionsQuery, sessionQuery } from "../../api/queries.ts";
import type { Institution } from "../../api/types.ts";
import { mayDo } from "../../shell/abilities.ts";

export function useOwnDirectorates(): readonly Institution[] {
  const { data: session } = useQuery(sessionQuery);
  const { data: institutions } = useQuery(institutionsQuery);
  const own = (session?.memberships ?? [])
    .filter(({ role }) => mayDo(role, "file-dossier"))
    .map(({ institution }) => institution);
  return [...new Set(own)].flatMap((id) => institutions?.get(id) ?? []);
}
