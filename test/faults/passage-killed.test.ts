/** E112-05: files pass to the Ministry's route while the worker dies again and again. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { Client, Connection, WorkflowNotFoundError, WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { E112_COMMAND_SCHEMAS } from "../../domain/commands/e112/index.schema.ts";
import type { Actor } from "../../domain/case/events.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring, seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { caseWorkflowId, commandUpdate, openedUpdate, TASK_QUEUE, TRY_AGAIN } from "../../workflows/contract.ts";
import { ADULT } from "../e112/support/papers.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { PEOPLE, seedPeople } from "../support/people.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";
import { MASTER_KEY, TASK_TIMEOUT_MS, WorkerProcess } from "./support/stream.ts";

const FILES = 5;
const KILLS = 4;
const REQUEST_MS = 2500;
const PATIENCE_MS = 120_000;

const temporal = await temporalServer();
const { url: databaseUrl } = await testDatabase();
const { codePath } = await workflowBundle();
const database = openDatabase(databaseUrl);
const { pool } = database;
await seedPeople(pool);
const connection = await Connection.connect({ address: temporal.address });
const namespace = `passage-${randomUUID()}`;
await connection.workflowService.registerNamespace({
  namespace,
  workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
});
const keyring = openKeyring(MASTER_KEY);
const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
const client = new Client({ connection, namespace, dataConverter });
const worker = new WorkerProcess({ connection, address: temporal.address, namespace, databaseUrl, pool, codePath });
const today = bucharestDate(Date.now());

atEndOfFile(async () => {
  await worker.kill();
  await connection.close();
  await database.close();
});

/** A file whose clinic is outside the EU. */
async function openFile(): Promise<string> {
  const [caseId, commandId] = [randomUUID(), randomUUID()];
  const { payload: schema, facts } = E112_COMMAND_SCHEMAS.openFile;
  const payload = schema.parse({
    patient: ADULT,
    applicant: { role: "patient" },
    clinic: { name: "Clinic", country: "US" },
  });
  const { key, wrapped } = keyring.newCaseKey();
  const opening = {
    homeId: "CAS-CJ",
    officerId: PEOPLE.cas.userId,
    openedOn: today,
    surnameIndex: "",
    accessCodeHash: "",
    patientHasEmail: true,
  };
  await pool.query(
    `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
     VALUES ($1, $2, 'openFile', '', $3, $4, $5, $6, $7)`,
    [
      caseId,
      commandId,
      PEOPLE.cas.userId,
      seal(key, { payload }, sealedAs.payload(caseId, commandId)),
      opening,
      wrapped,
      seal(key, { patient: payload.patient, filer: payload.applicant }, sealedAs.subject(caseId)),
    ],
  );
  const filing = {
    commandId,
    requestHash: "",
    type: "openFile",
    expectedVersion: 0,
    occurredOn: today,
    actor: PEOPLE.cas,
    facts: { ...facts(payload, today) },
  };
  const handle = await client.workflow.start("e112", {
    workflowId: caseWorkflowId(caseId),
    taskQueue: TASK_QUEUE,
    workflowTaskTimeout: TASK_TIMEOUT_MS,
    args: [{ caseId, filing, spreadSeconds: 600 }],
  });
  await handle.executeUpdate(openedUpdate);
  return caseId;
}

/** One officer passes it on, asking again until answered. @returns the code of the refusal, or "taken". */
async function pass(caseId: string, actor: Actor): Promise<string> {
  const commandId = randomUUID();
  const args = {
    commandId,
    requestHash: "",
    type: "moveToMinistryRoute",
    expectedVersion: 1,
    occurredOn: today,
    actor,
    facts: { dsp: "DSP-CJ" },
  };
  let ended = false;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const { rowCount } = await pool.query("SELECT FROM commands WHERE case_id = $1 AND command_id = $2", [
      caseId,
      commandId,
    ]);
    if (rowCount === 1) return "taken";
    if (ended) return "CASE_CLOSED";
    try {
      await connection.withDeadline(Date.now() + REQUEST_MS, () =>
        client.workflow
          .getHandle(caseWorkflowId(caseId))
          .executeUpdate(commandUpdate, { args: [args], updateId: commandId }),
      );
      return "taken";
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      const type = cause instanceof ApplicationFailure ? cause.type : undefined;
      ended = error instanceof WorkflowNotFoundError || type === "AcceptedUpdateCompletedWorkflow";
      if (!ended && type !== undefined && type !== null && type !== TRY_AGAIN) return type;
    }
  }
  throw new Error(`no answer; ${worker.said.join("")}`);
}

test("each of them goes on as one file at the DSP, whoever of two officers is first and however often the worker dies", async () => {
  worker.start();
  const files = await Promise.all(Array.from({ length: FILES }, openFile));
  const killing = (async () => {
    for (let kills = 0; kills < KILLS; kills += 1) {
      await sleep(150 + Math.random() * 1200);
      await worker.kill();
      worker.start();
      await sleep(2500); // it starts
    }
  })();
  const answers = await Promise.all(
    files.map((caseId) => Promise.all([pass(caseId, PEOPLE.cas), pass(caseId, PEOPLE.casSupervisor)])),
  );
  await killing;
  expect(answers.map((answer) => answer.filter((each) => each === "taken"))).toEqual(files.map(() => ["taken"]));

  const ENDED = "SELECT FROM cases WHERE process = 'e112' AND outcome = 'moved-to-ministry-route'";
  const until = Date.now() + PATIENCE_MS;
  while ((await pool.query(ENDED)).rowCount !== FILES) {
    if (Date.now() > until) throw new Error(`not all have passed; ${worker.said.join("")}`);
    await sleep(200);
  }
  const { rows } = await pool.query<{ from_case: string; to_case: string; home_id: string; acts: number }>(
    `SELECT l.from_case, l.to_case, c.home_id, (SELECT count(*)::int FROM commands k WHERE k.case_id = c.id) AS acts
     FROM case_links l JOIN cases c ON c.id = l.to_case`,
  );
  expect(rows.map(({ from_case: from }) => from).toSorted()).toEqual(files.toSorted());
  expect(rows.every(({ home_id: home, acts }) => home === "DSP-CJ" && acts === 1)).toBe(true);
  expect((await pool.query("SELECT FROM cases WHERE process = 'moh'")).rowCount).toBe(FILES);
  expect((await pool.query("SELECT FROM intake WHERE opening IS NOT NULL")).rowCount).toBe(0);
  for (const { to_case: file } of rows) expect(await verifyChain(pool, file)).not.toHaveProperty("fault");
}, 240_000);
