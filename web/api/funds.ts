/** The monthly funds of the Ministry. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FundMonth, FundPlace, RankingView } from "../../domain/moh/fund-views.ts";
import { get } from "./http.ts";

const WATCH_MS = 1_000;

/** A month's funds; asked again every second while an order is on its way into its files. */
export function fundsQuery(month: string) {
  return queryOptions({
    queryKey: ["funds", month],
    queryFn: ({ signal }) => get<FundMonth>(`/api/funds/${encodeURIComponent(month)}`, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.rankings.some(isOnItsWay) === true ? WATCH_MS : false),
  });
}

/** An order of priority with its progress. */
export function rankingQuery(month: string, number: string) {
  return queryOptions({
    queryKey: ["funds", month, "ranking", number],
    queryFn: ({ signal }) =>
      get<RankingView>(`/api/funds/${encodeURIComponent(month)}/rankings/${encodeURIComponent(number)}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && isOnItsWay(state.data) ? WATCH_MS : false),
  });
}

/** The place of a file among those that wait. */
export function fundPlaceQuery(caseId: string, version: number) {
  return queryOptions({
    queryKey: ["fund-place", caseId, version],
    queryFn: ({ signal }) => get<FundPlace>(`/api/cases/${encodeURIComponent(caseId)}/funds`, signal),
  });
}

export function isOnItsWay({ state }: Pick<RankingView, "state">): boolean {
  return state === "confirmed" || state === "running";
}
