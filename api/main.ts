/** Starts the API from the environment and stops it cleanly. */
import { openDatabase } from "../prisma/client.ts";
import { openKeyring } from "../prisma/secrecy/keyring.ts";
import { buildApp } from "./app.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { warmUp } from "./documents/preview-paper.ts";
import { temporalEngine } from "./engine/temporal-engine.ts";

const STOP_PATIENCE_MS = 20_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = openDatabase(config.DATABASE_URL, { maxConnections: config.DATABASE_CONNECTIONS });
  const keyring = openKeyring(config.DOSAR_MASTER_KEY);
  const engine = temporalEngine({
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    payloadKey: keyring.payloadKey,
    timeout: config.ENGINE_TIMEOUT_MS,
  });
  const app = await buildApp({ config, pool: database.pool, keyring, engine, now: () => new Date() });
  let stopping = false;
  async function stop(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    app.log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    await app.close();
    await engine.close().catch(() => undefined);
    await database.close();
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
  await listen(app, config);
  app.log.info({ address: config.PUBLIC_URL }, "listening");
  await warmUp(app.services, app.log);
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, { HOST, PORT }: Config): Promise<void> {
  try {
    await app.listen({ host: HOST, port: PORT });
  } catch (error) {
    if ((error as { code?: string }).code !== "EADDRINUSE") throw error;
    throw new ConfigError([`PORT ${PORT} on ${HOST} is in use: stop what uses it, or set another PORT`]);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
