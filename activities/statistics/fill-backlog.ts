/** Figures for statistics of files that were there before figures were kept: made from their state, file by file. */
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import type pg from "pg";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { CaseState } from "../../domain/case/state.ts";
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { closedOn } from "../case/commit.ts";
import { processOf } from "../../domain/processes.ts";
import { deadlineRow, workItems } from "../case/rows.ts";

/** Files of one transaction: their acts wait no longer than it takes. */
const PAGE = 50;

const TAKE = `
  SELECT c.id, c.process, c.state, c.registration_number, c.officer_id, c.home_id, c.cst_id, c.ministry_id
  FROM (SELECT case_id FROM statistics_backlog ORDER BY case_id LIMIT $1 FOR UPDATE SKIP LOCKED) b
  JOIN cases c ON c.id = b.case_id ORDER BY c.id FOR UPDATE OF c`;
const WRITE = `
  WITH held AS (
    INSERT INTO holdings (case_id, duty, from_on, until_on, suspended, institution_id)
    SELECT h.file, h.duty, h."fromOn", h."untilOn", h.suspended, h.dsp
    FROM jsonb_to_recordset($1) AS h(file uuid, dsp text, duty text, "fromOn" date, "untilOn" date, suspended boolean)
    ON CONFLICT (case_id, from_on) DO NOTHING
  ), taken AS (
    UPDATE deadlines d SET taken_days = n.taken_days, met_late = n.met_late, is_repeated = n.is_repeated
    FROM jsonb_to_recordset($2) AS n(file uuid, id text, taken_days int, met_late boolean, is_repeated boolean)
    WHERE d.case_id = n.file AND d.id = n.id
  ), ended AS (
    UPDATE work_items w SET ended_on = n.ended_on
    FROM jsonb_to_recordset($3) AS n(file uuid, step text, institution_id text, ended_on date)
    WHERE w.case_id = n.file AND w.step = n.step AND w.institution_id = n.institution_id
  ), money AS (
    INSERT INTO case_money (case_id, seq, kind, "on", amount, currency, institution_id)
    SELECT n.file, n.seq, n.kind, n."on", n.amount, n.currency, n.dsp
    FROM jsonb_to_recordset($4) AS n(file uuid, dsp text, seq int, kind text, "on" date, amount numeric, currency text)
    ON CONFLICT DO NOTHING
  ), closed AS (
    UPDATE cases c SET closed_on = n."closedOn" FROM jsonb_to_recordset($5) AS n(file uuid, "closedOn" date)
    WHERE c.id = n.file AND n."closedOn" IS NOT NULL
  )
  DELETE FROM statistics_backlog b USING jsonb_to_recordset($5) AS n(file uuid) WHERE b.case_id = n.file`;

interface Waiting extends HouseColumns {
  readonly id: string;
  readonly process: string;
  readonly state: CaseState<never>;
  readonly registration_number: string;
  readonly officer_id: string;
}

/** Until none waits. Can be stopped at any time and begun again, and run by several workers at once. Returns how many files it did. */
export async function fillBacklog(pool: pg.Pool, calendars: CalendarReader, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    if (signal?.aborted === true) return done;
    const calendar = await calendars.latest();
    const page = await inTransaction(pool, (client) => fillPage(client, calendar));
    done += page;
    if (page === 0) return done;
  }
}

async function fillPage(client: pg.PoolClient, calendar: CalendarData): Promise<number> {
  const { rows } = await client.query<Waiting>(TAKE, [PAGE]);
  if (rows.length === 0) return 0;
  const figures = rows.map((row) => figuresOf(row, calendar));
  await client.query(WRITE, [
    JSON.stringify(figures.flatMap(({ holdings }) => holdings)),
    JSON.stringify(figures.flatMap(({ deadlines }) => deadlines)),
    JSON.stringify(figures.flatMap(({ items }) => items)),
    JSON.stringify(figures.flatMap(({ money }) => money)),
    JSON.stringify(figures.map(({ closed }) => closed)),
  ]);
  return rows.length;
}

interface Figures {
  readonly holdings: readonly object[];
  readonly deadlines: readonly object[];
  readonly items: readonly object[];
  readonly money: readonly object[];
  readonly closed: { readonly file: string; readonly closedOn: string | null };
}

function figuresOf(row: Waiting, calendar: CalendarData): Figures {
  const { id: file, home_id: home, state } = row;
  // A file without acts is none of the product's.
  if (Object.keys(state.acts ?? {}).length === 0) {
    return { holdings: [], deadlines: [], items: [], money: [], closed: { file, closedOn: null } };
  }
  const process = processOf(row.process);
  const institutions = housesOf(row);
  const place = {
    registrationNumber: row.registration_number,
    officerId: row.officer_id,
    institutions,
    urgencyClass: null,
  };
  const calendarOf = calendarsOf(calendar, institutions);
  const dated = Object.values(state.deadlines).filter(({ due }) => due !== undefined);
  return {
    holdings: process.holdings(state).map((holding) => ({ file, dsp: home, ...holding })),
    deadlines: dated.map((deadline) => {
      const { id, taken_days, met_late, is_repeated } = deadlineRow(state, process, place, deadline, calendarOf);
      return { file, id, taken_days, met_late, is_repeated };
    }),
    items: Object.values(state.steps)
      .flatMap((step) => workItems(state, process, place, step))
      .map(({ step, institution_id, ended_on }) => ({ file, step, institution_id, ended_on })),
    money: process.money(state).map((fact) => ({ file, dsp: home, ...fact })),
    closed: { file, closedOn: closedOn(state) },
  };
}
