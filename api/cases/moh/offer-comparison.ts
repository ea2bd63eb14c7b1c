/** The offers of a file side by side, by the exchange rates of the day. */
import type pg from "pg";
import { lastAct } from "../../../domain/case/state.ts";
import type { ClinicView } from "../../../domain/case/view.ts";
import { compareOffers, type OfferComparison } from "../../../domain/moh/compare-offers.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { ratesOn } from "../../../prisma/exchange-rates.ts";

/** Asks for rates only when there are offers. */
export async function comparisonOf(
  pool: pg.Pool,
  clinics: readonly ClinicView[],
  on: PlainDate,
): Promise<OfferComparison | undefined> {
  const currencies = clinics.flatMap(({ offer }) => {
    const currency = offer?.["currency"];
    return typeof currency === "string" ? [currency] : [];
  });
  const rates = await ratesOn(pool, currencies, on);
  return compareOffers(clinics, rates, on);
}

/** Once the Ministry has decided, the offers stand as they were compared on that day; before, as they are today. */
export function comparedOn(state: MohState, today: PlainDate): PlainDate {
  return lastAct(state, "decideAtMinistry")?.dates["occurredOn"] ?? today;
}
