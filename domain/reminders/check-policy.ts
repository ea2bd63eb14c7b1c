/** Whether an institution's own stages for a term make sense: what is wrong with each, and what is allowed. */
import type { Text } from "../case/commands.ts";
import { AUDIENCES, audienceText, type Audience } from "../messages/audience.ts";
import { PLACES, unknownPlaces } from "../messages/words.ts";
import { isOfPatientSide } from "./plan.ts";
import { REMINDER_KINDS, REMINDER_POLICIES, type PolicyKey, type ReminderKind, type ReminderStage } from "./policy.ts";

export const MOST_STAGES = 12;
export const LONGEST_SUBJECT = 120;
export const LONGEST_LEAD = 600;

/** Working days from the due date that a kind of reminder may have: the first and the last. */
export const DAYS_OF_KIND: Readonly<Record<ReminderKind, readonly [from: number, to: number]>> = {
  before: [-30, -1],
  due: [0, 0],
  overdue: [1, 60],
  escalation: [1, 60],
  "second-escalation": [1, 60],
};

const ANYONE: readonly Audience[] = AUDIENCES;
const SUPERIORS: readonly Audience[] = ["supervisor", "head"];

export interface PolicyProblem {
  /** `stages.0.workingDays`; the index is that of the stage. */
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

/** Whom a kind of reminder of a term may go to: the patient side of its own terms alone, escalations to superiors. */
export function audiencesOf(key: PolicyKey, kind: ReminderKind): readonly Audience[] {
  const all = kind === "escalation" || kind === "second-escalation" ? SUPERIORS : ANYONE;
  const { duties } = REMINDER_POLICIES[key];
  return all.filter((audience) => audience !== "patient-side" || duties.some(isOfPatientSide));
}

/** Everything that is wrong with the stages, in the order of the stages; nothing when they can be saved. */
export function policyProblems(key: PolicyKey, stages: readonly ReminderStage[]): PolicyProblem[] {
  if (stages.length === 0 || stages.length > MOST_STAGES) {
    return [
      {
        path: "stages",
        code: "STAGE_COUNT",
        message: {
          ro: `Sunt necesare între 1 și ${MOST_STAGES} mesaje; sunt ${stages.length}.`,
          en: `Between 1 and ${MOST_STAGES} messages are needed; there are ${stages.length}.`,
        },
      },
    ];
  }
  return stages.flatMap((stage, index) => [
    ...problemsOfStage(key, stage).map(({ path, ...problem }) => ({ path: `stages.${index}.${path}`, ...problem })),
    ...(stages.findIndex((other) => isSame(stage, other)) < index ? [repeated(index)] : []),
  ]);
}

function problemsOfStage(key: PolicyKey, stage: ReminderStage): PolicyProblem[] {
  if (!REMINDER_KINDS.includes(stage.kind)) {
    const kinds = REMINDER_KINDS.join(", ");
    return [
      {
        path: "kind",
        code: "UNKNOWN_KIND",
        message: {
          ro: `Felul „${stage.kind}” nu există; sunt: ${kinds}.`,
          en: `There is no kind "${stage.kind}"; there are: ${kinds}.`,
        },
      },
    ];
  }
  return [...problemsOfDays(stage), ...problemsOfAudience(key, stage), ...problemsOfWords(stage)];
}

function problemsOfDays({ kind, workingDays }: ReminderStage): PolicyProblem[] {
  const [from, to] = DAYS_OF_KIND[kind];
  if (Number.isInteger(workingDays) && workingDays >= from && workingDays <= to) return [];
  const allowed = from === to ? `${from}` : `${from} … ${to}`;
  return [
    {
      path: "workingDays",
      code: "DAYS_OUT_OF_RANGE",
      message: {
        ro: `Zile lucrătoare față de termen: ${allowed}, număr întreg.`,
        en: `Working days from the due date: ${allowed}, a whole number.`,
      },
    },
  ];
}

function problemsOfAudience(key: PolicyKey, { kind, audience }: ReminderStage): PolicyProblem[] {
  const allowed = audiencesOf(key, kind);
  if (allowed.includes(audience)) return [];
  const named = (language: "ro" | "en"): string => allowed.map((each) => audienceText(each)[language]).join(", ");
  return [
    {
      path: "audience",
      code: "AUDIENCE_NOT_ALLOWED",
      message: { ro: `Mesajul poate merge la: ${named("ro")}.`, en: `This message may go to: ${named("en")}.` },
    },
  ];
}

function problemsOfWords({ words }: ReminderStage): PolicyProblem[] {
  if (words === undefined) return [];
  return (["ro", "en"] as const).flatMap((language) => [
    ...problemsOfText(`words.${language}.subject`, words[language].subject, LONGEST_SUBJECT, true),
    ...problemsOfText(`words.${language}.lead`, words[language].lead, LONGEST_LEAD, false),
  ]);
}

function problemsOfText(path: string, text: string, longest: number, isSubject: boolean): PolicyProblem[] {
  const problem = (code: string, ro: string, en: string): PolicyProblem[] => [{ path, code, message: { ro, en } }];
  if (text.trim() === "") return problem("TEXT_EMPTY", "Scrieți textul.", "Write the text.");
  if (text.length > longest) {
    return problem("TEXT_TOO_LONG", `Cel mult ${longest} de caractere.`, `At most ${longest} characters.`);
  }
  if (isSubject && /[\r\n]/.test(text)) {
    return problem("SUBJECT_LINES", "Subiectul este un singur rând.", "The subject is a single line.");
  }
  const unknown = unknownPlaces(text);
  if (unknown.length > 0) {
    const places = PLACES.map((place) => `{${place}}`).join(", ");
    return problem(
      "UNKNOWN_PLACE",
      `Nu se cunoaște ${unknown.join(", ")}; se pot folosi ${places}.`,
      `${unknown.join(", ")} is not known; ${places} may be used.`,
    );
  }
  if (isSubject && !text.includes("{number}")) {
    return problem(
      "SUBJECT_WITHOUT_NUMBER",
      "Subiectul trebuie să cuprindă {number}, numărul de înregistrare.",
      "The subject must hold {number}, the registration number.",
    );
  }
  return [];
}

function isSame(one: ReminderStage, other: ReminderStage): boolean {
  return one.kind === other.kind && one.audience === other.audience && one.workingDays === other.workingDays;
}

function repeated(index: number): PolicyProblem {
  return {
    path: `stages.${index}`,
    code: "STAGE_REPEATED",
    message: {
      ro: "Același mesaj, către aceiași oameni, în aceeași zi, este deja în listă.",
      en: "The same message, to the same people, on the same day, is in the list already.",
    },
  };
}
