import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import { Connection } from "@temporalio/client";
import { openDatabase } from "../../prisma/client.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { seedPeople } from "../support/people.ts";
import { temporalServer, workflowBundle } from "../support/temporal.ts";
import { Stream } from "./support/stream.ts";

const KILLS = 4;
/** A worker lives about so long, in milliseconds, from when it first does something. */
const LIFE_MS = 1500;

const temporal = await temporalServer();
const { url: databaseUrl } = await testDatabase();
const { codePath } = await workflowBundle();
const database = openDatabase(databaseUrl);
await seedPeople(database.pool);
const connection = await Connection.connect({ address: temporal.address });
// The worker's program polls the product's own task queue: in a namespace of its own nobody else does.
const namespace = `faults-${randomUUID()}`;
await connection.workflowService.registerNamespace({
  namespace,
  workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
});
const { pool } = database;
const stream = new Stream({ connection, address: temporal.address, namespace, databaseUrl, pool, codePath });

atEndOfFile(async () => {
  await stream.worker.kill();
  await connection.close();
  await database.close();
});

test("a worker killed again and again: nothing that was acknowledged is lost, nothing happens twice, and every file comes to its end", async () => {
  stream.worker.start();
  await stream.run(async () => {
    for (let kills = 0; kills < KILLS; kills += 1) {
      await stream.untilUnderWay(LIFE_MS);
      await stream.worker.kill();
      stream.worker.start();
    }
  });
  const { unanswered } = await stream.expectWhole();
  expect(unanswered).toBeGreaterThan(0); // the kills were felt
}, 180_000);
