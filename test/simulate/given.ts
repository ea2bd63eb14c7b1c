/** What the scenarios of every process say in short: patients, who files, amounts, corrections. */
import type { CaseState } from "../../domain/case/state.ts";
import type { Data } from "./process.ts";
import type { Scenario } from "./scenario.ts";

const ADULT = {
  surname: "Popescu",
  givenName: "Ana",
  birthDate: "1980-05-01",
  domicileCounty: "CJ",
  email: "ana@pacient.example",
};
const MINOR = { ...ADULT, givenName: "Mihai", birthDate: "2021-05-01" };

export type GivenPatient = Record<string, unknown> & { birthDate: string };

/** `own`: what one file says of its patient beside what the scenario says of all. */
export function patientOf({ patient }: Pick<Scenario, "patient">, own: unknown): GivenPatient {
  const given: GivenPatient = {
    ...(patient.kind === "minor" ? MINOR : ADULT),
    ...patient.changed,
    ...(own as Data | undefined),
  };
  if (given["email"] === "none") delete given["email"];
  return given;
}

/** Who files, named by one word or by fields. */
export function asFields(given: Data | string): Data {
  return typeof given === "string" ? { role: given } : given;
}

/** `21500 EUR` as an exact amount and its currency. */
export function sumOf(text: unknown): [amount: string, currency: string] {
  const [, whole = "0", cents = "00", currency = "EUR"] =
    /^ ?(\d+)(?:[.,](\d{2}))? ?([A-Z]{3})?$/.exec(String(text)) ?? [];
  return [`${whole}.${cents}`, currency];
}

export function sumIn(text: unknown): { amount: string; currency: string } {
  const [amount, currency] = sumOf(text);
  return { amount, currency };
}

/** An amount with its currency, said in one text or already in parts. */
export function moneyOf(given: unknown): { amount: unknown; currency: unknown } {
  return typeof given === "object" && given !== null && "amount" in given && "currency" in given
    ? { amount: given.amount, currency: given.currency }
    : sumIn(given);
}

/** `{ act, field, to }`: the last act of that type, or one of its dates, is corrected. */
export function correctionOf(given: Data, { acts }: Pick<CaseState, "acts">): Data {
  const { act, to, ...rest } = given;
  const corrects = Object.values(acts).findLast(({ type }) => type === act)?.seq;
  const what = rest["field"] === undefined ? { newOccurredOn: to } : { newValue: to };
  return {
    ...(corrects === undefined ? {} : { corrects }),
    ...(to === undefined ? {} : what),
    reason: "greșeală de scriere",
    ...rest,
  };
}

/** What a scenario says is null is left out. */
export function withoutNull(payload: Data): Data {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
}
