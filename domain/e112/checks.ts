/** What the E112 process refuses of a command that it accepts now: each refusal names the field and the rule. */
import type { Command, Refusal } from "../case/commands.ts";
import { refuseCorrection } from "../case/corrections.ts";
import { refuseOrder } from "../case/dates-in-order.ts";
import type { Seq } from "../case/events.ts";
import type { Process } from "../case/process.ts";
import type { ProcessFold } from "../case/state.ts";
import type { RuleId } from "../law/index.ts";
import type { PlainDate } from "../plain-date.ts";
import { acceptanceContents } from "./acceptance.ts";
import { refuseClosing, refuseIssue } from "./after-departure.ts";
import { factsOf, type E112CommandFacts, type E112CommandType } from "./commands.ts";
import { lackingOf, type ContentView } from "./contents.ts";
import { routeCountry } from "./countries.ts";
import { e112Orders } from "./dates-in-order.ts";
import { isRegistered, validForm, type E112Facts, type E112State } from "./facts.ts";
import { COPY_TO } from "./forms.ts";
import { isAssembled } from "./preparation.ts";
import { reportContents } from "./report.ts";
import { refuseReceipt, refuseSettlement } from "./settlement.ts";

/** Why an opening is refused at this house: the patient belongs to another one, or the applicant cannot be that (E112-59, E112-65, E112-A10). */
export function refuseOpening(opening: E112CommandFacts["openFile"], house: string): Refusal | undefined {
  const { casId, minor, applicantRole } = opening;
  if (casId !== undefined && casId !== house) {
    const params = { right: casId, institution: house };
    return { kind: "invalid", code: "WRONG_HOUSE", field: "patient.casId", rule: "E112-59", params };
  }
  const fits = applicantRole === "otherPerson" || minor !== (applicantRole === "patient");
  if (fits) return undefined;
  const params = { minor: minor ? "yes" : "no" };
  return {
    kind: "invalid",
    code: "APPLICANT_MISMATCH",
    field: "applicant.role",
    rule: minor ? "E112-72" : "E112-64",
    params,
  };
}

/** The first thing that is wrong with a command. `process` says the dates of an act. */
export function checkCommand(
  state: E112State,
  command: Command,
  process: Pick<Process<E112Facts>, "datesOf" | "pathOf">,
): Refusal | undefined {
  return checkFacts(state, command, process) ?? refuseOrder(state, command, e112Orders, process);
}

function checkFacts(
  state: E112State,
  command: Command,
  fold: Pick<ProcessFold<E112Facts>, "datesOf">,
): Refusal | undefined {
  switch (command.type as E112CommandType) {
    case "recordPriorAgreement":
      return factsOf(command, "recordPriorAgreement").casContract
        ? undefined
        : invalid("NO_CAS_CONTRACT", "casContract", "E112-12");
    case "sendRequestToClinic":
      return checkRequest(state, command);
    case "recordAcceptance": {
      const { acceptance } = factsOf(command, "recordAcceptance");
      return checkPaper(state, "acceptance", "E112-34", acceptance, acceptanceContents(acceptance));
    }
    case "recordMedicalReport": {
      const { report } = factsOf(command, "recordMedicalReport");
      return checkPaper(state, "report", "E112-58", report, reportContents(report));
    }
    case "recordLegalisedTranslation":
      return factsOf(command, "recordLegalisedTranslation").originalKeptBy === "doctor"
        ? invalid("ORIGINAL_WITH_DOCTOR", "originalKeptBy", "E112-40")
        : undefined;
    case "waiveSecondParent":
      return isRegistered(state) && !state.facts.documents.some(({ kind }) => kind === "dovadaUnParinte")
        ? invalid("WAIVER_PROOF_NEEDED", "proof", "E112-72")
        : undefined;
    case "cancelForm":
      // Taken back against the applicant it would be a refusal after the fact. Acts from before it was asked do not say it.
      return factsOf(command, "cancelForm").applicantGivesUp === false
        ? invalid("FORM_NOT_GIVEN_UP", "applicantGivesUp", "E112-10")
        : undefined;
    case "registerApplication":
      // A later acceptance or report, a waiver or another age may have left it incomplete again.
      return isAssembled(state) ? undefined : { kind: "conflict", code: "DOSSIER_LACKING", rule: "E112-59" };
    case "checkInsuredStatus":
      return state.facts.minor ? checkParents(state, command) : checkAdult(command);
    case "analyseConditions": {
      const { clinic } = state.facts;
      const { clinicInEu, states } = factsOf(command, "analyseConditions");
      return clinic !== undefined && clinicInEu !== routeCountry(clinic.country, states)
        ? { ...invalid("CLINIC_COUNTRY", "clinicInEu", "E112-02"), params: { country: clinic.country } }
        : undefined;
    }
    case "recordCosts": {
      const { costs } = factsOf(command, "recordCosts");
      const wrong = costs.findIndex(({ kind, payer }) => kind !== "treatment" && payer === "institution");
      return wrong === -1 ? undefined : invalid("COST_OF_PATIENT", `costs.${wrong}.payer`, "E112-38");
    }
    case "annulEntry":
      return annullable(state).includes(factsOf(command, "annulEntry").entry)
        ? undefined
        : { ...invalid("NOT_ANNULLABLE", "entry"), params: { act: factsOf(command, "annulEntry").entry } };
    case "issueForm":
      return refuseIssue(state, command);
    case "closeAfterDeparture":
      return refuseClosing(state, command);
    case "handOverCopy":
      return checkCopy(state, command);
    case "receiveInvoice":
      return refuseReceipt(state, command);
    case "settleInvoice":
      return refuseSettlement(state, command);
    case "correctDate":
      return refuseCorrection(state, factsOf(command, "correctDate"), fold, e112Orders);
    default:
      return undefined;
  }
}

function checkRequest({ facts }: E112State, command: Command): Refusal | undefined {
  const { clinic, byEmail, asksAcceptance, asksCompleteCost } = factsOf(command, "sendRequestToClinic");
  if (clinic === undefined && (facts.clinic === undefined || facts.clinicRefused)) {
    return invalid("CLINIC_NEEDED", "clinic", "E112-24");
  }
  if (!byEmail) return invalid("NOT_BY_EMAIL", "byEmail", "E112-24");
  if (!asksAcceptance) return invalid("ACCEPTANCE_NOT_ASKED", "asksAcceptance", "E112-26");
  return asksCompleteCost ? undefined : invalid("COST_NOT_ASKED", "asksCompleteCost", "E112-27");
}

/** The entries that may turn out to be mistakes and that stand. */
function annullable({ facts: { departure, costs, forceMajeureReport } }: E112State): Seq[] {
  return [
    ...(departure === undefined ? [] : [departure.act]),
    ...costs.map(({ act }) => act),
    ...(forceMajeureReport === undefined ? [] : [forceMajeureReport]),
  ];
}

/** A paper with a period: it ends after it begins; once the application is registered, nothing may lack in a new one. */
function checkPaper(
  state: E112State,
  name: "acceptance" | "report",
  periodRule: RuleId,
  { periodFrom, periodTo }: { readonly periodFrom?: PlainDate; readonly periodTo?: PlainDate },
  contents: readonly ContentView[],
): Refusal | undefined {
  if (periodFrom !== undefined && periodTo !== undefined && periodTo < periodFrom) {
    const params = { from: periodFrom, to: periodTo };
    return { ...invalid("PERIOD_ORDER", `${name}.periodTo`, periodRule), params };
  }
  const [lacking] = lackingOf(contents);
  return isRegistered(state) && lacking !== undefined
    ? invalid("CONTENT_LACKING", `${name}.${lacking.id}`, lacking.rule)
    : undefined;
}

function checkAdult(command: Command): Refusal | undefined {
  const { insured, parent1Insured, parent2Insured } = factsOf(command, "checkInsuredStatus");
  if (parent1Insured !== undefined) return invalid("NO_PARENTS", "parent1Insured", "E112-77");
  if (parent2Insured !== undefined) return invalid("NO_PARENTS", "parent2Insured", "E112-77");
  return insured === undefined ? invalid("INSURED_NEEDED", "insured", "E112-77") : undefined;
}

/** Each parent's status is checked; when one alone is insured, a person decides and says why (E112-A11, decision 14). */
function checkParents({ facts }: E112State, command: Command): Refusal | undefined {
  const { insured, parent1Insured, parent2Insured, reasoned } = factsOf(command, "checkInsuredStatus");
  if (parent1Insured === undefined) return invalid("PARENT_NEEDED", "parent1Insured", "E112-73");
  const isWaived = facts.waiver !== undefined;
  if (isWaived && parent2Insured !== undefined) return invalid("PARENT_WAIVED", "parent2Insured", "E112-73");
  if (!isWaived && parent2Insured === undefined) return invalid("PARENT_NEEDED", "parent2Insured", "E112-73");
  if (isWaived || parent1Insured === parent2Insured) {
    return insured !== undefined && insured !== parent1Insured
      ? invalid("INSURED_MISMATCH", "insured", "E112-77")
      : undefined;
  }
  if (insured === undefined) return invalid("PERSON_DECIDES", "insured", "E112-77");
  return reasoned ? undefined : invalid("PERSON_DECIDES", "reason", "E112-77");
}

/** Copy 1 stays with the issuer, copy 2 goes to the applicant; each is handed over once (E112-80, E112-81). */
function checkCopy(state: E112State, command: Command): Refusal | undefined {
  const { copy, to } = factsOf(command, "handOverCopy");
  if (COPY_TO[copy] !== to) return invalid("COPY_RECIPIENT", "to", copy === 1 ? "E112-80" : "E112-81");
  return validForm(state)?.copies.some((handed) => handed.copy === copy) === true
    ? { ...invalid("COPY_HANDED_OVER", "copy"), params: { copy } }
    : undefined;
}

function invalid(code: Refusal["code"], field: string, rule?: RuleId): Refusal {
  return { kind: "invalid", code, field, ...(rule === undefined ? {} : { rule }) };
}
