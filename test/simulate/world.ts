/**
 * The whole product under a clock that is skipped: the API, the real workflows and activities, a real PostgreSQL. One
 * world runs many scenarios, one after the other: each begins on the day that it names, with empty tables.
 */
import { Client } from "@temporalio/client";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DefaultLogger, makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import nodemailer from "nodemailer";
import type pg from "pg";
import { buildApp } from "../../api/app.ts";
import { readConfig } from "../../api/config.ts";
import { engineOver } from "../../api/engine/temporal-engine.ts";
import { recordPassed } from "../../activities/case/record-passed.ts";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { sendDue } from "../../activities/mail/send-due.ts";
import { serverHealth } from "../../activities/mail/server-health.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { SettingKey } from "../../domain/settings/settings.ts";
import { createCalendarReader, type CalendarReader } from "../../prisma/calendar-reader.ts";
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { caseWorkflowId, type CaseInput } from "../../workflows/contract.ts";
import { createWorker } from "../../worker/worker.ts";
import { seedPeople, tokenOf, type PersonName } from "./people.ts";
import type { Shifted } from "./shifted-clock.ts";

const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
const TASK_QUEUE = "simulation";
const SENDER = "Dosar <dosar@dosar.example>";
const PUBLIC_URL = "http://localhost";
/** A real minute is far more than anything here takes. */
const PATIENCE_MS = 60_000;
/** What is measured of the engine's clock is as late as its answer was. */
const SLACK_MS = 2_000;

/** What a world stands on; the tests share theirs, the command line starts its own. */
export interface Ground {
  database(): Promise<{ readonly url: string; readonly ownerUrl: string }>;
  /** The path of the engine whose time is skipped. */
  testServer(): Promise<string>;
  /** The path of the bundle of workflows with the shifted clock. */
  bundle(): Promise<string>;
}

export interface Answer {
  readonly status: number;
  // What a route answers is looked into freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** A letter as it left. */
export interface Letter {
  readonly at: Date;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
}

/** Readings that are settings of the Ministry. */
export interface Settings {
  readonly offersNeeded: number;
  readonly lastCompanionAge: number;
}

export interface SimulationWorld {
  /** The database as its owner: may read and do everything. */
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  /** The time of the scenario. */
  now(): Date;
  /** A new scenario: nothing of the last one is left, it is this instant, and people are written to in this language. */
  begin(at: Date, language: Language, settings: Settings): Promise<void>;
  /** Lets time pass until an instant, and the engine do what it does by then. Nothing when it is over. */
  sleepTo(at: Date): Promise<void>;
  /** Does what the product's sweeps do: records what passed, issues the messages whose time has come, sends them. */
  sweep(): Promise<readonly Letter[]>;
  /** Waits, in real time, for what the engine does by itself. */
  until(holds: () => Promise<boolean>): Promise<void>;
  ask(
    person: PersonName,
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    body?: object,
    language?: string,
  ): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a world; what was started is stopped again when something fails. */
export async function startWorld(ground: Ground, say: (line: string) => void = () => {}): Promise<SimulationWorld> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await start(ground, say, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  ground: Ground,
  say: (line: string) => void,
  stops: (() => Promise<unknown>)[],
): Promise<Omit<SimulationWorld, "stop">> {
  say("PostgreSQL …");
  const { url, ownerUrl } = await ground.database();
  const [database, owner] = [openDatabase(url), openDatabase(ownerUrl)];
  stops.push(
    () => owner.close(),
    () => database.close(),
  );
  await seedPeople(owner.pool);
  const kept = await tablesWithRows(owner.pool);

  say("Temporal …");
  const keyring = openKeyring(MASTER_KEY);
  const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
  const environment = await startEngine(await ground.testServer(), dataConverter);
  stops.push(() => environment.teardown());
  const worker = await createWorker({
    connection: environment.nativeConnection,
    namespace: "default",
    taskQueue: TASK_QUEUE,
    workflowBundle: await ground.bundle(),
    database,
    keyring,
    smtpUrl: "smtp://127.0.0.1:9",
    mailFrom: SENDER,
    publicUrl: PUBLIC_URL,
  });
  const running = worker.run();
  stops.push(async () => {
    worker.shutdown();
    await running;
  });

  const clock = new Clock(environment);
  const cases: string[] = [];
  const engine = engineOver(environment.connection, {
    namespace: "default",
    taskQueue: TASK_QUEUE,
    payloadKey: keyring.payloadKey,
    timeout: PATIENCE_MS,
  });
  const config = readConfig({
    DATABASE_URL: "postgres://simulation",
    TEMPORAL_ADDRESS: "localhost:1",
    DOSAR_MASTER_KEY: MASTER_KEY,
    LOG_LEVEL: "error",
    WEB_ROOT: "/nowhere", // no pages
  });
  const app = await buildApp({
    config,
    pool: database.pool,
    keyring,
    engine: {
      ...engine,
      async start(process, input) {
        cases.push(input.caseId);
        const shifted: CaseInput & Shifted = { ...input, clockShiftMs: clock.shiftMs };
        await engine.start(process, shifted);
      },
    },
    now: () => clock.now(),
  });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  stops.push(() => app.close());

  const client = new Client({ connection: environment.connection, dataConverter });
  const calendars = createCalendarReader(database.pool);
  const mail = catchingTransport();
  return {
    pool: owner.pool,
    calendars,
    now: () => clock.now(),
    async begin(at, language, { offersNeeded, lastCompanionAge }) {
      for (const caseId of cases.splice(0)) {
        await client.workflow
          .getHandle(caseWorkflowId(caseId))
          .terminate()
          .catch(() => undefined); // it has ended
      }
      await forget(owner.pool, kept);
      await setReadings(owner.pool, { "offers-needed": offersNeeded, "last-companion-age": lastCompanionAge });
      await owner.pool.query("UPDATE users SET locale = $1", [language]);
      await clock.begin(at);
    },
    async sleepTo(at) {
      await clock.sleepTo(at);
      await eventually(() => nothingToPass(owner.pool, clock.now()));
    },
    async sweep() {
      const now = (): Date => new Date(clock.now().getTime() + SLACK_MS);
      if (!(await somethingIsDue(owner.pool, now()))) return [];
      await recordPassed(database.pool, now().toISOString());
      await issueDue({ pool: database.pool, calendars, now: now() });
      await sendDue({
        pool: database.pool,
        keyring,
        calendars,
        transport: mail.transport,
        from: SENDER,
        publicUrl: PUBLIC_URL,
        health: serverHealth(),
        now,
      });
      return mail.taken().map((letter) => ({ ...letter, at: clock.now() }));
    },
    until: eventually,
    ask: (person, method, address, body, language = "ro") => ask(origin, person, { method, address, body, language }),
  };
}

interface Asked {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly address: string;
  readonly body: object | undefined;
  readonly language: string;
}

async function ask(origin: string, person: PersonName, { method, address, body, language }: Asked): Promise<Answer> {
  const response = await fetch(`${origin}${address}`, {
    method,
    headers: {
      cookie: `dosar=${tokenOf(person)}`,
      "accept-language": language,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

async function startEngine(
  path: string,
  dataConverter: { payloadCodecs: ReturnType<typeof encryptingCodec>[] },
): Promise<TestWorkflowEnvironment> {
  Runtime.install({
    logger: new DefaultLogger("ERROR"),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "ERROR" }) } },
  });
  for (let tries = 3; ; tries -= 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: "existing-path", path } },
        client: { dataConverter },
      });
    } catch (error) {
      // The SDK gives its server five seconds, which a busy machine may not.
      if (tries <= 1 || !String(error).includes("did not start within")) throw error;
    }
  }
}

/** The time of the scenario: that of the engine, which only ever goes on, and a shift of the scenario's own. */
class Clock {
  shiftMs = 0;
  private readonly environment: TestWorkflowEnvironment;
  private engineMs = 0;
  private measuredAt = 0;

  constructor(environment: TestWorkflowEnvironment) {
    this.environment = environment;
  }

  now(): Date {
    return new Date(this.engineMs + (performance.now() - this.measuredAt) + this.shiftMs);
  }

  async begin(at: Date): Promise<void> {
    await this.measure();
    this.shiftMs = Math.round(at.getTime() - this.engineMs);
  }

  async sleepTo(at: Date): Promise<void> {
    await this.measure();
    const wait = at.getTime() - this.now().getTime();
    if (wait <= 0) return;
    await this.environment.sleep(Math.ceil(wait));
    await this.measure();
  }

  private async measure(): Promise<void> {
    this.engineMs = await this.environment.currentTimeMs();
    this.measuredAt = performance.now();
  }
}

/** What the cases themselves have to record is recorded: the windows of clinics, the watch over delays. */
async function nothingToPass(pool: pg.Pool, now: Date): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM deadlines WHERE state = 'running' AND passes_in_case AND passed_at IS NULL AND passes_at <= $1 LIMIT 1`,
    [new Date(now.getTime() - SLACK_MS)],
  );
  return rows.length === 0;
}

/** True when a sweep would find something. */
async function somethingIsDue(pool: pg.Pool, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM planned_messages WHERE state = 'planned' AND planned_at <= $1)
       OR EXISTS (SELECT FROM messages WHERE state IN ('planned', 'sending') AND next_attempt_at <= $1)
       OR EXISTS (SELECT FROM deadlines WHERE state = 'running' AND passed_at IS NULL AND passes_at <= $1) AS due`,
    [now],
  );
  return rows[0]?.due === true;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error("the engine did not do in a minute what it has to do by now");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A mail server that takes everything. */
function catchingTransport(): {
  readonly transport: ReturnType<typeof nodemailer.createTransport>;
  taken(): Omit<Letter, "at">[];
} {
  const caught: Omit<Letter, "at">[] = [];
  const transport = nodemailer.createTransport({
    name: "simulation",
    version: "1",
    send(mail, done) {
      const { to, subject, messageId } = mail.data;
      caught.push({
        to: typeof to === "string" ? to : "",
        subject: subject ?? "",
        messageId: /^<(.*)@dosar>$/.exec(messageId ?? "")?.[1] ?? "",
      });
      done(null, { envelope: mail.message.getEnvelope(), messageId: messageId ?? "" });
    },
  });
  return { transport, taken: () => caught.splice(0) };
}

async function tablesWithRows(pool: pg.Pool): Promise<string[]> {
  const filled: string[] = [];
  for (const table of await tables(pool)) {
    const { rows } = await pool.query(`SELECT FROM "${table}" LIMIT 1`);
    if (rows.length > 0) filled.push(table);
  }
  return filled;
}

async function tables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  return rows.map(({ name }) => name);
}

/** Calendars stand in a numbered history that is never rewritten: their days are withdrawn, not removed. */
const HISTORY = ["declared_days", "calendar_changes", "confirmed_years", "rule_interruptions", "worker_heartbeats"];

async function forget(pool: pg.Pool, kept: readonly string[]): Promise<void> {
  const emptied = (await tables(pool)).filter((table) => !kept.includes(table) && !HISTORY.includes(table));
  await pool.query(`TRUNCATE ${emptied.map((table) => `"${table}"`).join(", ")}`);
  await pool.query(
    `WITH change AS (
       INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
       SELECT max(number) + 1, gen_random_uuid(), '', '[]', 'done' FROM calendar_changes RETURNING number
     ) UPDATE declared_days SET withdrawn_in = (SELECT number FROM change) WHERE withdrawn_in IS NULL`,
  );
}

/** The settings of a scenario, when those of the one before are forgotten. */
async function setReadings(pool: pg.Pool, values: Readonly<Partial<Record<SettingKey, number>>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    await pool.query(
      `INSERT INTO setting_changes (key, version, from_value, value, reason, changed_by)
       VALUES ($1, 1, $2, $2, 'scenario', gen_random_uuid())`,
      [key, JSON.stringify(value)],
    );
  }
}
