/** The calendar as it stood after any of its changes. */
import type pg from "pg";
import type { CalendarData } from "../domain/calendar/calendar-data.ts";

/** SQL: the number of the latest change of the calendar, to be asked beside whatever else a query reads. */
export const LATEST_CALENDAR = "(SELECT max(number) FROM calendar_changes)";

/** Any constant will do. */
const LOCK = 4_217_001;
/** SQL: until the transaction ends nobody saves a change of the calendar, and those who count with it have ended theirs. */
export const LOCK_CALENDAR = `SELECT pg_advisory_xact_lock(${LOCK})`;
/**
 * SQL: begins a transaction that counts with the latest calendar and writes what came of it. A change is saved before it
 * begins or after it has ended, so whoever carries the change into the files finds what was written without it.
 */
export const BEGIN_COUNTING = `BEGIN; SELECT pg_advisory_xact_lock_shared(${LOCK})`;

/** Calendars kept in memory. An old one is asked for by the explanation of an old due date. */
const KEPT = 32;

const READ = `
  SELECT
    (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('date', date, 'kind', kind, 'scope', scope,
            'legalAct', legal_act, 'institution', institution_id)) ORDER BY date, kind, id), '[]')
       FROM declared_days WHERE declared_in <= $1 AND (withdrawn_in IS NULL OR withdrawn_in > $1)) AS "declared",
    (SELECT coalesce(json_agg(year ORDER BY year), '[]') FROM confirmed_years WHERE confirmed_in <= $1) AS "confirmedYears",
    (SELECT coalesce(json_agg(r), '[]') FROM (SELECT DISTINCT ON (rule) rule, interrupted, citation
       FROM rule_interruptions WHERE set_in <= $1 ORDER BY rule, set_in DESC) r) AS "interruptions"
  FROM calendar_changes WHERE number = $1`;

type Queries = Pick<pg.Pool, "query">;

export interface CalendarReader {
  /** The calendar as it stands. */
  latest(): Promise<CalendarData>;
  /**
   * As it stood after this change, read once and kept: what a number names never changes. `within`: the connection to
   * read by, for who holds one. @throws RangeError when there was no such change.
   */
  at(number: number, within?: Queries): Promise<CalendarData>;
}

export function createCalendarReader(pool: Queries): CalendarReader {
  const kept = new Map<number, Promise<CalendarData>>();
  async function at(number: number, within: Queries = pool): Promise<CalendarData> {
    const known = kept.get(number);
    if (known !== undefined) return await known;
    const reading = read(within, number);
    kept.set(number, reading);
    const [oldest = number] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    try {
      return await reading;
    } catch (error) {
      kept.delete(number); // asked again next time
      throw error;
    }
  }
  return {
    at,
    async latest() {
      const { rows } = await pool.query<{ number: number }>(`SELECT ${LATEST_CALENDAR} AS number`);
      return await at(rows[0]?.number ?? 0);
    },
  };
}

async function read(database: Queries, number: number): Promise<CalendarData> {
  const { rows } = await database.query<Omit<CalendarData, "number">>(READ, [number]);
  const [row] = rows;
  if (row === undefined) throw new RangeError(`the calendar has no change ${number}`);
  return { number, ...row };
}
