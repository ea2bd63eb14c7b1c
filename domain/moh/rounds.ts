/** Rounds of clinics: when those named can no longer suffice, since when, and which term of sending runs (MOH-62, MOH-63, MOH-69, MOH-70). */
import type { Act, DateRef } from "../case/events.ts";
import { dateOf } from "../case/state.ts";
import { ANSWERS_NEEDED, factsOf, offersNeeded, type ClinicFacts, type MohState } from "./facts.ts";

/**
 * Why a clinic no longer counts as awaited though it has no complete offer, and since when: it refused or answered with
 * less than Annex 10 asks (decision 2), or its window ended (decision 1).
 */
interface Loss {
  readonly clinic: string;
  readonly since: DateRef;
}

function lossOf({ id, answers, silent, request }: ClinicFacts): Loss | undefined {
  if (answers.some(({ kind }) => kind === "offer")) return undefined;
  const [answer] = answers;
  if (answer !== undefined) return { clinic: id, since: { act: answer.act, field: "occurredOn" } };
  if (!silent || request === undefined) return undefined;
  return { clinic: id, since: { act: request.act, field: "occurredOn", endOf: `MOH-61:${id}` } };
}

/** True when, of the clinics lost, only `lost` counted, the file could not become sendable (MOH-A7, decision 2). */
function isOutOfReach(state: MohState, lost: readonly Loss[]): boolean {
  const { clinics } = state.facts;
  const isLost = ({ id }: ClinicFacts): boolean => lost.some(({ clinic }) => clinic === id);
  const answered = clinics.filter((clinic) => clinic.answers.length > 0 || !isLost(clinic));
  const offering = clinics.filter((clinic) => clinic.answers.some(({ kind }) => kind === "offer") || !isLost(clinic));
  return clinics.length > 0 && (answered.length < ANSWERS_NEEDED || offering.length < offersNeeded(state));
}

/**
 * The dates from which the clinics named can no longer suffice: those of the first losses, by date, that together brought
 * it about. None while they still can.
 */
export function outOfReachSince(state: MohState): DateRef[] {
  const losses = state.facts.clinics
    .flatMap((clinic) => lossOf(clinic) ?? [])
    .toSorted((a, b) => dateOf(state, a.since).localeCompare(dateOf(state, b.since)));
  for (let counted = 1; counted <= losses.length; counted += 1) {
    const considered = losses.slice(0, counted);
    if (isOutOfReach(state, considered)) return considered.map(({ since }) => since);
  }
  return [];
}

/** True while the correspondence with the clinics is open: neither sent, nor ended in another way. */
export function isCorresponding({ steps }: MohState): boolean {
  const step = steps["correspond-with-clinics"];
  return step !== undefined && step.closed === undefined;
}

/** The commission's minutes that name clinics, in their order: those of the decision, then one for each further round. */
function minutesOf({ acts }: MohState): Act[] {
  return Object.values(acts).filter((act) => {
    if (act.type === "registerDecision") return factsOf(act, "registerDecision").decision === "approved";
    return act.type === "registerNewMinutes" && factsOf(act, "registerNewMinutes").clinics > 0;
  });
}

/** The round of clinics that the file is in; 0 before the decision. */
export function roundOf(state: MohState): number {
  return minutesOf(state).length;
}

/** The term within which the dossier is to be sent: of the latest minutes that name clinics (MOH-A10), in the class that holds (MOH-A32). */
export function sendingCap(state: MohState): {
  readonly id: string;
  readonly rule: "MOH-69" | "MOH-70";
  readonly key?: string;
  readonly from: readonly DateRef[];
} {
  const minutes = minutesOf(state);
  const latest = minutes.at(-1);
  if (latest === undefined) throw new RangeError(`case ${state.caseId} has no minutes`);
  // Not set counts as class A for the sending term (reading MOH-A32).
  const rule = state.facts.urgencyClass === "B" ? "MOH-70" : "MOH-69";
  const from = [{ act: latest.seq, field: "receivedOn" }];
  if (minutes.length === 1) return { id: rule, rule, from };
  const key = `round-${minutes.length}`;
  return { id: `${rule}:${key}`, rule, key, from };
}
