/** The E112/S2 process to the engine: its facts, what it accepts when, its refusals. It has no terms (reading E112-A4). */
import type { Command, Refusal } from "../case/commands.ts";
import { correctedPath } from "../case/corrections.ts";
import type { Seq } from "../case/events.ts";
import { holdingsFrom, joined, type Holding } from "../case/holdings.ts";
import type { MoneyFact } from "../case/money.ts";
import { sinceOfSteps, stepName, type Process } from "../case/process.ts";
import { lastAct, latestOf, openSteps, type Entered } from "../case/state.ts";
import type { PlainDate } from "../plain-date.ts";
import { applyAct, noFacts } from "./apply.ts";
import { checkCommand } from "./checks.ts";
import { factsOf, findCommandDefinition, type E112CommandType } from "./commands.ts";
import { allConditionsMet, failingOfRoute } from "./conditions.ts";
import { dayOf, departedOn, isIssued, isRegistered, validForm, type E112Facts, type E112State } from "./facts.ts";
import { numberedActs } from "./forms.ts";
import { newsOf } from "./news.ts";
import { E112_OUTCOMES, E112_STAGES, getStepDefinition, type E112Outcome } from "./steps.ts";

export const e112: Process<E112Facts> = {
  name: "e112",
  firstStage: "preparing",
  keptBy: "cas",
  stages: E112_STAGES,
  outcomes: E112_OUTCOMES,
  noFacts,
  getStep: getStepDefinition,
  findCommand: findCommandDefinition,
  stageOf: (step) => getStepDefinition(step).stage,
  always,
  barred: () => false,
  wayOut: (type) => WAYS_OUT[type],
  datesOf,
  pathOf,
  followed,
  deadlinesOf: () => [],
  holdings,
  money,
  passesInCase: () => false,
  noticeOn: () => undefined,
  registers: numberedActs,
  whyNotAllowed,
  news: newsOf,
  check: (state, command) => checkCommand(state, command, e112),
  applyAct,
  applyPassed() {},
  applyReopened() {},
};

/** What ends the procedure wherever it is. */
const WAYS_OUT: Readonly<Record<string, { readonly outcome: E112Outcome } | "takes-over">> = {
  moveToMinistryRoute: "takes-over",
  closeAfterDeparture: { outcome: "departed-before-issue" },
  cancelForm: { outcome: "form-cancelled" },
  withdrawApplication: { outcome: "withdrawn" },
  recordDeath: { outcome: "died" },
};

/** Beside what the steps wait for. A file that goes on at the DSP stays as it passed. */
function always(state: E112State): readonly E112CommandType[] {
  if (lastAct(state, "moveToMinistryRoute") !== undefined) return [];
  return [
    "correctDate",
    "correctContact",
    ...(isIssued(state) ? afterIssue(state) : (["withdrawApplication", "recordDeath"] as const)),
    ...(failingOfRoute(state).length > 0 && !isIssued(state) ? (["moveToMinistryRoute"] as const) : []),
    ...(state.facts.refusal === undefined && state.facts.category === 2 ? whileAsked(state) : []),
  ];
}

/** While the form is asked for: papers come again, the patient may leave, costs become known. */
function whileAsked(state: E112State): E112CommandType[] {
  const { facts, steps } = state;
  const isOpen = !isIssued(state);
  const isNotMet = openSteps(state).some(({ step }) => stepName(step) === "refuse-or-move");
  const hasLeft = facts.departure !== undefined;
  const offered: readonly (readonly [E112CommandType, boolean])[] = [
    ["addDocument", isOpen],
    ["recordTranslations", steps["translate-documents"]?.closed !== undefined && !isRegistered(state)],
    // The clinic may move the appointment after the issue: the form is then replaced.
    ["recordAcceptance", facts.acceptance !== undefined && (isOpen || isUnused(state))],
    ["recordMedicalReport", facts.report !== undefined && isOpen],
    ["waiveSecondParent", facts.minor && facts.waiver === undefined && facts.insured === undefined],
    ["checkInsuredStatus", isNotMet],
    ["analyseConditions", isNotMet && facts.insured?.insured === true],
    ["recordDeparture", !hasLeft && facts.treatmentDone === undefined],
    ["recordCosts", true],
    ["annulEntry", isOpen && (hasLeft || facts.costs.length > 0)],
    ["drawForceMajeureReport", hasLeft && isOpen && facts.forceMajeureReport === undefined],
    ["closeAfterDeparture", hasLeft && isOpen],
  ];
  return offered.flatMap(([type, isOffered]) => (isOffered ? [type] : []));
}

/** A form that holds, and no treatment or claim on it yet. */
function isUnused(state: E112State): boolean {
  const { treatmentDone, invoices } = state.facts;
  return validForm(state) !== undefined && treatmentDone === undefined && invoices.length === 0;
}

function afterIssue(state: E112State): E112CommandType[] {
  const { lastInvoice } = state.facts;
  const hasForm = validForm(state) !== undefined && lastInvoice === undefined;
  return [
    ...(hasForm ? (["replaceForm"] as const) : []),
    ...(hasForm && isUnused(state) ? (["cancelForm"] as const) : []),
    "receiveInvoice",
  ];
}

/** When the conditions are met a refusal does not exist (E112-10); the Ministry's way opens by a failing condition alone (E112-05). */
function whyNotAllowed(state: E112State, type: string): Refusal | undefined {
  switch (type as E112CommandType) {
    case "refuseApplication":
      return allConditionsMet(state) ? { kind: "conflict", code: "REFUSAL_IMPOSSIBLE", rule: "E112-10" } : undefined;
    case "moveToMinistryRoute":
      return failingOfRoute(state).length === 0
        ? { kind: "conflict", code: "ROUTE_NOT_OPEN", rule: "E112-05" }
        : undefined;
    case "waiveSecondParent":
      return state.facts.minor ? undefined : { kind: "conflict", code: "WAIVER_OF_ADULT", rule: "E112-71" };
    default:
      return undefined;
  }
}

function datesOf(_state: E112State, entered: Entered): Record<string, PlainDate> {
  const { occurredOn } = entered;
  switch (entered.type as E112CommandType) {
    case "recordMedicalReport": {
      const { datedOn } = factsOf(entered, "recordMedicalReport");
      return datedOn === undefined ? { occurredOn } : { occurredOn, datedOn };
    }
    case "recordDeparture":
      return { occurredOn, departedOn: factsOf(entered, "recordDeparture").departedOn };
    case "recordDeath":
      return { occurredOn, diedOn: factsOf(entered, "recordDeath").diedOn };
    case "correctDate": {
      const { newDate } = factsOf(entered, "correctDate");
      return newDate === undefined ? { occurredOn } : { occurredOn, newDate };
    }
    default:
      return { occurredOn };
  }
}

function pathOf(command: Command, field: string): string {
  if (field === "newDate") return correctedPath(factsOf(command, "correctDate").field);
  return field === "datedOn" ? "report.datedOn" : field;
}

/** The acts that a command follows: those its step runs from; what comes at any time, what it is about, or the opening. */
function followed(state: E112State, command: Command): readonly Seq[] {
  const { facts } = state;
  const sinceSteps = sinceOfSteps(state, e112, command.type);
  const opening = [lastAct(state, "openFile")].flatMap((act) => (act === undefined ? [] : [act.seq]));
  const of = (act: Seq | undefined): Seq[] => (act === undefined ? [] : [act]);
  switch (command.type as E112CommandType) {
    case "correctDate":
      return [];
    case "recordTranslations":
      return [...sinceSteps, ...of(facts.agreement)];
    case "recordAcceptance":
      return [...sinceSteps, ...of(facts.request?.act)];
    case "recordMedicalReport":
      return [...sinceSteps, ...of(facts.legalised)];
    case "checkInsuredStatus":
      return [...sinceSteps, ...of(facts.application?.act)];
    case "analyseConditions":
      return [...sinceSteps, ...of(facts.insured?.act)];
    case "moveToMinistryRoute":
      return [...opening, ...of(facts.analysis?.act), ...of(facts.refusal?.act)];
    case "replaceForm":
    case "cancelForm":
      return of(validForm(state)?.act);
    case "receiveInvoice":
      return of(facts.forms[0]?.act);
    case "settleInvoice": {
      const { invoice } = factsOf(command, "settleInvoice");
      const claim = invoice === undefined ? undefined : facts.invoices.find(({ number }) => number === invoice);
      return [...sinceSteps, ...of(claim?.act)];
    }
    case "recordTreatmentDone":
      // Of a patient who left before the issue the treatment may have ended before it as well.
      return leftBeforeIssue(state) ? [] : sinceSteps;
    default:
      return sinceSteps.length > 0 ? sinceSteps : opening;
  }
}

function leftBeforeIssue(state: E112State): boolean {
  const [first] = state.facts.forms;
  const left = departedOn(state);
  const issuedOn = first === undefined ? undefined : dayOf(state, first.act);
  return left !== undefined && issuedOn !== undefined && left < issuedOn;
}

/** Whose hands the file was in: of those who owe the steps of the main line, one after the other. */
function holdings(state: E112State): Holding[] {
  const turns = Object.values(state.steps)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ step, since }) => {
      const { stage, duty } = getStepDefinition(step);
      return stage === undefined ? [] : [{ on: latestOf(state, since), duty }];
    });
  const ended = state.outcome === undefined ? undefined : Object.values(state.acts).at(-1)?.dates["occurredOn"];
  return joined(holdingsFrom(turns, ended));
}

/** Asked: the estimated cost of the acceptance with which the application was registered. Paid: what was settled between institutions. */
function money(state: E112State): MoneyFact[] {
  const { application, acceptance, invoices } = state.facts;
  const askedOn = application === undefined ? undefined : dayOf(state, application.act);
  const cost = acceptance?.estimatedCost;
  return [
    ...(application === undefined || askedOn === undefined || cost === undefined
      ? []
      : [{ seq: application.act, kind: "asked", on: askedOn, ...cost } as const]),
    ...invoices.flatMap(({ settled }) => {
      const on = settled === undefined ? undefined : dayOf(state, settled.act);
      if (settled === undefined || on === undefined) return [];
      return [{ seq: settled.act, kind: "paid", on, amount: settled.amount, currency: settled.currency } as const];
    }),
  ];
}
