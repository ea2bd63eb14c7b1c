/** The sum check of an offer: a difference is pointed out and refuses nothing (MOH-58, reading MOH-A28). */
import { addAmounts, findCents, ofCents } from "../money/amounts.ts";

const PARTS = ["costEvaluation", "costProcedure", "costPostEvaluation"] as const;
/** A difference of so many days in hospital is taken for their cost. */
const MOST_DAYS = 366;

export interface OfferWarning {
  readonly code: "TOTAL_DIFFERS";
  readonly sum: string;
  readonly total: string;
  /** The total is larger by just so many days in hospital, at the offer's own cost of a day (MOH-57). */
  readonly days?: number;
}

/**
 * Compares the parts with the total, in exact cents. The number of days in hospital is no field of Annex 10, so their cost
 * is in no part; where it explains the difference, that is said. Nothing is said of an offer that lacks a part or the total.
 */
export function offerWarnings(offer: Readonly<Record<string, unknown>>): OfferWarning[] {
  const parts = PARTS.map((name) => findCents(offer[name]));
  const total = findCents(offer["costTotal"]);
  if (total === undefined || !parts.every((part) => part !== undefined)) return [];
  const sum = addAmounts(parts.map(ofCents));
  const difference = total - (findCents(sum) ?? 0n);
  if (difference === 0n) return [];
  const days = daysOf(difference, findCents(offer["costPerDay"]));
  return [{ code: "TOTAL_DIFFERS", sum, total: ofCents(total), ...(days === undefined ? {} : { days }) }];
}

function daysOf(difference: bigint, perDay: bigint | undefined): number | undefined {
  if (perDay === undefined || perDay <= 0n || difference < 0n || difference % perDay !== 0n) return undefined;
  const days = difference / perDay;
  return days <= MOST_DAYS ? Number(days) : undefined;
}
