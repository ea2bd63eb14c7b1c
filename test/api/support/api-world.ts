/** The API as it runs, over a database of the test file's own; with a worker on the real engine when asked for. */
import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, type Worker } from "@temporalio/worker";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { buildApp } from "../../../api/app.ts";
import { readConfig, type Config } from "../../../api/config.ts";
import { EngineUnavailable, type CaseEngine } from "../../../api/engine/case-engine.ts";
import { engineOver } from "../../../api/engine/temporal-engine.ts";
import type { CaseView, E112CaseView, MohCaseView } from "../../../domain/case/view.ts";
import { openDatabase, type Database } from "../../../prisma/client.ts";
import { openKeyring, type Keyring } from "../../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../../prisma/secrecy/payload-codec.ts";
import { createWorker } from "../../../worker/worker.ts";
import { atEndOfFile } from "../../support/broker-client.ts";
import { numberFromAnywhere } from "../../support/calendar.ts";
import { testDatabase } from "../../support/database.ts";
import { temporalServer, workflowBundle } from "../../support/temporal.ts";
import { ADULT, ADULT_DOSSIER } from "../../support/moh-file.ts";
import { OPENING } from "../../e112/support/rehearsed.ts";
import { seedPeople, tokenOf, type PersonName } from "./people.ts";

export const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, when it is JSON. */
  // What a route answers is what its test is about, so it is looked into freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** A request as a test writes it. */
export interface Asking {
  readonly method: string;
  readonly url: string;
  /** Sent as JSON, unless it is a text or a form. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Filed {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly accessCode: string;
  readonly view: MohCaseView;
}

export interface Opened extends Omit<Filed, "view"> {
  readonly view: E112CaseView;
}

export interface ApiWorld {
  readonly app: FastifyInstance;
  /** Every route that was made. */
  readonly routes: readonly { readonly method: string; readonly url: string; readonly action: string | undefined }[];
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly config: Config;
  /** The database as its owner, for what the API may not do. */
  readonly owner: pg.Pool;
  as(name: PersonName | undefined, request: Asking): Promise<Answer>;
  get(name: PersonName | undefined, url: string): Promise<Answer>;
  /** What is not text; a body is posted. */
  bytes(
    name: PersonName | undefined,
    url: string,
    body?: unknown,
  ): Promise<Pick<Answer, "status" | "headers"> & { readonly bytes: Uint8Array }>;
  post(name: PersonName | undefined, url: string, body: unknown): Promise<Answer>;
}

export interface EngineWorld extends ApiWorld {
  startWorker(): Promise<void>;
  /** Until it is started again nobody carries out commands. */
  stopWorker(): Promise<void>;
  /** Runs a workflow without arguments, as a schedule starts it, to its end. */
  runWorkflow(type: string): Promise<void>;
  file(name?: PersonName, filing?: Record<string, unknown>): Promise<Filed>;
  give(
    name: PersonName,
    view: Pick<CaseView, "caseId" | "version">,
    type: string,
    payload?: unknown,
    extra?: Record<string, unknown>,
  ): Promise<Answer>;
  /** As `give`, for what must be accepted. */
  given<View extends CaseView>(
    name: PersonName,
    view: View,
    type: string,
    payload?: unknown,
    extra?: Record<string, unknown>,
  ): Promise<View>;
  /** Opens an E112 file of an adult with a clinic; `opening` changes what it names. */
  open(opening?: Record<string, unknown>, name?: PersonName): Promise<Opened>;
}

/** An engine that never answers. */
export const NO_ENGINE: CaseEngine = {
  start: away,
  opened: away,
  give: away,
  applyCalendarChange: away,
  importFiles: away,
  confirmRanking: away,
  replan: away,
  isPolled: async () => false,
  close: async () => undefined,
};

async function away(): Promise<never> {
  throw new EngineUnavailable(new Error("no engine in this test"));
}

/** The API without an engine. At the top of a test file. */
export async function apiWorld(
  settings: Record<string, string> = {},
  engine: Partial<CaseEngine> = {},
): Promise<ApiWorld> {
  const { url, ownerUrl } = await testDatabase();
  const database = openDatabase(url);
  const owner = openDatabase(ownerUrl);
  await seedPeople(owner.pool);
  return await worldOver(database, owner, { ...NO_ENGINE, ...engine }, { LOG_LEVEL: "fatal", ...settings });
}

/** The API with a worker, on the real engine. At the top of a test file. */
export async function engineWorld(settings: Record<string, string> = {}): Promise<EngineWorld> {
  const keyring = openKeyring(MASTER_KEY);
  const { address, namespace, taskQueue } = await temporalServer();
  const { url, ownerUrl } = await testDatabase();
  const [database, owner, workerDatabase] = [openDatabase(url), openDatabase(ownerUrl), openDatabase(url)];
  await seedPeople(owner.pool);
  await numberFromAnywhere(owner.pool);
  const { codePath } = await workflowBundle();
  const native = await NativeConnection.connect({ address });
  const connection = await Connection.connect({ address });
  const timeout = Number(settings["ENGINE_TIMEOUT_MS"] ?? 20_000);
  const engine = engineOver(connection, { namespace, taskQueue, payloadKey: keyring.payloadKey, timeout });
  const world = await worldOver(database, owner, engine, settings);
  let running: { readonly worker: Worker; readonly ended: Promise<void> } | undefined;
  async function startWorker(): Promise<void> {
    const worker = await createWorker({
      connection: native,
      namespace,
      taskQueue,
      workflowBundle: codePath,
      database: workerDatabase,
      keyring,
      smtpUrl: "smtp://127.0.0.1:9",
      mailFrom: "Dosar <dosar@localhost>",
      publicUrl: "http://127.0.0.1",
    });
    running = { worker, ended: worker.run() };
  }
  async function stopWorker(): Promise<void> {
    running?.worker.shutdown();
    await running?.ended;
    running = undefined;
  }
  await startWorker();
  atEndOfFile(async () => {
    await stopWorker();
    await connection.close();
    await native.close();
    await workerDatabase.close();
  });
  async function runWorkflow(type: string): Promise<void> {
    const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
    const client = new Client({ connection, namespace, dataConverter });
    await client.workflow.execute(type, { taskQueue, workflowId: randomUUID() });
  }
  return { ...world, ...acts(world), startWorker, stopWorker, runWorkflow };
}

async function worldOver(
  database: Database,
  owner: Database,
  engine: CaseEngine,
  settings: Record<string, string>,
): Promise<ApiWorld> {
  const keyring = openKeyring(MASTER_KEY);
  const config = readConfig({
    DATABASE_URL: "postgres://test",
    TEMPORAL_ADDRESS: "localhost:1",
    DOSAR_MASTER_KEY: MASTER_KEY,
    LOG_LEVEL: "error",
    WEB_ROOT: "/nowhere",
    PUBLIC_STATUS_PER_MINUTE: "10000",
    ...settings,
  });
  const app = await buildApp({ config, pool: database.pool, keyring, engine, now: () => new Date() });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  atEndOfFile(async () => {
    await app.close();
    await database.close();
    await owner.close();
  });
  async function as(name: PersonName | undefined, { method, url, body, headers = {} }: Asking): Promise<Answer> {
    const isText = typeof body === "string" || body instanceof FormData || body instanceof Blob || body === undefined;
    const response = await fetch(`${origin}${url}`, {
      method,
      redirect: "manual",
      headers: {
        ...(name === undefined ? {} : { cookie: `dosar=${tokenOf(name)}` }),
        ...(isText ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  }
  return {
    app,
    routes: app.knownRoutes,
    pool: database.pool,
    keyring,
    config,
    owner: owner.pool,
    as,
    get: (name, url) => as(name, { method: "GET", url }),
    async bytes(name, url, body) {
      const cookie = name === undefined ? {} : { cookie: `dosar=${tokenOf(name)}` };
      const response = await fetch(
        `${origin}${url}`,
        body === undefined
          ? { headers: cookie }
          : {
              method: "POST",
              headers: { ...cookie, "content-type": "application/json" },
              body: JSON.stringify(body),
            },
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), bytes };
    },
    post: (name, url, body) => as(name, { method: "POST", url, body }),
  };
}

function acts(world: ApiWorld): Pick<EngineWorld, "file" | "give" | "given" | "open"> {
  async function give(
    name: PersonName,
    view: Pick<CaseView, "caseId" | "version">,
    type: string,
    payload: unknown = {},
    extra: Record<string, unknown> = {},
  ): Promise<Answer> {
    const command = { commandId: randomUUID(), expectedVersion: view.version, type, payload, ...extra };
    return await world.post(name, `/api/cases/${view.caseId}/commands`, command);
  }
  return {
    give,
    async file(name = "officer", filing = {}) {
      const { status, body, text } = await world.post(name, "/api/cases", filingOf(filing));
      if (status !== 201) throw new Error(`filing answered ${status}: ${text}`);
      return body as Filed;
    },
    async given<View extends CaseView>(...args: Parameters<typeof give>): Promise<View> {
      const { status, body, text } = await give(...args);
      if (status !== 200) throw new Error(`${args[2]} answered ${status}: ${text}`);
      return body as View;
    },
    async open(opening = {}, name = "cas") {
      const filing = { commandId: randomUUID(), process: "e112", ...OPENING, ...opening };
      const { status, body, text } = await world.post(name, "/api/cases", filing);
      if (status !== 201) throw new Error(`opening answered ${status}: ${text}`);
      return body as Opened;
    },
  };
}

/** A complete dossier of an adult who files alone; `filing` changes what it names. */
export function filingOf(filing: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    commandId: randomUUID(),
    process: "moh",
    patient: ADULT,
    filer: { role: "patient" },
    documents: ADULT_DOSSIER,
    ...filing,
  };
}
