/** Very many reminders due in the same minute: how long until each is a letter, and until a mail server has them all. */
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import type pg from "pg";
import { writeLetter } from "../../domain/messages/letter.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { openDatabase } from "../../prisma/client.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { openKeyring, seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { TASK_QUEUE } from "../../workflows/contract.ts";
import type { BenchStack } from "./stack.ts";

const REMINDERS = 10_000;
const OFFICERS = 50;
const POLL_MS = 20;
const PATIENCE_MS = 600_000;

/** Prints seconds from the start of the sweep, as its schedule starts it. */
export async function benchReminders({ temporalAddress, databaseUrl, masterKey, mail }: BenchStack): Promise<void> {
  const { pool, close } = openDatabase(databaseUrl);
  const keyring = openKeyring(masterKey);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, dataConverter: { payloadCodecs: [encryptingCodec(keyring.payloadKey)] } });
  const today = bucharestDate(Date.now());
  await seed(pool, keyring, today);
  const before = await mail.count();
  console.log(`\n${REMINDERS} reminders of ${REMINDERS} files, due in the same minute, for ${OFFICERS} people`);

  const started = Date.now();
  const handle = await client.workflow.start("deliverMessages", {
    workflowId: `bench-reminders-${started}`,
    taskQueue: TASK_QUEUE,
    args: [],
  });
  await until(async () => (await count(pool, "true")) >= REMINDERS);
  const issued = Date.now();
  console.log(line("all of them letters, each to its person", (issued - started) / 1000));
  await until(async () => (await count(pool, "state = 'sent'")) >= REMINDERS);
  const sent = Date.now();
  await handle.result();
  const after = await mail.count();
  console.log(line("all accepted by the mail server", (sent - started) / 1000));
  console.log(line("letters a second, sent", (REMINDERS * 1000) / Math.max(1, sent - issued), ""));
  console.log(`  accepted ${after.accepted - before.accepted}, different ${after.different - before.different}`);
  console.log(line(`to write ${REMINDERS} letters, text and HTML`, writing(today)));
  await connection.close();
  await close();
}

/** Seconds to write as many letters, in this process, with nothing else. */
function writing(today: string): number {
  const before = performance.now();
  for (let index = 0; index < REMINDERS; index += 1) {
    writeLetter(
      {
        kind: "due",
        registrationNumber: `DSP-CJ/2026/${index}`,
        caseId: namedUuid(String(index)),
        about: today,
        params: { rule: "MOH-23", step: "send-to-commission", days: "0" },
        toPatientSide: false,
        publicUrl: "https://dosar.example.ro",
      },
      "ro",
    );
  }
  return (performance.now() - before) / 1000;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > end) throw new Error("the reminders did not leave in time");
    await sleep(POLL_MS);
  }
}

async function count(pool: pg.Pool, which: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM messages WHERE kind = 'due' AND params ? 'bench' AND ${which}`,
  );
  return rows[0]?.count ?? 0;
}

async function seed(pool: pg.Pool, keyring: ReturnType<typeof openKeyring>, today: string): Promise<void> {
  const officers = Array.from({ length: OFFICERS }, (_, index) => namedUuid(`bench/officer/${index}`));
  await pool.query(
    `WITH people AS (SELECT unnest($1::uuid[]) AS id), made AS (
       INSERT INTO users (id, email, name, password_hash) SELECT id, id || '@example.ro', 'Test', '' FROM people)
     INSERT INTO memberships (user_id, institution_id, role) SELECT id, 'DSP-CJ', 'dsp-officer' FROM people`,
    [officers],
  );
  const { key, wrapped } = keyring.newCaseKey();
  const files = Array.from({ length: REMINDERS }, (_, index) => {
    const id = namedUuid(`bench/reminder/${index}`);
    return {
      id,
      number: `DSP-CJ/2019/${String(index).padStart(6, "0")}`,
      officer: officers[index % OFFICERS],
      planned: namedUuid(`bench/planned/${index}`),
      subject: seal(key, { patient: {} }, sealedAs.subject(id)).toString("base64"),
    };
  });
  await pool.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, number text, officer uuid, planned uuid, subject text)),
     opened AS (
       INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
         stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email, surname_index, wrapped_key)
       SELECT id, 'moh', number, '', 'DSP-CJ', 'CST-CJ', 'MS', officer, 'complete', $2::date, $2::date, now(), 1, 1, '', '{}',
         decode(subject, 'base64'), false, '', $3 FROM given
     ), due AS (
       INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state)
       SELECT id, 'MOH-23', 'MOH-23', 'DSP', 'DSP-CJ', $2::date - 2, $2::date, now() + interval '2 days', 'running' FROM given
     )
     INSERT INTO planned_messages (id, case_id, deadline_id, kind, about, audience, institution_id, params, planned_at, state)
     SELECT planned, id, 'MOH-23', 'due', $2, 'owner', 'DSP-CJ',
       '{"rule":"MOH-23","days":"0","step":"send-to-commission","bench":"1"}', now(), 'planned' FROM given`,
    [JSON.stringify(files), today, wrapped],
  );
  for (const table of ["cases", "deadlines", "planned_messages", "messages", "memberships"]) {
    await pool.query(`VACUUM ANALYZE ${table}`);
  }
}

function line(what: string, value: number, unit = "s"): string {
  return `  ${what.padEnd(42)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit}`;
}
