/** Where a search for files is kept: a number in the address, a name outside it. */
import { isNumberSearch } from "../../../domain/case/number-search.ts";

declare module "@tanstack/history" {
  interface HistoryState {
    /** The surname that the list of files is searched for. It is never written in an address. */
    surname?: string;
  }
}

export interface FilesSearch {
  readonly search: { readonly cauta: string | undefined };
  readonly state: { readonly surname?: string };
}

/** The address and the state in which what was typed is looked for. */
export function searchFor(typed: string): FilesSearch {
  const sought = typed.trim();
  if (sought === "" || isNumberSearch(sought)) return { search: { cauta: sought || undefined }, state: {} };
  return { search: { cauta: undefined }, state: { surname: sought } };
}
