/** How many open items a queue has, from the sums kept beside them. */
import type pg from "pg";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import { LATEST_CALENDAR } from "../../prisma/calendar-reader.ts";
import { SETTINGS_IN_FORCE } from "../../prisma/settings.ts";
import { conditions, dueConditions, parameters, type QueueOf } from "./conditions.ts";
import type { TaskQuery } from "./task-query.ts";

export interface Counts {
  readonly total: number;
  readonly overdue: number;
  readonly due_today: number;
  /** The latest change of the calendar. */
  readonly calendar_number: number;
  readonly settings: SettingsInForce | null;
  /** Rows that the sums are still spread over. */
  readonly unmerged: number;
}

/** So many rows of changes are worth merging. */
const MANY_CHANGES = 1_000;

/** Total of what the filters let through; overdue and due today whatever of the dates is shown. */
export async function countTasks(pool: pg.Pool, queue: QueueOf, query: TaskQuery): Promise<Counts> {
  const { list, add } = parameters();
  // Whose file it is does not stand in the sums: then the items themselves are counted.
  const [source, open, wanted] =
    query.officer === undefined ? ["work_item_counts", "open", ["true"]] : ["work_items", "1", ["closed_at IS NULL"]];
  const today = add(queue.today);
  const due = dueConditions(queue, query, add);
  const all = [
    ...wanted,
    `institution_id = ANY (${add(queue.institutions)}::text[])`,
    ...conditions(queue, query, add),
  ];
  const sum = (filter: string): string => `coalesce(sum(${open}) FILTER (WHERE ${filter}), 0)::int`;
  const text = `
    SELECT ${sum(due.length === 0 ? "true" : due.join(" AND "))} AS total, ${sum(`due_on < ${today}::date`)} AS overdue,
      ${sum(`due_on = ${today}::date`)} AS due_today, ${LATEST_CALENDAR} AS calendar_number, ${SETTINGS_IN_FORCE} AS settings,
      ${query.officer === undefined ? "(count(*) FILTER (WHERE NOT merged))::int" : "0"} AS unmerged
    FROM ${source} WHERE ${all.join(" AND ")}`;
  const { rows } = await pool.query<Counts>(text, list);
  return rows[0] ?? { total: 0, overdue: 0, due_today: 0, calendar_number: 0, settings: null, unmerged: 0 };
}

/** Merges the rows of these institutions when there are many. Any number of mergers at once leave the sums as they are. */
export async function mergeCounts(pool: pg.Pool, institutions: readonly string[], { unmerged }: Counts): Promise<void> {
  if (unmerged < MANY_CHANGES) return;
  await pool.query(
    `WITH gone AS (DELETE FROM work_item_counts WHERE institution_id = ANY ($1::text[]) RETURNING *)
     INSERT INTO work_item_counts (institution_id, due_on, step, urgency_class, acts, open, merged)
     SELECT institution_id, due_on, step, urgency_class, acts, sum(open), true FROM gone
     GROUP BY 1, 2, 3, 4, 5 HAVING sum(open) <> 0`,
    [institutions],
  );
}
