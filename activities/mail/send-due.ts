import { Context } from "@temporalio/activity";
import type { SendMailOptions, Transporter } from "nodemailer";
import type pg from "pg";
import type { ReminderStage } from "../../domain/reminders/policy.ts";
import { sealedAs, unseal, type Keyring } from "../../prisma/secrecy/keyring.ts";
import type { SentBatch } from "../mail-activities.ts";
import { writeLetter, type Locale } from "../../domain/messages/letter.ts";

const BATCH = 50;
/** How long a row belongs to the sender that took it; afterwards it is tried again. */
const LEASE_MINUTES = 10;
/** Waits between attempts, in minutes: about four days in all, after which the message has failed. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720];
const ERROR_LENGTH = 300;
const NO_ADDRESS = "no address to send to";
/** A sender that has been at a batch for so long gives the rest back, well before its lease is over. */
const BATCH_MS = 5 * 60_000;
/** Failures of one message; any other is the server's. */
const OF_THE_MESSAGE: readonly (string | undefined)[] = ["EENVELOPE", "EMESSAGE"];

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
  readonly words: ReminderStage["words"] | null;
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
  SELECT t.id, t.case_id, t.kind, t.about, t.params, t.words, t.attempts, t.recipient_kind, c.registration_number,
    u.email AS user_email, u.locale AS user_locale, c.subject_sealed, c.wrapped_key
  FROM taken t JOIN cases c ON c.id = t.case_id LEFT JOIN users u ON u.id = t.recipient_id AND u.active
  ORDER BY t.planned_at`;

/** Takes and sends one batch of the messages that are due. */
export async function sendDue(dependencies: MailDependencies): Promise<SentBatch> {
  const giveBackAt = Date.now() + BATCH_MS;
  const { rows } = await dependencies.pool.query<DueMessage>(TAKE);
  let sent = 0;
  let serverDown = false;
  for (const message of rows) {
    heartbeat();
    if (serverDown || Date.now() >= giveBackAt) {
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
  const { pool, transport } = dependencies;
  let mail: SendMailOptions;
  try {
    mail = mailOf(dependencies, message);
  } catch (error) {
    await fail(pool, message, error instanceof Error ? error.message : "it cannot be written");
    return "kept";
  }
  try {
    await transport.sendMail(mail);
  } catch (error) {
    return await keep(pool, message, error);
  }
  await pool.query("UPDATE messages SET state = 'sent', sent_at = now(), last_error = NULL WHERE id = $1", [
    message.id,
  ]);
  return "sent";
}

/** @throws Error when the message has no address, its file has been erased, or its kind has no text. */
function mailOf(dependencies: MailDependencies, message: DueMessage): SendMailOptions {
  const { from, publicUrl } = dependencies;
  const { address, locale } = addressOf(dependencies, message);
  const letter = writeLetter(
    {
      kind: message.kind,
      registrationNumber: message.registration_number,
      caseId: message.case_id,
      about: message.about,
      params: message.params,
      ...(message.words === null ? {} : { words: message.words }),
      toPatientSide: message.recipient_kind === "patient-side",
      publicUrl,
    },
    locale,
  );
  return {
    from,
    to: address,
    ...letter,
    messageId: `<${message.id}@dosar>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

// What a message speaks of may have ended or moved while it waited for its server.
const KEEP = `
  UPDATE messages m SET next_attempt_at = now() + make_interval(mins => $2), last_error = $3, state = CASE
    WHEN m.deadline_id IS NOT NULL THEN
      CASE WHEN EXISTS (SELECT FROM deadlines d WHERE d.case_id = m.case_id AND d.id = m.deadline_id
        AND d.state = 'running' AND coalesce(d.practical_due_on, d.due_on)::text = m.about) THEN 'planned' ELSE 'dropped' END
    WHEN m.kind = 'work' THEN
      CASE WHEN EXISTS (SELECT FROM work_items w WHERE w.case_id = m.case_id AND w.step = m.about
        AND w.closed_at IS NULL) THEN 'planned' ELSE 'dropped' END
    ELSE 'planned' END
  WHERE id = $1`;

/** A message that is refused for good has failed; anything else is tried again later. A server that does not do its work ends the batch. */
async function keep(pool: pg.Pool, message: DueMessage, error: unknown): Promise<"kept" | "server-down"> {
  const { code, command, responseCode, message: said = "unknown error" } = error as SmtpError;
  const ofTheMessage = OF_THE_MESSAGE.includes(code) && command !== "MAIL FROM";
  const wait = RETRY_MINUTES[message.attempts - 1];
  if (wait === undefined || (ofTheMessage && (responseCode === undefined || responseCode >= 500))) {
    await fail(pool, message, said);
  } else {
    await pool.query(KEEP, [message.id, wait, redacted(said)]);
  }
  return ofTheMessage ? "kept" : "server-down";
}

interface SmtpError {
  readonly code?: string;
  /** The command of the conversation that failed. */
  readonly command?: string;
  readonly responseCode?: number;
  readonly message?: string;
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

function addressOf({ keyring }: MailDependencies, message: DueMessage): { address: string; locale: Locale } {
  if (message.recipient_kind === "user") {
    if (message.user_email === null) throw new RangeError(NO_ADDRESS);
    return { address: message.user_email, locale: message.user_locale === "en" ? "en" : "ro" };
  }
  const key = keyring.unwrapCaseKey(message.wrapped_key);
  const subject = unseal(key, message.subject_sealed, sealedAs.subject(message.case_id)) as {
    patient?: { email?: string };
    filer?: { email?: string };
  };
  const address = subject.filer?.email ?? subject.patient?.email;
  if (address === undefined) throw new RangeError(NO_ADDRESS);
  return { address, locale: "ro" };
}
