import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Connection } from "@temporalio/client";
import { freePort } from "../../dev/stack/processes.ts";
import { startTemporal, type TemporalServer } from "../../dev/stack/temporal.ts";
import { findTemporalCli } from "../../dev/stack/temporal-binaries.ts";
import { openDatabase } from "../../prisma/client.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { seedPeople } from "../support/people.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";
import { Stream } from "./support/stream.ts";

const KILLS = 3;
const LIFE_MS = 1500;

await temporalServer(); // the program is there when the shared server is
const cli = await findTemporalCli(() => undefined);
const folder = await mkdtemp(join(tmpdir(), "dosar-faults-"));
const port = await freePort();
let temporal: TemporalServer | undefined;

/** A server of this file's own, whose state outlives it. */
async function startEngine(): Promise<TemporalServer> {
  const state = { dbFile: join(folder, "temporal.db"), pidFile: join(folder, "temporal.pid") };
  return startTemporal({ cli, port, namespace: "default", state, logFile: join(folder, "temporal.log") });
}

const { url: databaseUrl } = await testDatabase();
const { codePath } = await workflowBundle();
const database = openDatabase(databaseUrl);
await seedPeople(database.pool);
temporal = await startEngine();
const connection = await Connection.connect({ address: temporal.address });
const { pool } = database;
const stream = new Stream({ connection, address: temporal.address, namespace: "default", databaseUrl, pool, codePath });

atEndOfFile(async () => {
  await stream.worker.kill();
  await connection.close();
  await temporal?.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test("the worker and the engine's server killed together: what the database holds and the engine never heard of is not lost, nor done twice", async () => {
  stream.worker.start();
  await stream.run(async () => {
    for (let kills = 0; kills < KILLS; kills += 1) {
      await stream.untilUnderWay(LIFE_MS);
      temporal?.process.kill("SIGKILL");
      await stream.worker.kill();
      temporal = await startEngine();
      stream.worker.start();
    }
  });
  const { unanswered } = await stream.expectWhole();
  expect(unanswered).toBeGreaterThan(0);
}, 180_000);
