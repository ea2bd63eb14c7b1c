/** A file of the National Bank, shown before it is saved and saved whole or not at all. */
import type pg from "pg";
import { errorSentence } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { RateImport } from "../../domain/money/rate-views.ts";
import { plainRate, type ExchangeRate } from "../../domain/money/rates.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { Person } from "../authorisation.ts";
import { LineProblem } from "../calendar/found-days.ts";
import { ApiError } from "../http/api-error.ts";
import { LOCK_RATES } from "./rates.ts";
import { keyOf, readBnr, type FoundRate } from "./read-bnr.ts";

const MOST_SHOWN = 100;

export interface Importing {
  readonly person: Person;
  readonly today: PlainDate;
  readonly save: boolean;
  readonly language: Language;
}

/**
 * What the file brings; with `save` it is entered. Idempotent: what stands already, just so, is known and left.
 * @throws ApiError 422 when a file with errors is to be saved.
 */
export async function importRates(
  pool: pg.Pool,
  bytes: Uint8Array,
  { person, today, save, language }: Importing,
): Promise<RateImport> {
  const { rates, problems } = readBnr(bytes, today);
  return await inTransaction(pool, async (client) => {
    if (save) await client.query(LOCK_RATES);
    const standing = await standingRates(client, rates);
    const others = rates.flatMap((found) => conflict(found, standing.get(keyOf(found))));
    const errors = [...problems, ...others].toSorted((a, b) => a.line - b.line);
    if (save && errors.length > 0) {
      throw new ApiError(422, "RATES_WITH_ERRORS", { params: { count: errors.length } });
    }
    const fresh = rates.filter((found) => !standing.has(keyOf(found)));
    if (save) await insert(client, person, fresh);
    return {
      saved: save,
      found: fresh.length,
      known: rates.length - fresh.length - others.length,
      ...daysOf(fresh),
      currencies: byCurrency(fresh),
      errors: errors.slice(0, MOST_SHOWN).map(({ line, code, params }) => ({
        line,
        code,
        message: errorSentence(code, params, language),
      })),
      errorCount: errors.length,
    };
  });
}

async function standingRates(client: pg.PoolClient, rates: readonly FoundRate[]): Promise<ReadonlyMap<string, string>> {
  const dates = rates.map(({ date }) => date).toSorted();
  const { rows } = await client.query<ExchangeRate>(
    "SELECT currency, date, rate::text AS rate FROM exchange_rates WHERE withdrawn_at IS NULL AND date BETWEEN $1 AND $2",
    [dates[0] ?? null, dates.at(-1) ?? null],
  );
  return new Map(rows.map((row) => [keyOf(row), plainRate(row.rate)]));
}

function conflict({ line, currency, date, rate }: FoundRate, stands: string | undefined): LineProblem[] {
  if (stands === undefined || stands === rate) return [];
  return [new LineProblem(line, "RATE_STANDS", { currency, date, rate: stands })];
}

async function insert(client: pg.PoolClient, person: Person, rates: readonly FoundRate[]): Promise<void> {
  await client.query(
    `INSERT INTO exchange_rates (id, currency, date, rate, source, entered_by)
     SELECT gen_random_uuid(), given.currency, given.date, given.rate, 'imported', $4
     FROM unnest($1::text[], $2::date[], $3::numeric[]) AS given(currency, date, rate)`,
    [rates.map(({ currency }) => currency), rates.map(({ date }) => date), rates.map(({ rate }) => rate), person.id],
  );
}

function daysOf(rates: readonly FoundRate[]): { firstOn?: PlainDate; lastOn?: PlainDate } {
  const dates = rates.map(({ date }) => date).toSorted();
  const [firstOn, lastOn] = [dates[0], dates.at(-1)];
  return firstOn === undefined || lastOn === undefined ? {} : { firstOn, lastOn };
}

/** How many of each currency, with the latest. */
function byCurrency(rates: readonly FoundRate[]): RateImport["currencies"] {
  const latest = new Map<string, ExchangeRate & { readonly count: number }>();
  for (const { currency, date, rate } of rates) {
    const known = latest.get(currency);
    const count = (known?.count ?? 0) + 1;
    latest.set(
      currency,
      known === undefined || known.date < date ? { currency, date, rate, count } : { ...known, count },
    );
  }
  return [...latest.values()].toSorted((a, b) => a.currency.localeCompare(b.currency));
}
