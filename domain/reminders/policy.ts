/** When people are reminded of a deadline, and who is told when it passed: a policy as data, for each rule. */
import type { DeadlineBasis } from "../case/events.ts";
import type { Audience } from "../messages/audience.ts";

export const REMINDER_KINDS = ["before", "due", "overdue", "escalation", "second-escalation"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** An institution's own subject and first sentence, with the places `{number}`, `{due}`, `{rule}` and `{days}`. */
export interface StageWords {
  readonly subject: string;
  readonly lead: string;
}

export interface ReminderStage {
  readonly kind: ReminderKind;
  readonly audience: Audience;
  /** Working days from the due date: negative before it, 0 on it, positive after it. */
  readonly workingDays: number;
  /** Instead of the product's words. */
  readonly words?: { readonly ro: StageWords; readonly en: StageWords };
}

/** The working day before, the day itself, from the day after also the supervisor, after three the head of the institution. */
export const REMINDER_POLICY: readonly ReminderStage[] = [
  { kind: "before", audience: "owner", workingDays: -1 },
  { kind: "due", audience: "owner", workingDays: 0 },
  { kind: "overdue", audience: "owner", workingDays: 1 },
  { kind: "escalation", audience: "supervisor", workingDays: 1 },
  { kind: "second-escalation", audience: "head", workingDays: 3 },
];

/** A term that may be the patient side's: those it falls to hear of it like the DSP that helps them. */
const PATIENT_SIDE_POLICY: readonly ReminderStage[] = [
  ...REMINDER_POLICY,
  { kind: "before", audience: "patient-side", workingDays: -1 },
  { kind: "due", audience: "patient-side", workingDays: 0 },
  { kind: "overdue", audience: "patient-side", workingDays: 1 },
];
/** A clinic owes nothing to the house: when its window ends, whoever corresponds is told (MOH-61). */
const CLINIC_POLICY: readonly ReminderStage[] = [{ kind: "overdue", audience: "owner", workingDays: 1 }];
/** When the watch over delays ends, the report opens, and its own reminders take over (MOH-73, decision 8). */
const WATCH_POLICY: readonly ReminderStage[] = REMINDER_POLICY.filter(({ workingDays }) => workingDays <= 0);

/** By rule; what is not here follows {@link REMINDER_POLICY}. */
const POLICIES: Readonly<Record<string, readonly ReminderStage[]>> = {
  "MOH-42": PATIENT_SIDE_POLICY,
  "MOH-61": CLINIC_POLICY,
  "MOH-73": WATCH_POLICY,
};

/** The name of a policy: the rule, with its basis when that is not the rule's own term. */
export function policyKey(rule: string, basis: DeadlineBasis): string {
  return basis === "term" ? rule : `${rule}:${basis}`;
}

/** The product's policy of that name. */
export function defaultStages(key: string): readonly ReminderStage[] {
  return POLICIES[key] ?? REMINDER_POLICY;
}
