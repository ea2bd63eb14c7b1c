/** The Ministry of Health process to the engine: its facts, its defaults, its refusals. */
import type { Command, Refusal } from "../case/commands.ts";
import { correctedPath, refuseCorrection } from "../case/corrections.ts";
import { refuseOrder } from "../case/dates-in-order.ts";
import type { Act, CaseEvent, DateRef, Seq } from "../case/events.ts";
import { sinceOfSteps, stepName, type PatientNews, type Process, type WayOut } from "../case/process.ts";
import { markStale } from "../case/moves.ts";
import { dateOf, isRunning, lastAct, latestOf, openSteps, type Entered } from "../case/state.ts";
import {
  applyResumption,
  applySuspension,
  refuseResumption,
  refuseSuspension,
  resumable,
  suspendable,
  suspensionFollowed,
} from "../case/suspensions.ts";
import { houseOfRole } from "../people/roles.ts";
import type { PlainDate } from "../plain-date.ts";
import { ANSWERS_NEEDED, factsOf, offersNeeded, type ClinicFacts, type MohFacts, type MohState } from "./facts.ts";
import { findCommandDefinition, type MohCommandType } from "./commands.ts";
import { mohOrders } from "./dates-in-order.ts";
import { isDossierComplete, type FiledDocument } from "./documents.ts";
import { mohHoldings } from "./holdings.ts";
import { mohMoney } from "./money.ts";
import { isCorresponding, outOfReachSince, roundOf, sendingCap } from "./rounds.ts";
import { getStepDefinition, MOH_OUTCOMES, MOH_STAGES, type MohStep } from "./steps.ts";
import {
  alwaysInTreatment,
  applyTreatment,
  checkEstimate,
  checkTreatment,
  followedInTreatment,
  isBarred,
  moneyGranted,
} from "./treatment.ts";

export const moh: Process<MohFacts> = {
  name: "moh",
  firstStage: "filed",
  keptBy: "dsp",
  stages: MOH_STAGES,
  outcomes: MOH_OUTCOMES,
  noFacts: () => ({
    subject: { minor: false, otherFiler: false, filerIsParent: false },
    documents: [],
    clinics: [],
    undertakings: [],
  }),
  getStep: getStepDefinition,
  findCommand: findCommandDefinition,
  stageOf: (step) => getStepDefinition(step).stage,
  always: (state) => [
    ...(isAtMinistry(state) ? [] : ["addDocument"]),
    "correctDate",
    "correctContact",
    ...(suspendable(state).length > 0 ? ["suspendDeadline"] : []),
    ...(resumable(state).length > 0 ? ["resumeDeadline"] : []),
    ...(isCorresponding(state) ? ["registerNewMinutes", "closeWithoutClinic"] : []),
    ...(state.facts.death === undefined ? [...alwaysInTreatment(state), "recordDeath"] : []),
    // A bar is lifted by a person with a reason, never by a withdrawal (MOH-98, decision 12).
    ...(moneyGranted(state) || isBarred(state) || state.facts.death !== undefined ? [] : ["withdrawApplication"]),
  ],
  barred: isBarred,
  wayOut: (type) => WAYS_OUT[type],
  datesOf,
  pathOf,
  followed,
  // The dossier goes within 24 hours and within the 7 or 10 working days of the minutes (MOH-A9).
  deadlinesOf: (state, step) => (KEEPING_CAP.has(stepName(step)) && roundOf(state) > 0 ? [sendingCap(state).id] : []),
  holdings: (state) => mohHoldings(state, (step) => moh.deadlinesOf(state, step)),
  money: mohMoney,
  // The report on a delay opens when the watch ends; a window that ends makes its clinic silent.
  passesInCase: ({ rule, basis }) => (rule === "MOH-73" && basis === "term") || rule === "MOH-61",
  noticeOn: ({ facts, acts }) => (facts.notified === undefined ? undefined : acts[facts.notified]?.dates["occurredOn"]),
  news,
  check,
  applyAct,
  applyPassed(facts, deadline) {
    const clinic = facts.clinics.find(({ id }) => id === deadline.clinic);
    if (clinic !== undefined && clinic.answers.length === 0) clinic.silent = true;
  },
  applyReopened(facts, deadline) {
    const clinic = facts.clinics.find(({ id }) => id === deadline.clinic);
    if (clinic !== undefined) clinic.silent = false;
  },
};

/** The steps whose work keeps the 7 or 10 working days. */
const KEEPING_CAP: ReadonlySet<string> = new Set<MohStep>(["correspond-with-clinics", "send-to-ministry"]);

/** What ends the procedure wherever it is. */
const WAYS_OUT: Readonly<Record<string, WayOut>> = {
  withdrawApplication: { outcome: "withdrawn" },
  closeWithoutClinic: { outcome: "closed-without-clinic" },
  recordDeath: "takes-over",
};

function isAtMinistry({ steps, facts }: MohState): boolean {
  return Object.hasOwn(steps, "register-at-ministry") && facts.returned === undefined;
}

function applyAct(facts: MohFacts, act: Act, state: MohState): void {
  switch (act.type as MohCommandType) {
    case "fileDossier": {
      const filed = factsOf(act, "fileDossier");
      facts.subject = {
        minor: filed.minor,
        otherFiler: filed.filerRole !== "patient",
        filerIsParent: filed.filerIsParent,
      };
      addDocuments(facts, filed.documents, act.seq);
      return;
    }
    case "addDocument":
      addDocuments(facts, factsOf(act, "addDocument").documents, act.seq);
      return;
    case "finishExamination":
      facts.examinationDecision = factsOf(act, "finishExamination").decision;
      return;
    case "registerDecision": {
      const registered = factsOf(act, "registerDecision");
      facts.decision = registered.decision;
      if (registered.urgencyClass !== undefined) facts.urgencyClass = registered.urgencyClass;
      if (registered.offersNeeded !== undefined) facts.offersNeeded = registered.offersNeeded;
      addClinics(facts, act.seq, registered.clinics);
      return;
    }
    case "registerNewMinutes": {
      const { urgencyClass, clinics } = factsOf(act, "registerNewMinutes");
      if (urgencyClass !== undefined) facts.urgencyClass = urgencyClass;
      addClinics(facts, act.seq, clinics);
      return;
    }
    case "notifyPatient":
      if (facts.ministryDecision !== undefined) {
        facts.ministryNotified = act.seq;
        return;
      }
      facts.notified = act.seq;
      noticeMoves(state, act);
      return;
    case "signUndertaking": {
      const { signedBy, clinics } = factsOf(act, "signUndertaking");
      facts.undertakings.push({ act: act.seq, signedBy, clinics });
      return;
    }
    case "sendClinicRequest": {
      const request = factsOf(act, "sendClinicRequest");
      const clinic = getClinic(facts, request.clinic);
      clinic.request = { act: act.seq, by: request.by };
      if (request.evidence) clinic.evidence = act.seq;
      return;
    }
    case "recordClinicAnswer": {
      const answer = factsOf(act, "recordClinicAnswer");
      const clinic = getClinic(facts, answer.clinic);
      clinic.answers.push({ act: act.seq, kind: answer.kind });
      clinic.silent = false;
      return;
    }
    case "decideAtMinistry": {
      const { decision, clinic } = factsOf(act, "decideAtMinistry");
      facts.ministryDecision = decision;
      if (clinic !== undefined) facts.selectedClinic = clinic;
      applyTreatment(facts, act, state);
      return;
    }
    case "announceCommission":
    case "closeWithoutClinic":
    case "sendToCommission":
    case "beginExamination":
    case "presentCorrespondence":
    case "sendToMinistry":
    case "reportDelay":
    case "registerDelayReport":
    case "intervene":
    case "registerAtMinistry":
    case "askForMinistryNumber":
    case "correctContact":
    case "withdrawApplication":
      return;
    case "suspendDeadline":
      applySuspension(state, act, factsOf(act, "suspendDeadline"), moh);
      return;
    case "resumeDeadline":
      applyResumption(state, act, factsOf(act, "resumeDeadline"), moh);
      return;
    case "correctDate": {
      const { minor } = factsOf(act, "correctDate");
      if (minor !== undefined) facts.subject = { ...facts.subject, minor };
      if (factsOf(act, "correctDate").corrects === facts.notified) noticeMoves(state, act);
      applyTreatment(facts, act, state);
      return;
    }
    default:
      applyTreatment(facts, act, state);
  }
}

function addClinics(facts: MohFacts, act: Seq, clinics: number): void {
  const named = facts.clinics.length;
  for (let index = 1; index <= clinics; index += 1) {
    facts.clinics.push({ id: `clinic-${named + index}`, namedBy: act, answers: [], silent: false });
  }
}

/** The effect of MOH-42 against the patient side counts from the notice too (MOH-A5). */
function noticeMoves(state: MohState, { seq, recordedAt }: Act): void {
  const correspondence = state.deadlines["MOH-42"];
  if (correspondence !== undefined) markStale(correspondence, "notice", { seq, at: recordedAt });
}

function addDocuments(facts: MohFacts, documents: readonly FiledDocument[], act: Seq): void {
  for (const document of documents) {
    facts.documents.push({ ...document, act });
    const clinic = facts.clinics.find(({ id }) => id === document.clinic);
    if (clinic !== undefined) clinic.evidence ??= act;
  }
}

function getClinic(facts: MohFacts, id: string): ClinicFacts {
  const clinic = facts.clinics.find((candidate) => candidate.id === id);
  if (clinic === undefined) throw new RangeError(`no clinic ${id} in the file`);
  return clinic;
}

function findClinic(state: MohState, id: string): ClinicFacts | undefined {
  return state.facts.clinics.find((clinic) => clinic.id === id);
}

/** The first undertaking that covers a clinic; one that names none covers all (MOH-35, MOH-A29). */
function findUndertaking({ facts }: MohState, clinic: string): MohFacts["undertakings"][number] | undefined {
  return facts.undertakings.find(({ clinics }) => clinics.length === 0 || clinics.includes(clinic));
}

/** The dates of an act, with the defaults of MOH-A11 and MOH-A12 where only one is known. */
function datesOf(state: MohState, entered: Entered): Record<string, PlainDate> {
  const { occurredOn } = entered;
  switch (entered.type) {
    case "registerDecision": {
      const registered = factsOf(entered, "registerDecision");
      const communicatedOn = registered.communicatedOn ?? occurredOn;
      if (registered.decision === "rejected") return { occurredOn, communicatedOn };
      return {
        occurredOn,
        communicatedOn,
        approvedOn: registered.approvedOn ?? lastAct(state, "finishExamination")?.dates["occurredOn"] ?? communicatedOn,
        receivedOn: registered.receivedOn ?? registered.registeredOn ?? occurredOn,
        registeredOn: registered.registeredOn ?? registered.receivedOn ?? occurredOn,
      };
    }
    case "registerNewMinutes": {
      const { receivedOn, registeredOn } = factsOf(entered, "registerNewMinutes");
      return {
        occurredOn,
        receivedOn: receivedOn ?? registeredOn ?? occurredOn,
        registeredOn: registeredOn ?? receivedOn ?? occurredOn,
      };
    }
    case "recordLabourMinistryPart": {
      const { confirmedOn } = factsOf(entered, "recordLabourMinistryPart");
      return confirmedOn === undefined ? { occurredOn } : { occurredOn, confirmedOn };
    }
    case "recordDisposition": {
      const { receivedOn } = factsOf(entered, "recordDisposition");
      return { occurredOn, receivedOn: receivedOn ?? occurredOn };
    }
    case "drawOneYearReport": {
      const { sentToDspOn } = factsOf(entered, "drawOneYearReport");
      return { occurredOn, sentToDspOn: sentToDspOn ?? occurredOn };
    }
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
  const isOfMinutes = field === "receivedOn" || field === "registeredOn";
  return isOfMinutes && command.type === "registerDecision" ? `minutes.${field}` : field;
}

function onDay(state: MohState, act: Seq): PlainDate {
  return dateOf(state, { act, field: "occurredOn" });
}

function filing(state: MohState): Seq[] {
  const filed = lastAct(state, "fileDossier");
  return filed === undefined ? [] : [filed.seq];
}

/** The acts that a command follows: those its step runs from, the clinic's request before its answer, the undertaking before a request made on it. */
function followed(state: MohState, command: Command): readonly Seq[] {
  const sinceSteps = sinceOfSteps(state, moh, command.type);
  switch (command.type) {
    case "addDocument": {
      const clinics = factsOf(command, "addDocument").documents.flatMap(({ clinic }) => clinic ?? []);
      const requests = clinics.flatMap((id) => findClinic(state, id)?.request?.act ?? []);
      return [...filing(state), ...requests];
    }
    case "correctContact":
    case "withdrawApplication":
    case "recordDeath":
    case "announceDeath": // after the death, not after the day on which the DSP recorded it
      return filing(state);
    case "registerNewMinutes":
    case "closeWithoutClinic": {
      const decided = lastAct(state, "registerDecision");
      return [...sinceSteps, ...(decided === undefined ? [] : [decided.seq])];
    }
    case "correctDate":
      return [];
    case "suspendDeadline":
      return suspensionFollowed(state, factsOf(command, "suspendDeadline").deadline);
    case "resumeDeadline":
      return suspensionFollowed(state, factsOf(command, "resumeDeadline").deadline);
    case "recordClinicAnswer": {
      const request = findClinic(state, factsOf(command, "recordClinicAnswer").clinic)?.request;
      return [...sinceSteps, ...(request === undefined ? [] : [request.act])];
    }
    case "sendClinicRequest": {
      const { clinic, by } = factsOf(command, "sendClinicRequest");
      const undertaking = by === "patientSide" ? findUndertaking(state, clinic) : undefined;
      const named = findClinic(state, clinic);
      return [
        ...sinceSteps,
        ...(named === undefined ? [] : [named.namedBy]),
        ...(undertaking === undefined ? [] : [undertaking.act]),
      ];
    }
    case "recordFirstCheck": // also one that is entered after its absence was confirmed
      return state.facts.returned === undefined ? sinceSteps : [state.facts.returned];
    case "presentCorrespondence": {
      const { clinics } = factsOf(command, "presentCorrespondence");
      const requests = state.facts.clinics.flatMap(({ id, request }) =>
        request === undefined || (clinics.length > 0 && !clinics.includes(id)) ? [] : [request.act],
      );
      const [first] = requests.toSorted((a, b) => onDay(state, a).localeCompare(onDay(state, b)));
      return [...sinceSteps, ...(clinics.length > 0 ? requests : first === undefined ? [] : [first])];
    }
    default:
      return [...sinceSteps, ...followedInTreatment(state, command)];
  }
}

/** That the file is registered (MOH-21, MOH-22). One that another house passed on was opened with nobody at the desk. */
function news(_state: MohState, event: CaseEvent): PatientNews | undefined {
  if (event.type !== "actRecorded" || event.seq !== 1) return undefined;
  const { role } = event.act.by;
  const isPassedOn = role !== "patient-side" && houseOfRole(role) === "cas";
  return { kind: "receipt", about: "registration", ...(isPassedOn ? { params: { code: "at-house" } } : {}) };
}

function check(state: MohState, command: Command): Refusal | undefined {
  return checkFacts(state, command) ?? refuseOrder(state, command, mohOrders, moh);
}

function checkFacts(state: MohState, command: Command): Refusal | undefined {
  switch (command.type) {
    case "addDocument":
      return firstRefusal(
        factsOf(command, "addDocument").documents.map(({ clinic }, index) =>
          clinic === undefined ? undefined : notAsked(state, clinic, `documents.${index}.clinic`),
        ),
      );
    case "registerDecision":
      return checkDecision(state, command);
    case "notifyPatient": {
      const { decision } = factsOf(command, "notifyPatient");
      const registered = state.facts.ministryDecision ?? state.facts.decision;
      return decision !== undefined && registered !== undefined && decision !== registered
        ? {
            kind: "invalid",
            code: "DECISION_MISMATCH",
            field: "decision",
            params: { given: decision, recorded: registered },
          }
        : undefined;
    }
    case "signUndertaking": {
      const { clinics } = factsOf(command, "signUndertaking");
      return firstRefusal(clinics.map((clinic, index) => unknownClinic(state, clinic, `clinics.${index}`)));
    }
    case "presentCorrespondence":
      return checkPresentation(state, command);
    case "reportDelay":
      return checkDelayReport(state, command);
    case "announceCommission":
      return checkAnnouncement(state, command);
    case "registerNewMinutes":
      return checkNewMinutes(state, command);
    case "sendClinicRequest":
      return checkRequest(state, command);
    case "recordClinicAnswer":
      return checkAnswer(state, command);
    case "sendToMinistry": {
      const { proposedClinic } = factsOf(command, "sendToMinistry");
      return proposedClinic === undefined ? undefined : clinicWithOffer(state, proposedClinic, "proposedClinic");
    }
    case "decideAtMinistry": {
      const { clinic } = factsOf(command, "decideAtMinistry");
      return clinic === undefined ? undefined : clinicWithOffer(state, clinic, "clinic");
    }
    case "correctDate":
      return checkCorrection(state, command);
    case "suspendDeadline":
      return refuseSuspension(state, command, factsOf(command, "suspendDeadline").deadline);
    case "resumeDeadline":
      return refuseResumption(state, command, factsOf(command, "resumeDeadline").deadline);
    default:
      return checkTreatment(state, command);
  }
}

/** An announcement names clinics that are silent or refused (MOH-62). */
function checkAnnouncement(state: MohState, command: Command): Refusal | undefined {
  const { silent, refused } = factsOf(command, "announceCommission");
  const isSilent = ({ silent: isIt, answers }: ClinicFacts): boolean => isIt && answers.length === 0;
  const hasRefused = ({ answers }: ClinicFacts): boolean => answers.some(({ kind }) => kind === "refusal");
  const wrong = (
    ids: readonly string[],
    list: "silent" | "refused",
    fits: (clinic: ClinicFacts) => boolean,
  ): Refusal | undefined =>
    firstRefusal(
      ids.map((id, index) => {
        const field = `${list}.${index}`;
        const clinic = findClinic(state, id);
        if (clinic === undefined) return unknownClinic(state, id, field);
        if (fits(clinic)) return undefined;
        const code = list === "silent" ? "CLINIC_NOT_SILENT" : "CLINIC_NOT_REFUSED";
        return { kind: "invalid", code, field, rule: "MOH-62", params: { clinic: id } };
      }),
    );
  return (
    tooEarlyToAnnounce(state, command.occurredOn, outOfReachSince(state), "occurredOn") ??
    wrong(silent, "silent", isSilent) ??
    wrong(refused, "refused", hasRefused)
  );
}

/** Other clinics are named after an announcement (MOH-63); the urgency class may change at any time (MOH-A32). */
function checkNewMinutes(state: MohState, command: Command): Refusal | undefined {
  const { round, clinics, urgencyClass } = factsOf(command, "registerNewMinutes");
  const isAwaited = openSteps(state).some(({ step }) => stepName(step) === "name-other-clinics");
  if (clinics > 0 && !isAwaited) {
    return { kind: "invalid", code: "ANNOUNCEMENT_NEEDED", field: "clinics", rule: "MOH-62" };
  }
  const next = roundOf(state) + 1;
  if (round !== undefined && clinics > 0 && round !== next) {
    return { kind: "invalid", code: "ROUND_MISMATCH", field: "round", rule: "MOH-63", params: { round, next } };
  }
  if (clinics === 0 && urgencyClass === state.facts.urgencyClass) {
    return { kind: "invalid", code: "CLASS_UNCHANGED", field: "urgencyClass", rule: "MOH-67" };
  }
  return undefined;
}

function checkDecision(state: MohState, command: Command): Refusal | undefined {
  const { decision } = factsOf(command, "registerDecision");
  const { examinationDecision } = state.facts;
  if (examinationDecision !== undefined && decision !== examinationDecision) {
    return {
      kind: "invalid",
      code: "DECISION_MISMATCH",
      field: "decision",
      rule: "MOH-25",
      params: { given: decision, recorded: examinationDecision },
    };
  }
  return undefined;
}

function checkRequest(state: MohState, command: Command): Refusal | undefined {
  const { clinic: id, by } = factsOf(command, "sendClinicRequest");
  const unknown = unknownClinic(state, id, "clinic");
  if (unknown !== undefined) return unknown;
  if (findClinic(state, id)?.request !== undefined) {
    return { kind: "invalid", code: "CLINIC_ALREADY_ASKED", field: "clinic", params: { clinic: id } };
  }
  return by === "patientSide" && findUndertaking(state, id) === undefined
    ? { kind: "invalid", code: "UNDERTAKING_NEEDED", field: "by", rule: "MOH-35", params: { clinic: id } }
    : undefined;
}

function checkAnswer(state: MohState, command: Command): Refusal | undefined {
  const { clinic: id, kind } = factsOf(command, "recordClinicAnswer");
  const unknown = unknownClinic(state, id, "clinic");
  if (unknown !== undefined) return unknown;
  const clinic = findClinic(state, id);
  if (clinic?.request === undefined) {
    return { kind: "invalid", code: "CLINIC_NOT_ASKED", field: "clinic", rule: "MOH-61", params: { clinic: id } };
  }
  return kind !== "offer" && clinic.answers.some((answer) => answer.kind === "offer")
    ? { kind: "invalid", code: "CLINIC_HAS_OFFER", field: "kind", params: { clinic: id } }
    : undefined;
}

/** There is no correspondence to present before a request left for the clinic, or for any (MOH-42, MOH-43). */
function checkPresentation(state: MohState, command: Command): Refusal | undefined {
  const { clinics } = factsOf(command, "presentCorrespondence");
  if (clinics.length > 0) return firstRefusal(clinics.map((id, index) => notAsked(state, id, `clinics.${index}`)));
  const [first, ...others] = state.facts.clinics;
  return first === undefined || [first, ...others].some(({ request }) => request !== undefined)
    ? undefined
    : notAsked(state, first.id, "clinics");
}

/** The duty to report arises on the 23rd working day, not before (MOH-73, decision 8). */
function checkDelayReport(state: MohState, command: Command): Refusal | undefined {
  const report = Object.values(state.deadlines).find(
    (deadline) => deadline.basis === "delay-report" && isRunning(deadline),
  );
  const opensOn = report?.due?.dueOn;
  return opensOn !== undefined && command.occurredOn < opensOn
    ? {
        kind: "invalid",
        code: "BEFORE_DUTY",
        field: "occurredOn",
        rule: "MOH-73",
        params: { date: command.occurredOn, opensOn },
      }
    : undefined;
}

function notAsked(state: MohState, id: string, field: string): Refusal | undefined {
  return (
    unknownClinic(state, id, field) ??
    (findClinic(state, id)?.request === undefined
      ? { kind: "invalid", code: "CLINIC_NOT_ASKED", field, rule: "MOH-61", params: { clinic: id } }
      : undefined)
  );
}

function unknownClinic(state: MohState, id: string, field: string): Refusal | undefined {
  if (findClinic(state, id) !== undefined) return undefined;
  const allowed = state.facts.clinics.map((clinic) => clinic.id).join(", ");
  return { kind: "invalid", code: "UNKNOWN_CLINIC", field, rule: "MOH-33", params: { clinic: id, allowed } };
}

function clinicWithOffer(state: MohState, id: string, field: string): Refusal | undefined {
  const unknown = unknownClinic(state, id, field);
  if (unknown !== undefined) return unknown;
  const clinic = findClinic(state, id);
  return clinic?.answers.some((answer) => answer.kind === "offer") === true
    ? undefined
    : { kind: "invalid", code: "CLINIC_WITHOUT_OFFER", field, rule: "MOH-84", params: { clinic: id } };
}

/** The dates that a correction may change; the flow of the process itself is not corrected by a date. */
function checkCorrection(state: MohState, command: Command): Refusal | undefined {
  const { corrects, field, newDate, newEstimate } = factsOf(command, "correctDate");
  const act = state.acts[corrects];
  if (act === undefined) return { kind: "invalid", code: "UNKNOWN_ACT", field: "corrects", params: { act: corrects } };
  if (command.actor.role !== "dsp-officer" && command.actor.role !== "dsp-supervisor") {
    if (act.by.institution !== command.actor.institution) {
      return { kind: "invalid", code: "NOT_YOUR_ACT", field: "corrects", params: { act: act.type } };
    }
  }
  if (newEstimate !== undefined && state.facts.approval?.act === corrects) return checkEstimate(state, command);
  const refusal = refuseCorrection(
    state,
    { corrects, field, ...(newDate === undefined ? {} : { newDate }) },
    moh,
    mohOrders,
  );
  if (refusal !== undefined || newDate === undefined) return refusal;
  return act.type === "announceCommission"
    ? tooEarlyToAnnounce(state, newDate, silenceBefore(state, act), correctedPath(field))
    : undefined;
}

/** The last days of windows by which the clinics fell short, as the announcement was made on them. */
function silenceBefore({ steps }: MohState, announcement: Act): readonly DateRef[] {
  const announced = Object.values(steps).find(({ closed }) => closed?.by === announcement.seq);
  return announced?.since ?? [];
}

/** Silence is established on the last day of a window, not before (decision 1). */
function tooEarlyToAnnounce(
  state: MohState,
  date: PlainDate,
  since: readonly DateRef[],
  field: string,
): Refusal | undefined {
  const establishedOn = since.length === 0 ? date : latestOf(state, since);
  return date < establishedOn
    ? { kind: "invalid", code: "STILL_AWAITED", field, rule: "MOH-61", params: { date, establishedOn } }
    : undefined;
}

function firstRefusal(refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}

/** True when the dossier has every document asked of this patient and filer (MOH-11 to MOH-20). */
export function dossierComplete(state: MohState): boolean {
  return isDossierComplete(state.facts.subject, state.facts.documents);
}

/** The dates from which the dossier is complete: those of the acts that brought what the list asks (MOH-A3). */
export function dossierCompletion(state: MohState): DateRef[] {
  const acts = earliest(
    state,
    state.facts.documents.map(({ act }) => act),
    (considered) =>
      isDossierComplete(
        state.facts.subject,
        state.facts.documents.filter(({ act }) => considered.has(act)),
      ),
  );
  return acts.map((act) => ({ act, field: "occurredOn" }));
}

/** How the correspondence with the clinics stands (MOH-65, MOH-66, MOH-A7, MOH-A8). */
export interface SendableCheck {
  readonly answers: number;
  readonly answersNeeded: number;
  readonly completeOffers: number;
  readonly completeOffersNeeded: number;
  /** Clinics that neither answered nor have a proof that correspondence was started. */
  readonly withoutProof: readonly string[];
  readonly sendable: boolean;
  /** The clinics named can no longer give what is needed (MOH-A7, decision 2). */
  readonly outOfReach: boolean;
}

export function sendableCheck(state: MohState): SendableCheck {
  return { ...checkSendable(state, () => true), outOfReach: outOfReachSince(state).length > 0 };
}

function checkSendable(state: MohState, counts: (act: Seq) => boolean): Omit<SendableCheck, "outOfReach"> {
  const { clinics } = state.facts;
  const completeOffersNeeded = offersNeeded(state);
  const answered = clinics.filter((clinic) => clinic.answers.some(({ act }) => counts(act)));
  const offering = clinics.filter((clinic) => clinic.answers.some(({ act, kind }) => kind === "offer" && counts(act)));
  const withoutProof = clinics
    .filter((clinic) => !answered.includes(clinic) && !(clinic.evidence !== undefined && counts(clinic.evidence)))
    .map(({ id }) => id);
  return {
    answers: answered.length,
    answersNeeded: ANSWERS_NEEDED,
    completeOffers: offering.length,
    completeOffersNeeded,
    withoutProof,
    sendable: answered.length >= ANSWERS_NEEDED && offering.length >= completeOffersNeeded && withoutProof.length === 0,
  };
}

/** The dates from which the dossier can be sent: those of the first acts, by legal date, that together sufficed (MOH-A9). */
export function sendableSince(state: MohState): DateRef[] {
  const relevant = state.facts.clinics.flatMap((clinic) => [
    ...clinic.answers.map(({ act }) => act),
    ...(clinic.evidence === undefined ? [] : [clinic.evidence]),
  ]);
  const acts = earliest(state, relevant, (considered) => checkSendable(state, (act) => considered.has(act)).sendable);
  return acts.map((act) => ({ act, field: "occurredOn" }));
}

/** The acts that first sufficed together, in the order of their legal dates, without those that were not needed. */
function earliest(state: MohState, acts: readonly Seq[], suffices: (considered: ReadonlySet<Seq>) => boolean): Seq[] {
  const ordered = [...new Set(acts)].toSorted((a, b) => {
    const [dateA, dateB] = [a, b].map((act) => dateOf(state, { act, field: "occurredOn" }));
    return dateA === dateB ? a - b : String(dateA).localeCompare(String(dateB));
  });
  const considered = new Set<Seq>();
  for (const act of ordered) {
    considered.add(act);
    if (suffices(considered)) break;
  }
  for (const act of ordered.toReversed()) {
    if (considered.delete(act) && !suffices(considered)) considered.add(act);
  }
  return [...considered].toSorted((a, b) => a - b);
}

/** The windows of MOH-61 that still run. */
export function runningWindows(state: MohState): string[] {
  return Object.values(state.deadlines)
    .filter((deadline) => deadline.rule === "MOH-61" && isRunning(deadline))
    .map(({ id }) => id);
}
