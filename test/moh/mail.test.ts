import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "@jest/globals";
import nodemailer, { type Transporter } from "nodemailer";
import type { SentBatch } from "../../activities/mail-activities.ts";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { sendDue } from "../../activities/mail/send-due.ts";
import { serverHealth } from "../../activities/mail/server-health.ts";
import { REMINDER_KINDS } from "../../domain/reminders/policy.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { mailCatcher } from "../support/mail.ts";
import { ADULT, fileAt, PEOPLE, skippingWorld, type MohFile } from "./support/world.ts";

const world = await skippingWorld();
const calendars = createCalendarReader(world.pool);
const mail = await mailCatcher();
const transport = nodemailer.createTransport({ url: mail.smtpUrl, pool: true, maxConnections: 2 });
atEndOfFile(async () => transport.close());
const PUBLIC_URL = "https://dosar.example.ro";
const SECRETS = ["Popescu", "Ana", "diagnostic", "Clinica Discretă", "Klinikum"];

function sweep(through: Transporter = transport): Promise<SentBatch> {
  const { pool, keyring } = world;
  const from = "Dosar <dosar@example.ro>";
  const now = (): Date => new Date();
  return sendDue({
    pool,
    keyring,
    calendars,
    transport: through,
    from,
    publicUrl: PUBLIC_URL,
    health: serverHealth(),
    now,
  });
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly sent_at: Date | null;
  /** Seconds until it is tried again. */
  readonly wait: number;
}

async function rows({ caseId }: MohFile): Promise<Row[]> {
  const found = await world.pool.query<Row>(
    `SELECT id, state, attempts, last_error, sent_at, extract(epoch FROM next_attempt_at - now())::float AS wait
       FROM messages WHERE case_id = $1 AND state <> 'dropped' ORDER BY id`,
    [caseId],
  );
  return found.rows;
}

/** Makes every planned e-mail of a file due, or those of one kind: each is issued on its own day. */
async function makeDue({ caseId }: MohFile, kind?: string): Promise<void> {
  const { rows: days } = await world.pool.query<{ at: Date }>(
    `SELECT DISTINCT planned_at AS at FROM planned_messages
       WHERE case_id = $1 AND state = 'planned' AND ($2::text IS NULL OR kind = $2) ORDER BY 1`,
    [caseId, kind ?? null],
  );
  for (const { at } of days) await issueDue({ pool: world.pool, calendars, now: at });
  await world.pool.query(
    "UPDATE messages SET next_attempt_at = now() - interval '1 second' WHERE case_id = $1 AND state IN ('planned', 'sending') AND ($2::text IS NULL OR kind = $2)",
    [caseId, kind ?? null],
  );
}

/** A file with one e-mail that is due: the receipt to the patient side. */
async function fileWithReceipt(email: string = ADULT.email): Promise<MohFile> {
  const file = await fileAt(world, "complete", { open: { patient: { ...ADULT, email } } });
  await makeDue(file, "receipt");
  return file;
}

async function receiptOf(file: MohFile): Promise<Row> {
  const { rows: found } = await world.pool.query<{ id: string }>(
    "SELECT id FROM messages WHERE case_id = $1 AND kind = 'receipt'",
    [file.caseId],
  );
  const row = (await rows(file)).find(({ id }) => id === found[0]?.id);
  if (row === undefined) throw new Error("no receipt");
  return row;
}

beforeEach(async () => {
  // Each test has its own e-mails alone.
  await world.pool.query("UPDATE planned_messages SET state = 'dropped' WHERE state = 'planned'");
  await world.pool.query("UPDATE messages SET state = 'dropped' WHERE state IN ('planned', 'sending')");
  mail.acceptAll();
  await mail.clear();
});

describe("sending", () => {
  test("an e-mail that is due is sent once, with a Message-ID of its own; one that is not waits", async () => {
    const file = await fileWithReceipt();
    expect(await sweep()).toEqual({ sent: 1, more: false });
    const [caught, ...others] = await mail.messages();
    expect(others).toEqual([]);
    const { id, ...row } = await receiptOf(file);
    expect(caught).toMatchObject({ messageId: `<${id}@dosar>`, to: [ADULT.email] });
    expect(caught?.headers["auto-submitted"]).toBe("auto-generated");
    expect(row).toMatchObject({ state: "sent", attempts: 1, last_error: null, sent_at: expect.any(Date) });
    const { rows: waiting } = await world.pool.query(
      "SELECT FROM planned_messages WHERE case_id = $1 AND state = 'planned'",
      [file.caseId],
    );
    expect(waiting.length).toBeGreaterThan(3);
    expect(await sweep()).toEqual({ sent: 0, more: false });
    expect(await mail.messages()).toHaveLength(1);
  });

  test("its id is made from what it is about: planned twice, it is one", () => {
    const name = "case/MOH-23/before/2026-04-14/user/1";
    expect(namedUuid(name)).toBe(namedUuid(name));
    expect(namedUuid(name)).not.toBe(namedUuid(`${name}1`));
    expect(namedUuid(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("4xx: it is tried again later, and then sent under the same Message-ID", async () => {
    const file = await fileWithReceipt();
    mail.refuse(ADULT.email, 451);
    expect((await sweep()).sent).toBe(0);
    const waiting = await receiptOf(file);
    expect(waiting).toMatchObject({ state: "planned", attempts: 1 });
    expect(waiting.wait).toBeGreaterThan(30);
    expect(waiting.wait).toBeLessThanOrEqual(60);
    expect((await sweep()).sent).toBe(0); // not before its time
    await makeDue(file, "receipt");
    await sweep();
    expect((await receiptOf(file)).wait).toBeGreaterThan(90); // the second pause is longer
    mail.acceptAll();
    await makeDue(file, "receipt");
    expect((await sweep()).sent).toBe(1);
    const sent = await receiptOf(file);
    expect(sent).toMatchObject({ state: "sent", attempts: 3 });
    expect((await mail.messages()).map(({ messageId }) => messageId)).toEqual([`<${sent.id}@dosar>`]);
  });

  test("a recipient that is refused for a while holds up no other", async () => {
    const files = [await fileWithReceipt("intarziat@exemplu.ro"), await fileWithReceipt("ajunge@exemplu.ro")];
    mail.refuse("intarziat@exemplu.ro", 450);
    expect((await sweep()).sent).toBe(1);
    expect((await Promise.all(files.map(receiptOf))).map(({ state }) => state)).toEqual(["planned", "sent"]);
  });

  test("5xx: it has failed, is not tried again, and says why without an address", async () => {
    const file = await fileWithReceipt();
    mail.refuse(ADULT.email, 550, `no mailbox ${ADULT.email} here`);
    await sweep();
    const failed = await receiptOf(file);
    expect(failed).toMatchObject({ state: "failed", attempts: 1, sent_at: null });
    expect(failed.last_error).toContain("550");
    expect(failed.last_error).not.toContain(ADULT.email);
    mail.acceptAll();
    await makeDue(file);
    await sweep();
    expect((await mail.messages()).filter(({ to }) => to.includes(ADULT.email))).toEqual([]);
  });

  test("a server that is down: nothing is lost, the rest of the batch is given back untried, and goes out afterwards", async () => {
    const files = [
      await fileWithReceipt("a@exemplu.ro"),
      await fileWithReceipt("b@exemplu.ro"),
      await fileWithReceipt("c@exemplu.ro"),
    ];
    const away = nodemailer.createTransport({ url: "smtp://127.0.0.1:9", connectionTimeout: 2000 });
    expect(await sweep(away)).toEqual({ sent: 0, more: false });
    const waiting = await Promise.all(files.map(receiptOf));
    expect(waiting.map(({ state }) => state)).toEqual(["planned", "planned", "planned"]);
    expect(waiting.map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 0]);
    for (const file of files) await makeDue(file, "receipt");
    expect(await sweep()).toEqual({ sent: 3, more: false });
    expect(await mail.messages()).toHaveLength(3);
  });

  test("a server that greets with 554 is down, and fails no message", async () => {
    const file = await fileWithReceipt();
    const { createServer } = await import("node:net");
    const server = createServer((socket) => socket.end("554 not today\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await sweep(nodemailer.createTransport({ url: `smtp://127.0.0.1:${port}`, connectionTimeout: 2000 }));
    server.close();
    expect(await receiptOf(file)).toMatchObject({ state: "planned" });
  });

  test("after the last attempt it has failed", async () => {
    const file = await fileWithReceipt();
    await world.pool.query("UPDATE messages SET attempts = 15 WHERE case_id = $1 AND kind = 'receipt'", [file.caseId]);
    mail.refuse("*", 451);
    await sweep();
    expect(await receiptOf(file)).toMatchObject({ state: "failed", attempts: 16 });
  });

  test("sweeps at once never send one twice, and send all", async () => {
    const files = [];
    for (let index = 0; index < 6; index += 1) files.push(await fileWithReceipt(`p${index}@exemplu.ro`));
    const batches = await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(batches.reduce((sum, { sent }) => sum + sent, 0)).toBe(6);
    const ids = (await mail.messages()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  test("a row whose sender died is tried again after its lease, not before", async () => {
    const file = await fileWithReceipt();
    await world.pool.query(
      "UPDATE messages SET state = 'sending', attempts = 1, next_attempt_at = now() + interval '10 minutes' WHERE case_id = $1 AND kind = 'receipt'",
      [file.caseId],
    );
    expect((await sweep()).sent).toBe(0);
    await makeDue(file, "receipt");
    expect((await sweep()).sent).toBe(1);
    expect(await receiptOf(file)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("more than a batch: all leave in one sweep, each once", async () => {
    const file = await fileAt(world, "complete");
    await world.pool.query(
      `INSERT INTO messages (id, case_id, kind, about, recipient_kind, params, planned_at, state, next_attempt_at)
       SELECT gen_random_uuid(), $1, 'receipt', n::text, 'patient-side', '{}', now(), 'planned', now() - interval '1 second' FROM generate_series(1, 602) n`,
      [file.caseId],
    );
    expect(await sweep()).toEqual({ sent: 602, more: false });
    const ids = (await mail.messages()).map(({ messageId }) => messageId);
    expect([ids.length, new Set(ids).size]).toEqual([602, 602]);
  });
});

describe("messages that cannot be sent", () => {
  test("a person who has left, an address that is none, a kind without words, an erased file: each fails alone, the others go out", async () => {
    const [erased, good] = [await fileWithReceipt("sters@exemplu.ro"), await fileWithReceipt("bun@exemplu.ro")];
    await world.pool.query("UPDATE cases SET wrapped_key = '\\x00' WHERE id = $1", [erased.caseId]);
    const insert = (kind: string, recipient: string | null) =>
      world.pool.query(
        `INSERT INTO messages (id, case_id, kind, about, recipient_id, recipient_kind, params, planned_at, state, next_attempt_at)
         VALUES (gen_random_uuid(), $1, $2, 'x', $3, 'user', '{}', now() - interval '1 day', 'planned', now() - interval '1 minute') RETURNING id`,
        [good.caseId, kind, recipient],
      );
    const oddAddress = randomUUID();
    await world.pool.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, 'fara arond', 'x', '')", [
      oddAddress,
    ]);
    await insert("due", randomUUID());
    await insert("no-such-kind", PEOPLE.dsp.userId);
    await insert("due", oddAddress);
    expect((await sweep()).sent).toBe(1);
    expect((await mail.messages()).map(({ to }) => to)).toEqual([["bun@exemplu.ro"]]);
    expect((await receiptOf(erased)).state).toBe("failed");
    const states = (await rows(good)).filter(({ attempts }) => attempts > 0).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["failed", "failed", "failed", "sent"]);
  });

  test("what has become untrue while it waited for the server is dropped", async () => {
    const file = await fileAt(world, "complete");
    await world.pool.query(
      "UPDATE messages SET state = 'sending', attempts = 1, next_attempt_at = now() - interval '1 second' WHERE case_id = $1 AND kind IN ('before', 'due')",
      [file.caseId],
    );
    await file.give("sendToCommission"); // it is met while these are on their way
    await makeDue(file, "work"); // and news of the next step waits
    await file.give("beginExamination");
    mail.refuse("*", 451);
    await sweep();
    const { rows: states } = await world.pool.query(
      "SELECT DISTINCT kind, state FROM messages WHERE case_id = $1 AND kind IN ('before', 'due', 'work')",
      [file.caseId],
    );
    expect(states.map(({ state }) => state as string)).toEqual(states.map(() => "dropped"));
    const other = await fileAt(world, "complete");
    await makeDue(other, "due");
    await sweep();
    expect((await rows(other)).find(({ attempts }) => attempts > 0)?.state).toBe("planned"); // this one still stands
  });
});

describe("what stands in them", () => {
  test("registration number, rule and dates; never a name, a diagnosis or a clinic", async () => {
    const file = await fileAt(world, "sendable");
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    await makeDue(file);
    const other = await fileAt(world, "at-commission");
    await makeDue(other, "work");
    const both = [file.caseId, other.caseId];
    const { rows: kinds } = await world.pool.query<{ kind: string }>(
      "SELECT DISTINCT kind FROM messages WHERE case_id = ANY ($1)",
      [both],
    );
    // Every kind that there is.
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(["receipt", "work", ...REMINDER_KINDS].toSorted());
    for (let more = true; more;) ({ more } = await sweep());
    const { rows: cases } = await world.pool.query<{ number: string }>(
      "SELECT registration_number AS number FROM cases WHERE id = ANY ($1)",
      [both],
    );
    const caught = await mail.messages();
    expect(caught.length).toBeGreaterThan(20);
    for (const { subject, text, html } of caught) {
      expect(cases.some(({ number }) => subject.includes(number))).toBe(true);
      for (const part of [subject, text, html ?? ""]) for (const secret of SECRETS) expect(part).not.toContain(secret);
    }
    const overdue = caught.find(({ subject, text }) => subject.includes("termen depășit") && text.includes("MOH-69"));
    expect(overdue?.text).toMatch(/\d{2}\.\d{2}\.\d{4}/);
  });

  test("people are led to the file, the patient side to the page that it can open", async () => {
    const file = await fileAt(world, "approved");
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    await makeDue(file, "due");
    await makeDue(file, "receipt");
    await sweep();
    for (const { to, text, html } of await mail.messages()) {
      const link = to.includes(ADULT.email) ? `${PUBLIC_URL}/stare` : `${PUBLIC_URL}/dosare/${file.caseId}`;
      expect(text).toContain(link);
      expect(html).toContain(link);
      if (to.includes(ADULT.email)) expect(text).not.toContain(file.caseId);
    }
    expect((await mail.messages()).some(({ to }) => to.includes(ADULT.email))).toBe(true);
  });

  test("in the language of who reads it", async () => {
    await world.pool.query("UPDATE users SET locale = 'en' WHERE id = $1", [PEOPLE.cst.userId]);
    const file = await fileAt(world, "at-commission");
    await makeDue(file, "work");
    await sweep();
    expect((await mail.messages()).some(({ subject }) => subject.includes("a new step for you"))).toBe(true);
    await world.pool.query("UPDATE users SET locale = 'ro' WHERE id = $1", [PEOPLE.cst.userId]);
    await mail.clear();
    const other = await fileAt(world, "at-commission");
    await makeDue(other, "work");
    await sweep();
    const subjects = (await mail.messages()).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject.includes("pas nou de îndeplinit"))).toBe(true);
    expect(subjects.some((subject) => subject.includes("a new step for you"))).toBe(false);
  });
});
