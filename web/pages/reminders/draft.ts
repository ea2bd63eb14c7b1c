/** Stages as they are edited: days without a sign, texts as they are typed. */
import type { Audience } from "../../../domain/messages/audience.ts";
import type { ReminderKind, ReminderStage, StageWords } from "../../../domain/reminders/policy.ts";

export interface DraftStage {
  /** Keeps its fields while others come and go. */
  readonly id: number;
  readonly kind: ReminderKind;
  readonly audience: Audience;
  /** How many working days before or after, as typed; not asked for the day itself. */
  readonly days: string;
  readonly ownWords: boolean;
  readonly words: { readonly ro: StageWords; readonly en: StageWords };
}

const NO_WORDS = { ro: { subject: "", lead: "" }, en: { subject: "", lead: "" } } as const;
let made = 0;

export function draftOf({ kind, audience, workingDays, words }: ReminderStage): DraftStage {
  made += 1;
  return {
    id: made,
    kind,
    audience,
    days: String(Math.abs(workingDays)),
    ownWords: words !== undefined,
    words: words ?? NO_WORDS,
  };
}

/** The stage that a draft says; days that are no number stay wrong and are told so. */
export function stageOf({ kind, audience, days, ownWords, words }: DraftStage): ReminderStage {
  return { kind, audience, workingDays: signed(kind, days), ...(ownWords ? { words } : {}) };
}

function signed(kind: ReminderKind, days: string): number {
  if (kind === "due") return 0;
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : Number.NaN;
  return kind === "before" ? -count : count;
}

/** True when both say the same, word for word, in the same order. */
export function areSame(one: readonly ReminderStage[], other: readonly ReminderStage[]): boolean {
  return one.length === other.length && one.every((stage, index) => textOf(stage) === textOf(other[index]));
}

function textOf(stage: ReminderStage | undefined): string {
  if (stage === undefined) return "";
  const { kind, audience, workingDays, words } = stage;
  return JSON.stringify([
    kind,
    audience,
    workingDays,
    words?.ro.subject,
    words?.ro.lead,
    words?.en.subject,
    words?.en.lead,
  ]);
}
