/** Work of an institution's administrator: addresses that do not take their mail. */
import type pg from "pg";
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { text } from "../../domain/commands/define.schema.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { notFound } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, flag, language, optional } from "../http/query.ts";
import { isResendable } from "./messages.ts";

export const MailTaskQuery = z.strictObject({
  /** Those that are done; open ones without it. */
  closed: flag,
  institution: optional(z.string().max(20)),
  cursor,
  lang: language,
});
export type MailTaskQuery = z.output<typeof MailTaskQuery>;

export const MailTaskClosing = z.strictObject({ note: text(500) });

const PAGE = 50;
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

export interface MailTask {
  readonly id: string;
  /** The server refused the message, or the letter came back later. */
  readonly kind: "mail-refused" | "mail-bounced";
  readonly institution: string;
  /** What the mail server said; addresses in it are left out. */
  readonly reason: string;
  readonly openedAt: string;
  /**
   * What is to be done: the address of an account is corrected here, that of the patient side by the file's officer; when
   * nobody has the part that the message was for, somebody is appointed.
   */
  readonly recipient:
    | { readonly kind: "user"; readonly id: string; readonly name: string; readonly email: string }
    | { readonly kind: "patient-side"; readonly officer: string }
    | { readonly kind: "nobody" };
  readonly message: {
    readonly id: string;
    readonly title: Text;
    readonly state: string;
    readonly plannedAt: string;
    readonly attempts: number;
    readonly mayResend: boolean;
  };
  readonly caseId?: string;
  readonly registrationNumber?: string;
  readonly closed?: { readonly at: string; readonly by: string; readonly note: string };
}

interface Row {
  readonly id: string;
  readonly kind: MailTask["kind"];
  readonly institution_id: string;
  readonly reason: string;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly resolution: string | null;
  readonly message_id: string;
  readonly message_kind: string;
  readonly state: string;
  readonly planned_at: Date;
  readonly attempts: number;
  readonly recipient_id: string | null;
  readonly recipient_kind: string;
  readonly recipient: string | null;
  readonly email: string | null;
  readonly officer: string | null;
  readonly case_id: string | null;
  readonly registration_number: string | null;
}

const SELECT = `
  SELECT t.id, t.kind, t.institution_id, t.reason, t.opened_at, t.closed_at, k.name AS closed_by, t.resolution,
    m.id AS message_id, m.kind AS message_kind, m.state, m.planned_at, m.attempts, m.recipient_id, m.recipient_kind, r.name AS recipient,
    r.email, o.name AS officer, m.case_id, c.registration_number
  FROM admin_tasks t JOIN messages m ON m.id = t.message_id LEFT JOIN users r ON r.id = m.recipient_id
    LEFT JOIN cases c ON c.id = m.case_id LEFT JOIN users o ON o.id = c.officer_id LEFT JOIN users k ON k.id = t.closed_by`;

/** The tasks of these institutions, the newest first, and how many are open. */
export async function listMailTasks(
  pool: pg.Pool,
  institutions: readonly string[],
  { closed = false, cursor: after }: MailTaskQuery,
): Promise<{ items: MailTask[]; open: number; nextCursor?: string }> {
  const place = after === undefined ? undefined : fromCursor(Place, after);
  const [{ rows }, open] = await Promise.all([
    pool.query<Row>(
      `${SELECT} WHERE t.institution_id = ANY ($1::text[]) AND t.closed_at IS ${closed ? "NOT NULL" : "NULL"}
         AND ($2::timestamptz IS NULL OR (t.opened_at, t.id) < ($2, $3::uuid))
       ORDER BY t.opened_at DESC, t.id DESC LIMIT ${PAGE + 1}`,
      [institutions, place?.[0] ?? null, place?.[1] ?? null],
    ),
    countOpen(pool, institutions),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(mailTask),
    open,
    ...(rows.length > PAGE && last !== undefined
      ? { nextCursor: toCursor([last.opened_at.toISOString(), last.id]) }
      : {}),
  };
}

async function countOpen(pool: pg.Pool, institutions: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ open: number }>({
    name: "mail-tasks-open",
    text: "SELECT count(*)::int AS open FROM admin_tasks WHERE institution_id = ANY ($1::text[]) AND closed_at IS NULL",
    values: [institutions],
  });
  return rows[0]?.open ?? 0;
}

function mailTask(row: Row): MailTask {
  return {
    id: row.id,
    kind: row.kind,
    institution: row.institution_id,
    reason: row.reason,
    openedAt: row.opened_at.toISOString(),
    recipient: recipientOf(row),
    message: {
      id: row.message_id,
      title: messageTitle(row.message_kind),
      state: row.state,
      plannedAt: row.planned_at.toISOString(),
      attempts: row.attempts,
      mayResend: isResendable(row.state, recipientOf(row).kind !== "nobody"),
    },
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    ...(row.registration_number === null ? {} : { registrationNumber: row.registration_number }),
    ...(row.closed_at === null
      ? {}
      : { closed: { at: row.closed_at.toISOString(), by: row.closed_by ?? "", note: row.resolution ?? "" } }),
  };
}

function recipientOf(row: Row): MailTask["recipient"] {
  if (row.recipient_kind === "patient-side") return { kind: "patient-side", officer: row.officer ?? "" };
  if (row.recipient_id === null) return { kind: "nobody" };
  return { kind: "user", id: row.recipient_id, name: row.recipient ?? "", email: row.email ?? "" };
}

/**
 * Closes a task with what was done. Idempotent: one that is closed stays as the first closed it.
 * @throws ApiError 404 for a task of another house.
 */
export async function closeMailTask(
  pool: pg.Pool,
  institutions: readonly string[],
  { id, userId, note }: { readonly id: string; readonly userId: string; readonly note: string },
): Promise<MailTask> {
  await pool.query(
    `UPDATE admin_tasks SET closed_at = now(), closed_by = $3, resolution = $4
     WHERE id = $1 AND institution_id = ANY ($2::text[]) AND closed_at IS NULL`,
    [id, institutions, userId, note],
  );
  const { rows } = await pool.query<Row>(`${SELECT} WHERE t.id = $1 AND t.institution_id = ANY ($2::text[])`, [
    id,
    institutions,
  ]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return mailTask(row);
}
