/** The e-mails of an institution: those to its people, and for a DSP those to the patients of its files. */
import type pg from "pg";
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, language, optional } from "../http/query.ts";

const STATES = ["planned", "sending", "sent", "failed", "bounced", "merged", "dropped"] as const;
export const OutboxQuery = z.strictObject({ state: optional(z.enum(STATES)), cursor, lang: language });
export type OutboxQuery = z.output<typeof OutboxQuery>;

const PAGE = 50;
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly recipient: string;
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly state: string;
  readonly plannedAt: string;
  readonly sentAt?: string;
  readonly attempts: number;
  readonly lastError?: string;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string | null;
  readonly recipient_kind: string;
  readonly case_id: string;
  readonly registration_number: string;
  readonly state: (typeof STATES)[number];
  readonly planned_at: Date;
  readonly sent_at: Date | null;
  readonly attempts: number;
  readonly last_error: string | null;
}

/** Messages of these institutions, by $1. */
const OWN = `(EXISTS (SELECT FROM memberships b WHERE b.user_id = m.recipient_id AND b.institution_id = ANY ($1::text[]))
  OR (m.recipient_kind = 'patient-side' AND c.dsp_id = ANY ($1::text[])))`;

export async function listMessages(
  pool: pg.Pool,
  institutions: readonly string[],
  { state, cursor: after }: OutboxQuery,
): Promise<{ items: OutboxMessage[]; nextCursor?: string }> {
  const place = after === undefined ? undefined : fromCursor(Place, after);
  const { rows } = await pool.query<Row>(
    `SELECT m.id, m.kind, r.name AS recipient, m.recipient_kind, m.case_id, c.registration_number, m.state, m.planned_at,
       m.sent_at, m.attempts, m.last_error
     FROM messages m JOIN cases c ON c.id = m.case_id LEFT JOIN users r ON r.id = m.recipient_id
     WHERE ${OWN} AND ($2::text IS NULL OR m.state = $2)
       AND ($3::timestamptz IS NULL OR (m.planned_at, m.id) < ($3, $4::uuid))
     ORDER BY m.planned_at DESC, m.id DESC LIMIT ${PAGE + 1}`,
    [institutions, state ?? null, place?.[0] ?? null, place?.[1] ?? null],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(message),
    ...(rows.length > PAGE && last !== undefined
      ? { nextCursor: toCursor([last.planned_at.toISOString(), last.id]) }
      : {}),
  };
}

function message(row: Row): OutboxMessage {
  return {
    id: row.id,
    kind: row.kind,
    title: messageTitle(row.kind),
    recipient: row.recipient ?? (row.recipient_kind === "patient-side" ? "patient-side" : ""),
    caseId: row.case_id,
    registrationNumber: row.registration_number,
    state: row.state,
    plannedAt: row.planned_at.toISOString(),
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at.toISOString() }),
    attempts: row.attempts,
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
  };
}

/**
 * Sends a message again, at the next sweep. Idempotent: one that already waits stays as it is and is refused.
 * @throws ApiError 404 for a message of another house, 409 for one on its way.
 */
export async function resendMessage(
  pool: pg.Pool,
  institutions: readonly string[],
  id: string,
): Promise<{ caseId: string }> {
  const { rows } = await pool.query<{ case_id: string; resent: boolean }>(
    `WITH own AS (
       SELECT m.id, m.case_id, m.state FROM messages m JOIN cases c ON c.id = m.case_id WHERE ${OWN} AND m.id = $2
     ), resent AS (
       UPDATE messages m SET state = 'planned', attempts = 0, next_attempt_at = now(), last_error = NULL
       FROM own WHERE m.id = own.id AND m.state IN ('sent', 'failed', 'bounced', 'dropped') RETURNING m.id
     )
     SELECT own.case_id, EXISTS (SELECT FROM resent) AS resent FROM own`,
    [institutions, id],
  );
  const [row] = rows;
  if (row === undefined) throw notFound();
  if (!row.resent) throw new ApiError(409, "NOT_RESENDABLE");
  return { caseId: row.case_id };
}
