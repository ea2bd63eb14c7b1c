/** The exchange rates that the Ministry keeps. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { RateImport, RatePage } from "../../domain/money/rate-views.ts";
import { get, upload } from "./http.ts";
import { queryString } from "./queries.ts";

export function ratesQuery(asked: { readonly currency: string; readonly cursor: string }) {
  return queryOptions({
    queryKey: ["exchange-rates", asked],
    queryFn: ({ signal }) => get<RatePage>(`/api/exchange-rates${queryString(asked)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** What a file of the BNR brings; with `save` it is entered. */
export async function importRates(file: File, save: boolean): Promise<RateImport> {
  return await upload<RateImport>(`/api/exchange-rates/import${queryString({ save: save ? "1" : "" })}`, file);
}
