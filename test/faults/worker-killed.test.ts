import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { TASK_QUEUE } from "../../workflows/contract.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { MohFile, OFFER, seedPeople, type World } from "../support/moh-file.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";

const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
const FILES = 6;
const KILLS = 4;
/** The engine takes a worker for dead after this time, not after its usual ten seconds: the test waits less. */
const TASK_TIMEOUT_MS = 3000;
/** An officer gives up after this time. */
const PATIENCE_MS = 120_000;
/** A worker lives so long, in milliseconds, from when it first does something. */
const LIFE_MS = { least: 200, most: 1800 };
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const temporal = await temporalServer();
const address = await testDatabase();
const { codePath } = await workflowBundle();
const database = openDatabase(address.url);
await seedPeople(database.pool);
const connection = await Connection.connect({ address: temporal.address });
// The worker's program polls the product's own task queue: in a namespace of its own nobody else does.
const namespace = `faults-${randomUUID()}`;
await connection.workflowService.registerNamespace({
  namespace,
  workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
});
const keyring = openKeyring(MASTER_KEY);
const world: World = {
  client: new Client({
    connection,
    namespace,
    dataConverter: { payloadCodecs: [encryptingCodec(keyring.payloadKey)] },
  }),
  pool: database.pool,
  keyring,
  taskQueue: TASK_QUEUE,
  now: async () => Date.now(),
};

let worker: ChildProcess | undefined;
/** What the workers said; shown when the test fails. */
const said: string[] = [];

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      DATABASE_URL: address.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: namespace,
      SMTP_URL: "smtp://127.0.0.1:9",
      PUBLIC_URL: "http://127.0.0.1",
      DOSAR_MASTER_KEY: MASTER_KEY,
      DOSAR_WORKFLOW_BUNDLE: codePath,
      MAIL_SWEEP_SECONDS: "3600",
    },
  });
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return child;
}

async function kill(): Promise<void> {
  if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

atEndOfFile(async () => {
  await kill();
  await connection.close();
  await database.close();
});

/** A person at a file: gives one command after the other, each again and again until it is acknowledged. */
class Officer {
  readonly acknowledged: { readonly commandId: string; readonly version: number }[] = [];
  /** Requests that ended without an answer. */
  unanswered = 0;
  private readonly file: MohFile;

  constructor(file: MohFile) {
    this.file = file;
  }

  async give(type: MohCommandType, payload: Record<string, unknown> = {}): Promise<void> {
    const commandId = randomUUID();
    const expectedVersion = this.acknowledged.length + 1;
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const request = () => this.file.give(type, { commandId, expectedVersion, payload });
        const { version } = await connection.withDeadline(Date.now() + 2500, request);
        this.acknowledged.push({ commandId, version });
        return;
      } catch (error) {
        this.unanswered += 1;
        if (Date.now() > until) throw new Error(`${type} was not answered; ${said.join("")}`, { cause: error });
        await sleep(100);
      }
    }
  }
}

const PAPER = { documents: [{ kind: "altDocument", form: "copy" }] };
const CLINICS = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
/** The way of a file as far as it may go while workers are killed, and from there to its end. */
const WAY: readonly [MohCommandType, Record<string, unknown>?][] = [
  ["sendToCommission"],
  ["beginExamination"],
  ["finishExamination", { decision: "approved" }],
  ["registerDecision", { decision: "approved", minutes: { clinics: CLINICS } }],
  ["notifyPatient"],
  ["sendClinicRequest", { clinic: "clinic-1", evidence: "x" }],
  ["sendClinicRequest", { clinic: "clinic-2", evidence: "x" }],
  ["recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }],
];
const END: readonly [MohCommandType, Record<string, unknown>?][] = [
  ["recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }],
  ["sendToMinistry"],
  ["registerAtMinistry"],
  ["decideAtMinistry", { decision: "approved", clinic: "clinic-1", amount: "1", currency: "EUR" }],
  ["notifyPatient"],
];

interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly subject: string | null;
}

async function eventsOf(caseId: string): Promise<EventRow[]> {
  const { rows } = await database.pool.query<EventRow>(
    `SELECT seq, type, coalesce(data->'act'->>'type', data->>'step', data->>'deadline', data->>'outcome') AS subject
       FROM events WHERE case_id = $1 ORDER BY seq`,
    [caseId],
  );
  return rows;
}

/** What happened to a file, papers aside. */
async function storyOf(caseId: string): Promise<string[]> {
  return (await eventsOf(caseId))
    .map(({ type, subject }) => `${type} ${subject}`)
    .filter((line) => line !== "actRecorded addDocument");
}

test("a worker killed again and again: nothing that was acknowledged is lost, nothing happens twice, and every file comes to its end", async () => {
  worker = startWorker();
  let killing = true;
  const officers: Officer[] = [];
  const files: MohFile[] = [];

  async function work(): Promise<void> {
    const file = await MohFile.open(world, { taskTimeout: TASK_TIMEOUT_MS });
    const officer = new Officer(file);
    files.push(file);
    officers.push(officer);
    const way = [...WAY];
    while (killing || way.length > 0) {
      const [type, payload] = way.shift() ?? ["addDocument", PAPER];
      await officer.give(type, payload);
      const papers = killing ? 1 + Math.floor(Math.random() * 8) : 0;
      for (let paper = 0; killing && paper < papers; paper += 1) await officer.give("addDocument", PAPER);
    }
    for (const [type, payload] of END) await officer.give(type, payload);
  }

  async function killAgainAndAgain(): Promise<void> {
    const given = () => officers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    for (let kills = 0; kills < KILLS; kills += 1) {
      const before = given();
      const until = Date.now() + 15_000;
      while (given() === before && Date.now() < until) await sleep(20);
      await sleep(LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least));
      await kill();
      worker = startWorker();
    }
    killing = false;
  }

  const started = Date.now();
  await Promise.all([killAgainAndAgain(), ...Array.from({ length: FILES }, () => work())]);

  let commands = 0;
  for (const [index, { caseId }] of files.entries()) {
    const acknowledged = officers[index]?.acknowledged ?? [];
    const { rows } = await database.pool.query<{ command_id: string; version: number; seq: number }>(
      "SELECT command_id, version, seq FROM commands WHERE case_id = $1 ORDER BY version",
      [caseId],
    );
    // Every acknowledged command once, under the version that was answered, and no other beside the filing.
    expect(rows.slice(1).map(({ command_id: commandId, version }) => ({ commandId, version }))).toEqual(acknowledged);
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, place) => place + 1));
    const events = await eventsOf(caseId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1));
    expect(events.filter(({ type }) => type === "actRecorded").map(({ seq }) => seq)).toEqual(
      rows.map(({ seq }) => seq),
    );
    expect((await verifyChain(database.pool, caseId)).fault).toBeUndefined();
    const { rows: cases } = await database.pool.query("SELECT version, last_seq, outcome FROM cases WHERE id = $1", [
      caseId,
    ]);
    expect(cases).toEqual([{ version: rows.length, last_seq: events.length, outcome: "approved-by-ministry" }]);
    commands += rows.length;
  }
  const unanswered = officers.reduce((sum, officer) => sum + officer.unanswered, 0);
  expect(unanswered).toBeGreaterThan(0); // the kills were felt
  expect(commands).toBeGreaterThan(FILES * (WAY.length + END.length));

  // The story of each is that of a file whose worker was left alone.
  const calm = await MohFile.open(world, { taskTimeout: TASK_TIMEOUT_MS });
  const officer = new Officer(calm);
  for (const [type, payload] of [...WAY, ...END]) await officer.give(type, payload);
  const story = await storyOf(calm.caseId);
  for (const { caseId } of files) expect(await storyOf(caseId)).toEqual(story);

  // And the registers have no gap: neither that of the DSP nor that of the Ministry.
  for (const column of ["registration_number", "ministry_number"]) {
    const { rows } = await database.pool.query<{ number: number }>(
      `SELECT right(${column}, 6)::int AS number FROM cases ORDER BY 1`,
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, place) => place + 1));
  }
  console.info(
    `${commands} commands, ${KILLS} kills, ${unanswered} requests without an answer, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}, 180_000);
