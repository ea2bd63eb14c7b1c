/** Reminders and alerts planned anew, of many files, after a change of a policy, of office hours, of the calendar or of a setting. */
import type pg from "pg";
import { calendarsOf } from "../../domain/case/calendars.ts";
import { isRunning, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import { deadlinesOfPolicy, isPolicyKey, policyKey } from "../../domain/reminders/policy.ts";
import { findAlert, watched } from "../../domain/reminders/alerts.ts";
import { LATEST_CALENDAR, type CalendarReader } from "../../prisma/calendar-reader.ts";
import { readSettings } from "../../prisma/settings.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { alertsOf, remindersOf, type PlannedRow } from "../case/messages.ts";
import { processOf } from "../../domain/processes.ts";
import { readOffices } from "../case/offices.ts";
import { planning } from "../case/plan-sql.ts";
import type { ReplanPage, ReplanScope } from "../mail-activities.ts";

/** Files locked and planned in one transaction: a command to one of them waits for all of them, some tenths of a second. */
const PAGE = 100;

// Open deadlines of an institution, of one policy or of all.
const OF_POLICY = `
  SELECT d.case_id AS id FROM deadlines d
  WHERE d.institution_id = $1 AND d.state = 'running' AND ($2::text IS NULL OR (d.rule = $2 AND d.basis = $3))
    AND ($4::uuid IS NULL OR d.case_id > $4)
  UNION SELECT p.case_id FROM planned_messages p
  WHERE $2::text IS NULL AND p.institution_id = $1 AND p.state = 'planned' AND p.kind = 'alert'
    AND ($4::uuid IS NULL OR p.case_id > $4)
  ORDER BY 1 LIMIT ${PAGE}`;

// Files in which a step is open that an alert watches over.
const OF_ALERT = `
  SELECT DISTINCT w.case_id AS id FROM work_items w
  WHERE w.closed_at IS NULL AND split_part(w.step, '#', 1) = ANY ($1::text[]) AND ($2::uuid IS NULL OR w.case_id > $2)
  ORDER BY 1 LIMIT ${PAGE}`;

// A day that began or ceased to work moves the reminders whose way to the due date leads over it.
const OF_CHANGE = `
  WITH touched AS (SELECT date, institution_id FROM declared_days WHERE declared_in = $1 OR withdrawn_in = $1)
  SELECT DISTINCT p.case_id AS id FROM (
    SELECT case_id, institution_id, (planned_at AT TIME ZONE 'Europe/Bucharest')::date AS leaves,
      CASE WHEN deadline_id IS NOT NULL THEN about::date WHEN kind = 'alert' THEN (params ->> 'since')::date END AS due
    FROM planned_messages WHERE state = 'planned' AND ($2::uuid IS NULL OR case_id > $2)
  ) p JOIN touched t ON t.date BETWEEN least(p.leaves, p.due) AND greatest(p.leaves, p.due)
    AND (t.institution_id IS NULL OR t.institution_id = p.institution_id)
  WHERE p.due IS NOT NULL ORDER BY 1 LIMIT ${PAGE}`;

const LOCK = `
  SELECT id, process, state, home_id, cst_id, ministry_id, patient_has_email,
    CASE WHEN legacy_number IS NOT NULL THEN opened_at END AS brought_at FROM cases WHERE id = ANY ($1::uuid[])
  ORDER BY id FOR UPDATE`;

const KNOWN = `SELECT id FROM planned_messages WHERE case_id = $1 AND deadline_id = ANY ($2::text[])`;

const PLAN = `WITH ${planning({ caseId: "$1", deadlines: "$2", planned: "$3", steps: "$4" })}`;

export interface ReplanDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly now: Date;
}

interface LockedCase extends HouseColumns {
  readonly id: string;
  readonly process: string;
  readonly state: CaseState<never>;
  readonly patient_has_email: boolean;
  readonly brought_at: Date | null;
}

/**
 * Plans the reminders of the next page of files anew, each under the lock of its case, so that no commit is overtaken.
 * What was said is not said again, and what would have been said before is not said now: a change of a policy answers
 * nobody for the past. The same page again changes nothing.
 */
export async function replanPage(dependencies: ReplanDependencies, scope: ReplanScope): Promise<ReplanPage> {
  const ids = await affected(dependencies.pool, scope);
  const last = ids.at(-1);
  if (last === undefined) return { files: 0 };
  await inTransaction(dependencies.pool, async (client) => {
    // Whoever changes a policy or the hours holds the row of the institution until the change stands.
    await client.query("SELECT FROM institutions WHERE id = $1 FOR SHARE", [scope.institution ?? null]);
    const { rows } = await client.query<LockedCase>(LOCK, [ids]);
    const { rows: calendar } = await client.query<{ number: number }>(`SELECT ${LATEST_CALENDAR} AS number`);
    const data = await dependencies.calendars.at(calendar[0]?.number ?? 0, client);
    const houses = new Set(rows.flatMap((row) => Object.values(housesOf(row))));
    const offices = await readOffices(client, [...houses]);
    const settings = await readSettings(client);
    for (const row of rows) {
      const { id, process: name, state, patient_has_email: patientHasEmail, brought_at } = row;
      const institutions = housesOf(row);
      const calendarOf = calendarsOf(data, institutions);
      const { now } = dependencies;
      const process = processOf(name);
      const quietUntil = brought_at ?? undefined;
      const ways = { state, process, institutions, offices, calendarOf, now, patientHasEmail, quietUntil, settings };
      const deadlines = Object.values(state.deadlines).filter((deadline) => concerns(scope, deadline));
      const reminders = deadlines.flatMap((deadline) => remindersOf(ways, deadline));
      const alerts = watched(state).filter(({ alert }) => concernsAlert(scope, alert.id));
      const ids = new Set(alerts.map(({ alert }) => alert.id));
      const said = alertsOf(ways).filter(({ about }) => ids.has(about));
      await plan(client, id, { deadlines, reminders, alerts: [...ids], said });
    }
  });
  return { files: ids.length, ...(ids.length === PAGE ? { after: last } : {}) };
}

async function affected(pool: pg.Pool, scope: ReplanScope): Promise<string[]> {
  const after = scope.after ?? null;
  if (scope.alert !== undefined) {
    const steps = findAlert(scope.alert)?.steps ?? [];
    const { rows } = await pool.query<{ id: string }>(OF_ALERT, [steps, after]);
    return rows.map(({ id }) => id);
  }
  if (scope.change !== undefined) {
    const { rows } = await pool.query<{ id: string }>(OF_CHANGE, [scope.change, after]);
    return rows.map(({ id }) => id);
  }
  const { rule, basis } = isPolicyKey(scope.policy) ? deadlinesOfPolicy(scope.policy) : { rule: null, basis: null };
  const { rows } = await pool.query<{ id: string }>(OF_POLICY, [scope.institution, rule, basis, after]);
  return rows.map(({ id }) => id);
}

function concernsAlert({ policy, alert }: ReplanScope, id: string): boolean {
  return policy === undefined && (alert === undefined || alert === id);
}

function concerns({ policy, alert }: ReplanScope, deadline: DeadlineRecord): boolean {
  return (
    alert === undefined &&
    isRunning(deadline) &&
    (policy === undefined || policyKey(deadline.rule, deadline.basis) === policy)
  );
}

interface Wanted {
  readonly deadlines: readonly DeadlineRecord[];
  readonly reminders: readonly { readonly row: PlannedRow; readonly late: boolean }[];
  /** Alerts planned anew, and what they say. */
  readonly alerts: readonly string[];
  readonly said: readonly PlannedRow[];
}

async function plan(
  client: pg.PoolClient,
  caseId: string,
  { deadlines, reminders, alerts, said }: Wanted,
): Promise<void> {
  const ids = deadlines.map(({ id }) => id);
  const { rows } = await client.query<{ id: string }>({ name: "planned-known", text: KNOWN, values: [caseId, ids] });
  const known = new Set(rows.map(({ id }) => id));
  const wanted = reminders.filter(({ row, late }) => !late || known.has(row.id)).map(({ row }) => row);
  const unique = [...new Map([...wanted, ...said].map((row) => [row.id, row])).values()];
  await client.query({ name: "replan", text: PLAN, values: [caseId, ids, JSON.stringify(unique), alerts] });
}
