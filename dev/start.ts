/**
 * `npm start`: everything that Dosar needs, on this machine, with its data in `.data`. Starts PostgreSQL,
 * Temporal and a mail catcher (or uses those that `DATABASE_URL`, `TEMPORAL_ADDRESS` and `SMTP_URL` name),
 * then the worker and the API; stops all of it in order on Ctrl-C.
 */
import { mkdir, rename, stat, statfs } from "node:fs/promises";
import { join } from "node:path";

import { EditedMigrationError, migrate } from "../prisma/migrate.ts";
import { demoIsOn, demoLines, demoSettings, seedOnce } from "./stack/demo.ts";
import { describeFailure, Failure } from "./stack/failure.ts";
import { startMailCatcher } from "./stack/mail.ts";
import { lastWords, logFile, startProgram, stopLeftoverProgram } from "./stack/node-process.ts";
import type { PostgresPasswords } from "./stack/postgres.ts";
import { query, startPostgres, stopLeftoverPostgres } from "./stack/postgres.ts";
import { hasExited, LOOPBACK, waitUntil } from "./stack/processes.ts";
import { endRunning } from "./stack/run.ts";
import { readSecrets } from "./stack/secrets.ts";
import type { Ports } from "./stack/settings.ts";
import { choosePorts, DATA, LOGS, RUN } from "./stack/settings.ts";
import { holdData } from "./stack/single.ts";
import { CalledOff, Stops } from "./stack/stops.ts";
import { Supervised } from "./stack/supervised.ts";
import { hasNamespace, startTemporal, stopLeftoverTemporal } from "./stack/temporal.ts";
import { findTemporalCli } from "./stack/temporal-binaries.ts";
import { buildWeb, WEB_ROOT } from "./stack/web-build.ts";
import { buildWorkflowBundle } from "./stack/workflow-bundle.ts";

const POSTGRES_DATA = join(DATA, "postgres");
const TEMPORAL_STATE = { dbFile: join(DATA, "temporal", "temporal.db"), pidFile: join(RUN, "temporal.pid") };
const NAMESPACE = process.env["TEMPORAL_NAMESPACE"] || "dosar";

const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const LARGEST_LOG_BYTES = 20 * 1024 * 1024;
const READY_TIMEOUT_MS = 180_000;
const SECOND_SIGNAL_MS = 1000;

function say(line: string): void {
  console.log(line);
}

/** Starts everything; each thing that is to be stopped again is handed to `stops` when its start begins. */
async function start(stops: Stops): Promise<void> {
  await prepareFolders();
  const letGo = await holdData();
  await stops.add(Promise.resolve({ stop: letGo }));
  await stopLeftovers();
  const ports = await choosePorts();
  const secrets = await readSecrets(DATA);
  const masterKey = process.env["DOSAR_MASTER_KEY"] || secrets.masterKey;

  say("Starting PostgreSQL, Temporal and the mailbox …");
  const parts = [
    provideDatabase(stops, ports, secrets.postgres),
    provideTemporal(stops, ports),
    provideMail(stops, ports),
    buildWorkflowBundle(),
    buildWeb(say),
  ] as const;
  // One that fails calls off the builds of the others; nothing is half started when the stopping begins.
  for (const part of parts) part.catch(endRunning);
  await Promise.allSettled(parts);
  const [database, temporalAddress, mail, workflowBundle] = await Promise.all(parts);

  const publicUrl = process.env["PUBLIC_URL"] || `http://localhost:${ports.web}`;
  const env: Record<string, string> = {
    NODE_ENV: "production",
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: NAMESPACE,
    SMTP_URL: mail.smtpUrl,
    ...(mail.pageUrl === undefined ? {} : { BOUNCE_SMTP_PORT: String(ports.bounces) }),
    DOSAR_MASTER_KEY: masterKey,
    PORT: String(ports.web),
    HOST: LOOPBACK,
    PUBLIC_URL: publicUrl,
    WEB_ROOT,
    ...(workflowBundle === undefined ? {} : { DOSAR_WORKFLOW_BUNDLE: workflowBundle }),
    ...demoSettings(),
  };
  say("Starting the worker and the API …");
  await startPrograms(stops, env, ports.web);
  if (demoIsOn()) {
    const here = `http://${LOOPBACK}:${ports.web}`;
    await seedOnce({ ...env, PUBLIC_URL: here, DATABASE_URL: database.ownerUrl }, say);
  }

  const addresses = [
    ["Dosar", publicUrl],
    ["Status of a file, no login", `${publicUrl}/stare`],
    ["Which way? No login", `${publicUrl}/ce-cale`],
    ...(mail.pageUrl === undefined ? [] : [["Mailbox: every e-mail sent", mail.pageUrl]]),
    ...(process.env["TEMPORAL_ADDRESS"] ? [] : [["Temporal", `http://localhost:${ports.temporalUi}`]]),
  ];
  say(`\nDosar is ready.\n${addresses.map(([what, where]) => `  ${what?.padEnd(28)}${where}`).join("\n")}`);
  if (demoIsOn()) say(demoLines());
  say(`\nData and logs are in ${DATA}. Ctrl-C stops; the next npm start goes on from here.`);
}

async function prepareFolders(): Promise<void> {
  for (const folder of [DATA, LOGS, RUN, join(DATA, "temporal")]) await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(DATA);
  const free = bavail * bsize;
  if (free < LEAST_FREE_BYTES) {
    throw new Failure(`Only ${Math.floor(free / 1024 / 1024)} MB are free on the disk of ${DATA}; Dosar needs 500 MB.`);
  }
  for (const name of ["postgres", "temporal", "worker", "api", "seed"]) {
    const { size } = await stat(logFile(name)).catch(() => ({ size: 0 }));
    if (size > LARGEST_LOG_BYTES) await rename(logFile(name), `${logFile(name)}.1`);
  }
}

/** What a supervisor that was killed left running on this data. */
async function stopLeftovers(): Promise<void> {
  const stopped = [
    await stopLeftoverProgram("api"),
    await stopLeftoverProgram("worker"),
    await stopLeftoverTemporal(TEMPORAL_STATE),
    await stopLeftoverPostgres(POSTGRES_DATA),
  ];
  if (stopped.includes(true)) say("Stopped what an earlier run had left running.");
}

interface Database {
  appUrl: string;
  ownerUrl: string;
}

async function provideDatabase(stops: Stops, ports: Ports, passwords: PostgresPasswords): Promise<Database> {
  const given = process.env["DATABASE_URL"];
  const database = given ? await givenDatabase(given) : await ownDatabase(stops, ports, passwords);
  const applied = await migrate(database.ownerUrl).catch((error: unknown) => {
    throw error instanceof EditedMigrationError ? new Failure(error.message) : error;
  });
  if (applied.length > 0) say(`  ${applied.length} migration${applied.length === 1 ? "" : "s"} applied`);
  return database;
}

async function ownDatabase(stops: Stops, { postgres: port }: Ports, passwords: PostgresPasswords): Promise<Database> {
  const options = { dataDir: POSTGRES_DATA, port, passwords, logFile: logFile("postgres"), durable: true };
  const postgres = await stops.add(Supervised.start("PostgreSQL", () => startPostgres(options), say));
  return { appUrl: postgres.running.url("app"), ownerUrl: postgres.running.url("owner") };
}

async function givenDatabase(appUrl: string): Promise<Database> {
  const ownerUrl = process.env["DATABASE_OWNER_URL"] || appUrl;
  for (const [name, url] of [
    ["DATABASE_URL", appUrl],
    ["DATABASE_OWNER_URL", ownerUrl],
  ] as const) {
    await query(url, "SELECT 1").catch((error: unknown) => {
      throw new Failure(
        `The PostgreSQL of ${name} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }
  return { appUrl, ownerUrl };
}

async function provideTemporal(stops: Stops, ports: Ports): Promise<string> {
  const given = process.env["TEMPORAL_ADDRESS"];
  if (given) {
    if (await hasNamespace(given, NAMESPACE)) return given;
    throw new Failure(
      `The Temporal of TEMPORAL_ADDRESS (${given}) does not answer, or has no namespace "${NAMESPACE}" (TEMPORAL_NAMESPACE).`,
    );
  }
  const cli = await findTemporalCli(say);
  const address = { port: ports.temporal, uiPort: ports.temporalUi, namespace: NAMESPACE };
  const options = { cli, state: TEMPORAL_STATE, ...address, logFile: logFile("temporal") };
  const temporal = await stops.add(Supervised.start("Temporal", () => startTemporal(options), say));
  return temporal.running.address;
}

async function provideMail(stops: Stops, ports: Ports): Promise<{ smtpUrl: string; pageUrl?: string }> {
  if (process.env["SMTP_URL"]) return { smtpUrl: process.env["SMTP_URL"] };
  return stops.add(
    startMailCatcher({
      folder: join(DATA, "mail"),
      smtpPort: ports.smtp,
      httpPort: ports.mail,
      returnPort: ports.bounces,
    }),
  );
}

/** The worker and the API, until the API says that a command would be answered. */
async function startPrograms(stops: Stops, env: Record<string, string>, port: number): Promise<void> {
  let starting = true;
  const first = (name: string) => (line: string) => (starting ? undefined : say(`${line}; see ${logFile(name)}`));
  const programs = await Promise.all(
    ["worker", "api"].map(async (name) => {
      const supervised = await stops.add(Supervised.start(name, () => startProgram(name, env), first(name)));
      return { name, child: supervised.running.process };
    }),
  );
  const ended = (): Failure | undefined => {
    const program = programs.find(({ child }) => hasExited(child));
    return program && new Failure(`The ${program.name} ended while starting:\n${lastWords(program.name)}`);
  };
  const readyz = async (): Promise<boolean> =>
    fetch(`http://${LOOPBACK}:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await waitUntil("Dosar", readyz, { timeoutMs: READY_TIMEOUT_MS, everyMs: 200, givenUp: ended });
  starting = false;
}

/** npm was killed, and can pass no signal on any more. */
function whenNpmIsGone(then: () => void): void {
  const npm = process.ppid;
  if (process.env["npm_lifecycle_event"] !== undefined) {
    setInterval(() => process.ppid !== npm && then(), 1000).unref();
  }
}

async function main(): Promise<void> {
  const stops = new Stops();
  const asked = new Promise<never>((_resolve, reject) => {
    let since = Infinity;
    const onSignal = (): void => {
      // One Ctrl-C comes twice, from the terminal and from npm: only a later one is a second wish.
      if (Date.now() - since > SECOND_SIGNAL_MS) stops.atOnce();
      since = Math.min(since, Date.now());
      reject(new CalledOff());
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
    process.on("uncaughtException", reject);
    whenNpmIsGone(() => reject(new CalledOff()));
  });
  // A terminal that is gone is no reason to end in a hurry.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await Promise.race([start(stops), asked]);
    await asked;
  } catch (error) {
    if (error instanceof CalledOff) say("\nStopping …");
    else console.error(`\n${describeFailure(error)}`);
    process.exitCode = error instanceof CalledOff ? 0 : 1;
  }
  endRunning();
  await stops.all();
  process.exit();
}

await main();
