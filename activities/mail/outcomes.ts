/** What became of a letter that was taken, written down. */
import type pg from "pg";

const ERROR_LENGTH = 300;

/** Mail servers repeat addresses in their errors. */
export function redacted(text: string): string {
  return text.replaceAll(/[^\s<>@]+@[^\s<>@]+/g, "…@…").slice(0, ERROR_LENGTH);
}

/** Accepted by the mail server; one that has come back meanwhile stays so. */
export async function markSent(pool: pg.Pool, ids: readonly string[], now: Date): Promise<void> {
  await pool.query({
    name: "mark-sent",
    text: "UPDATE messages SET state = 'sent', sent_at = $2, last_error = NULL WHERE id = ANY ($1::uuid[]) AND state = 'sending'",
    values: [ids, now],
  });
}

/** Refused for a while: it waits. */
export async function keepWaiting(pool: pg.Pool, id: string, until: Date, said: string): Promise<void> {
  await pool.query(
    "UPDATE messages SET state = 'planned', next_attempt_at = $2, last_error = $3 WHERE id = $1 AND state = 'sending'",
    [id, until, redacted(said)],
  );
}

/** Given back untried: the attempt does not count. */
export async function giveBack(pool: pg.Pool, ids: readonly string[], now: Date, said?: string): Promise<void> {
  await pool.query(
    `UPDATE messages SET state = 'planned', attempts = attempts - 1, next_attempt_at = $2,
       last_error = coalesce($3, last_error)
     WHERE id = ANY ($1::uuid[]) AND state = 'sending'`,
    [ids, now, said === undefined ? null : redacted(said)],
  );
}

/** Not worth saying any more. */
export async function dropSilently(pool: pg.Pool, id: string): Promise<void> {
  await pool.query("UPDATE messages SET state = 'dropped' WHERE id = $1 AND state = 'sending'", [id]);
}

// The task is of the institution whose outbox shows the letter; the one of the file for letters made before that was kept.
const TASK = `
  INSERT INTO admin_tasks (id, institution_id, kind, message_id, reason, opened_at)
  SELECT gen_random_uuid(), coalesce(f.institution_id, c.home_id), $3, f.id, f.last_error, $4
  FROM failed f LEFT JOIN cases c ON c.id = f.case_id WHERE coalesce(f.institution_id, c.home_id) IS NOT NULL
  ON CONFLICT (message_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, opened_at = excluded.opened_at,
    closed_at = NULL, closed_by = NULL, resolution = NULL`;

/** Refused for good: a task for the administrator of the recipient’s institution. */
export async function markFailed(pool: pg.Pool, id: string, reason: string, now: Date): Promise<void> {
  await pool.query(
    `WITH failed AS (
       UPDATE messages SET state = 'failed', last_error = $2 WHERE id = $1 RETURNING id, case_id, institution_id, last_error
     ) ${TASK}`,
    [id, redacted(reason), "mail-refused", now],
  );
}

/** Accepted, and returned afterwards: a task as well. @returns false for a letter that had not left, or came back before. */
export async function markBounced(pool: pg.Pool, id: string, reason: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH failed AS (
       UPDATE messages SET state = 'bounced', bounced_at = $4, last_error = $2
       WHERE id = $1 AND state IN ('sending', 'sent') RETURNING id, case_id, institution_id, last_error
     ) ${TASK}`,
    [id, redacted(reason), "mail-bounced", now],
  );
  return rowCount !== 0;
}

/** Says of a letter on its way what was heard of it. @returns false when there is none. */
export async function noteOf(pool: pg.Pool, id: string, said: string): Promise<boolean> {
  const { rowCount } = await pool.query("UPDATE messages SET last_error = $2 WHERE id = $1 AND state = 'sent'", [
    id,
    redacted(said),
  ]);
  return rowCount !== 0;
}
