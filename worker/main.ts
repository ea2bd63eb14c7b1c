import { Client, Connection } from "@temporalio/client";
import { NativeConnection } from "@temporalio/worker";
import type pg from "pg";
import { domainOf } from "../activities/mail/sender.ts";
import { fillBacklog } from "../activities/statistics/fill-backlog.ts";
import { createCalendarReader } from "../prisma/calendar-reader.ts";
import { openDatabase } from "../prisma/client.ts";
import { openKeyring } from "../prisma/secrecy/keyring.ts";
import { listenForBounces, type BounceListener } from "./bounce-listener.ts";
import { readSettings, type WorkerSettings } from "./config.ts";
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
    bounceDomain: bounceDomain(settings),
    publicUrl: settings.PUBLIC_URL,
  });
  const clientConnection = await Connection.connect({ address });
  await schedule(new Client({ connection: clientConnection, namespace }), settings.MAIL_SWEEP_SECONDS);
  await clientConnection.close();
  const stopping = new AbortController();
  const filling = fillFigures(database.pool, stopping.signal);
  const bounces = await startBounces(settings, database.pool);
  await worker.run(); // until SIGINT or SIGTERM, then what is under way is finished
  await bounces?.stop();
  stopping.abort();
  await filling;
  await connection.close();
  await database.close();
}

/** Beside the work: figures for statistics that files of earlier releases lack. What fails is tried again at the next start. */
async function fillFigures(pool: pg.Pool, signal: AbortSignal): Promise<void> {
  try {
    const files = await fillBacklog(pool, createCalendarReader(pool), signal);
    if (files > 0) console.log(`Figures for statistics were made for ${files} files.`);
  } catch (error) {
    console.error(
      `Some files lack their figures for statistics: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Letters name an address to be returned to when somebody listens there: this worker, or another one. */
function bounceDomain(settings: WorkerSettings): string | undefined {
  const { BOUNCE_DOMAIN, BOUNCE_SMTP_PORT, MAIL_FROM } = settings;
  return BOUNCE_DOMAIN ?? (BOUNCE_SMTP_PORT === undefined ? undefined : domainOf(MAIL_FROM));
}

/** A port that another worker of this machine has is no reason not to work: that one takes what comes back. */
async function startBounces(settings: WorkerSettings, pool: pg.Pool): Promise<BounceListener | undefined> {
  const { BOUNCE_SMTP_PORT: port, BOUNCE_SMTP_HOST: host } = settings;
  if (port === undefined) return undefined;
  try {
    return await listenForBounces({ port, host, pool });
  } catch (error) {
    console.error(`This worker takes no returned letters: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
