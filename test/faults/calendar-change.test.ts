import { once } from "node:events";
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
import { CarriedChange } from "./support/calendar-change.ts";

const KILLS = 3;

await temporalServer(); // the program is there when the shared server is
const cli = await findTemporalCli(() => undefined);
const { codePath } = await workflowBundle();

interface Servers {
  readonly change: CarriedChange;
  /** Kills the engine's server and starts it on what it has kept. */
  killEngine(): Promise<void>;
}

/** An engine and a database of the test's own. */
async function servers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), "dosar-faults-"));
  const port = await freePort();
  const start = (): Promise<TemporalServer> => {
    const state = { dbFile: join(folder, "temporal.db"), pidFile: join(folder, "temporal.pid") };
    return startTemporal({ cli, port, namespace: "default", state, logFile: join(folder, "temporal.log") });
  };
  let temporal = await start();
  const { url: databaseUrl } = await testDatabase();
  const { pool, close } = openDatabase(databaseUrl);
  await seedPeople(pool);
  const { address } = temporal;
  const connection = await Connection.connect({ address });
  const change = new CarriedChange({ connection, address, namespace: "default", databaseUrl, pool, codePath });
  atEndOfFile(async () => {
    await change.worker.kill();
    await connection.close();
    await temporal.stop();
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    change,
    async killEngine() {
      const gone = once(temporal.process, "exit");
      temporal.process.kill("SIGKILL");
      await gone;
      temporal = await start();
    },
  };
}

test.each(["the worker", "the engine’s server"])(
  "%s killed while a change of the calendar is carried into the files: each is told once, and all are counted",
  async (victim) => {
    const { change, killEngine } = await servers();
    change.worker.start();
    await change.begin();
    let felt = 0;
    for (let kills = 0; kills < KILLS; kills += 1) {
      if (await change.untilUnderWay()) felt += 1;
      if (victim === "the worker") {
        await change.worker.kill();
        change.worker.start();
      } else await killEngine();
    }
    await change.expectWhole();
    expect(felt).toBeGreaterThan(0); // a kill fell into the middle
  },
  180_000,
);
