/** Exchange rates as they stand in the table of the Ministry. Rates leave it as exact decimals, in texts. */
import type pg from "pg";
import { LEI } from "../domain/money/amounts.ts";
import { plainRate, rateOnDay, type ExchangeRate, type RateOn } from "../domain/money/rates.ts";
import type { PlainDate } from "../domain/plain-date.ts";

type Queries = Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">;

/** For each currency the latest rate on or before the day; a currency without one is absent, and lei need none. */
export async function ratesOn(
  database: Queries,
  currencies: Iterable<string>,
  day: PlainDate,
): Promise<ReadonlyMap<string, RateOn>> {
  const wanted = [...new Set(currencies)].filter((currency) => currency !== LEI);
  if (wanted.length === 0) return new Map();
  const { rows } = await database.query<ExchangeRate>({
    name: "rates-on",
    text: `SELECT r.currency, r.rate, r.date FROM unnest($1::text[]) wanted(currency) CROSS JOIN LATERAL (
        SELECT currency, rate::text AS rate, date FROM exchange_rates
        WHERE currency = wanted.currency AND date <= $2::date AND withdrawn_at IS NULL ORDER BY date DESC LIMIT 1) r`,
    values: [wanted, day],
  });
  return new Map(rows.map((row) => [row.currency, rateOnDay({ ...row, rate: plainRate(row.rate) }, day)]));
}
