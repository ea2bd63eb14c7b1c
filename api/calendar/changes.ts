/** The changes of the calendar, and how far each has been carried into the open files. */
import type pg from "pg";
import { z } from "zod";
import type { CalendarAct } from "../../domain/calendar/acts.ts";
import type {
  CalendarChangePage,
  CalendarChangeView,
  ChangeState,
  DoneAct,
} from "../../domain/calendar/administration.ts";
import type { DeclaredDay } from "../../domain/calendar/working-calendar.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { listScopes, may, type Action, type Person } from "../authorisation.ts";
import { notFound } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";

type Queries = Pick<pg.Pool, "query">;

const PAGE = 25;
const Place = z.tuple([z.int()]);
const MS_PER_SECOND = 1000;

/** Whose changes: all of them, or the national ones and those of some institutions. */
export type ChangeScope = readonly string[] | undefined;

/** The Ministry sees every change; others the national ones and their own. */
export function changesVisibleTo(person: Person, action: Action): ChangeScope {
  if (may(person, action, { national: true })) return undefined;
  return listScopes(person, action).map(({ institution }) => institution);
}

interface ChangeRow {
  readonly number: number;
  readonly institution_id: string | null;
  readonly acts: readonly CalendarAct[];
  readonly by: string | null;
  readonly at: Date;
  readonly state: ChangeState;
  readonly files: number;
  readonly files_done: number;
  readonly moved: number;
  readonly worked_ms: string;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly withdrawn: readonly {
    readonly id: string;
    readonly date: PlainDate;
    readonly kind: DeclaredDay["kind"];
    readonly for: string;
  }[];
}

const READ = `
  SELECT c.number, c.institution_id, c.acts, u.name AS by, c.at, c.state, c.files, c.files_done, c.moved, c.worked_ms,
    c.started_at, c.finished_at,
    (SELECT coalesce(json_agg(json_build_object('id', d.id, 'date', d.date, 'kind', d.kind,
              'for', coalesce(d.institution_id, d.scope))), '[]')
       FROM declared_days d WHERE d.withdrawn_in = c.number) AS withdrawn
  FROM calendar_changes c LEFT JOIN users u ON u.id = c.by
  WHERE c.number > 0 AND ($1::text[] IS NULL OR c.institution_id IS NULL OR c.institution_id = ANY ($1::text[]))`;

/** Newest first. */
export async function listChanges(
  database: Queries,
  scope: ChangeScope,
  cursor: string | undefined,
): Promise<CalendarChangePage> {
  const { rows } = await database.query<ChangeRow>(
    `${READ} AND ($2::int IS NULL OR c.number < $2) ORDER BY c.number DESC LIMIT ${PAGE + 1}`,
    [scope ?? null, cursor === undefined ? null : fromCursor(Place, cursor)[0]],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(changeView),
    ...(rows.length > PAGE && last !== undefined ? { nextCursor: toCursor([last.number]) } : {}),
  };
}

/** @throws ApiError 404 for a change that is none, or somebody else's. */
export async function getChange(database: Queries, scope: ChangeScope, number: number): Promise<CalendarChangeView> {
  const { rows } = await database.query<ChangeRow>(`${READ} AND c.number = $2`, [scope ?? null, number]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return changeView(row);
}

/** The changes after one, the first of them first. */
export async function changesSince(
  database: Queries,
  scope: ChangeScope,
  number: number,
): Promise<CalendarChangeView[]> {
  const { rows } = await database.query<ChangeRow>(`${READ} AND c.number > $2 ORDER BY c.number`, [
    scope ?? null,
    number,
  ]);
  return rows.map(changeView);
}

function changeView(row: ChangeRow): CalendarChangeView {
  const { number, institution_id: institution, by, at, state, files, files_done: filesDone, moved } = row;
  const workedMs = Number(row.worked_ms);
  const rate = workedMs > 0 && filesDone > 0 ? (filesDone * MS_PER_SECOND) / workedMs : undefined;
  const leftMs = rate === undefined ? undefined : (Math.max(0, files - filesDone) / rate) * MS_PER_SECOND;
  return {
    number,
    ...(institution === null ? {} : { institution }),
    acts: row.acts.map((act) => doneAct(act, row)),
    ...(by === null ? {} : { by }),
    at: at.toISOString(),
    state,
    files,
    filesDone,
    moved,
    ...(rate === undefined ? {} : { ratePerSecond: Math.round(rate * 10) / 10 }),
    ...(state !== "running" || leftMs === undefined
      ? {}
      : { estimatedEndAt: new Date(Date.now() + leftMs).toISOString() }),
    ...(row.started_at === null ? {} : { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
  };
}

function doneAct(act: CalendarAct, { withdrawn }: ChangeRow): DoneAct {
  if (act.type !== "withdrawDay") return act;
  const day = withdrawn.find(({ id }) => id === act.id);
  if (day === undefined) return act;
  const { date, kind, for: whom } = day;
  return { ...act, day: { date, kind, for: whom } };
}
