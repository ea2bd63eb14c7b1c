/** The calendar as it stands, with what its owners need to change it: the ids of its days, and who declared them. */
import type pg from "pg";
import type { StandingCalendar, StandingDay } from "../../domain/calendar/acts.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { LATEST_CALENDAR } from "../../prisma/calendar-reader.ts";

type Queries = Pick<pg.Pool, "query">;

/** A declared day that stands, and how it came to. */
export interface RecordedDay extends StandingDay {
  readonly declaredIn: number;
  readonly declaredAt: string;
  readonly declaredBy: string | null;
}

/** Days that stood after a change of the calendar, by date. */
export async function recordedDays(database: Queries, number: number): Promise<RecordedDay[]> {
  const { rows } = await database.query<
    Omit<RecordedDay, "institution" | "declaredAt"> & { institution: string | null; declaredAt: Date }
  >(
    `SELECT d.id, d.date, d.kind, d.scope, d.institution_id AS institution, d.legal_act AS "legalAct",
       d.declared_in AS "declaredIn", c.at AS "declaredAt", u.name AS "declaredBy"
     FROM declared_days d JOIN calendar_changes c ON c.number = d.declared_in LEFT JOIN users u ON u.id = c.by
     WHERE d.declared_in <= $1 AND (d.withdrawn_in IS NULL OR d.withdrawn_in > $1)
     ORDER BY d.date, d.kind, d.scope, d.institution_id`,
    [number],
  );
  return rows.map(({ institution, declaredAt, ...row }) => ({
    ...row,
    declaredAt: declaredAt.toISOString(),
    ...(institution === null ? {} : { institution }),
  }));
}

/** The number of the latest change. */
export async function latestNumber(database: Queries): Promise<number> {
  const { rows } = await database.query<{ number: number }>(`SELECT ${LATEST_CALENDAR} AS number`);
  return rows[0]?.number ?? 0;
}

/** The calendar after its latest change, as this connection sees it. */
export async function standingCalendar(
  database: Queries,
  calendars: CalendarReader,
): Promise<StandingCalendar & { readonly days: readonly RecordedDay[] }> {
  const number = await latestNumber(database);
  return { data: await calendars.at(number, database), days: await recordedDays(database, number) };
}

export interface Institution {
  readonly id: string;
  readonly kind: string;
  readonly name: { readonly ro: string; readonly en: string };
}

export async function institutionsById(database: Queries): Promise<ReadonlyMap<string, Institution>> {
  const { rows } = await database.query<{ id: string; kind: string; name_ro: string; name_en: string }>(
    "SELECT id, kind, name_ro, name_en FROM institutions",
  );
  return new Map(rows.map(({ id, kind, name_ro: ro, name_en: en }) => [id, { id, kind, name: { ro, en } }]));
}
