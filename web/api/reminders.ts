/** When people are reminded, as the API answers it. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Text } from "../../domain/case/commands.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { Audience } from "../../domain/messages/audience.ts";
import type { Duty, Role } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { OfficeHours } from "../../domain/reminders/office-hours.ts";
import type { PolicyKey, ReminderKind, ReminderStage } from "../../domain/reminders/policy.ts";
import { get, post } from "./http.ts";
import { queryString } from "./queries.ts";

export interface PolicyView {
  readonly key: PolicyKey;
  readonly rule: string;
  readonly title: Text;
  readonly text: Text;
  readonly value: number;
  readonly unit: "working_days" | "hours" | "calendar_days" | "months" | "years";
  readonly duties: readonly Duty[];
  readonly audiences: Readonly<Record<ReminderKind, readonly Audience[]>>;
  readonly stages: readonly ReminderStage[];
  readonly defaultStages: readonly ReminderStage[];
  readonly own: boolean;
  readonly version: number;
  readonly changedBy?: string;
  readonly changedAt?: string;
}

export interface PolicyList {
  readonly institution: string;
  readonly hours: OfficeHours;
  readonly mayChange: boolean;
  readonly items: readonly PolicyView[];
}

export interface PreviewMessage {
  readonly stage: number;
  readonly kind: ReminderKind;
  readonly audienceText: Text;
  readonly workingDays: number;
  readonly plannedAt?: string;
  readonly state: "planned" | "passed" | "before-the-term" | "not-theirs" | "no-address";
  readonly recipients: readonly {
    readonly name: string;
    readonly roles: readonly Role[];
    readonly locale: Language;
    readonly inPlaceOf?: string;
  }[];
  readonly letters: Readonly<
    Record<Language, { readonly subject: string; readonly text: string; readonly html: string }>
  >;
}

export interface PolicyPreview {
  readonly registrationNumber: string;
  readonly term: {
    readonly startsOn: PlainDate;
    readonly dueOn: PlainDate;
    readonly practicalDueOn?: PlainDate;
    readonly duty: Duty;
    readonly state: "open" | "overdue" | "met" | "met-late" | "cancelled" | "suspended" | "example";
  };
  readonly messages: readonly PreviewMessage[];
}

export function policiesQuery(institution: string) {
  return queryOptions({
    queryKey: ["reminder-policies", institution],
    queryFn: ({ signal }) => get<PolicyList>(`/api/admin/reminder-policies${queryString({ institution })}`, signal),
  });
}

export interface PreviewAsked {
  readonly institution: string;
  readonly rule: PolicyKey;
  readonly stages: readonly ReminderStage[];
  readonly registrationNumber?: string;
}

export function policyPreviewQuery(asked: PreviewAsked) {
  return queryOptions({
    queryKey: ["reminder-preview", asked],
    queryFn: ({ signal }) => post<PolicyPreview>("/api/admin/reminder-policies/preview", asked, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
