/**
 * What anybody with the number and the code may know of an E112 file: where it is, who has it, since when, what the patient
 * side has to do and with which papers. Never a name, a diagnosis or a clinic. From the end of the analysis until the form is
 * issued or the refusal communicated the same is said whichever way it goes (decision 17): no branch looks at it.
 */
import type { Text } from "../case/commands.ts";
import type { Act } from "../case/events.ts";
import { lastAct } from "../case/state.ts";
import { actOf, dayOf, lastDay, NOTHING, PATIENT, stageDay } from "../case/public-parts.ts";
import type { E112PublicStatus } from "../case/view.ts";
import { formatDate } from "../i18n/dates.ts";
import type { PlainDate } from "../plain-date.ts";
import { insuredStatus } from "./apply.ts";
import { isRegistered, validForm, type E112State, type FormFacts } from "./facts.ts";
import { preparationStatus } from "./public-preparation.ts";
import { ASK, CARERS, CAS, DSP, type Situation } from "./public-parts.ts";

export interface E112StatusRequest {
  /** The number that was asked by: the file's, or the application's (E112-61). */
  readonly registrationNumber: string;
  readonly openedOn: PlainDate;
  readonly applicationNumber?: string;
}

/** No term is invented (reading E112-A4). */
const NO_LIMIT: Text = {
  ro: "Legea nu pune niciun termen pentru eliberarea sau refuzul formularului, așa că nu vă putem spune o dată (E112-A4). Puteți întreba oricând la casă.",
  en: "The law sets no limit for the issue or the refusal of the form, so no date can be told (E112-A4). You may ask the house at any time.",
};

const BEFORE_LEAVING: Text = {
  ro: "Nu plecați la tratament înainte de a avea formularul și nu plătiți tratamentul: după plecare se eliberează numai la forță majoră și numai dacă tratamentul nu a fost plătit (E112-82, E112-83).",
  en: "Do not leave for treatment before you have the form, and do not pay for the treatment: after the departure it is issued only in force majeure, and only if the treatment has not been paid for (E112-82, E112-83).",
};
const BETWEEN_INSTITUTIONS: Text = {
  ro: "Pentru ce acoperă formularul nu aveți nimic de plătit clinicii: costul se decontează între instituții (E112-85).",
  en: "You have nothing to pay to the clinic for what the form covers: the cost is settled between institutions (E112-85).",
};

export function e112PublicStatus(state: E112State, request: E112StatusRequest): E112PublicStatus {
  const { registrationNumber, applicationNumber } = request;
  return {
    registrationNumber,
    process: "e112",
    ...(applicationNumber === undefined ? {} : { applicationNumber }),
    ...situation(state, request),
    ...(isDecided(state) ? {} : { noLimit: NO_LIMIT }),
  };
}

/** The applicant knows of the decision, or none is awaited. */
function isDecided({ facts, outcome }: E112State): boolean {
  return outcome !== undefined || facts.forms.length > 0 || facts.refusal?.communicated !== undefined;
}

function situation(state: E112State, { openedOn }: E112StatusRequest): Situation {
  if (state.outcome !== undefined) return ended(state);
  if (lastAct(state, "moveToMinistryRoute") !== undefined) return moving(state);
  if (state.facts.category === 1) return residenceTransfer(state, openedOn);
  const form = validForm(state);
  if (form !== undefined) return issued(state, form);
  const told = actOf(state, state.facts.refusal?.communicated);
  if (told !== undefined) return communicated(told);
  if (!isRegistered(state)) return preparationStatus(state, openedOn);
  const concluded = firstConclusion(state);
  return concluded === undefined ? underAnalysis(state, openedOn) : beingCommunicated(concluded);
}

/**
 * The act that ended the analysis the first time. What is checked or analysed anew follows a negative finding alone, so it
 * moves neither the step nor its day: who looks often would know how the first ended.
 */
function firstConclusion({ acts, facts }: E112State): Act | undefined {
  return Object.values(acts).find(
    (act) =>
      act.type === "analyseConditions" || (act.type === "checkInsuredStatus" && !insuredStatus(facts, act).insured),
  );
}

/** It has passed, and the file at the DSP is being opened. */
function moving(state: E112State): Situation {
  return {
    step: {
      ro: "Cazul trece pe calea Ministerului Sănătății: se deschide dosarul la Direcția de Sănătate Publică",
      en: "The case is passing to the Ministry of Health’s route: the file at the public-health directorate is being opened",
    },
    holder: DSP,
    since: lastDay(state),
    patientMust: {
      ro: "Acum nu aveți nimic de făcut. Numărul și codul noului dosar le primiți de la Direcția de Sănătate Publică (E112-05).",
      en: "There is nothing for you to do now. The directorate gives you the number and the code of the new file (E112-05).",
    },
    lacks: [],
    notes: [],
    closed: false,
  };
}

/** Insured status and conditions are one stage here: who is told of the second alone would know how the first ended. */
function underAnalysis(state: E112State, openedOn: PlainDate): Situation {
  const registered = actOf(state, state.facts.application?.act);
  return {
    step: {
      ro: "Cererea este înregistrată; casa verifică dacă pacientul este asigurat și dacă sunt îndeplinite condițiile",
      en: "The application is registered; the house checks insured status and whether the conditions are met",
    },
    holder: CAS,
    since: registered === undefined ? openedOn : dayOf(registered),
    patientMust: {
      ro: "Acum nu aveți nimic de făcut. Păstrați numărul cererii (E112-61); casa vă înștiințează.",
      en: "There is nothing for you to do now. Keep the number of the application (E112-61); the house will tell you.",
    },
    lacks: [],
    notes: [BEFORE_LEAVING, CARERS],
    closed: false,
  };
}

/** The analysis is done; which way it went is not said before the form is issued or the refusal communicated. */
function beingCommunicated(concluded: Act): Situation {
  return {
    step: { ro: "Hotărârea casei este în curs de comunicare", en: "The house’s decision is being communicated" },
    holder: CAS,
    since: dayOf(concluded),
    patientMust: { ro: "Așteptați înștiințarea casei.", en: "Wait for the notice of the house." },
    lacks: [],
    notes: [BEFORE_LEAVING, CARERS],
    closed: false,
  };
}

function communicated(told: Act): Situation {
  return {
    step: { ro: "Hotărârea casei a fost comunicată", en: "The house’s decision has been communicated" },
    holder: CAS,
    since: dayOf(told),
    patientMust: {
      ro: "Urmați ce scrie în înștiințarea primită. Întrebați la casă dacă cererea poate trece pe calea Ministerului Sănătății (E112-05).",
      en: "Follow the notice you received. Ask the house whether the request may pass to the Ministry of Health’s route (E112-05).",
    },
    lacks: [],
    notes: [],
    closed: false,
  };
}

function issued(state: E112State, form: FormFacts): Situation {
  const handed = actOf(state, form.copies.find(({ copy }) => copy === 2)?.act);
  const done = actOf(state, state.facts.treatmentDone);
  if (handed === undefined) return toBeCollected(state, form);
  const on = dayOf(handed);
  const copy: Text = {
    ro: `Exemplarul pacientului a fost predat la ${formatDate(on, "ro")} (E112-81).`,
    en: `The patient’s copy was handed over on ${formatDate(on, "en")} (E112-81).`,
  };
  if (done !== undefined) {
    return {
      step: {
        ro: "Tratamentul s-a încheiat; costul se decontează între instituții",
        en: "The treatment has ended; its cost is settled between institutions",
      },
      holder: CAS,
      since: dayOf(done),
      patientMust: NOTHING,
      lacks: [],
      notes: [BETWEEN_INSTITUTIONS, CARERS],
      closed: false,
    };
  }
  return {
    step: { ro: "Formularul este eliberat și predat", en: "The form is issued and handed over" },
    holder: PATIENT,
    since: on,
    patientMust: {
      ro: "Luați formularul cu dumneavoastră la tratament. Când tratamentul s-a încheiat, anunțați casa.",
      en: "Take the form with you to the treatment. When the treatment has ended, tell the house.",
    },
    lacks: [],
    notes: [copy, ...periodOf(form), BETWEEN_INSTITUTIONS, CARERS],
    closed: false,
  };
}

function toBeCollected(state: E112State, form: FormFacts): Situation {
  const act = actOf(state, form.act);
  const left = state.facts.departure !== undefined;
  const replaced: Text = {
    ro: "Formularul dinainte nu mai este valabil: nu îl mai folosiți.",
    en: "The earlier form no longer holds: do not use it any more.",
  };
  return {
    step: {
      ro: "Formularul este eliberat; exemplarul pacientului poate fi ridicat",
      en: "The form is issued; the patient’s copy can be collected",
    },
    holder: CAS,
    since: act === undefined ? lastDay(state) : dayOf(act),
    patientMust: {
      ro: `Ridicați de la casă exemplarul dumneavoastră${left ? "" : ", înainte de a pleca la tratament"} (E112-81).`,
      en: `Collect your copy from the house${left ? "" : ", before you leave for treatment"} (E112-81).`,
    },
    lacks: [],
    notes: [...(form.replaces === undefined ? [] : [replaced]), ...periodOf(form), BETWEEN_INSTITUTIONS, CARERS],
    closed: false,
  };
}

function periodOf({ validFrom, validUntil }: FormFacts): Text[] {
  if (validFrom === undefined || validUntil === undefined) return [];
  return [
    {
      ro: `Formularul este pentru perioada ${formatDate(validFrom, "ro")} – ${formatDate(validUntil, "ro")} (E112-34).`,
      en: `The form is for the period ${formatDate(validFrom, "en")} – ${formatDate(validUntil, "en")} (E112-34).`,
    },
  ];
}

/** Category 1 is no treatment: the request is passed on (E112-86, reading E112-A16). */
function residenceTransfer(state: E112State, openedOn: PlainDate): Situation {
  return {
    step: {
      ro: "Cerere pentru mutarea reședinței în alt stat; casa o trimite mai departe",
      en: "Request for a change of residence to another state; the house passes it on",
    },
    holder: CAS,
    since: stageDay(state, openedOn),
    patientMust: {
      ro: "Acum nu aveți nimic de făcut. Această cerere nu este pentru un tratament (E112-86); casa vă spune unde a trimis-o.",
      en: "There is nothing for you to do now. This request is not for a treatment (E112-86); the house will tell you where it went.",
    },
    lacks: [],
    notes: [],
    closed: false,
  };
}

interface End {
  readonly step: Text;
  readonly holder?: Text;
  readonly patientMust: Text;
  readonly notes?: readonly Text[];
}

/** A file of which no more is said here. */
const CLOSED: End = { step: { ro: "Dosarul este închis", en: "The file is closed" }, patientMust: ASK };
const ENDS: Readonly<Record<string, End>> = {
  completed: {
    step: {
      ro: "Dosarul este încheiat: costul s-a decontat între instituții",
      en: "The file is completed: the cost was settled between institutions",
    },
    patientMust: NOTHING,
    notes: [BETWEEN_INSTITUTIONS],
  },
  "moved-to-ministry-route": {
    step: {
      ro: "Cazul a trecut pe calea Ministerului Sănătății",
      en: "The case has passed to the Ministry of Health’s route",
    },
    holder: DSP,
    patientMust: {
      ro: "Cereți la Direcția de Sănătate Publică (DSP) a județului în care aveți domiciliul numărul și codul noului dosar, și lista documentelor lui (E112-05).",
      en: "Ask the public-health directorate (DSP) of your county of domicile for the number and the code of the new file, and for the list of its documents (E112-05).",
    },
  },
  withdrawn: {
    step: { ro: "Cererea a fost retrasă", en: "The application has been withdrawn" },
    patientMust: NOTHING,
  },
  "passed-on": {
    step: {
      ro: "Cererea pentru mutarea reședinței a fost trimisă mai departe",
      en: "The request for a change of residence has been passed on",
    },
    patientMust: {
      ro: "Întrebați la casă unde a fost trimisă (E112-86).",
      en: "Ask the house where it was sent (E112-86).",
    },
  },
  "form-cancelled": {
    step: { ro: "Formularul a fost anulat", en: "The form has been cancelled" },
    patientMust: {
      ro: "Nu folosiți formularul. Pentru lămuriri întrebați la casă.",
      en: "Do not use the form. Ask the house if anything is unclear.",
    },
  },
};

/** Neither a death nor a closing after a departure is told, nor which way a decision went. */
function ended(state: E112State): Situation {
  const told = actOf(state, state.facts.refusal?.communicated);
  if (state.outcome === "refused" && told !== undefined) return { ...communicated(told), closed: true };
  const { step, holder = CAS, patientMust, notes = [] } = ENDS[state.outcome ?? ""] ?? CLOSED;
  return {
    step,
    holder,
    since: lastDay(state),
    patientMust,
    lacks: [],
    notes,
    closed: true,
  };
}
