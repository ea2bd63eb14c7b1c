/** What administrators and supervisors see to, as the API answers it. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Text } from "../../domain/case/commands.ts";
import { get } from "./http.ts";
import { queryString } from "./queries.ts";
import type { OutboxMessage } from "./types.ts";

/** So often the number of open tasks is asked for while a page stays open, milliseconds. */
const REFRESH_MS = 60_000;

export interface MailTask {
  readonly id: string;
  readonly kind: "mail-refused" | "mail-bounced";
  readonly institution: string;
  readonly reason: string;
  readonly openedAt: string;
  readonly recipient:
    | { readonly kind: "user"; readonly id: string; readonly name: string; readonly email: string }
    | { readonly kind: "patient-side"; readonly officer: string }
    | { readonly kind: "nobody" };
  readonly message: {
    readonly id: string;
    readonly title: Text;
    readonly state: OutboxMessage["state"];
    readonly plannedAt: string;
    readonly attempts: number;
    readonly mayResend: boolean;
  };
  readonly caseId?: string;
  readonly registrationNumber?: string;
  readonly closed?: { readonly at: string; readonly by: string; readonly note: string };
}

export interface MailTaskPage {
  readonly items: readonly MailTask[];
  readonly open: number;
  readonly nextCursor?: string;
}

export function mailTasksQuery(params: Readonly<Record<string, string>> = {}) {
  return queryOptions({
    queryKey: ["mail-tasks", params],
    queryFn: ({ signal }) => get<MailTaskPage>(`/api/admin/mail-tasks${queryString(params)}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}
