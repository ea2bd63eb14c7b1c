/** Letters whose turn has come, taken by one sender; what is not true any more is dropped instead. */
import type pg from "pg";
import { bucharestDate } from "../../domain/plain-date.ts";
import { PUNCTUAL_MS } from "../../domain/reminders/office-hours.ts";
import type { ReminderStage } from "../../domain/reminders/policy.ts";

/** How long a row belongs to the sender that took it; afterwards it is tried again. */
const LEASE_MINUTES = 10;

/** A letter in the hands of its sender. */
export interface TakenMessage {
  readonly id: string;
  readonly case_id: string | null;
  readonly deadline_id: string | null;
  readonly kind: string;
  readonly about: string;
  readonly params: Record<string, string>;
  readonly words: ReminderStage["words"] | null;
  /** Attempts, this one included. */
  readonly attempts: number;
  readonly recipient_id: string | null;
  readonly recipient_kind: string;
  readonly in_place_of: string | null;
  readonly registration_number: string | null;
  /** Of the deadline that a reminder speaks of: years whose calendar is not confirmed. */
  readonly provisional_years: readonly number[] | null;
  readonly user_email: string | null;
  readonly user_locale: string | null;
  readonly subject_sealed: Buffer | null;
  readonly wrapped_key: Buffer | null;
}

/** SQL: true when what message `m` says is still so; `today`: the parameter of the civil date. */
export function stillTrue(today: string): string {
  return `CASE
    WHEN m.deadline_id IS NOT NULL THEN EXISTS (SELECT FROM deadlines d WHERE d.case_id = m.case_id
      AND d.id = m.deadline_id AND d.state = 'running' AND coalesce(d.practical_due_on, d.due_on)::text = m.about)
      AND CASE m.kind WHEN 'before' THEN ${today} < m.about WHEN 'due' THEN ${today} <= m.about ELSE true END
    WHEN m.kind = 'work' THEN EXISTS (SELECT FROM work_items w WHERE w.case_id = m.case_id AND w.step = m.about
      AND w.closed_at IS NULL)
    WHEN m.kind = 'alert' THEN EXISTS (SELECT FROM work_items w WHERE w.case_id = m.case_id AND w.closed_at IS NULL
      AND split_part(w.step, '#', 1) = ANY (string_to_array(m.params ->> 'steps', ',')))
    WHEN m.kind = 'digest' THEN m.about = ${today}
    ELSE true END`;
}

/** SQL: the years of the deadline of a message for which the case `c` has a date that may still change. */
export const PROVISIONAL_YEARS = (message: string): string =>
  `c.state #> ARRAY['deadlines', ${message}.deadline_id, 'due', 'provisionalYears']`;

// A reminder that could not leave in time leaves when the office of its reader is open.
const HELD = `m.institution_id = ANY ($4::text[]) AND (m.kind = 'summary'
  OR ((m.deadline_id IS NOT NULL OR m.kind = 'alert') AND m.planned_at < $1::timestamptz - interval '${PUNCTUAL_MS} milliseconds'))`;

// A row is taken before it is sent: two senders never have the same one. What is dropped here is planned again when the
// case runs that way again.
const TAKE = `
  WITH due AS (
    SELECT m.id, ${stillTrue("$2::text")} AS still FROM messages m
    WHERE m.state IN ('planned', 'sending') AND m.next_attempt_at <= $1::timestamptz
      AND (${HELD}) IS NOT TRUE
    ORDER BY m.next_attempt_at, m.id LIMIT $3 FOR UPDATE OF m SKIP LOCKED
  ), untrue AS (
    UPDATE messages m SET state = 'dropped' FROM due WHERE m.id = due.id AND NOT due.still RETURNING m.planned_id
  ), unplanned AS (
    UPDATE planned_messages p SET state = 'dropped' FROM untrue WHERE p.id = untrue.planned_id
  ), taken AS (
    UPDATE messages m SET state = 'sending', attempts = attempts + 1,
      next_attempt_at = $1::timestamptz + interval '${LEASE_MINUTES} minutes'
    FROM due WHERE m.id = due.id AND due.still RETURNING m.*
  )
  SELECT t.id, t.case_id, t.deadline_id, t.kind, t.about, t.params, t.words, t.attempts, t.recipient_id, t.recipient_kind,
    t.in_place_of, c.registration_number, ${PROVISIONAL_YEARS("t")} AS provisional_years, u.email AS user_email, u.locale AS user_locale,
    CASE t.recipient_kind WHEN 'patient-side' THEN c.subject_sealed END AS subject_sealed,
    CASE t.recipient_kind WHEN 'patient-side' THEN c.wrapped_key END AS wrapped_key,
    (SELECT count(*)::int FROM due) AS found
  FROM (SELECT 1) one LEFT JOIN taken t ON true LEFT JOIN cases c ON c.id = t.case_id
    LEFT JOIN users u ON u.id = t.recipient_id AND u.active
  ORDER BY t.planned_at, t.id`;

export interface Taken {
  readonly messages: readonly TakenMessage[];
  /** True when there may be more. */
  readonly full: boolean;
}

/** Takes at most so many letters that are due at `now`; `closed`: the institutions whose office is. */
export async function takeDue(pool: pg.Pool, now: Date, limit: number, closed: readonly string[]): Promise<Taken> {
  const { rows } = await pool.query<TakenMessage & { found: number }>({
    name: "take-due",
    text: TAKE,
    values: [now, bucharestDate(now), limit, closed],
  });
  return { messages: rows.filter(({ id }) => id !== null), full: (rows[0]?.found ?? 0) >= limit };
}
