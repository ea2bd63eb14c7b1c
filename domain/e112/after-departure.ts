/**
 * The form is issued before the patient leaves (E112-82). Afterwards only in force majeure, when it could not be issued
 * before, while the services are not paid, and on the house's report (E112-83, E112-84, reading E112-A9).
 */
import type { Command, Refusal } from "../case/commands.ts";
import { factsOf } from "./commands.ts";
import { allConditionsMet } from "./conditions.ts";
import { costPaid, departedOn, type E112State } from "./facts.ts";

/** Two copies, one kept and one communicated (E112-79). */
const COPIES = 2;

export function refuseIssue(state: E112State, command: Command): Refusal | undefined {
  const issue = factsOf(command, "issueForm");
  if (issue.copies !== COPIES) {
    return { kind: "invalid", code: "TWO_COPIES", field: "copies", rule: "E112-79" };
  }
  const left = departedOn(state);
  if (left === undefined || !hasLeftBefore(state, command)) return undefined;
  const params = { departedOn: left };
  if (issue.forceMajeure !== true) {
    return { kind: "invalid", code: "FORCE_MAJEURE_NEEDED", field: "forceMajeure", rule: "E112-83", params };
  }
  if (issue.couldNotIssueBefore !== true) {
    return { kind: "invalid", code: "COULD_BE_ISSUED_BEFORE", field: "couldNotIssueBefore", rule: "E112-83", params };
  }
  if (issue.costPaid !== false || costPaid(state)) {
    return { kind: "invalid", code: "COST_PAID", field: "costPaid", rule: "E112-83", params };
  }
  return state.facts.forceMajeureReport === undefined
    ? { kind: "invalid", code: "FORCE_MAJEURE_REPORT_NEEDED", field: "forceMajeure", rule: "E112-84" }
    : undefined;
}

/** A file is closed after a departure where E112-83 leaves no issue; where it does, closing would be a refusal by another name. */
export function refuseClosing(state: E112State, command: Command): Refusal | undefined {
  const { ground } = factsOf(command, "closeAfterDeparture");
  if (allConditionsMet(state) && !hasLeftBefore(state, command)) {
    return { kind: "invalid", code: "ISSUE_POSSIBLE", field: "ground", rule: "E112-82" };
  }
  if (ground === "paid") {
    return costPaid(state) ? undefined : { kind: "invalid", code: "COST_NOT_PAID", field: "ground", rule: "E112-83" };
  }
  return state.facts.forceMajeureReport !== undefined && !costPaid(state)
    ? { kind: "invalid", code: "ISSUE_POSSIBLE", field: "ground", rule: "E112-83" }
    : undefined;
}

/** On the day of the departure the form can still be issued as if before it (E112-82). */
function hasLeftBefore(state: E112State, { occurredOn }: Command): boolean {
  const left = departedOn(state);
  return left !== undefined && left < occurredOn;
}
