/** What the pages read, by key. Lists and files are refreshed when the person comes back to the window. */
import { keepPreviousData, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import type { CaseView, DeadlineExplanation, RuleVersionView, RuleView, TaskPage } from "../../domain/case/view.ts";
import { get, isApiError, post, requestLanguage } from "./http.ts";
import type { CasePage, Config, Institution, OutboxPage, Session } from "./types.ts";

const FRESH_MS = 15_000;
const TRIES = 2;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // The session ended: the shell leads to the sign-in page and back.
      if (isApiError(error, 401)) queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < TRIES && isApiError(error) && error.isUnavailable,
    },
  },
});

let sessionReadIn: string | undefined;

/** The language in which the session was last asked for: the names of institutions in it are so. */
export function sessionLanguage(): string | undefined {
  return sessionReadIn;
}

/** The person signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Session | null> => {
    sessionReadIn = requestLanguage();
    try {
      return await get<Session>("/api/session", signal);
    } catch (error) {
      if (isApiError(error, 401)) return null;
      throw error;
    }
  },
});

/** Whether this is a demonstration, and its accounts; an API without the route is not one. */
export const configQuery = queryOptions({
  queryKey: ["config"],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Config> => {
    try {
      return await get<Config>("/api/config", signal);
    } catch (error) {
      if (isApiError(error, 404) || isApiError(error, 401)) return { demo: false };
      throw error;
    }
  },
});

export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, RuleView>> => {
    const rules = await get<readonly RuleView[]>("/api/rules", signal);
    return new Map(rules.map((rule) => [rule.id, rule]));
  },
});

/** All the versions of a rule, oldest first. */
export function ruleVersionsQuery(rule: string) {
  return queryOptions({
    queryKey: ["rules", rule],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly RuleVersionView[]> => {
      const found = await get<{ versions: readonly RuleVersionView[] }>(
        `/api/rules/${encodeURIComponent(rule)}`,
        signal,
      );
      return found.versions;
    },
  });
}

export const institutionsQuery = queryOptions({
  queryKey: ["institutions"],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, Institution>> => {
    const institutions = await get<readonly Institution[]>("/api/institutions", signal);
    return new Map(institutions.map((institution) => [institution.id, institution]));
  },
});

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId],
    staleTime: 0, // who comes from the queue must find the step that it named
    queryFn: ({ signal }) => get<CaseView>(`/api/cases/${encodeURIComponent(caseId)}`, signal),
  });
}

export function tasksQuery(params: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ["tasks", params],
    staleTime: 0,
    queryFn: ({ signal }) => get<TaskPage>(`/api/tasks${queryString(params)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** What the list of files is asked for, besides a number or a name. */
export interface CaseFilters {
  readonly status: string;
  /** Undefined for open and closed files alike. */
  readonly closed: boolean | undefined;
  readonly cursor: string;
}

/** Files by `number`, or by `surname` when that is given: a name travels in a body, never in an address. */
export function casesQuery({ number, surname, ...filters }: CaseFilters & { number: string; surname: string }) {
  return queryOptions({
    queryKey: ["cases", number, surname, filters],
    queryFn: ({ signal }) => {
      const { status, closed, cursor } = filters;
      if (surname === "") {
        const asked = { q: number, status, closed: closed === undefined ? "" : String(closed), cursor };
        return get<CasePage>(`/api/cases${queryString(asked)}`, signal);
      }
      const asked = { surname, status: status || undefined, closed, cursor: cursor || undefined };
      return post<CasePage>("/api/cases/search", asked, signal);
    },
    placeholderData: keepPreviousData,
  });
}

export function explanationQuery(caseId: string, deadlineId: string, version: number, language: string) {
  return queryOptions({
    queryKey: ["explanation", caseId, deadlineId, version, language],
    queryFn: ({ signal }) =>
      get<DeadlineExplanation>(
        `/api/cases/${encodeURIComponent(caseId)}/deadlines/${encodeURIComponent(deadlineId)}`,
        signal,
      ),
  });
}

export function previewQuery(params: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ["preview", params],
    retry: false,
    queryFn: ({ signal }) => get<DeadlineExplanation>(`/api/deadlines/preview${queryString(params)}`, signal),
  });
}

export function outboxQuery(params: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ["outbox", params],
    queryFn: ({ signal }) => get<OutboxPage>(`/api/admin/messages${queryString(params)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** The parameters that are set, as a query string. */
export function queryString(params: Readonly<Record<string, string>>): string {
  const set = Object.entries(params).filter(([, value]) => value !== "");
  return set.length === 0 ? "" : `?${new URLSearchParams(set).toString()}`;
}
