/** The exchange rates that the Ministry keeps: the list, an entry, a withdrawal. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { currencyField, dateField } from "../../domain/commands/define.schema.ts";
import { LEI } from "../../domain/money/amounts.ts";
import { isRate, plainRate, rateOnDay, type ExchangeRate } from "../../domain/money/rates.ts";
import type { RatePage, RateView } from "../../domain/money/rate-views.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { Person } from "../authorisation.ts";
import { ApiError, invalidField, notFound } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, language, optional } from "../http/query.ts";

const PAGE = 60;

export const RateQuery = z.strictObject({ currency: optional(currencyField), cursor, lang: language });
export const RateEntry = z.strictObject({
  currency: currencyField,
  date: dateField,
  /** Lei for one unit, an exact decimal. */
  rate: z.string().refine(isRate, { params: { code: "rate" } }),
});

/** SQL: until the transaction ends nobody else enters rates. Any constant will do. */
export const LOCK_RATES = "SELECT pg_advisory_xact_lock(4217002)";

interface Row {
  readonly id: string;
  readonly currency: string;
  readonly date: PlainDate;
  readonly rate: string;
  readonly source: RateView["source"];
  readonly entered_by: string | null;
  readonly entered_at: Date;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: Date | null;
}

const SELECT = `
  SELECT r.id, r.currency, r.date, r.rate::text AS rate, r.source, e.name AS entered_by, r.entered_at,
    w.name AS withdrawn_by, r.withdrawn_at
  FROM exchange_rates r LEFT JOIN users e ON e.id = r.entered_by LEFT JOIN users w ON w.id = r.withdrawn_by`;

const Place = z.tuple([z.custom<PlainDate>(isPlainDate), z.string(), z.uuid()]);

/** A page of what was entered, the newest day first, with the rates that count today. */
export async function listRates(
  pool: pg.Pool,
  { currency, cursor: from }: z.output<typeof RateQuery>,
  today: PlainDate,
): Promise<RatePage> {
  const place = from === undefined ? undefined : fromCursor(Place, from);
  const [{ rows }, { rows: latest }] = await Promise.all([
    pool.query<Row>(
      `${SELECT} WHERE ($1::text IS NULL OR r.currency = $1)
         AND ($2::date IS NULL OR (r.date, r.currency, r.id) < ($2::date, $3::text, $4::uuid))
       ORDER BY r.date DESC, r.currency DESC, r.id DESC LIMIT ${PAGE + 1}`,
      [currency ?? null, ...(place ?? [null, null, null])],
    ),
    pool.query<ExchangeRate>(
      `SELECT DISTINCT ON (currency) currency, rate::text AS rate, date FROM exchange_rates
       WHERE withdrawn_at IS NULL AND date <= $1::date ORDER BY currency, date DESC`,
      [today],
    ),
  ]);
  const items = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? items.at(-1) : undefined;
  return {
    today,
    latest: latest.map((row) => rateOnDay({ ...row, rate: plainRate(row.rate) }, today)),
    items: items.map(rateView),
    ...(last === undefined ? {} : { nextCursor: toCursor([last.date, last.currency, last.id]) }),
  };
}

function rateView(row: Row): RateView {
  return {
    id: row.id,
    currency: row.currency,
    date: row.date,
    rate: plainRate(row.rate),
    source: row.source,
    ...(row.entered_by === null ? {} : { enteredBy: row.entered_by }),
    enteredAt: row.entered_at.toISOString(),
    ...(row.withdrawn_by === null ? {} : { withdrawnBy: row.withdrawn_by }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at.toISOString() }),
  };
}

/**
 * Enters a rate. Idempotent by its content: the same one entered again is answered as it stands.
 * @throws ApiError 422 for lei or a day to come; 409 when another rate stands on that day.
 */
export async function enterRate(
  pool: pg.Pool,
  person: Person,
  { currency, date, rate }: ExchangeRate,
  today: PlainDate,
): Promise<{ rate: RateView; created: boolean }> {
  if (currency === LEI) throw invalidField("RATE_OF_LEI", "currency");
  if (date > today) throw invalidField("RATE_IN_FUTURE", "date", { date });
  return await inTransaction(pool, async (client) => {
    await client.query(LOCK_RATES);
    const standing = await client.query<Row>(
      `${SELECT} WHERE r.currency = $1 AND r.date = $2::date AND r.withdrawn_at IS NULL`,
      [currency, date],
    );
    const known = standing.rows.map(rateView)[0];
    if (known !== undefined) {
      if (known.rate === plainRate(rate)) return { rate: known, created: false };
      throw new ApiError(409, "RATE_STANDS", { params: { currency, date, rate: known.rate } });
    }
    const id = randomUUID();
    await client.query(
      `INSERT INTO exchange_rates (id, currency, date, rate, source, entered_by) VALUES ($1, $2, $3, $4, 'entered', $5)`,
      [id, currency, date, rate, person.id],
    );
    return { rate: await getRate(client, id), created: true };
  });
}

/** A withdrawn rate counts nowhere from now on. Idempotent: withdrawn once, it stays so. @throws ApiError 404. */
export async function withdrawRate(pool: pg.Pool, person: Person, id: string): Promise<RateView> {
  await pool.query(
    "UPDATE exchange_rates SET withdrawn_at = now(), withdrawn_by = $2 WHERE id = $1 AND withdrawn_at IS NULL",
    [id, person.id],
  );
  return await getRate(pool, id);
}

async function getRate(database: Pick<pg.Pool, "query"> | pg.PoolClient, id: string): Promise<RateView> {
  const { rows } = await database.query<Row>(`${SELECT} WHERE r.id = $1`, [id]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return rateView(row);
}
