/** A stream of commands for several files of every process, on workers that may die at any moment, and what must be true of it afterwards. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "@jest/globals";
import { Client, type Connection } from "@temporalio/client";
import type pg from "pg";
import { verifyChain } from "../../../activities/case/verify-chain.ts";
import { openKeyring } from "../../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../../prisma/secrecy/payload-codec.ts";
import { TASK_QUEUE } from "../../../workflows/contract.ts";
import type { World } from "../../support/engine-file.ts";
import { ROUTES, type Entry, type FileOfAnyProcess, type Route } from "./routes.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
/** As many of each process. */
const FILES = 3;
/** The engine takes a worker for dead after this time, not after its usual ten seconds: the test waits less. */
export const TASK_TIMEOUT_MS = 3000;
/** A request is given up after this time, and made again, until an officer has no patience left. */
const REQUEST_MS = 2500;
const PATIENCE_MS = 120_000;

export interface Place {
  readonly connection: Connection;
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  /** The bundle of the workflows. */
  readonly codePath: string;
}

/** The worker's own program as a process that can be killed. */
export class WorkerProcess {
  private readonly place: Place;
  private child: ChildProcess | undefined;
  /** What the workers said; shown when the test fails. */
  readonly said: string[] = [];

  constructor(place: Place) {
    this.place = place;
  }

  start(): void {
    const { address, namespace, databaseUrl, codePath } = this.place;
    this.child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: address,
        TEMPORAL_NAMESPACE: namespace,
        SMTP_URL: "smtp://127.0.0.1:9",
        PUBLIC_URL: "http://127.0.0.1",
        DOSAR_MASTER_KEY: MASTER_KEY,
        DOSAR_WORKFLOW_BUNDLE: codePath,
        MAIL_SWEEP_SECONDS: "3600",
      },
    });
    this.child.stderr?.on("data", (chunk: Buffer) => this.said.push(chunk.toString()));
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}

/** A person at a file: gives one command after the other, each again and again until it is acknowledged. */
class Officer {
  readonly acknowledged: { readonly commandId: string; readonly version: number }[] = [];
  /** Requests that ended without an answer. */
  unanswered = 0;
  private readonly file: FileOfAnyProcess;
  private readonly stream: Stream;

  constructor(file: FileOfAnyProcess, stream: Stream) {
    this.file = file;
    this.stream = stream;
  }

  async give([type, payload = {}]: Entry): Promise<void> {
    const commandId = randomUUID();
    const expectedVersion = this.acknowledged.length + 1;
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const request = () => this.file.give(type, { commandId, expectedVersion, payload });
        const { version } = await this.stream.place.connection.withDeadline(Date.now() + REQUEST_MS, request);
        this.acknowledged.push({ commandId, version });
        return;
      } catch (error) {
        this.unanswered += 1;
        if (Date.now() > until) {
          throw new Error(`${type} was not answered; ${this.stream.worker.said.join("")}`, { cause: error });
        }
        await sleep(100);
      }
    }
  }
}

interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly subject: string | null;
}

export class Stream {
  readonly place: Place;
  readonly worker: WorkerProcess;
  private readonly world: World;
  private readonly desks: { readonly route: Route; readonly file: FileOfAnyProcess; readonly officer: Officer }[] = [];
  private dying = true;

  constructor(place: Place) {
    this.place = place;
    this.worker = new WorkerProcess(place);
    const keyring = openKeyring(MASTER_KEY);
    const { connection, namespace, pool } = place;
    this.world = {
      client: new Client({
        connection,
        namespace,
        dataConverter: { payloadCodecs: [encryptingCodec(keyring.payloadKey)] },
      }),
      pool,
      keyring,
      taskQueue: TASK_QUEUE,
      now: async () => Date.now(),
    };
  }

  /** Files go their way, with a paper added here and there, while `dieAgainAndAgain` runs; then they go to their end. */
  async run(dieAgainAndAgain: () => Promise<void>): Promise<void> {
    const dying = dieAgainAndAgain().finally(() => (this.dying = false));
    const files = ROUTES.flatMap((route) => Array.from({ length: FILES }, () => this.work(route)));
    await Promise.all([dying, ...files]);
  }

  /** Waits until something has been acknowledged since, and then a moment more of this many milliseconds at most. */
  async untilUnderWay(mostMs: number): Promise<void> {
    const before = this.given();
    const until = Date.now() + 30_000;
    while (this.given() === before && Date.now() < until) await sleep(20);
    await sleep(100 + Math.random() * mostMs);
  }

  private given(): number {
    return this.desks.reduce((sum, { officer }) => sum + officer.acknowledged.length, 0);
  }

  private async work(route: Route): Promise<void> {
    const file = await route.open(this.world, { taskTimeout: TASK_TIMEOUT_MS });
    const officer = new Officer(file, this);
    this.desks.push({ route, file, officer });
    const way = [...route.way];
    while (this.dying || way.length > 0) {
      await officer.give(way.shift() ?? route.paper);
      const papers = this.dying ? 1 + Math.floor(Math.random() * 8) : 0;
      for (let paper = 0; this.dying && paper < papers; paper += 1) await officer.give(route.paper);
    }
    for (const entry of route.end) await officer.give(entry);
  }

  /** Nothing acknowledged is lost, nothing happened twice, and each file is as one that was left alone. */
  async expectWhole(): Promise<{ readonly unanswered: number }> {
    for (const route of ROUTES) await this.expectStory(route);
    await this.expectRegistersWithoutGap();
    const acts = ROUTES.map(({ way, end }) => way.length + end.length);
    expect(this.given()).toBeGreaterThan(FILES * acts.reduce((sum, count) => sum + count));
    return { unanswered: this.desks.reduce((sum, { officer }) => sum + officer.unanswered, 0) };
  }

  private async expectStory(route: Route): Promise<void> {
    const calm = await route.open(this.world, {});
    const undisturbed = new Officer(calm, this);
    for (const entry of [...route.way, ...route.end]) await undisturbed.give(entry);
    const story = await this.storyOf(calm);
    for (const { file, officer } of this.desks.filter((desk) => desk.route === route)) {
      await this.expectWholeFile(file, officer);
      expect(await this.storyOf(file)).toEqual(story);
    }
  }

  /** Of no institution: files, applications, decisions and forms are numbered one after the other. */
  private async expectRegistersWithoutGap(): Promise<void> {
    const { rows } = await this.place.pool.query<{ register: string; numbers: number[] }>(
      `SELECT regexp_replace(number, '/[^/]*$', '') AS register,
         array_agg(right(number, 6)::int ORDER BY right(number, 6)::int) AS numbers
       FROM (SELECT unnest(ARRAY[registration_number, ministry_number, application_number]) FROM cases
             UNION ALL SELECT number FROM issued_forms) given (number)
       WHERE number IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    expect(rows.map(({ register }) => register.replace(/\/\d{4}$/, ""))).toEqual([
      "CAS-CJ",
      "DSP-CJ",
      "E112-CAS-CJ",
      "MS",
    ]);
    for (const { numbers } of rows) expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  }

  private async expectWholeFile(file: FileOfAnyProcess, { acknowledged }: Officer): Promise<void> {
    const { pool } = this.place;
    const { rows } = await pool.query<{ command_id: string; version: number; seq: number }>(
      "SELECT command_id, version, seq FROM commands WHERE case_id = $1 ORDER BY version",
      [file.caseId],
    );
    // Every acknowledged command once, under the version that was answered, and no other beside the filing.
    const accepted = rows.slice(1).map(({ command_id: commandId, version }) => ({ commandId, version }));
    expect(accepted).toEqual(acknowledged);
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, place) => place + 1));
    const events = await this.eventsOf(file);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, place) => place + 1));
    expect(events.filter(({ type }) => type === "actRecorded").map(({ seq }) => seq)).toEqual(
      rows.map(({ seq }) => seq),
    );
    expect((await verifyChain(pool, file.caseId)).fault).toBeUndefined();
    const { rows: cases } = await pool.query("SELECT version, last_seq, outcome FROM cases WHERE id = $1", [
      file.caseId,
    ]);
    expect(cases).toEqual([{ version: rows.length, last_seq: events.length, outcome: "completed" }]);
  }

  private async eventsOf({ caseId }: FileOfAnyProcess): Promise<EventRow[]> {
    const { rows } = await this.place.pool.query<EventRow>(
      `SELECT seq, type, coalesce(data->'act'->>'type', data->>'step', data->>'deadline', data->>'outcome') AS subject
         FROM events WHERE case_id = $1 ORDER BY seq`,
      [caseId],
    );
    return rows;
  }

  /** What happened to a file, papers aside. */
  private async storyOf(file: FileOfAnyProcess): Promise<string[]> {
    const lines = (await this.eventsOf(file)).map(({ type, subject }) => `${type} ${subject}`);
    return lines.filter((line) => line !== "actRecorded addDocument");
  }
}
