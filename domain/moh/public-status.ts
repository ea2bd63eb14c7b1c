/**
 * What anybody with the number and the code may know of a file: where it is, who has it, since when, the legal limit,
 * what the patient must do. Never a name, a diagnosis or a clinic, nor which way a decision went (decision 17): the
 * answer is made from the acts by type and date alone, and no branch here looks at a decision.
 */
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Text } from "../case/commands.ts";
import type { Act } from "../case/events.ts";
import { lastAct } from "../case/state.ts";
import type { MohPublicStatus } from "../case/view.ts";
import { computeDeadline, getRule } from "../law/index.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohState } from "./facts.ts";
import { actOf, dayOf, NOTHING, stageDay } from "../case/public-parts.ts";
import { DSP, limitOf, type Situation } from "./public-parts.ts";
import { askTheDsp, isInTreatment, treatmentStatus } from "./public-treatment.ts";

export interface StatusRequest {
  /** The number that was asked by: the DSP's, or the Ministry's (MOH-72). */
  readonly registrationNumber: string;
  readonly openedOn: PlainDate;
  /** The calendar of the DSP, which owes the notice. */
  readonly calendar: WorkingCalendar;
}

export function publicStatus(state: MohState, request: StatusRequest): MohPublicStatus {
  return { registrationNumber: request.registrationNumber, process: "moh", ...situation(state, request) };
}

function situation(state: MohState, request: StatusRequest): Situation {
  const decided = lastAct(state, "registerDecision");
  const notified = actOf(state, state.facts.notified);
  const sent = lastAct(state, "sendToMinistry");
  const told = actOf(state, state.facts.ministryNotified);
  if (isInTreatment(state)) return treatmentStatus(state);
  // An open file and a rejected one look the same from the Ministry's notice until the clinic is paid, or the patient is
  // back from a treatment at own expense: neither a withdrawal nor a death tells that the file was still open.
  if (told !== undefined) return communicated(told, "ministry");
  if (state.facts.death !== undefined && (notified === undefined || sent !== undefined)) return askTheDsp(state);
  if (decided !== undefined && notified === undefined && state.outcome !== "withdrawn")
    return beingCommunicated(decided, request);
  // An open file and a rejected one look the same from the notice until the file is sent to the Ministry.
  if (notified !== undefined && sent === undefined) return communicated(notified, "commission");
  if (state.outcome === "withdrawn") return withdrawn(state, request);
  if (sent !== undefined) return atMinistry(state, sent);
  return beforeDecision(state, request);
}

const COMMISSION: Text = { ro: "Comisia de specialitate teritorială", en: "The territorial specialist commission" };
const MINISTRY: Text = { ro: "Ministerul Sănătății", en: "The Ministry of Health" };
const MINISTRY_COMMISSION: Text = {
  ro: "Comisia din Ministerul Sănătății",
  en: "The commission at the Ministry of Health",
};
function beforeDecision(state: MohState, { openedOn }: StatusRequest): Situation {
  const since = stageDay(state, openedOn);
  switch (state.stage) {
    case "filed":
      return {
        step: {
          ro: "Dosar înregistrat, mai sunt documente de depus",
          en: "File registered, some documents are still to be filed",
        },
        holder: DSP,
        since,
        patientMust: {
          ro: "Depuneți la DSP documentele care lipsesc din lista primită la înregistrare.",
          en: "File with the DSP the documents still missing from the list you received at registration.",
        },
        closed: false,
      };
    case "complete":
      return {
        step: {
          ro: "Dosar complet, urmează să fie trimis comisiei de specialitate",
          en: "File complete, to be sent to the specialist commission",
        },
        holder: DSP,
        since,
        ...limitOf(state, "MOH-23"),
        patientMust: NOTHING,
        closed: false,
      };
    case "at-commission":
      return {
        step: { ro: "Dosar la comisia de specialitate", en: "File at the specialist commission" },
        holder: COMMISSION,
        since,
        patientMust: {
          ro: "Prezentați-vă la comisie pentru investigații când sunteți chemat (MOH-24).",
          en: "Go to the commission for investigations when you are called (MOH-24).",
        },
        closed: false,
      };
    case "under-examination":
      return {
        step: { ro: "Comisia de specialitate examinează cazul", en: "The specialist commission is examining the case" },
        holder: COMMISSION,
        since,
        patientMust: {
          ro: "Faceți investigațiile pe care vi le cere comisia (MOH-24).",
          en: "Have the investigations that the commission asks for (MOH-24).",
        },
        closed: false,
      };
    default:
      return {
        step: {
          ro: "Comisia a încheiat examinarea; decizia urmează să fie înregistrată la DSP",
          en: "The commission has finished the examination; its decision is to be registered at the DSP",
        },
        holder: COMMISSION,
        since,
        ...limitOf(state, "MOH-26"),
        patientMust: NOTHING,
        closed: false,
      };
  }
}

/** Between the registration of the decision and its notice: the longer limit, whichever way it went (decision 17). */
function beingCommunicated(decided: Act, { calendar }: StatusRequest): Situation {
  const since = dayOf(decided);
  const { dueOn, provisionalYears } = computeDeadline("MOH-27", since, calendar);
  return {
    step: { ro: "Decizia comisiei este în curs de comunicare", en: "The commission’s decision is being communicated" },
    holder: DSP,
    since,
    limit: {
      on: dueOn,
      ...(provisionalYears === undefined ? {} : { provisionalYears }),
      citation: getRule("MOH-27", since).citation,
      rule: "MOH-27",
    },
    patientMust: { ro: "Așteptați înștiințarea DSP.", en: "Wait for the notice of the DSP." },
    closed: false,
  };
}

function communicated(notified: Act, by: "commission" | "ministry"): Situation {
  return {
    step:
      by === "commission"
        ? { ro: "Decizia comisiei a fost comunicată", en: "The commission’s decision has been communicated" }
        : { ro: "Decizia Ministerului a fost comunicată", en: "The Ministry’s decision has been communicated" },
    holder: DSP,
    since: dayOf(notified),
    patientMust: {
      ro: "Urmați instrucțiunile din înștiințarea primită. Pentru lămuriri întrebați la DSP.",
      en: "Follow the instructions in the notice you received. Ask the DSP if anything is unclear.",
    },
    closed: false,
  };
}

function withdrawn(state: MohState, { openedOn }: StatusRequest): Situation {
  const act = lastAct(state, "withdrawApplication");
  return {
    step: { ro: "Cererea a fost retrasă", en: "The application has been withdrawn" },
    holder: DSP,
    since: act === undefined ? openedOn : dayOf(act),
    patientMust: NOTHING,
    closed: true,
  };
}

function atMinistry(state: MohState, sent: Act): Situation {
  const registered = lastAct(state, "registerAtMinistry");
  const decided = lastAct(state, "decideAtMinistry");
  if (decided !== undefined) {
    return {
      step: {
        ro: "Decizia Ministerului este în curs de comunicare",
        en: "The Ministry’s decision is being communicated",
      },
      holder: DSP,
      since: dayOf(decided),
      patientMust: { ro: "Așteptați înștiințarea DSP.", en: "Wait for the notice of the DSP." },
      closed: false,
    };
  }
  if (registered === undefined) {
    return {
      step: { ro: "Dosar trimis la Ministerul Sănătății", en: "File sent to the Ministry of Health" },
      holder: MINISTRY,
      since: dayOf(sent),
      patientMust: NOTHING,
      closed: false,
    };
  }
  return {
    step: { ro: "Comisia Ministerului examinează dosarul", en: "The Ministry’s commission is examining the file" },
    holder: MINISTRY_COMMISSION,
    since: dayOf(registered),
    ...limitOf(state, "MOH-76"),
    patientMust: {
      ro: "Puteți cere la Minister sau la DSP numărul de înregistrare al dosarului (MOH-71).",
      en: "You may ask the Ministry or the DSP for the Ministry’s registration number of the file (MOH-71).",
    },
    closed: false,
  };
}
