/** Thousands of files whose deadline passes at the same instant: how long until it stands in each of them. */
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { TASK_QUEUE } from "../../workflows/contract.ts";
import { runningFiles } from "../support/running-files.ts";
import type { BenchStack } from "./stack.ts";

const FILES = 5_000;
/** As the API opens files. */
const SPREAD_SECONDS = 600;
/** Files opened first, to learn how long this machine takes to open one. */
const PROBE = 200;
/** The instant is so much later than the files should need to be open, in milliseconds. */
const MARGIN_MS = 15_000;
const DAY_MS = 86_400_000;
const POLL_MS = 50;
const PATIENCE_MS = 300_000;
/** `TASK_QUEUE_TYPE_WORKFLOW` of the engine's protocol. */
const WORKFLOW_TASKS = 1;

/** Prints seconds from the instant until events and deadlines of every file say that it passed. */
export async function benchPassing({ temporalAddress, databaseUrl, masterKey }: BenchStack): Promise<void> {
  const { pool, close } = openDatabase(databaseUrl);
  const keyring = openKeyring(masterKey);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, dataConverter: { payloadCodecs: [encryptingCodec(keyring.payloadKey)] } });
  const world = { client, pool, keyring, taskQueue: TASK_QUEUE, now: async () => Date.now() };
  console.log(`\n${FILES} open files, each with its workflow, whose deadline passes at the same instant`);

  const open = async (count: number, passesAt: number): Promise<void> => {
    await runningFiles(world, { count, passesAt: new Date(passesAt), spreadSeconds: SPREAD_SECONDS });
    while ((await backlog(client)) > 0) await sleep(200);
  };
  const probed = Date.now();
  await open(PROBE, probed + DAY_MS);
  const started = Date.now();
  const instant = started + ((started - probed) / PROBE) * FILES * 1.5 + MARGIN_MS;
  await open(FILES, instant);
  const ready = Date.now();
  console.log(line("workflows started and waiting", (ready - started) / 1000));
  if (ready > instant) throw new Error("the files were not open in time: give them longer");
  await sleep(instant - ready);

  const until = Date.now() + PATIENCE_MS;
  let first: number | undefined;
  let recorded = 0;
  while (recorded < FILES) {
    if (Date.now() > until) throw new Error(`${recorded} of ${FILES} are recorded`);
    await sleep(POLL_MS);
    const { rows } = await pool.query<{ recorded: number }>(
      `SELECT least((SELECT count(*) FROM events WHERE type = 'deadlinePassed'),
         (SELECT count(*) FROM deadlines WHERE passed_at IS NOT NULL))::int AS recorded`,
    );
    recorded = rows[0]?.recorded ?? 0;
    if (recorded > 0) first ??= Date.now();
  }
  const last = Date.now();
  console.log(line("first recorded after", ((first ?? last) - instant) / 1000));
  console.log(line(`all ${FILES} recorded after`, (last - instant) / 1000));
  console.log(line("files a second, once it began", (FILES * 1000) / Math.max(1, last - (first ?? instant)), ""));
  console.log(`  each workflow learns of it by its own timer, within ${SPREAD_SECONDS} s, or with its next command`);
  await connection.close();
  await close();
}

/** Workflow tasks that wait for a worker. */
async function backlog({ workflowService, options: { namespace } }: Client): Promise<number> {
  const request = { namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType: WORKFLOW_TASKS, reportStats: true };
  const { stats } = await workflowService.describeTaskQueue(request);
  return Number(stats?.approximateBacklogCount ?? 0);
}

function line(what: string, value: number, unit = "s"): string {
  return `  ${what.padEnd(42)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit}`;
}
