import { Context } from "@temporalio/activity";
import type { Transporter } from "nodemailer";
import type pg from "pg";
import { sealedAs, unseal, type Keyring } from "../../prisma/secrecy/keyring.ts";
import type { SentBatch } from "../mail-activities.ts";
import { writeLetter, type Locale } from "./templates.ts";

const BATCH = 50;
/** How long a row belongs to the sender that took it; afterwards it is tried again. */
const LEASE_MINUTES = 10;
/** Waits between attempts, in minutes: about four days in all, after which the message has failed. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720];
const ERROR_LENGTH = 300;

export interface MailDependencies {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly transport: Transporter;
  readonly from: string;
  readonly publicUrl: string;
}

interface DueMessage {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly about: string;
  readonly params: Record<string, string>;
  readonly attempts: number;
  readonly recipient_kind: string;
  readonly registration_number: string;
  readonly user_email: string | null;
  readonly user_locale: string | null;
  readonly subject_sealed: Buffer;
  readonly wrapped_key: Buffer;
}

// A row is taken before it is sent: two sweeps never send the same one.
const TAKE = `
  WITH due AS (
    SELECT id FROM messages WHERE state IN ('planned', 'sending') AND next_attempt_at <= now()
    ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE messages m SET state = 'sending', attempts = attempts + 1,
      next_attempt_at = now() + interval '${LEASE_MINUTES} minutes'
    FROM due WHERE m.id = due.id RETURNING m.*
  )
  SELECT t.id, t.case_id, t.kind, t.about, t.params, t.attempts, t.recipient_kind, c.registration_number,
    u.email AS user_email, u.locale AS user_locale, c.subject_sealed, c.wrapped_key
  FROM taken t JOIN cases c ON c.id = t.case_id LEFT JOIN users u ON u.id = t.recipient_id AND u.active
  ORDER BY t.planned_at`;

/** Takes and sends one batch of the messages that are due. */
export async function sendDue(dependencies: MailDependencies): Promise<SentBatch> {
  const { rows } = await dependencies.pool.query<DueMessage>(TAKE);
  let sent = 0;
  let serverDown = false;
  for (const message of rows) {
    heartbeat();
    if (serverDown) {
      await release(dependencies.pool, message);
      continue;
    }
    const outcome = await sendOne(dependencies, message);
    if (outcome === "sent") sent += 1;
    serverDown = outcome === "server-down";
  }
  return { sent, more: rows.length === BATCH && !serverDown };
}

function heartbeat(): void {
  try {
    Context.current().heartbeat();
  } catch {
    // Outside an activity, in a test of its own, there is nobody to tell.
  }
}

async function sendOne(dependencies: MailDependencies, message: DueMessage): Promise<"sent" | "kept" | "server-down"> {
  const { pool, transport, from, publicUrl } = dependencies;
  const to = addressOf(dependencies, message);
  if (to === undefined) {
    await fail(pool, message, "no address to send to");
    return "kept";
  }
  const letter = writeLetter(
    {
      kind: message.kind,
      registrationNumber: message.registration_number,
      caseId: message.case_id,
      about: message.about,
      params: message.params,
      publicUrl,
    },
    to.locale,
  );
  try {
    await transport.sendMail({
      from,
      to: to.address,
      ...letter,
      messageId: `<${message.id}@dosar>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    await pool.query("UPDATE messages SET state = 'sent', sent_at = now(), last_error = NULL WHERE id = $1", [
      message.id,
    ]);
    return "sent";
  } catch (error) {
    return await keep(pool, message, error);
  }
}

/** A refusal for good fails the message; anything else is tried again later. A server that does not answer ends the batch. */
async function keep(pool: pg.Pool, message: DueMessage, error: unknown): Promise<"kept" | "server-down"> {
  const { responseCode, message: said = "unknown error" } = error as { responseCode?: number; message?: string };
  const wait = RETRY_MINUTES[message.attempts - 1];
  if ((responseCode !== undefined && responseCode >= 500) || wait === undefined) {
    await fail(pool, message, said);
    return "kept";
  }
  await pool.query(
    `UPDATE messages SET state = 'planned', next_attempt_at = now() + make_interval(mins => $2), last_error = $3 WHERE id = $1`,
    [message.id, wait, redacted(said)],
  );
  return responseCode === undefined ? "server-down" : "kept";
}

async function fail(pool: pg.Pool, message: DueMessage, reason: string): Promise<void> {
  await pool.query("UPDATE messages SET state = 'failed', last_error = $2 WHERE id = $1", [
    message.id,
    redacted(reason),
  ]);
}

/** Gives a taken message back untried. */
async function release(pool: pg.Pool, message: DueMessage): Promise<void> {
  await pool.query(
    `UPDATE messages SET state = 'planned', attempts = attempts - 1, next_attempt_at = now() + interval '1 minute' WHERE id = $1`,
    [message.id],
  );
}

/** Mail servers repeat addresses in their errors. */
function redacted(text: string): string {
  return text.replaceAll(/[^\s<>@]+@[^\s<>@]+/g, "…@…").slice(0, ERROR_LENGTH);
}

function addressOf(
  { keyring }: MailDependencies,
  message: DueMessage,
): { address: string; locale: Locale } | undefined {
  if (message.recipient_kind === "user") {
    return message.user_email === null
      ? undefined
      : { address: message.user_email, locale: message.user_locale === "en" ? "en" : "ro" };
  }
  const key = keyring.unwrapCaseKey(message.wrapped_key);
  const subject = unseal(key, message.subject_sealed, sealedAs.subject(message.case_id)) as {
    patient?: { email?: string };
    filer?: { email?: string };
  };
  const address = subject.filer?.email ?? subject.patient?.email;
  return address === undefined ? undefined : { address, locale: "ro" };
}
