/** Whose hands a file of the Ministry's route was in: the steps of the main line, the windows of the clinics, what stood still. */
import { holdingsFrom, joined, within, type Holding, type Span, type Turn } from "../case/holdings.ts";
import { lastDayOf } from "../case/moves.ts";
import {
  dateOf,
  isSuspended,
  lastAct,
  latestOf,
  suspensionsOf,
  type DeadlineRecord,
  type StepState,
} from "../case/state.ts";
import { addDays, maxDate, minDate } from "../plain-date.ts";
import type { MohState } from "./facts.ts";
import { getStepDefinition } from "./steps.ts";

/** `tiedTo` answers the deadlines beside a step's own that its work has to keep too. */
export function mohHoldings(state: MohState, tiedTo: (step: string) => readonly string[]): Holding[] {
  const steps = Object.values(state.steps)
    .filter(({ step }) => getStepDefinition(step).stage !== undefined)
    .toSorted((a, b) => a.seq - b.seq);
  const ended = state.outcome === undefined ? undefined : Object.values(state.acts).at(-1)?.dates["occurredOn"];
  let runs = holdingsFrom(
    steps.flatMap((step) => turnsOf(state, step)),
    ended,
  );
  for (const [index, { step, deadlines, since }] of steps.entries()) {
    const next = steps[index + 1];
    const end = next === undefined ? ended : latestOf(state, next.since);
    const span = { from: addDays(latestOf(state, since), 1), until: end === undefined ? undefined : addDays(end, 1) };
    const windows = step === "correspond-with-clinics" ? windowsOf(state) : [];
    for (const window of windows) {
      runs = inBoth(runs, [span, awaited(state, window)], (held) => ({ ...held, duty: "CLINIC" }));
    }
    const own = [...deadlines, ...tiedTo(step)].flatMap((id) => state.deadlines[id] ?? []);
    for (const deadline of [...own, ...(windows.length === 0 ? [] : correspondence(state)), ...windows]) {
      for (const { from, until } of suspensionsOf(state, deadline)) {
        runs = inBoth(runs, [span, { from, until }], (held) =>
          held.duty === deadline.duty ? { ...held, suspended: true } : held,
        );
      }
    }
  }
  return joined(runs);
}

/** Who has the file from when, while a step of the main line is open. */
function turnsOf(state: MohState, { step, since }: StepState): Turn[] {
  const opened: Turn = { on: latestOf(state, since), duty: getStepDefinition(step).duty };
  switch (step) {
    case "register-decision": {
      // Once it is communicated the commission has done its part, and the DSP registers it (MOH-26).
      const communicatedOn = lastAct(state, "registerDecision")?.dates["communicatedOn"];
      return communicatedOn === undefined ? [opened] : [opened, { on: communicatedOn, duty: "DSP" }];
    }
    case "correspond-with-clinics": {
      // With its undertaking the duty passes to the patient side, until the correspondence is presented (MOH-35, MOH-42).
      const [undertaking] = state.facts.undertakings
        .map(({ act }) => dateOf(state, { act, field: "occurredOn" }))
        .toSorted();
      const presentedOn = lastAct(state, "presentCorrespondence")?.dates["occurredOn"];
      return [
        opened,
        ...(undertaking === undefined ? [] : [{ on: undertaking, duty: "PATIENT_SIDE" } as const]),
        ...(undertaking === undefined || presentedOn === undefined ? [] : [{ on: presentedOn, duty: "DSP" } as const]),
      ];
    }
    default:
      return [opened];
  }
}

function windowsOf({ deadlines }: MohState): DeadlineRecord[] {
  return Object.values(deadlines).filter(({ rule }) => rule === "MOH-61");
}

function correspondence({ deadlines }: MohState): DeadlineRecord[] {
  return deadlines["MOH-42"] === undefined ? [] : [deadlines["MOH-42"]];
}

/** The days on which a clinic's answer is awaited: until it comes, or its window ends (MOH-61). */
function awaited(state: MohState, window: DeadlineRecord): Span {
  const { due, endedBy, from } = window;
  const span = { from: addDays(latestOf(state, from), 1) };
  if (endedBy !== undefined) return { ...span, until: addDays(dateOf(state, endedBy), 1) };
  return isSuspended(window) || due === undefined ? span : { ...span, until: addDays(lastDayOf(due), 1) };
}

/** Changes the days that lie in both spans. */
function inBoth(
  runs: readonly Holding[],
  [a, b]: readonly [Span, Span],
  change: (held: Holding) => Holding,
): Holding[] {
  const from = maxDate(a.from, b.from);
  const ends = [a.until, b.until].flatMap((until) => until ?? []);
  const [first, ...others] = ends;
  const until = first === undefined ? undefined : minDate(first, ...others);
  return until !== undefined && until <= from ? [...runs] : within(runs, { from, until }, change);
}
