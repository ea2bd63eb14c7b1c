/** When a mail server is back after an outage: many letters that wait for one person become one. */
import type pg from "pg";
import { bucharestDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { stillTrue } from "./take-due.ts";

/** Up to so many leave one by one. */
const FEW = 5;
const WAITED_MINUTES = 60;

const WAITING = `
  SELECT m.id, m.recipient_id AS recipient, m.institution_id AS institution, m.attempts, m.next_attempt_at AS next
  FROM messages m
  WHERE m.state = 'planned' AND m.recipient_kind = 'user' AND m.kind NOT IN ('summary', 'digest')
    AND m.planned_at <= $1::timestamptz - interval '${WAITED_MINUTES} minutes' AND ${stillTrue("$2::text")}
    AND m.recipient_id IN (SELECT w.recipient_id FROM messages w WHERE w.state = 'planned'
      GROUP BY w.recipient_id HAVING count(*) > ${FEW})
  ORDER BY m.id FOR UPDATE OF m SKIP LOCKED`;

const MERGE = `
  WITH summaries AS (
    SELECT * FROM jsonb_to_recordset($1) AS s(id uuid, recipient uuid, institution text, attempts int, next timestamptz,
      merged jsonb)
  ), made AS (
    INSERT INTO messages (id, kind, about, recipient_id, recipient_kind, institution_id, params, planned_at, state, attempts,
      next_attempt_at)
    SELECT s.id, 'summary', $3, s.recipient, 'user', s.institution, '{}', $2, 'planned', s.attempts, s.next
    FROM summaries s ON CONFLICT (id) DO NOTHING
  )
  UPDATE messages m SET state = 'merged', merged_into = s.id
  FROM summaries s, jsonb_array_elements_text(s.merged) AS one(id) WHERE m.id = one.id::uuid`;

interface WaitingRow {
  readonly id: string;
  readonly recipient: string;
  readonly institution: string | null;
  readonly attempts: number;
  readonly next: Date;
}

/**
 * Makes one summary of the letters that have waited for an hour for the same person, when there are more than five. The
 * patient side is written to letter by letter. A summary is one for the letters in it. @returns how many were made.
 */
export async function mergeWaiting(pool: pg.Pool, now: Date): Promise<number> {
  const today = bucharestDate(now);
  return await inTransaction(pool, async (client) => {
    const { rows } = await client.query<WaitingRow>({ name: "waiting", text: WAITING, values: [now, today] });
    const letters = new Map<string, WaitingRow[]>();
    for (const row of rows) letters.set(row.recipient, [...(letters.get(row.recipient) ?? []), row]);
    const summaries = [...letters].flatMap(([recipient, all]) => (all.length > FEW ? [summaryOf(recipient, all)] : []));
    if (summaries.length > 0) await client.query(MERGE, [JSON.stringify(summaries), now, today]);
    return summaries.length;
  });
}

function summaryOf(recipient: string, letters: readonly WaitingRow[]): Record<string, unknown> {
  const merged = letters.map(({ id }) => id);
  return {
    id: namedUuid(`summary/${recipient}/${merged.join("/")}`),
    recipient,
    institution: letters.find(({ institution }) => institution !== null)?.institution ?? null,
    attempts: Math.min(...letters.map(({ attempts }) => attempts)),
    next: letters.map(({ next }) => next.toISOString()).toSorted()[0],
    merged,
  };
}
