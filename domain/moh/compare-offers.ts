/**
 * Offers side by side: what is missing, what differs, what each comes to in lei, which is the cheapest and which the earliest.
 * It decides nothing: the DSP proposes a clinic and the Ministry selects one (MOH-84, decision 5).
 */
import type { Offer } from "../commands/record-clinic-answer.schema.ts";
import { compareAmounts, findCents, LEI } from "../money/amounts.ts";
import { findLei, type RateOn } from "../money/rates.ts";
import { isPlainDate, type PlainDate } from "../plain-date.ts";
import type { AnswerKind } from "./commands.ts";
import { offerWarnings, type OfferWarning } from "./offer-sum.ts";

type OfferField = keyof Offer;

/** How two offers are told to differ in a field; what names the clinic itself always differs and is not compared. */
const FIELDS = {
  letterhead: "exactly",
  signature: "exactly",
  clinicName: "never",
  clinicAddress: "never",
  contactPerson: "never",
  phone: "never",
  fax: "never",
  email: "never",
  bankAccount: "never",
  patientSurname: "as text",
  patientGivenName: "as text",
  diagnosis: "as text",
  costEvaluation: "as money",
  costProcedure: "as money",
  costPostEvaluation: "as money",
  costPerDay: "as money",
  costTotal: "as money",
  currency: "exactly",
  paymentConditions: "as text",
  admissionDate: "exactly",
} as const satisfies Record<OfferField, "never" | "exactly" | "as text" | "as money">;

/** The clinics of a file, as they are read. */
export interface OfferingClinic {
  readonly id: string;
  readonly answers: readonly { readonly kind: AnswerKind }[];
  readonly offer?: Readonly<Record<string, string | boolean>>;
}

export interface ComparedOffer {
  readonly clinic: string;
  /** Only a clinic with a complete offer can be proposed or selected. */
  readonly complete: boolean;
  /** The data of Annex 10 that are not there, in its order. */
  readonly missing: readonly string[];
  readonly warnings: readonly OfferWarning[];
  /** The total by the rate beside it, rounded once; absent without a total, or without a rate for its currency. */
  readonly totalInLei?: string;
  /** Absent for an offer in lei. */
  readonly rate?: RateOn;
  /** The day of admission had passed. */
  readonly admissionPassed?: true;
}

export interface OfferComparison {
  /** The day by whose rates it is made. */
  readonly on: PlainDate;
  readonly offers: readonly ComparedOffer[];
  /** The fields in which offers differ from each other. */
  readonly differing: readonly string[];
  /** Currencies without a rate: with them it is not known what is the cheapest. */
  readonly withoutRate: readonly string[];
  /** Of the complete offers, the clinics with the lowest total; none while it is not known. */
  readonly cheapest: readonly string[];
  /** Of the complete offers, the clinics with the first day of admission that had not passed. */
  readonly earliest: readonly string[];
}

/** Undefined while there is no offer. `rates`: the latest of each currency on or before the day. */
export function compareOffers(
  clinics: readonly OfferingClinic[],
  rates: ReadonlyMap<string, RateOn>,
  on: PlainDate,
): OfferComparison | undefined {
  const given = clinics.flatMap(({ id, answers, offer }) => {
    const complete = answers.some(({ kind }) => kind === "offer");
    return offer === undefined ? [] : [{ clinic: id, complete, offer }];
  });
  if (given.length === 0) return undefined;
  const complete = given.filter((each) => each.complete);
  const currencies = new Set(given.flatMap(({ offer }) => textOf(offer, "currency") ?? []));
  return {
    on,
    offers: given.map((each) => comparedOffer(each, rates, on)),
    differing: (Object.keys(FIELDS) as OfferField[]).filter((field) => differs(field, given)),
    withoutRate: [...currencies].filter((currency) => currency !== LEI && !rates.has(currency)).toSorted(),
    cheapest: cheapestOf(complete, rates),
    earliest: earliestOf(complete, on),
  };
}

interface Given {
  readonly clinic: string;
  readonly complete: boolean;
  readonly offer: Readonly<Record<string, string | boolean>>;
}

function comparedOffer(
  { clinic, complete, offer }: Given,
  rates: ReadonlyMap<string, RateOn>,
  on: PlainDate,
): ComparedOffer {
  const currency = textOf(offer, "currency");
  const rate = currency === undefined ? undefined : rates.get(currency);
  const totalInLei = leiOf(offer, rates);
  const admission = offer["admissionDate"];
  return {
    clinic,
    complete,
    missing: Object.keys(FIELDS).filter((field) => isMissing(offer[field])),
    warnings: offerWarnings(offer),
    ...(totalInLei === undefined ? {} : { totalInLei }),
    ...(rate === undefined ? {} : { rate }),
    ...(isPlainDate(admission) && admission < on ? { admissionPassed: true } : {}),
  };
}

function isMissing(value: string | boolean | undefined): boolean {
  return value === undefined || value === "" || value === false;
}

function textOf(offer: Given["offer"], field: OfferField): string | undefined {
  const value = offer[field];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function leiOf(offer: Given["offer"], rates: ReadonlyMap<string, RateOn>): string | undefined {
  const [total, currency] = [textOf(offer, "costTotal"), textOf(offer, "currency")];
  return total === undefined || currency === undefined ? undefined : findLei(total, currency, rates.get(currency));
}

/** Offers in one currency are compared in it; in several they are in lei, and only when every one of them is known. */
function cheapestOf(complete: readonly Given[], rates: ReadonlyMap<string, RateOn>): string[] {
  const inOne = new Set(complete.map(({ offer }) => offer["currency"])).size === 1;
  const totals = complete.map(({ clinic, offer }) => ({
    clinic,
    total: inOne ? textOf(offer, "costTotal") : leiOf(offer, rates),
  }));
  if (!totals.every((each): each is { clinic: string; total: string } => findCents(each.total) !== undefined))
    return [];
  const [least] = totals.toSorted((a, b) => compareAmounts(a.total, b.total));
  return totals.filter(({ total }) => compareAmounts(total, least?.total ?? total) === 0).map(({ clinic }) => clinic);
}

function earliestOf(complete: readonly Given[], on: PlainDate): string[] {
  const days = complete.flatMap(({ clinic, offer: { admissionDate: day } }) =>
    isPlainDate(day) && day >= on ? [{ clinic, day }] : [],
  );
  const [first] = days.map(({ day }) => day).toSorted();
  return days.filter(({ day }) => day === first).map(({ clinic }) => clinic);
}

/** What an offer lacks is marked as missing, not as another value. */
function differs(field: OfferField, given: readonly Given[]): boolean {
  const values = given.map(({ offer }) => comparable(field, offer)).filter((value) => value !== undefined);
  return new Set(values).size > 1;
}

function comparable(field: OfferField, offer: Given["offer"]): string | undefined {
  const value = offer[field];
  if (value === undefined || value === "") return undefined;
  switch (FIELDS[field]) {
    case "never":
      return undefined;
    case "exactly":
      return String(value);
    case "as text":
      return foldedText(String(value));
    case "as money":
      return `${findCents(value) ?? String(value)} ${String(offer["currency"])}`;
  }
}

/** Foreign clinics write without diacritics, in capitals, with other hyphens; that is no difference. */
export function foldedText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\s\-–]+/g, " ")
    .trim()
    .toLowerCase();
}

export interface BetterOffers {
  /** Clinics whose total is lower. */
  readonly cheaper: readonly string[];
  /** Clinics that would admit the patient earlier. */
  readonly earlier: readonly string[];
}

/** Why the choice of this clinic asks for reasons; undefined when none is cheaper and none earlier, as far as known. */
export function betterThan(clinic: string, comparison: OfferComparison | undefined): BetterOffers | undefined {
  if (comparison?.offers.some((offer) => offer.clinic === clinic && offer.complete) !== true) return undefined;
  const { cheapest, earliest } = comparison;
  const cheaper = cheapest.includes(clinic) ? [] : cheapest;
  const earlier = earliest.includes(clinic) ? [] : earliest;
  return cheaper.length === 0 && earlier.length === 0 ? undefined : { cheaper, earlier };
}
