/** The readings that are settings, as the API answers them. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { SettingList, SettingView } from "../../domain/settings/views.ts";
import { get } from "./http.ts";
import { sessionQuery } from "./queries.ts";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => get<SettingList>("/api/settings", signal),
});

/** The settings told beside a rule; none for whoever has not signed in. */
export function useSettingsOf(rule: string): readonly SettingView[] {
  const { data: session } = useQuery({ ...sessionQuery, throwOnError: false });
  const { data } = useQuery({ ...settingsQuery, enabled: session != null, throwOnError: false });
  return session == null ? [] : (data?.items ?? []).filter(({ rules }) => rules.includes(rule));
}
