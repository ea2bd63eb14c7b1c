/** Which way a treatment abroad is asked for: form E112 (S2), the Ministry's funds, or first a question to somebody (E112-01 to E112-10, E112-77). */
import type { Text } from "../case/commands.ts";
import type { ReadingId, RuleId } from "../law/index.ts";
import type { ApplicantRole } from "./documents.ts";
import { routeCountry, type StateList } from "./countries.ts";

export const ANSWERS = ["yes", "no", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What the form hangs on (reading E112-A1): the three conditions of the route, time, and insured status. */
export const ROUTE_CONDITIONS = ["clinicInEu", "clinicContracted", "inBasicPackage", "notTimely", "insured"] as const;
export type RouteCondition = (typeof ROUTE_CONDITIONS)[number];

/** Conditions A, B and C: when one of them fails, the Ministry's funds may be asked for (E112-05). */
export const OPENS_MINISTRY_ROUTE: readonly RouteCondition[] = ["clinicInEu", "clinicContracted", "inBasicPackage"];

export type RouteAnswers = Readonly<Partial<Record<RouteCondition, Answer | undefined>>> & {
  /** 1: a transfer of residence to another state (E112-86); 2: treatment, the default (E112-87). */
  readonly category?: 1 | 2;
  /** Where the clinic is (ISO 3166-1, two letters). It says by itself whether the form leads there. */
  readonly country?: string | undefined;
  /** The list of states in force, when it is not the usual one (E112-A2). */
  readonly states?: StateList;
  readonly minor: boolean;
  /** Who files; when it is not said, somebody who may. */
  readonly applicantRole?: ApplicantRole;
};

/** `e112`: all is met. `ministry`: the Ministry's funds may be asked for. `ask`: something must be asked, or settled, first. */
export type RouteOutcome = "e112" | "ministry" | "ask";

/** How one condition was answered, and by which rule it counts. */
export interface RouteReason {
  readonly condition: RouteCondition;
  readonly answer: Answer;
  readonly rules: readonly RuleId[];
  readonly readings: readonly ReadingId[];
  readonly text: Text;
  /** Whether the outcome follows from it. */
  readonly decides: boolean;
}

/** What to ask, of whom, before a way can be chosen. */
export interface RouteQuestion {
  readonly about: RouteCondition | "category" | "applicant";
  readonly whom: Text;
  readonly what: Text;
  readonly rules: readonly RuleId[];
}

export interface RouteDecision {
  readonly outcome: RouteOutcome;
  readonly text: Text;
  /** By which rules the outcome is this one. */
  readonly rules: readonly RuleId[];
  readonly readings: readonly ReadingId[];
  readonly reasons: readonly RouteReason[];
  readonly ask: readonly RouteQuestion[];
  /** What stands in the way that was found, by a rule of its own process. */
  readonly cautions: readonly { readonly rule: RuleId; readonly text: Text }[];
}

interface ConditionData {
  readonly rules: readonly RuleId[];
  readonly readings: readonly ReadingId[];
  readonly texts: Readonly<Record<Answer, Text>>;
  readonly ask: { readonly whom: Text; readonly what: Text };
}

const HOUSE = {
  ro: "casa de asigurări de sănătate (CAS) de care aparține pacientul",
  en: "the county health insurance house (CAS) to which the patient belongs",
};
const CLINIC = { ro: "clinica din străinătate", en: "the clinic abroad" };
const DOCTOR = { ro: "medicul curant", en: "the treating doctor" };

const CONDITIONS: Readonly<Record<RouteCondition, ConditionData>> = {
  clinicInEu: {
    rules: ["E112-02"],
    readings: ["E112-A2"],
    texts: {
      yes: {
        ro: "Clinica este într-un stat la care duce formularul E112.",
        en: "The clinic is in a state to which form E112 leads.",
      },
      no: {
        ro: "Clinica nu este într-un stat la care duce formularul E112 (UE, SEE sau lista de state).",
        en: "The clinic is not in a state to which form E112 leads (EU, EEA or the list of states).",
      },
      unknown: {
        ro: "Nu se știe încă în ce stat este clinica.",
        en: "It is not known yet in which state the clinic is.",
      },
    },
    ask: {
      whom: DOCTOR,
      what: {
        ro: "Întrebați în ce clinică și în ce stat se poate face tratamentul.",
        en: "Ask in which clinic and in which state the treatment can be given.",
      },
    },
  },
  clinicContracted: {
    rules: ["E112-03"],
    readings: [],
    texts: {
      yes: {
        ro: "Clinica are contract cu asigurarea publică de sănătate din statul ei.",
        en: "The clinic has a contract with the public health insurance of its state.",
      },
      no: {
        ro: "Clinica nu are contract cu asigurarea publică de sănătate din statul ei.",
        en: "The clinic has no contract with the public health insurance of its state.",
      },
      unknown: {
        ro: "Nu se știe încă dacă clinica are contract cu asigurarea publică din statul ei.",
        en: "It is not known yet whether the clinic has a contract with the public insurance of its state.",
      },
    },
    ask: {
      whom: CLINIC,
      what: {
        ro: "Întrebați dacă are contract cu asigurarea publică de sănătate din statul ei și dacă primește formularul S2.",
        en: "Ask whether it has a contract with the public health insurance of its state, and whether it accepts form S2.",
      },
    },
  },
  inBasicPackage: {
    rules: ["E112-04", "E112-07"],
    readings: ["E112-A1"],
    texts: {
      yes: {
        ro: "Tratamentul este în pachetul de servicii de bază al asiguraților din România.",
        en: "The treatment is in the basic package of persons insured in Romania.",
      },
      no: {
        ro: "Tratamentul nu este în pachetul de servicii de bază al asiguraților din România.",
        en: "The treatment is not in the basic package of persons insured in Romania.",
      },
      unknown: {
        ro: "Nu se știe încă dacă tratamentul este în pachetul de servicii de bază.",
        en: "It is not known yet whether the treatment is in the basic package.",
      },
    },
    ask: {
      whom: {
        ro: "medicul curant sau casa de asigurări de sănătate (CAS)",
        en: "the treating doctor or the county health insurance house (CAS)",
      },
      what: {
        ro: "Întrebați dacă tratamentul este în pachetul de servicii de bază.",
        en: "Ask whether the treatment is in the basic package.",
      },
    },
  },
  notTimely: {
    rules: ["E112-08"],
    readings: [],
    texts: {
      yes: {
        ro: "Tratamentul nu poate fi făcut în România în timpul necesar, după starea pacientului.",
        en: "The treatment cannot be given in Romania within the time needed in the patient’s state of health.",
      },
      no: {
        ro: "Tratamentul poate fi făcut în România în timpul necesar.",
        en: "The treatment can be given in Romania within the time needed.",
      },
      unknown: {
        ro: "Nu se știe încă dacă tratamentul poate fi făcut la timp în România.",
        en: "It is not known yet whether the treatment can be given in time in Romania.",
      },
    },
    ask: {
      whom: DOCTOR,
      what: {
        ro: "Întrebați dacă tratamentul poate fi făcut în România în timpul necesar, după starea pacientului și evoluția bolii; motivele se scriu în raportul medical.",
        en: "Ask whether the treatment can be given in Romania within the time needed, given the patient’s state and the course of the disease; the reasons go into the medical report.",
      },
    },
  },
  insured: {
    rules: ["E112-77"],
    readings: [],
    texts: {
      yes: { ro: "Pacientul este asigurat în România.", en: "The patient is insured in Romania." },
      no: { ro: "Pacientul nu este asigurat în România.", en: "The patient is not insured in Romania." },
      unknown: {
        ro: "Nu se știe încă dacă pacientul este asigurat în România.",
        en: "It is not known yet whether the patient is insured in Romania.",
      },
    },
    ask: {
      whom: HOUSE,
      what: {
        ro: "Întrebați dacă pacientul este asigurat și cum se obține adeverința de asigurat.",
        en: "Ask whether the patient is insured and how to obtain the certificate of insured status.",
      },
    },
  },
};

/** For a child the parents' status is checked (E112-73; reading E112-A11). */
const CHILD_INSURED: ConditionData = {
  rules: ["E112-77", "E112-73"],
  readings: ["E112-A11"],
  texts: {
    yes: { ro: "Părinții copilului sunt asigurați în România.", en: "The child’s parents are insured in Romania." },
    no: {
      ro: "Părinții copilului nu sunt asigurați în România.",
      en: "The child’s parents are not insured in Romania.",
    },
    unknown: {
      ro: "Nu se știe încă dacă părinții copilului sunt asigurați în România.",
      en: "It is not known yet whether the child’s parents are insured in Romania.",
    },
  },
  ask: {
    whom: HOUSE,
    what: {
      ro: "Întrebați dacă părinții sunt asigurați; când numai unul este asigurat, hotărăște o persoană de la casă.",
      en: "Ask whether the parents are insured; when only one is, a person at the house decides.",
    },
  },
};

/** What is asked when a condition that the Ministry's funds do not stand in for is not met. */
const NOT_MET: Readonly<Partial<Record<RouteCondition, RouteQuestion>>> = {
  notTimely: {
    about: "notTimely",
    whom: DOCTOR,
    what: {
      ro: "Dacă starea pacientului sau boala nu îngăduie așteptarea, întrebați medicul dacă răspunsul rămâne același: formularul se cere numai când tratamentul nu poate fi făcut la timp în România.",
      en: "When the patient’s state or the disease does not allow waiting, ask the doctor whether the answer stays: the form is asked for only when the treatment cannot be given in time in Romania.",
    },
    rules: ["E112-08", "E112-78"],
  },
  insured: {
    about: "insured",
    whom: HOUSE,
    what: {
      ro: "Întrebați cum se dobândește calitatea de asigurat; fără ea, dosarul medical nu ajunge să fie analizat.",
      en: "Ask how to become insured; without it the medical dossier does not come to be examined.",
    },
    rules: ["E112-77", "E112-78"],
  },
};

const RESIDENCE: RouteDecision = {
  outcome: "ask",
  text: {
    ro: "Pentru mutarea reședinței în alt stat, formularul are altă folosință, în afara tratamentului în străinătate. Întrebați la casa de asigurări de sănătate.",
    en: "For a transfer of residence to another state the form has another use, outside treatment abroad. Ask the health insurance house.",
  },
  rules: ["E112-86"],
  readings: ["E112-A16"],
  reasons: [],
  ask: [
    {
      about: "category",
      whom: HOUSE,
      what: {
        ro: "Cereți formularul pentru transferul temporar sau definitiv al reședinței pe teritoriul altui stat UE/SEE.",
        en: "Ask for the form for a temporary or permanent transfer of residence to another EU/EEA state.",
      },
      rules: ["E112-86"],
    },
  ],
  cautions: [],
};

/** The child's list has no power of attorney (E112-72): when somebody else files, a person decides (reading E112-A10). */
const OTHER_FOR_CHILD: RouteQuestion = {
  about: "applicant",
  whom: HOUSE,
  what: {
    ro: "Întrebați dacă altcineva decât un părinte sau tutorele poate depune pentru copil, și cu ce acte: lista pentru copii nu prevede împuternicire.",
    en: "Ask whether somebody other than a parent or the guardian may file for the child, and with which papers: the list for children knows no power of attorney.",
  },
  rules: ["E112-72"],
};

const OUTCOME_TEXTS = {
  e112: {
    ro: "Urmați calea formularului E112 (S2), la casa de asigurări de sănătate: toate condițiile sunt îndeplinite. Când condițiile sunt îndeplinite, formularul nu poate fi refuzat.",
    en: "Take the way of form E112 (S2), at the health insurance house: all the conditions are met. When the conditions are met, the form cannot be refused.",
  },
  ministry: {
    ro: "Formularul E112 nu se poate cere. Se pot cere fonduri de la Ministerul Sănătății, prin direcția de sănătate publică (DSP) a județului.",
    en: "Form E112 cannot be asked for. Funds may be asked of the Ministry of Health, through the county public-health directorate (DSP).",
  },
  notMet: {
    ro: "Cu aceste răspunsuri formularul E112 nu se poate elibera, iar calea Ministerului nu ține locul condiției care lipsește. Întrebați înainte de a merge mai departe.",
    en: "With these answers form E112 cannot be issued, and the Ministry’s way does not stand in for the condition that fails. Ask before going on.",
  },
  otherForChild: {
    ro: "Condițiile sunt îndeplinite, dar depunerea de către altcineva în numele unui copil nu este prevăzută: hotărăște o persoană de la casă. Poate depune un părinte sau tutorele.",
    en: "The conditions are met, but somebody else filing for a child is not foreseen: a person at the house decides. A parent or the guardian may file.",
  },
  unknown: {
    ro: "Calea nu se poate alege încă: mai sunt de aflat răspunsuri.",
    en: "The way cannot be chosen yet: some answers are still to be found out.",
  },
} as const satisfies Record<string, Text>;

/** The way that follows from the answers. An answer that is not given is an unknown one. */
export function decideRoute(answers: RouteAnswers): RouteDecision {
  if (answers.category === 1) return RESIDENCE;
  const answered = ROUTE_CONDITIONS.map((condition) => ({
    condition,
    answer: answerOf(condition, answers),
    data: condition === "insured" && answers.minor ? CHILD_INSURED : CONDITIONS[condition],
  }));
  const failing = answered.filter(({ answer }) => answer === "no");
  const opening = failing.filter(({ condition }) => OPENS_MINISTRY_ROUTE.includes(condition));
  const unknown = answered.filter(({ answer }) => answer === "unknown");

  const reasonsBy = (deciding: readonly { readonly condition: RouteCondition }[]): RouteReason[] =>
    answered.map(({ condition, answer, data }) => ({
      condition,
      answer,
      rules: data.rules,
      readings: data.readings,
      text: data.texts[answer],
      decides: deciding.some((reason) => reason.condition === condition),
    }));

  if (opening.length > 0) {
    return {
      outcome: "ministry",
      text: OUTCOME_TEXTS.ministry,
      rules: ["E112-05"],
      readings: ["E112-A1"],
      reasons: reasonsBy(opening),
      ask: [],
      cautions: failing.some(({ condition }) => condition === "notTimely") ? [CAN_BE_DONE_HERE] : [],
    };
  }
  const otherForChild = answers.minor && answers.applicantRole === "otherPerson";
  if (failing.length > 0 || unknown.length > 0) {
    return {
      outcome: "ask",
      text: failing.length > 0 ? OUTCOME_TEXTS.notMet : OUTCOME_TEXTS.unknown,
      rules: failing.length > 0 ? failing.flatMap(({ data }) => data.rules) : ["E112-01", "E112-91"],
      readings: otherForChild ? ["E112-A1", "E112-A10"] : ["E112-A1"],
      reasons: reasonsBy(failing.length > 0 ? failing : unknown),
      ask: [
        ...failing.flatMap(({ condition }) => NOT_MET[condition] ?? []),
        ...unknown.map(({ condition, data }) => ({ about: condition, ...data.ask, rules: data.rules })),
        ...(otherForChild ? [OTHER_FOR_CHILD] : []),
      ],
      cautions: [],
    };
  }
  if (otherForChild) {
    return {
      outcome: "ask",
      text: OUTCOME_TEXTS.otherForChild,
      rules: OTHER_FOR_CHILD.rules,
      readings: ["E112-A10"],
      reasons: reasonsBy([]),
      ask: [OTHER_FOR_CHILD],
      cautions: [],
    };
  }
  return {
    outcome: "e112",
    text: OUTCOME_TEXTS.e112,
    rules: ["E112-01", "E112-10"],
    readings: ["E112-A1"],
    reasons: reasonsBy(answered),
    ask: [],
    cautions: [],
  };
}

/** The Ministry's way asks for a letter that says the opposite of that answer. */
const CAN_BE_DONE_HERE: RouteDecision["cautions"][number] = {
  rule: "MOH-07",
  text: {
    ro: "Ați răspuns că tratamentul poate fi făcut la timp în România; pentru fondurile Ministerului, scrisoarea medicală trebuie să spună limpede că nu poate fi făcut în România.",
    en: "You answered that the treatment can be given in time in Romania; for the Ministry’s funds the medical letter must say clearly that it cannot be given in Romania.",
  },
};

/** The country of the clinic is a fact and goes before what was answered about it. */
function answerOf(condition: RouteCondition, answers: RouteAnswers): Answer {
  if (condition === "clinicInEu" && answers.country !== undefined) {
    return routeCountry(answers.country, answers.states) ? "yes" : "no";
  }
  return answers[condition] ?? "unknown";
}
