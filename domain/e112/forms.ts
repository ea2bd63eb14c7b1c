/** The issued form: its number, its validity, its two copies, its replacement (E112-79 to E112-81, E112-90). */
import type { Act, CaseEvent } from "../case/events.ts";
import type { NumberedAct } from "../case/process.ts";
import { homeOf, type Houses } from "../people/houses.ts";
import type { PlainDate } from "../plain-date.ts";
import { factsOf, type E112CommandType, type FormName } from "./commands.ts";
import { dayOf, validForm, type E112Facts, type E112State, type FormFacts } from "./facts.ts";

/** Who gets which copy (E112-80, E112-81). */
export const COPY_TO = { 1: "issuer", 2: "applicant" } as const;

/** The form that an act issues; its validity is the treatment period of the acceptance. */
export function issuedForm(facts: E112Facts, act: Act, name: FormName, replaces?: FormFacts): FormFacts {
  const { periodFrom, periodTo } = facts.acceptance ?? {};
  return {
    act: act.seq,
    name,
    state: "valid",
    ...(periodFrom === undefined ? {} : { validFrom: periodFrom }),
    ...(periodTo === undefined ? {} : { validUntil: periodTo }),
    ...(replaces === undefined ? {} : { replaces: replaces.act }),
    copies: [],
  };
}

/** Another form comes in the place of the one that holds. */
export function replaceForm(state: E112State, act: Act): void {
  const old = validForm(state);
  if (old === undefined) return;
  old.state = "replaced";
  state.facts.forms.push(issuedForm(state.facts, act, old.name, old));
}

export function handOver(state: E112State, act: Act): void {
  const { copy, to } = factsOf(act, "handOverCopy");
  validForm(state)?.copies.push({ copy, to, act: act.seq });
}

/** Both copies of the form are where they belong. */
export function isHandedOver({ copies }: FormFacts): boolean {
  return copies.length === Object.keys(COPY_TO).length;
}

/** The registers of the process: applications in that of the registry which takes them, forms in one of their own (E112-61). */
export function numberedActs(events: readonly CaseEvent[], houses: Houses): NumberedAct[] {
  return events.flatMap((event) => {
    if (event.type !== "actRecorded") return [];
    const { act } = event;
    const home = homeOf(houses);
    switch (act.type as E112CommandType) {
      case "registerApplication": {
        const { registry, legacyNumber } = factsOf(act, "registerApplication");
        return [{ act: event.seq, register: registry === "CNAS" ? "CNAS" : home, ...keptNumber(legacyNumber) }];
      }
      case "issueForm": {
        const { legacyNumber } = factsOf(act, "issueForm");
        return [{ act: event.seq, register: `E112-${home}`, ...keptNumber(legacyNumber) }];
      }
      case "replaceForm":
        return [{ act: event.seq, register: `E112-${home}` }];
      default:
        return [];
    }
  });
}

function keptNumber(number: string | undefined): Pick<NumberedAct, "kept"> {
  return number === undefined ? {} : { kept: number };
}

/** The number of a form; undefined until the commit has given it. */
export function numberOf({ numbers }: Pick<E112State, "numbers">, { act }: Pick<FormFacts, "act">): string | undefined {
  return numbers?.[act];
}

/** The form of this number. */
export function findForm(state: E112State, number: string): FormFacts | undefined {
  return state.facts.forms.find((form) => numberOf(state, form) === number);
}

export interface FormView {
  readonly number?: string;
  readonly name: FormName;
  readonly state: FormFacts["state"];
  readonly issuedOn?: PlainDate;
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
  /** The number of the form in whose place it came. */
  readonly replaces?: string;
  readonly copies: readonly { readonly copy: 1 | 2; readonly to: "issuer" | "applicant"; readonly on?: PlainDate }[];
}

/** Every form of the file, the first one first; its copies with the day on which each was handed over. */
export function formViews(state: E112State): FormView[] {
  return state.facts.forms.map((form) => {
    const { act, name, state: standing, validFrom, validUntil } = form;
    const number = numberOf(state, form);
    const issuedOn = dayOf(state, act);
    const replaces = form.replaces === undefined ? undefined : numberOf(state, { act: form.replaces });
    return {
      ...(number === undefined ? {} : { number }),
      name,
      state: standing,
      ...(issuedOn === undefined ? {} : { issuedOn }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validUntil === undefined ? {} : { validUntil }),
      ...(replaces === undefined ? {} : { replaces }),
      copies: ([1, 2] as const).map((copy) => {
        const handed = form.copies.find((each) => each.copy === copy);
        const on = handed === undefined ? undefined : dayOf(state, handed.act);
        return { copy, to: COPY_TO[copy], ...(on === undefined ? {} : { on }) };
      }),
    };
  });
}
