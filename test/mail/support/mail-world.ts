/** Letters without their workflows: a real database, a real mail server, and a clock that is told what time it is. */
import { randomUUID } from "node:crypto";
import nodemailer from "nodemailer";
import type pg from "pg";
import type { SentBatch } from "../../../activities/mail-activities.ts";
import { sendDue } from "../../../activities/mail/send-due.ts";
import { serverHealth, type ServerHealth } from "../../../activities/mail/server-health.ts";
import type { MailCatcher } from "../../../dev/stack/mail.ts";
import { createCalendarReader, type CalendarReader } from "../../../prisma/calendar-reader.ts";
import { openDatabase } from "../../../prisma/client.ts";
import { openKeyring, seal, sealedAs, type Keyring } from "../../../prisma/secrecy/keyring.ts";
import { atEndOfFile } from "../../support/broker-client.ts";
import { testDatabase } from "../../support/database.ts";
import { mailCatcher } from "../../support/mail.ts";
import { PEOPLE, seedPeople } from "../../support/people.ts";

export const PUBLIC_URL = "https://dosar.example.ro";
export const FROM = "Dosar <dosar@example.ro>";

export interface LetterRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly mergedInto: string | null;
  readonly lastError: string | null;
  readonly next: Date;
}

export interface NewLetter {
  readonly kind?: string;
  /** A person, or `patient-side`. */
  readonly to?: string;
  readonly plannedAt: string;
  readonly deadline?: string;
  readonly about?: string;
  readonly params?: Record<string, string>;
  readonly institution?: string;
}

export class MailWorld {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly mail: MailCatcher;
  readonly calendars: CalendarReader;
  health: ServerHealth = serverHealth();
  #now = new Date();
  #cases = 0;

  readonly databaseUrl: string;

  private constructor(databaseUrl: string, pool: pg.Pool, keyring: Keyring, mail: MailCatcher) {
    this.databaseUrl = databaseUrl;
    this.pool = pool;
    this.keyring = keyring;
    this.mail = mail;
    this.calendars = createCalendarReader(pool);
  }

  /** At the top of a test file. */
  static async open({ returnsTo }: { returnsTo?: (pool: pg.Pool) => Promise<number> } = {}): Promise<MailWorld> {
    const { url } = await testDatabase();
    const database = openDatabase(url);
    atEndOfFile(() => database.close());
    await seedPeople(database.pool);
    const keyring = openKeyring(Buffer.alloc(32, 7).toString("base64"));
    const returnPort = await returnsTo?.(database.pool);
    return new MailWorld(
      url,
      database.pool,
      keyring,
      await mailCatcher(returnPort === undefined ? {} : { returnPort }),
    );
  }

  /** It is this instant now. */
  set time(at: string) {
    this.#now = new Date(at);
  }

  readonly now = (): Date => this.#now;

  /** One sweep; `to`: another mail server than the one that works. */
  async sweep({
    to = this.mail.smtpUrl,
    bounceDomain,
  }: { to?: string; bounceDomain?: string } = {}): Promise<SentBatch> {
    const transport = nodemailer.createTransport({ url: to, pool: true, maxConnections: 2, connectionTimeout: 2_000 });
    const { pool, keyring, calendars, health, now } = this;
    try {
      return await sendDue({
        pool,
        keyring,
        calendars,
        transport,
        from: FROM,
        bounceDomain,
        publicUrl: PUBLIC_URL,
        health,
        now,
      });
    } finally {
      transport.close();
    }
  }

  /** A file with nothing in it but its number, its officer and an address. */
  async addCase({
    email = "pacient@exemplu.ro",
    state = {},
  }: { email?: string; state?: object } = {}): Promise<string> {
    const id = randomUUID();
    const { key, wrapped } = this.keyring.newCaseKey();
    const number = `DSP-CJ/2026/${String((this.#cases += 1)).padStart(6, "0")}`;
    await this.pool.query(
      `INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
         stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
         surname_index, wrapped_key)
       VALUES ($1, 'moh', $2, '', 'DSP-CJ', 'CST-CJ', 'MS', $3, 'complete', '2026-01-05', '2026-01-05', now(), 1, 1, '', $4,
         $5, true, '', $6)`,
      [id, number, PEOPLE.dsp.userId, state, seal(key, { patient: { email } }, sealedAs.subject(id)), wrapped],
    );
    return id;
  }

  /** A running deadline of a file. */
  async addDeadline(caseId: string, id: string, dueOn: string, more: { institution?: string } = {}): Promise<void> {
    await this.pool.query(
      `INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state)
       VALUES ($1, $2, $3, 'DSP', $4, '2026-01-05', $5, now(), 'running')`,
      [caseId, id, id.split(":")[0], more.institution ?? "DSP-CJ", dueOn],
    );
  }

  /** An open step in the queue of an institution. */
  async addWork(
    caseId: string,
    work: {
      readonly step?: string;
      readonly dueOn: string;
      readonly since?: string;
      readonly institution?: string;
      readonly officer?: string;
      readonly duty?: string;
    },
  ): Promise<void> {
    await this.pool.query(
      `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id,
         opened_at)
       SELECT id, $2, $3, registration_number, $6, true, $7, $4, 'complete', $5, now() FROM cases WHERE id = $1`,
      [
        caseId,
        work.step ?? "send-to-commission",
        work.institution ?? "DSP-CJ",
        work.dueOn,
        work.officer ?? PEOPLE.dsp.userId,
        work.duty ?? "DSP",
        work.since ?? "2026-01-05",
      ],
    );
  }

  /** A letter that waits since it was planned. */
  async addLetter(caseId: string, letter: NewLetter): Promise<string> {
    const id = randomUUID();
    const { kind = "overdue", to = PEOPLE.dsp.userId, plannedAt, deadline = null } = letter;
    const patient = to === "patient-side";
    await this.pool.query(
      `INSERT INTO messages (id, case_id, deadline_id, kind, about, recipient_id, recipient_kind, institution_id, params,
         planned_at, state, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', $10)`,
      [
        id,
        caseId,
        deadline,
        kind,
        letter.about ?? "2026-03-05",
        patient ? null : to,
        patient ? "patient-side" : "user",
        letter.institution ?? "DSP-CJ",
        letter.params ?? { rule: "MOH-23", days: "1" },
        plannedAt,
      ],
    );
    return id;
  }

  async letters(): Promise<LetterRow[]> {
    const { rows } = await this.pool.query<LetterRow>(
      `SELECT id, kind, state, attempts, merged_into AS "mergedInto", last_error AS "lastError", next_attempt_at AS next
       FROM messages ORDER BY planned_at, id`,
    );
    return rows;
  }

  async letter(id: string): Promise<LetterRow> {
    const found = (await this.letters()).find((row) => row.id === id);
    if (found === undefined) throw new Error(`no letter ${id}`);
    return found;
  }

  async tasks(): Promise<{ institution: string; kind: string; messageId: string; reason: string; open: boolean }[]> {
    const { rows } = await this.pool.query(
      `SELECT institution_id AS institution, kind, message_id AS "messageId", reason, closed_at IS NULL AS open
       FROM admin_tasks ORDER BY opened_at, id`,
    );
    return rows;
  }

  /** Each test has its own letters alone. */
  async clear(): Promise<void> {
    await this.pool.query("DELETE FROM messages");
    await this.pool.query("DELETE FROM planned_messages");
    await this.pool.query("DELETE FROM admin_tasks");
    await this.pool.query("DELETE FROM deadlines");
    await this.pool.query("DELETE FROM work_items");
    await this.pool.query("DELETE FROM absences");
    this.mail.acceptAll();
    await this.mail.clear();
    this.health = serverHealth();
  }
}
