/**
 * The conditions on which form E112 hangs, as far as the file knows them (reading E112-A1): the three that open the way
 * (A, B, C), the two that the house examines, and insured status. When all are met, a refusal does not exist (E112-10).
 */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import { routeCountry } from "./countries.ts";
import type { E112State } from "./facts.ts";

export const CONDITION_IDS = ["clinicInEu", "clinicContracted", "inBasicPackage", "notTimely", "insured"] as const;
export type ConditionId = (typeof CONDITION_IDS)[number];

/** A, B and C: when one of them fails, the Ministry's funds may be asked for (E112-05). */
const OPENING: readonly ConditionId[] = ["clinicInEu", "clinicContracted", "inBasicPackage"];

interface ConditionDefinition {
  readonly rule: RuleId;
  readonly title: Text;
  /** What is known of it; undefined while it is not. */
  known(state: E112State): boolean | undefined;
}

export const CONDITIONS = {
  clinicInEu: {
    rule: "E112-02",
    title: { ro: "Clinica este într-un stat UE/SEE sau de pe listă", en: "The clinic is in an EU/EEA or listed state" },
    known: ({ facts: { analysis, clinic, states } }) =>
      clinic === undefined ? analysis?.clinicInEu : routeCountry(clinic.country, states),
  },
  clinicContracted: {
    rule: "E112-03",
    title: {
      ro: "Clinica are contract cu asigurarea publică din statul ei",
      en: "The clinic has a contract with the public insurance of its state",
    },
    known: ({ facts: { analysis, clinic } }) => analysis?.clinicContracted ?? clinic?.publicInsuranceContract,
  },
  inBasicPackage: {
    rule: "E112-07",
    title: {
      ro: "Tratamentul este în pachetul de servicii de bază",
      en: "The treatment is in the basic package of services",
    },
    known: ({ facts: { analysis, statedInBasicPackage } }) => analysis?.inBasicPackage ?? statedInBasicPackage,
  },
  notTimely: {
    rule: "E112-08",
    title: {
      ro: "Tratamentul nu poate fi făcut în România în timpul necesar",
      en: "The treatment cannot be given in Romania within the time needed",
    },
    known: ({ facts: { analysis } }) => analysis?.notTimelyInRomania,
  },
  insured: {
    rule: "E112-77",
    title: { ro: "Persoana este asigurată", en: "The person is insured" },
    known: ({ facts: { insured } }) => insured?.insured,
  },
} as const satisfies Record<ConditionId, ConditionDefinition>;

/** How one condition stands; `met` is absent while it is not known. */
export interface ConditionView {
  readonly id: ConditionId;
  readonly rule: RuleId;
  readonly title: Text;
  readonly met?: boolean;
}

/** Every condition in the order of the guide. */
export function conditionViews(state: E112State): ConditionView[] {
  return CONDITION_IDS.map((id) => {
    const { rule, title, known }: ConditionDefinition = CONDITIONS[id];
    const met = known(state);
    return { id, rule, title, ...(met === undefined ? {} : { met }) };
  });
}

/** The conditions that are known to fail. */
export function failingConditions(state: E112State): ConditionView[] {
  return conditionViews(state).filter(({ met }) => met === false);
}

/** The form has to be issued (E112-10): every condition is known and met. */
export function allConditionsMet(state: E112State): boolean {
  return conditionViews(state).every(({ met }) => met === true);
}

/** The conditions by whose failing the Ministry's way is open (E112-05). */
export function failingOfRoute(state: E112State): ConditionView[] {
  return failingConditions(state).filter(({ id }) => OPENING.includes(id));
}
