import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { institutionsQuery } from "../api/queries.ts";
import { useText } from "../i18n/language.tsx";

/** The institutions in the order of their names, in the language of the page. */
export function useInstitutionsByName(): readonly { readonly id: string; readonly name: string }[] {
  const text = useText();
  const { data } = useQuery(institutionsQuery);
  return useMemo(
    () =>
      [...(data?.values() ?? [])]
        .map(({ id, name }) => ({ id, name: text(name) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, "ro")),
    [data, text],
  );
}
