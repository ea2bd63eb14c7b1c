/** How the acts of an E112 file add up to its facts. */
import type { Act, Seq } from "../case/events.ts";
import { factsOf, type ClinicFacts, type E112CommandType } from "./commands.ts";
import type { StateList } from "./countries.ts";
import type { FiledDocument } from "./documents.ts";
import { isRegistered, validForm, type E112Facts, type E112State } from "./facts.ts";
import { handOver, issuedForm, replaceForm } from "./forms.ts";
import { applyReceipt, applySettlement } from "./settlement.ts";

/** The act that opens a file. */
const OPENING: Seq = 1;

export function noFacts(): E112Facts {
  return {
    category: 2,
    minor: false,
    applicantRole: "patient",
    existing: [],
    translations: [],
    clinicRefused: false,
    documents: [],
    costs: [],
    forms: [],
    invoices: [],
  };
}

export function applyAct(facts: E112Facts, act: Act, state: E112State): void {
  const { seq } = act;
  switch (act.type as E112CommandType) {
    case "openFile": {
      const { minor, applicantRole, category, clinic, inBasicPackage, states } = factsOf(act, "openFile");
      Object.assign(facts, { minor, applicantRole, category });
      if (clinic !== undefined) facts.clinic = clinic;
      judgeBy(facts, states);
      if (inBasicPackage !== undefined) facts.statedInBasicPackage = inBasicPackage;
      return;
    }
    case "recordPriorAgreement":
      facts.agreement = seq;
      return;
    case "recordTranslations":
      addTranslations(facts, act);
      return;
    case "sendRequestToClinic": {
      const { clinic, phoned, states } = factsOf(act, "sendRequestToClinic");
      if (clinic !== undefined) {
        nameClinic(facts, clinic);
        judgeBy(facts, states);
      }
      // A call that is told later belongs to the request that was sent (E112-25).
      facts.request = { act: facts.request?.act ?? seq, phoned: phoned || facts.request?.phoned === true };
      return;
    }
    case "recordClinicRefusal":
      facts.clinicRefused = true;
      delete facts.request;
      delete facts.acceptance;
      return;
    case "recordAcceptance":
      facts.acceptance = { ...factsOf(act, "recordAcceptance").acceptance, act: seq };
      return;
    case "recordLegalisedTranslation":
      facts.legalised = seq;
      return;
    case "recordMedicalReport": {
      const { report, casContract } = factsOf(act, "recordMedicalReport");
      facts.report = { ...report, casContract, act: seq };
      return;
    }
    case "assembleDossier":
    case "addDocument": {
      const { documents, minor } =
        act.type === "addDocument" ? factsOf(act, "addDocument") : factsOf(act, "assembleDossier");
      addDocuments(facts, documents, seq);
      if (!isRegistered(state)) facts.minor = minor ?? facts.minor;
      return;
    }
    case "waiveSecondParent":
      facts.waiver = { act: seq, proof: factsOf(act, "waiveSecondParent").proof };
      return;
    case "registerApplication":
      facts.minor = factsOf(act, "registerApplication").minor ?? facts.minor;
      facts.application = { act: seq, registry: factsOf(act, "registerApplication").registry };
      return;
    case "checkInsuredStatus":
      facts.insured = insuredStatus(facts, act);
      return;
    case "analyseConditions":
      facts.analysis = { ...factsOf(act, "analyseConditions"), act: seq };
      judgeBy(facts, facts.analysis.states);
      return;
    case "refuseApplication":
      facts.refusal = { act: seq };
      return;
    case "communicateRefusal":
      if (facts.refusal !== undefined) facts.refusal.communicated = seq;
      return;
    case "recordDeparture":
      facts.departure = { act: seq };
      return;
    case "recordCosts": {
      const { costs, currency } = factsOf(act, "recordCosts");
      facts.costs.push(...costs.map((cost) => ({ ...cost, currency, act: seq })));
      return;
    }
    case "annulEntry":
      annul(facts, factsOf(act, "annulEntry").entry);
      return;
    case "drawForceMajeureReport":
      facts.forceMajeureReport = seq;
      return;
    case "issueForm":
      facts.forms.push(issuedForm(facts, act, factsOf(act, "issueForm").name));
      return;
    case "replaceForm":
      replaceForm(state, act);
      return;
    case "cancelForm": {
      const form = validForm(state);
      if (form !== undefined) form.state = "cancelled";
      return;
    }
    case "handOverCopy":
      handOver(state, act);
      return;
    case "recordTreatmentDone":
      facts.treatmentDone = seq;
      return;
    case "receiveInvoice":
      applyReceipt(facts, act);
      return;
    case "settleInvoice":
      applySettlement(facts, act);
      return;
    case "correctDate": {
      const { corrects, minor } = factsOf(act, "correctDate");
      if (minor !== undefined && corrects === ageBy(facts)) facts.minor = minor;
      return;
    }
    case "moveToMinistryRoute":
    case "closeRefusedFile":
    case "closeAfterDeparture":
    case "passOnResidenceTransfer":
    case "correctContact":
    case "withdrawApplication":
    case "recordDeath":
      return;
  }
}

/** The act on whose day it hangs whether the patient is a child: the filing, or what came nearest to it so far (E112-A10). */
function ageBy({ application, documents }: E112Facts): Seq {
  return application?.act ?? documents.at(-1)?.act ?? OPENING;
}

/** What was entered by mistake is taken out; without a departure there is nothing that a report would justify. */
function annul(facts: E112Facts, entry: Seq): void {
  facts.costs = facts.costs.filter(({ act }) => act !== entry);
  if (facts.departure?.act === entry) delete facts.departure;
  if (facts.forceMajeureReport === entry || facts.departure === undefined) delete facts.forceMajeureReport;
}

/** Another clinic: what was known of the one before does not hold of it. */
function nameClinic(facts: E112Facts, clinic: ClinicFacts): void {
  // Named again with the call that was still to be made: it is the same request.
  const isSame = !facts.clinicRefused && facts.request?.phoned === false && facts.clinic?.country === clinic.country;
  facts.clinic = clinic;
  facts.clinicRefused = false;
  if (!isSame) delete facts.request;
}

/** The list that was in force when the clinic was named, or the conditions analysed: a later change does not reach it (E112-A2). */
function judgeBy(facts: E112Facts, states: StateList | undefined): void {
  delete facts.states;
  if (states !== undefined) facts.states = states;
}

/** What exists and what is translated adds up: a list given later goes on from the one before. */
function addTranslations(facts: E112Facts, act: Act): void {
  const { existing, translated, language, specialised } = factsOf(act, "recordTranslations");
  facts.existing = [...new Set([...facts.existing, ...existing])];
  const done = facts.translations.map((each) => `${each.kind}/${each.language}`);
  facts.translations.push(
    ...[...new Set(translated)]
      .filter((kind) => !done.includes(`${kind}/${language}`))
      .map((kind) => ({ kind, language })),
  );
  if (specialised !== undefined) facts.specialised = specialised;
}

function addDocuments(facts: E112Facts, documents: readonly FiledDocument[], act: Seq): void {
  for (const document of documents) facts.documents.push({ ...document, act });
}

/** Of a child what follows from the parents; when one alone is insured, what a person decided (E112-A11). */
export function insuredStatus({ minor }: Pick<E112Facts, "minor">, act: Act): NonNullable<E112Facts["insured"]> {
  const { insured, parent1Insured, parent2Insured } = factsOf(act, "checkInsuredStatus");
  if (!minor) return { act: act.seq, insured: insured === true };
  const parents = [parent1Insured, parent2Insured].flatMap((parent) => parent ?? []);
  return { act: act.seq, insured: insured ?? parents.every(Boolean), parents };
}
