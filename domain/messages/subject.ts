/** What a letter speaks of, and where its link leads. */
import type { Text } from "../case/commands.ts";
import { stepName } from "../case/process.ts";
import { findAnyStep } from "../process-words.ts";
import type { ReminderStage } from "../reminders/policy.ts";

export interface MessageSubject {
  /** Of the message, when there is one: a preview has none. */
  readonly id?: string;
  readonly kind: string;
  readonly registrationNumber: string;
  readonly caseId: string;
  /** The deadline of the file, for reminders. */
  readonly deadline?: string;
  /** The due date, for reminders. */
  readonly about: string;
  /** Years of the term whose calendar is not confirmed: its date may still change. */
  readonly provisionalYears?: readonly number[];
  /** `rule`, `step`, `clinic` (its place in the file), `days` (working days from the due date). */
  readonly params: Readonly<Record<string, string>>;
  /** The institution's own words. */
  readonly words?: ReminderStage["words"];
  /** The patient side has no account: it follows the file by its number. */
  readonly toPatientSide: boolean;
  /** The reader stands in for somebody who is away. */
  readonly inPlaceOfAnother?: boolean;
  readonly publicUrl: string;
}

/** Steps of form E112 that are open after the analysis one way alone. */
const E112_DIRECTION: readonly string[] = [
  "issue-form",
  "hand-over-copies",
  "refuse-or-move",
  "communicate-refusal",
  "ministry-route-open",
];

/** Steps, and rules, whose names would tell which way a decision went; no letter names them. */
export function tellsDirection({ step = "", rule = "" }: Readonly<Record<string, string>>): boolean {
  return (
    step.startsWith("notify-") || E112_DIRECTION.includes(stepName(step)) || rule === "MOH-27" || rule === "MOH-28"
  );
}

const NOTICE: Text = {
  ro: "Înștiințarea pacientului despre decizie",
  en: "Notify the patient of the decision",
};

const CONCLUSION: Text = {
  ro: "Hotărârea casei asupra cererii",
  en: "The house’s decision on the application",
};

/** What is to be done, in words; undefined for a term that has no step of its own. */
export function stepOf(params: Readonly<Record<string, string>>): Text | undefined {
  const { step } = params;
  const key = step === undefined ? undefined : stepName(step);
  // The title of the Ministry's notices is the same for both ways.
  if (tellsDirection(params) && key?.startsWith("notify-ministry-") !== true) {
    return key !== undefined && E112_DIRECTION.includes(key) ? CONCLUSION : NOTICE;
  }
  return key === undefined ? undefined : findAnyStep(key)?.title;
}

/**
 * The address that opens exactly what the letter speaks of: the step, or the term where it has none. A step whose name
 * would tell which way a decision went is found by the message.
 */
export function linkOf({ id, caseId, deadline, params, toPatientSide, publicUrl }: MessageSubject): string {
  if (toPatientSide) return `${publicUrl}/stare`;
  const file = `${publicUrl}/dosare/${caseId}`;
  if (tellsDirection(params)) return id === undefined ? file : `${file}?mesaj=${id}`;
  const { step } = params;
  if (step !== undefined) return `${file}?pas=${encodeURIComponent(step)}`;
  return deadline === undefined ? file : `${file}?fila=termene&termen=${encodeURIComponent(deadline)}`;
}
