/** A change of the calendar on its way into the open files. What is wanted of it stands in `calendar_changes`. */
import { setTimeout as sleep } from "node:timers/promises";
import { Context } from "@temporalio/activity";
import type pg from "pg";
import { reachOf, type CalendarAct, type StandingDay } from "../../domain/calendar/acts.ts";
import { isOutOfDate } from "../../domain/calendar/effect.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { countFiles, groupTerms, pageOfTerms, type TermFilter } from "../../prisma/open-terms.ts";
import type { CalendarActivities, ChangeState, RecomputedPage } from "../calendar-activities.ts";
import type { EngineCalls } from "../engine-calls.ts";

/** Files that recompute at the same time: officers' commands find room beside them. */
const AT_ONCE = 16;
const PAGE = 128;
/** Files looked at in one query, and the most queries of one page: where little moves, a page may hold few files or none. */
const LOOKED_AT = 512;
const MOST_LOOKS = 40;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
const PROGRESS_MS = 1_000;
/** Pauses before a file that did not answer is asked again, in milliseconds. */
const RETRY_PAUSES_MS = [100, 500, 2_000] as const;

export interface ApplyDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly engine: Pick<EngineCalls, "recompute" | "startCalendarChange">;
}

export function calendarActivities(dependencies: ApplyDependencies): CalendarActivities {
  const { pool, engine } = dependencies;
  return {
    beginCalendarChange: (number) => begin(dependencies, number),
    nextFiles: ({ number, after }) => nextFiles(dependencies, number, after),
    recomputeFiles: (page) => recomputeFiles(dependencies, page),
    finishCalendarChange: (number) => finish(pool, number),
    async startCalendarChanges() {
      const { rows } = await pool.query<{ number: number }>(
        "SELECT number FROM calendar_changes WHERE state IN ('saved', 'running') ORDER BY number",
      );
      for (const { number } of rows) await engine.startCalendarChange(number);
    },
  };
}

async function begin(dependencies: ApplyDependencies, number: number): Promise<ChangeState> {
  const { pool, calendars } = dependencies;
  const { state, isNew } = await wanted(pool, number);
  if (state === "stopped" || state === "done") return state;
  if (!isNew) return await set(pool, number, null);
  const filter = await filterOf(pool, number);
  const calendar = await calendars.latest();
  const groups = (await groupTerms(pool, filter)).filter(({ term }) => isOutOfDate(term, calendar));
  const keys = groups.map(({ key }) => key);
  const files = keys.length === 0 ? undefined : (await countFiles(pool, filter, keys)).get(null);
  return await set(pool, number, files ?? 0);
}

async function wanted(
  pool: pg.Pool,
  number: number,
): Promise<{ readonly state: ChangeState; readonly isNew: boolean }> {
  const { rows } = await pool.query<{ state: ChangeState; isNew: boolean }>(
    `SELECT state, started_at IS NULL AS "isNew" FROM calendar_changes WHERE number = $1`,
    [number],
  );
  return getRow(rows);
}

async function set(pool: pg.Pool, number: number, files: number | null): Promise<ChangeState> {
  const { rows } = await pool.query<{ state: ChangeState }>(
    `UPDATE calendar_changes SET state = CASE state WHEN 'saved' THEN 'running' ELSE state END,
       started_at = coalesce(started_at, now()), files = coalesce($2, files)
     WHERE number = $1 RETURNING state`,
    [number, files],
  );
  return getRow(rows).state;
}

/** The deadlines that the change can touch and that have not been counted with it. */
async function filterOf(pool: pg.Pool, number: number): Promise<TermFilter> {
  const { rows } = await pool.query<{ acts: readonly CalendarAct[]; withdrawn: readonly StandingDay[] }>(
    `SELECT acts, (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', d.id, 'date', d.date, 'kind', d.kind,
              'scope', d.scope, 'institution', d.institution_id, 'legalAct', d.legal_act))), '[]')
            FROM declared_days d WHERE d.withdrawn_in = c.number) AS withdrawn
     FROM calendar_changes c WHERE number = $1`,
    [number],
  );
  const { acts, withdrawn } = getRow(rows);
  return { reach: reachOf(acts, withdrawn), before: number };
}

async function nextFiles(
  { pool, calendars }: ApplyDependencies,
  number: number,
  after: string,
): ReturnType<CalendarActivities["nextFiles"]> {
  const filter = await filterOf(pool, number);
  const calendar = await calendars.latest();
  const files: string[] = [];
  let last = after === "" ? BEFORE_ALL : after;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const terms = await pageOfTerms(pool, filter, { after: last, files: LOOKED_AT });
    for (const [file, own] of terms) {
      if (files.length === PAGE) return { files, after: last, isLast: false };
      if (own.some((term) => isOutOfDate(term, calendar))) files.push(file);
      last = file;
    }
    if (terms.size < LOOKED_AT) return { files, after: last, isLast: true };
    Context.current().heartbeat();
  }
  return { files, after: last, isLast: false };
}

async function recomputeFiles(
  { pool, engine }: ApplyDependencies,
  { number, files, filesDone, moved }: Parameters<CalendarActivities["recomputeFiles"]>[0],
): Promise<RecomputedPage> {
  const context = Context.current();
  const progress = { filesDone, moved };
  let [taken, failed] = [0, 0];
  let state: ChangeState = "running";
  let written = performance.now();
  async function write(): Promise<void> {
    const now = performance.now();
    const worked = Math.round(now - written);
    written = now;
    state = await writeProgress(pool, number, { ...progress, worked });
  }
  async function work(): Promise<void> {
    while (state !== "stopped") {
      const file = files[taken];
      if (file === undefined) return;
      taken += 1;
      const answer = await told(engine, file, number, () => context.heartbeat());
      if (answer === undefined) failed += 1;
      else {
        progress.filesDone += 1;
        progress.moved += answer.moved;
      }
      if (performance.now() - written >= PROGRESS_MS) await write();
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await write();
  return { ...progress, taken, failed };
}

/** Tells a file of the change. @returns how many of its deadlines moved, or undefined when it does not answer. */
async function told(
  engine: ApplyDependencies["engine"],
  file: string,
  change: number,
  heartbeat: () => void,
): Promise<{ readonly moved: number } | undefined> {
  for (const pause of [...RETRY_PAUSES_MS, undefined]) {
    heartbeat();
    try {
      return (await engine.recompute(file, change)) ?? { moved: 0 };
    } catch (error) {
      if (pause === undefined) {
        Context.current().log.warn("a file does not answer to a change of the calendar", {
          change,
          caseId: file,
          error,
        });
        return undefined;
      }
    }
    await sleep(pause);
  }
  return undefined;
}

async function writeProgress(
  pool: pg.Pool,
  number: number,
  { filesDone, moved, worked }: { readonly filesDone: number; readonly moved: number; readonly worked: number },
): Promise<ChangeState> {
  const { rows } = await pool.query<{ state: ChangeState }>(
    `UPDATE calendar_changes SET files_done = $2, moved = $3, worked_ms = worked_ms + $4, files = greatest(files, $2)
     WHERE number = $1 RETURNING state`,
    [number, filesDone, moved, worked],
  );
  return getRow(rows).state;
}

/** Files that closed meanwhile, or took the change with a command of their own, are done too. */
async function finish(pool: pg.Pool, number: number): Promise<ChangeState> {
  await pool.query(
    `UPDATE calendar_changes SET state = 'done', finished_at = now(), files_done = files
     WHERE number = $1 AND state IN ('saved', 'running')`,
    [number],
  );
  return (await wanted(pool, number)).state;
}

function getRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new RangeError("there is no such change of the calendar");
  return row;
}
