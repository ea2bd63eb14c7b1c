import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { APPLY_CALENDAR_CHANGE, calendarChangeWorkflowId, TASK_QUEUE } from "../../workflows/contract.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { MohFile, seedPeople } from "../support/moh-file.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";
import { WorkerProcess } from "./support/stream.ts";

const FILES = 60;
const KILLS = 3;
const TASK_TIMEOUT_MS = 3_000;

const temporal = await temporalServer();
const { url: databaseUrl } = await testDatabase();
const { codePath } = await workflowBundle();
const { pool, close } = openDatabase(databaseUrl);
await seedPeople(pool);
const connection = await Connection.connect({ address: temporal.address });
// The worker's program polls the product's own task queue: in a namespace of its own nobody else does.
const namespace = `faults-${randomUUID()}`;
await connection.workflowService.registerNamespace({
  namespace,
  workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
});
const keyring = openKeyring(Buffer.alloc(32, 7).toString("base64"));
const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
const client = new Client({ connection, namespace, dataConverter });
const worker = new WorkerProcess({ connection, address: temporal.address, namespace, databaseUrl, pool, codePath });

atEndOfFile(async () => {
  await worker.kill();
  await connection.close();
  await close();
});

interface Progress {
  readonly state: string;
  readonly files: number;
  readonly files_done: number;
  readonly moved: number;
}

async function progressOf(number: number): Promise<Progress> {
  const { rows } = await pool.query<Progress>(
    "SELECT state, files, files_done, moved FROM calendar_changes WHERE number = $1",
    [number],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no such change");
  return row;
}

/** How many files have been told of the change. */
async function told(number: number): Promise<number> {
  const { rows } = await pool.query<{ told: number }>(
    "SELECT count(*)::int AS told FROM events WHERE type = 'calendarChanged' AND (data->>'change')::int = $1",
    [number],
  );
  return rows[0]?.told ?? 0;
}

/** A day off for everyone, saved as the API saves it, and its workflow started. */
async function declare(date: string): Promise<number> {
  const number = 1;
  const acts = [{ type: "declareDayOff", date, for: "everyone", legalAct: "HG" }];
  await pool.query(
    "INSERT INTO calendar_changes (number, command_id, request_hash, acts, state) VALUES ($1, $2, '', $3, 'saved')",
    [number, randomUUID(), JSON.stringify(acts)],
  );
  await pool.query(
    `INSERT INTO declared_days (id, date, kind, scope, legal_act, declared_in) VALUES ($1, $2, 'day-off', 'everyone', 'HG', $3)`,
    [randomUUID(), date, number],
  );
  const workflowId = calendarChangeWorkflowId(number);
  await client.workflow.start(APPLY_CALENDAR_CHANGE, { workflowId, taskQueue: TASK_QUEUE, args: [{ number }] });
  return number;
}

test("a worker killed while a change of the calendar is carried into the files: each is told once, and all are counted", async () => {
  worker.start();
  const world = { client, pool, keyring, taskQueue: TASK_QUEUE, now: async () => Date.now() };
  const files: MohFile[] = [];
  for (let at = 0; at < FILES; at += 12) {
    const opening = Array.from({ length: 12 }, () => MohFile.open(world, { taskTimeout: TASK_TIMEOUT_MS }));
    files.push(...(await Promise.all(opening)));
  }
  const plain = institutionCalendar(await createCalendarReader(pool).latest());
  const [first, third] = [1, 3].map((days) => addWorkingDays(plain, bucharestDate(Date.now()), days));
  const number = await declare(String(first));
  let felt = 0;
  for (let kills = 0; kills < KILLS; kills += 1) {
    const before = await told(number);
    for (let waits = 0; (await told(number)) === before && before < FILES && waits < 1_000; waits += 1) await sleep(20);
    const during = await told(number);
    await worker.kill();
    if (during > 0 && during < FILES) felt += 1;
    worker.start();
  }
  for (let waits = 0; (await progressOf(number)).state !== "done" && waits < 900; waits += 1) await sleep(100);
  expect(await progressOf(number)).toEqual({ state: "done", files: FILES, files_done: FILES, moved: FILES });
  expect(felt).toBeGreaterThan(0); // a kill fell into the middle
  expect(await told(number)).toBe(FILES);
  for (const file of files) {
    const { deadlines } = await file.state();
    expect(deadlines["MOH-23"]?.due?.dueOn).toBe(third);
    expect((await verifyChain(pool, file.caseId)).fault).toBeUndefined();
  }
}, 180_000);
