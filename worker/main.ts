import { Client, Connection } from "@temporalio/client";
import { NativeConnection } from "@temporalio/worker";
import { openDatabase } from "../prisma/client.ts";
import { openKeyring } from "../prisma/secrecy/keyring.ts";
import { readSettings } from "./config.ts";
import { schedule } from "./schedules.ts";
import { createWorker } from "./worker.ts";

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = settings;
  const keyring = openKeyring(settings.DOSAR_MASTER_KEY);
  const database = openDatabase(settings.DATABASE_URL, { maxConnections: 20 });
  const connection = await NativeConnection.connect({ address });
  const worker = await createWorker({
    connection,
    namespace,
    workflowBundle: settings.DOSAR_WORKFLOW_BUNDLE,
    database,
    keyring,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    publicUrl: settings.PUBLIC_URL,
  });
  const clientConnection = await Connection.connect({ address });
  await schedule(new Client({ connection: clientConnection, namespace }), settings.MAIL_SWEEP_SECONDS);
  await clientConnection.close();
  await worker.run(); // until SIGINT or SIGTERM, then what is under way is finished
  await connection.close();
  await database.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
