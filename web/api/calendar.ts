/** The working-day calendar and its changes. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CalendarAct } from "../../domain/calendar/acts.ts";
import type {
  CalendarChangePage,
  CalendarChangeView,
  CalendarYearView,
  ImportView,
  MovePage,
  SimulationView,
} from "../../domain/calendar/administration.ts";
import { get, post, upload } from "./http.ts";
import { queryString } from "./queries.ts";

/** The calendar of a year; `institution` empty: of nobody in particular. */
export function calendarQuery(year: number, institution: string) {
  return queryOptions({
    queryKey: ["calendar", year, institution],
    queryFn: ({ signal }) =>
      get<CalendarYearView>(`/api/calendar${queryString({ year: String(year), institution })}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** What the acts would do, were they saved now. Asked again only when somebody wants it, and not under their eyes. */
export function simulationQuery(acts: readonly CalendarAct[]) {
  return queryOptions({
    queryKey: ["calendar-simulation", acts],
    queryFn: ({ signal }) => post<SimulationView>("/api/calendar/simulations", { acts }, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** The moves after those already seen. */
export async function moreMoves(acts: readonly CalendarAct[], cursor: string): Promise<MovePage> {
  return await post<MovePage>("/api/calendar/simulations/moves", { acts, cursor });
}

export function changesQuery(cursor: string) {
  return queryOptions({
    queryKey: ["calendar-changes", cursor],
    queryFn: ({ signal }) => get<CalendarChangePage>(`/api/calendar/changes${queryString({ cursor })}`, signal),
    placeholderData: keepPreviousData,
  });
}

const WATCH_MS = 1_000;

/** A change with its progress: asked again every second until it is done. */
export function changeQuery(number: string) {
  return queryOptions({
    queryKey: ["calendar-change", number],
    queryFn: ({ signal }) => get<CalendarChangeView>(`/api/calendar/changes/${encodeURIComponent(number)}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : WATCH_MS),
  });
}

/** What a file of days says. `missing`: for whom its days are and by which act, where it does not say. */
export async function importDays(
  file: File,
  missing: { readonly for: string; readonly legalAct: string },
): Promise<ImportView> {
  return await upload<ImportView>(`/api/calendar/import${queryString(missing)}`, file);
}
