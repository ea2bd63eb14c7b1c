/** The filters of the queue as they stand in the address bar, and as the API is asked for them. */
import type { Search } from "../../router.tsx";

export interface QueueSearch extends Search {
  /** `depasite`, `azi`, `saptamana`; all when absent. */
  readonly arata?: string | undefined;
  readonly pas?: string | undefined;
  readonly regula?: string | undefined;
  readonly clasa?: string | undefined;
  /** `da`: only what my own institution records. */
  readonly ale_mele?: string | undefined;
  /** `mele`: only my files, and those of people I stand in for. */
  readonly dosare?: string | undefined;
  /** `data`: the longest waiting first; by due date when absent. */
  readonly ordine?: string | undefined;
  /** Cursor of the page. */
  readonly dupa?: string | undefined;
}

const SHOWN = { depasite: "overdue", azi: "dueToday", saptamana: "dueThisWeek" } as const;
export type Shown = keyof typeof SHOWN;

/** Where nothing has a term, what waits longest comes first. */
export function apiParams(search: QueueSearch, hasTerms = true): Record<string, string> {
  const { arata = "", pas = "", regula = "", clasa = "", ale_mele, dosare, ordine, dupa = "" } = search;
  return {
    ...(Object.hasOwn(SHOWN, arata) ? { [SHOWN[arata as Shown]]: "1" } : {}),
    ...(pas === "" ? {} : { step: pas }),
    ...(regula === "" ? {} : { rule: regula }),
    ...(clasa === "" ? {} : { urgencyClass: clasa }),
    ...(ale_mele === "da" ? { mine: "1" } : {}),
    ...(dosare === "mele" ? { officer: "me" } : {}),
    ...(ordine === "data" || !hasTerms ? { sort: "since" } : {}),
    ...(dupa === "" ? {} : { cursor: dupa }),
  };
}

/** True when some filter hides a part of the queue. */
export function isFiltered(search: QueueSearch): boolean {
  const { arata, pas, regula, clasa, ale_mele, dosare } = search;
  return [arata, pas, regula, clasa, ale_mele, dosare].some((value) => value !== undefined && value !== "");
}
