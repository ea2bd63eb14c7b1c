/** The product as `npm start` runs it, on throw-away data: durable PostgreSQL, Temporal on disk, worker and API as processes. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_ACCOUNTS, DEMO_INSTITUTIONS, DEMO_PASSWORD } from "../../dev/demo-accounts.ts";
import { generatePasswords, startPostgres } from "../../dev/stack/postgres.ts";
import { freePort, stopChild, waitUntil } from "../../dev/stack/processes.ts";
import { ROOT } from "../../dev/stack/sources.ts";
import { findTemporalCli } from "../../dev/stack/temporal-binaries.ts";
import { startTemporal } from "../../dev/stack/temporal.ts";
import { buildWorkflowBundle } from "../../dev/stack/workflow-bundle.ts";
import { migrate } from "../../prisma/migrate.ts";
import { startMailSink, type MailSink } from "./mail-sink.ts";

export interface BenchStack {
  readonly api: string;
  readonly temporalAddress: string;
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly mail: MailSink;
  stop(): Promise<void>;
}

const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");
const START_MS = 120_000;

/** Starts everything; `stop` ends it and removes its data. What was started is stopped too when something fails. */
export async function startBenchStack(): Promise<BenchStack> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    return { ...(await start(stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(stops: (() => Promise<unknown>)[]): Promise<Omit<BenchStack, "stop">> {
  const folder = await mkdtemp(join(tmpdir(), "dosar-bench-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startPostgres({
    dataDir: join(folder, "postgres"),
    port: await freePort(),
    passwords: generatePasswords(),
    logFile: join(folder, "postgres.log"),
    durable: true,
  });
  stops.push(() => postgres.stop());
  await migrate(postgres.url("owner"));
  const temporal = await startTemporal({
    cli: await findTemporalCli(console.log),
    state: { dbFile: join(folder, "temporal.db"), pidFile: join(folder, "temporal.pid") },
    port: await freePort(),
    namespace: "default",
    logFile: join(folder, "temporal.log"),
  });
  stops.push(() => temporal.stop());
  const mail = await startMailSink();
  stops.push(async () => mail.stop());
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  const masterKey = randomBytes(32).toString("base64");
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: postgres.url("app"),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: "default",
    SMTP_URL: mail.smtpUrl,
    PUBLIC_URL: api,
    PORT: String(port),
    DOSAR_MASTER_KEY: masterKey,
    MAIL_SWEEP_SECONDS: "3600",
    LOG_LEVEL: "warn",
    DOSAR_WORKFLOW_BUNDLE: (await buildWorkflowBundle()) ?? "",
  };
  await seedPeople(env, postgres.url("owner"));
  const log = await open(join(tmpdir(), "dosar-bench.log"), "w");
  stops.push(() => log.close());
  const children = ["worker/main.ts", "api/main.ts", "test/bench/bare-worker.ts"].map((entry) =>
    spawn(process.execPath, [TSX, join(ROOT, entry)], { env, stdio: ["ignore", log.fd, log.fd] }),
  );
  stops.push(() => Promise.all(children.map((child) => stopChild(child, "SIGTERM", 20_000))));
  await waitUntil("the API", () => isReady(api), { timeoutMs: START_MS });
  return { api, temporalAddress: temporal.address, databaseUrl: postgres.url("owner"), masterKey, mail };
}

async function isReady(api: string): Promise<boolean> {
  const answer = await fetch(`${api}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}

async function seedPeople(env: NodeJS.ProcessEnv, ownerUrl: string): Promise<void> {
  const people = DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }));
  const child: ChildProcess = spawn(process.execPath, [TSX, join(ROOT, "prisma/seed.ts")], {
    env: { ...env, DATABASE_URL: ownerUrl },
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin?.end(JSON.stringify({ institutions: DEMO_INSTITUTIONS, people }));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("the people of the benchmark could not be seeded");
}
