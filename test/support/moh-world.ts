import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { createWorker } from "../../worker/worker.ts";
import { atEndOfFile } from "./broker-client.ts";
import { testDatabase } from "./database.ts";
import { type World } from "./moh-file.ts";
import { seedPeople } from "./people.ts";
import { timeSkippingEnvironment, workflowBundle } from "./temporal.ts";

export interface SkippingWorld extends World {
  /** Lets time pass, in the form of the engine's durations, for example "3 days". */
  sleep(duration: string): Promise<void>;
  /** The address of the database as its owner: may do everything, for tests of what the application may not. */
  readonly ownerUrl: string;
}

/** Real workflows and activities on a real database, under a clock that is skipped. At the top of a test file. */
export async function skippingWorld(): Promise<SkippingWorld> {
  const keyring = openKeyring(Buffer.alloc(32, 7).toString("base64"));
  const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
  const environment = await timeSkippingEnvironment({ dataConverter });
  const address = await testDatabase();
  const database = openDatabase(address.url);
  await seedPeople(database.pool);
  const taskQueue = "test";
  const { codePath } = await workflowBundle();
  const worker = await createWorker({
    connection: environment.nativeConnection,
    namespace: "default",
    taskQueue,
    workflowBundle: codePath,
    database,
    keyring,
    smtpUrl: "smtp://127.0.0.1:9",
    mailFrom: "Dosar <dosar@localhost>",
    publicUrl: "http://127.0.0.1",
  });
  const running = worker.run();
  atEndOfFile(async () => {
    worker.shutdown();
    await running;
    await database.close();
  });
  return {
    client: environment.client,
    pool: database.pool,
    keyring,
    taskQueue,
    ownerUrl: address.ownerUrl,
    now: () => environment.currentTimeMs(),
    sleep: (duration) => environment.sleep(duration),
  };
}
