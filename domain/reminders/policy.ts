/** When people are reminded of a deadline, and who is told when it passed: a policy as data, for each rule. */
import type { DeadlineBasis } from "../case/events.ts";
import type { DeadlineRuleId } from "../law/index.ts";
import type { Audience } from "../messages/audience.ts";
import { institutionOfDuty, type Duty, type InstitutionKind } from "../people/roles.ts";

export const REMINDER_KINDS = ["before", "due", "overdue", "escalation", "second-escalation"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** A subject and a first sentence, with the places `{number}`, `{due}`, `{rule}` and `{days}`. */
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
  readonly words?: { readonly ro: StageWords; readonly en: StageWords } | undefined;
}

/** The working day before, the day itself, from the day after also the supervisor, after three the head of the institution. */
const USUAL: readonly ReminderStage[] = [
  { kind: "before", audience: "owner", workingDays: -1 },
  { kind: "due", audience: "owner", workingDays: 0 },
  { kind: "overdue", audience: "owner", workingDays: 1 },
  { kind: "escalation", audience: "supervisor", workingDays: 1 },
  { kind: "second-escalation", audience: "head", workingDays: 3 },
];
/** A term that may become the patient side's, which then hears of it like the DSP that helps it. */
const WITH_PATIENT_SIDE: readonly ReminderStage[] = [
  ...USUAL,
  { kind: "before", audience: "patient-side", workingDays: -1 },
  { kind: "due", audience: "patient-side", workingDays: 0 },
  { kind: "overdue", audience: "patient-side", workingDays: 1 },
];
/** What the patient side may do, and nobody owes: nobody answers for it when it is not done (MOH-91). */
const RIGHT: readonly ReminderStage[] = WITH_PATIENT_SIDE.filter(
  ({ audience }) => audience === "owner" || audience === "patient-side",
);
/** A clinic owes nothing to the house: when its window ends, whoever corresponds is told (MOH-61). */
const CLINIC: readonly ReminderStage[] = [{ kind: "overdue", audience: "owner", workingDays: 1 }];
/** When the watch over delays ends, the report opens, and its own reminders take over (MOH-73, decision 8). */
const WATCH: readonly ReminderStage[] = USUAL.filter(({ workingDays }) => workingDays <= 0);

/** The product's policy for a term: who may owe it, and when they are reminded. */
export interface ReminderPolicy {
  readonly duties: readonly Duty[];
  readonly stages: readonly ReminderStage[];
}

/** By the rule, with its basis where that is not the rule's own term. */
export const REMINDER_POLICIES = {
  "MOH-23": { duties: ["DSP"], stages: USUAL },
  "MOH-26": { duties: ["CST"], stages: USUAL },
  "MOH-27": { duties: ["DSP"], stages: USUAL },
  "MOH-28": { duties: ["DSP"], stages: USUAL },
  "MOH-42": { duties: ["DSP", "PATIENT_SIDE"], stages: WITH_PATIENT_SIDE },
  "MOH-61": { duties: ["CLINIC"], stages: CLINIC },
  "MOH-62": { duties: ["DSP"], stages: USUAL },
  "MOH-64": { duties: ["DSP"], stages: USUAL },
  "MOH-69": { duties: ["DSP"], stages: USUAL },
  "MOH-70": { duties: ["DSP"], stages: USUAL },
  "MOH-73": { duties: ["DSP"], stages: WATCH },
  "MOH-73:delay-report": { duties: ["DSP"], stages: USUAL },
  "MOH-75": { duties: ["MOH"], stages: USUAL },
  "MOH-76": { duties: ["MOH_COMMISSION"], stages: USUAL },
  "MOH-91": { duties: ["PATIENT_SIDE"], stages: RIGHT },
  "MOH-94": { duties: ["PATIENT_SIDE"], stages: WITH_PATIENT_SIDE },
  "MOH-95": { duties: ["PATIENT"], stages: WITH_PATIENT_SIDE },
  "MOH-96": { duties: ["TREATING_DOCTOR"], stages: USUAL },
  // Nobody writes to the address of a patient who died: the DSP, which receives the announcement, is reminded.
  "MOH-99": { duties: ["FAMILY"], stages: USUAL },
} as const satisfies Partial<Record<DeadlineRuleId | `${DeadlineRuleId}:delay-report`, ReminderPolicy>>;
export type PolicyKey = keyof typeof REMINDER_POLICIES;

export function isPolicyKey(value: unknown): value is PolicyKey {
  return typeof value === "string" && Object.hasOwn(REMINDER_POLICIES, value);
}

/** The name of the policy of a deadline. */
export function policyKey(rule: string, basis: DeadlineBasis): string {
  return basis === "term" ? rule : `${rule}:${basis}`;
}

/** The rule and the basis that a policy is named after. */
export function deadlinesOfPolicy(key: PolicyKey): { readonly rule: DeadlineRuleId; readonly basis: DeadlineBasis } {
  const [rule = key, basis] = key.split(":");
  // Each is named after a rule, which a test proves.
  return { rule: rule as DeadlineRuleId, basis: basis === "delay-report" ? "delay-report" : "term" };
}

/** The product's policy of that name; the usual one for a term that has none of its own. */
export function defaultStages(key: string): readonly ReminderStage[] {
  return isPolicyKey(key) ? REMINDER_POLICIES[key].stages : USUAL;
}

/** The policies that an institution of a kind may set: those of the terms whose reminders its people receive. */
export function policiesOf(kind: InstitutionKind): PolicyKey[] {
  return Object.keys(REMINDER_POLICIES)
    .filter(isPolicyKey)
    .filter((key) => REMINDER_POLICIES[key].duties.some((duty) => institutionOfDuty(duty) === kind));
}
