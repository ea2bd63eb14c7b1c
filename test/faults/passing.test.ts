import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { recomputeUpdate, TASK_QUEUE } from "../../workflows/contract.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { declareDay } from "../support/calendar.ts";
import { testDatabase } from "../support/database.ts";
import { type MohFile, type World } from "../support/moh-file.ts";
import { seedPeople } from "../support/people.ts";
import { runningFiles } from "../support/running-files.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";
import { MASTER_KEY, TASK_TIMEOUT_MS, WorkerProcess } from "./support/stream.ts";

const FILES = 24;
const KILLS = 5;
/** Until the deadlines pass, in milliseconds. */
const LEAD_MS = 6_000;
const REQUEST_MS = 2_500;
const PATIENCE_MS = 120_000;

const temporal = await temporalServer();
const { url: databaseUrl } = await testDatabase();
const { codePath } = await workflowBundle();
const database = openDatabase(databaseUrl);
await seedPeople(database.pool);
const { pool } = database;
const connection = await Connection.connect({ address: temporal.address });
const namespace = `faults-${randomUUID()}`;
await connection.workflowService.registerNamespace({
  namespace,
  workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
});
const worker = new WorkerProcess({ connection, address: temporal.address, namespace, databaseUrl, pool, codePath });
const keyring = openKeyring(MASTER_KEY);
const codec = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
const world: World = {
  client: new Client({ connection, namespace, dataConverter: codec }),
  pool,
  keyring,
  taskQueue: TASK_QUEUE,
  now: async () => Date.now(),
};

atEndOfFile(async () => {
  await worker.kill();
  await connection.close();
  await database.close();
});

/** Asks again and again, under one command id, until it is answered. */
async function persistently(ask: (commandId: string) => Promise<unknown>): Promise<void> {
  const commandId = randomUUID();
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await connection.withDeadline(Date.now() + REQUEST_MS, () => ask(commandId));
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`not answered; ${worker.said.join("")}`, { cause: error });
      await sleep(100);
    }
  }
}

/** The sweep again and again, as if its schedule were very impatient, until `isOver`. */
async function sweep(isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const options = {
      workflowId: `sweep-${randomUUID()}`,
      taskQueue: TASK_QUEUE,
      workflowTaskTimeout: TASK_TIMEOUT_MS,
    };
    await world.client.workflow.start("recordPassing", { ...options, args: [] });
    await sleep(300);
  }
}

test("a worker killed again and again while deadlines are recorded in bulk, commands come and the calendar changes: each passing stands once, each command once", async () => {
  const passesAt = new Date(Date.now() + LEAD_MS);
  const options = { count: FILES, passesAt, spreadSeconds: 6, workflowTaskTimeout: TASK_TIMEOUT_MS };
  const files = await runningFiles(world, options);
  const change = await declareDay(pool, { date: "2039-03-01" });
  let over = false;
  worker.start();
  const work = async (file: MohFile, index: number): Promise<void> => {
    await sleep(Math.max(0, passesAt.getTime() - Date.now()) + index * 300);
    if (index % 3 === 0) await persistently(() => file.handle.executeUpdate(recomputeUpdate, { args: [{ change }] }));
    if (index % 2 === 0) await persistently((commandId) => send(file, commandId));
  };
  const die = async (): Promise<void> => {
    await sleep(Math.max(0, passesAt.getTime() - Date.now()) + 200);
    for (let kills = 0; kills < KILLS; kills += 1) {
      await worker.kill();
      worker.start();
      await sleep(1_500 + Math.random() * 1_000);
    }
    over = true;
  };
  await Promise.all([die(), sweep(() => over), ...files.map(work)]);
  for (const [index, file] of files.entries()) {
    // Every workflow and its record are at one again.
    if (index % 2 === 1) await persistently((commandId) => send(file, commandId));
    await persistently((commandId) => file.give("beginExamination", { commandId, expectedVersion: 2 }));
    await expectWhole(file, index % 3 === 0);
  }
  const { rows } = await pool.query("SELECT FROM events WHERE type = 'deadlinePassed' GROUP BY at HAVING count(*) > 1");
  expect(rows.length).toBeGreaterThan(0); // some were recorded in bulk
}, 180_000);

function send(file: MohFile, commandId: string): Promise<unknown> {
  return file.give("sendToCommission", { commandId, expectedVersion: 1 });
}

async function expectWhole(file: MohFile, changed: boolean): Promise<void> {
  const { rows } = await pool.query<{ seq: number; type: string }>(
    "SELECT seq, type FROM events WHERE case_id = $1 ORDER BY seq",
    [file.caseId],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1));
  const count = (type: string): number => rows.filter((row) => row.type === type).length;
  expect([count("deadlinePassed"), count("actRecorded"), count("calendarChanged")]).toEqual([1, 3, changed ? 1 : 0]);
  const { state } = await rowOf(file);
  expect(state).toBe(rows.length);
  expect((await verifyChain(pool, file.caseId)).fault).toBeUndefined();
}

async function rowOf({ caseId }: MohFile): Promise<{ state: number }> {
  const { rows } = await pool.query<{ state: number }>(
    "SELECT (state->>'lastSeq')::int AS state FROM cases WHERE id = $1 AND last_seq = (state->>'lastSeq')::int",
    [caseId],
  );
  return rows[0] ?? { state: 0 };
}
