/** The houses at which the person may open files of a process. Most people have one; its county is the one that patients come from. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { institutionsQuery, sessionQuery } from "../../api/queries.ts";
import type { Institution } from "../../api/types.ts";
import { mayOpen } from "../../shell/abilities.ts";

export function useOwnHouses(process: CaseView["process"]): readonly Institution[] {
  const { data: session } = useQuery(sessionQuery);
  const { data: institutions } = useQuery(institutionsQuery);
  return useMemo(() => {
    const own = (session?.memberships ?? [])
      .filter(({ role }) => mayOpen(role, process))
      .map(({ institution }) => institution);
    return [...new Set(own)].flatMap((id) => institutions?.get(id) ?? []);
  }, [session, institutions, process]);
}
