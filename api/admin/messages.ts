/**
 * The outbox of an institution: what leaves the house by e-mail, to its people and for a DSP to the patients of its files.
 * Planned messages become letters to persons at their time, so they stand in a list of their own, the next one first.
 */
import type pg from "pg";
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { audienceText } from "../../domain/messages/audience.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, language, optional } from "../http/query.ts";

const STATES = ["planned", "sending", "sent", "failed", "bounced", "merged", "dropped"] as const;
export const OutboxQuery = z.strictObject({
  /** `planned`: what is still to leave, the next first; without it everything that has become a letter, newest first. */
  state: optional(z.enum(STATES)),
  kind: optional(z.string().max(40)),
  /** A file's number, its beginning, or its last digits. */
  number: optional(z.string().trim().max(40)),
  institution: optional(z.string().max(20)),
  cursor,
  lang: language,
});
export type OutboxQuery = z.output<typeof OutboxQuery>;

const PAGE = 50;
const NUMBER_DIGITS = 6;
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

export interface OutboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  /** Name of the person, `patient-side`, or empty while it is planned. */
  readonly recipient: string;
  /** Whom it is meant for, while it is planned. */
  readonly audience?: Text;
  /** Name of the absent person whose message it is. */
  readonly inPlaceOf?: string;
  /** Absent for a digest, which speaks of many files. */
  readonly caseId?: string;
  readonly registrationNumber?: string;
  readonly state: string;
  readonly plannedAt: string;
  readonly sentAt?: string;
  readonly attempts: number;
  readonly lastError?: string;
  readonly mayResend: boolean;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string | null;
  readonly recipient_kind: string;
  readonly audience: string | null;
  readonly in_place_of: string | null;
  readonly case_id: string | null;
  readonly registration_number: string | null;
  readonly state: (typeof STATES)[number];
  readonly planned_at: Date;
  readonly sent_at: Date | null;
  readonly attempts: number;
  readonly last_error: string | null;
}

/** The states from which a message can be sent again; what was dropped is no longer so. */
const RESENDABLE: readonly string[] = ["sent", "failed", "bounced"];

/** What has left or failed can be sent again, when there is somebody to send it to. */
export function isResendable(state: string, hasRecipient: boolean): boolean {
  return hasRecipient && RESENDABLE.includes(state);
}

/** Adds a value to a statement and answers its place, `$1`, `$2` … */
type Add = (value: unknown) => string;

export async function listMessages(
  pool: pg.Pool,
  institutions: readonly string[],
  query: OutboxQuery,
): Promise<{ items: OutboxMessage[]; nextCursor?: string }> {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const planned = query.state === "planned";
  const order = planned ? "planned_at, id" : "planned_at DESC, id DESC";
  const parts = [letters(institutions, query, order, add), ...(planned ? [plans(institutions, query, add)] : [])];
  const { rows } = await pool.query<Row>(
    `SELECT m.*, c.registration_number, r.name AS recipient, a.name AS in_place_of
     FROM (SELECT * FROM (${parts.join(" UNION ALL ")}) e ORDER BY ${order} LIMIT ${PAGE + 1}) m
     LEFT JOIN cases c ON c.id = m.case_id LEFT JOIN users r ON r.id = m.recipient_id
     LEFT JOIN users a ON a.id = m.absent_id ORDER BY m.${order.replace(", ", ", m.")}`,
    values,
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(outboxMessage),
    ...(rows.length > PAGE && last !== undefined
      ? { nextCursor: toCursor([last.planned_at.toISOString(), last.id]) }
      : {}),
  };
}

/** Letters, page by page of each house from its index; so are plans. */
function letters(institutions: readonly string[], query: OutboxQuery, order: string, add: Add): string {
  const states = query.state === undefined ? [] : [`state = ${add(query.state)}`];
  return `(SELECT q.* FROM unnest(${add(institutions)}::text[]) AS house(id) CROSS JOIN LATERAL (
      SELECT id, kind, recipient_id, recipient_kind, NULL::text AS audience, in_place_of AS absent_id, case_id, state,
        planned_at, sent_at, attempts, last_error
      FROM messages WHERE ${["institution_id = house.id", ...states, ...filters(query, add)].join(" AND ")}
      ORDER BY ${order} LIMIT ${PAGE + 1}) q)`;
}

function plans(institutions: readonly string[], query: OutboxQuery, add: Add): string {
  const wanted = ["institution_id = house.id", "state = 'planned'", ...filters(query, add)];
  return `(SELECT q.* FROM unnest(${add(institutions)}::text[]) AS house(id) CROSS JOIN LATERAL (
      SELECT id, kind, NULL::uuid, CASE audience WHEN 'patient-side' THEN 'patient-side' ELSE 'user' END, audience,
        NULL::uuid, case_id, state, planned_at, NULL::timestamptz, 0, NULL::text
      FROM planned_messages WHERE ${wanted.join(" AND ")} ORDER BY planned_at, id LIMIT ${PAGE + 1}) q)`;
}

function filters({ kind, number, state, cursor: after }: OutboxQuery, add: Add): string[] {
  const place = after === undefined ? undefined : fromCursor(Place, after);
  const beyond = state === "planned" ? ">" : "<";
  return [
    ...(kind === undefined ? [] : [`kind = ${add(kind)}`]),
    ...(number === undefined ? [] : [`case_id IN (${casesNumbered(number, add)})`]),
    ...(place === undefined
      ? []
      : [`(planned_at, id) ${beyond} (${add(place[0])}::timestamptz, ${add(place[1])}::uuid)`]),
  ];
}

function casesNumbered(number: string, add: Add): string {
  const pattern = add(
    /^\d{1,6}$/.test(number)
      ? `%/${number.padStart(NUMBER_DIGITS, "0")}`
      : `${number.toUpperCase().replaceAll(/[%_\\]/g, String.raw`\$&`)}%`,
  );
  return `SELECT n.id FROM cases n WHERE n.registration_number LIKE ${pattern} OR n.ministry_number LIKE ${pattern}`;
}

function outboxMessage(row: Row): OutboxMessage {
  return {
    id: row.id,
    kind: row.kind,
    title: messageTitle(row.kind),
    recipient: row.recipient ?? (row.recipient_kind === "patient-side" ? "patient-side" : ""),
    ...(row.audience === null ? {} : { audience: audienceText(row.audience) }),
    ...(row.in_place_of === null ? {} : { inPlaceOf: row.in_place_of }),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    ...(row.registration_number === null ? {} : { registrationNumber: row.registration_number }),
    state: row.state,
    plannedAt: row.planned_at.toISOString(),
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at.toISOString() }),
    attempts: row.attempts,
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
    mayResend: isResendable(row.state, row.recipient !== null || row.recipient_kind === "patient-side"),
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
): Promise<{ caseId?: string }> {
  const { rows } = await pool.query<{ case_id: string | null; resent: boolean }>(
    `WITH own AS (
       SELECT id, case_id, state FROM messages WHERE institution_id = ANY ($1::text[]) AND id = $2
     ), resent AS (
       UPDATE messages m SET state = 'planned', attempts = 0, next_attempt_at = now(), last_error = NULL
       FROM own WHERE m.id = own.id AND m.state = ANY ($3::text[])
         AND (m.recipient_id IS NOT NULL OR m.recipient_kind = 'patient-side') RETURNING m.id
     )
     SELECT own.case_id, EXISTS (SELECT FROM resent) AS resent FROM own`,
    [institutions, id, RESENDABLE],
  );
  const [row] = rows;
  if (row === undefined) throw notFound();
  if (!row.resent) throw new ApiError(409, "NOT_RESENDABLE");
  return row.case_id === null ? {} : { caseId: row.case_id };
}
