/** The whole product at work for one test file: pages, API, worker, engine, database and mail server, all real. */
import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, type Worker } from "@temporalio/worker";
import type pg from "pg";
import type { CasePage, FiledCase } from "../../../web/api/types.ts";
import type { E112CaseView, MohCaseView } from "../../../domain/case/view.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import { freePort } from "../../../dev/stack/processes.ts";
import type { MailCatcher } from "../../../dev/stack/mail.ts";
import { openDatabase } from "../../../prisma/client.ts";
import { openKeyring } from "../../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../../prisma/secrecy/payload-codec.ts";
import { createWorker } from "../../../worker/worker.ts";
import { OPENING, type Entry } from "../../e112/support/rehearsed.ts";
import { filingOf } from "../../api/support/api-world.ts";
import { seedPeople, tokenOf, type PersonName } from "../../api/support/people.ts";
import { atEndOfFile } from "../../support/broker-client.ts";
import { numberFromAnywhere } from "../../support/calendar.ts";
import { testDatabase } from "../../support/database.ts";
import { mailCatcher } from "../../support/mail.ts";
import { temporalServer, workflowBundle } from "../../support/temporal.ts";
import { startApi } from "./api-process.ts";
import { webPages } from "../../support/web-pages.ts";

export const MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
/** How long a command waits for the engine before the API says that it is away, in milliseconds. */
const ENGINE_TIMEOUT_MS = 8_000;

/** Entered after it happened, which asks for a reason. */
const LATE = { lateReason: "registrul casei" };

export interface Office {
  /** Where the pages and the API are. */
  readonly origin: string;
  readonly mail: MailCatcher;
  /** The database as its owner. */
  readonly pool: pg.Pool;
  /** The only worker of this office; stopping it waits for what is under way. */
  readonly worker: { start(): Promise<void>; stop(): Promise<void> };
  /** Sends the e-mails that are due, as the schedule of the product does every few seconds. */
  sendMail(): Promise<void>;
  /** Files a dossier through the API, for tests whose subject comes later. */
  file(filing?: Record<string, unknown>): Promise<Omit<FiledCase, "view"> & { readonly view: MohCaseView }>;
  read(name: PersonName, caseId: string): Promise<MohCaseView>;
  /** Opens an E112 file at the insurance house of the county; `opening` changes what it names. */
  openE112(opening?: Record<string, unknown>): Promise<E112CaseView>;
  /** Gives a command to an E112 file, each on its own day. @returns the file as it then is. */
  givenE112(view: E112CaseView, acts: readonly Entry[]): Promise<E112CaseView>;
  /** The numbers of the files of patients with this surname. */
  find(name: PersonName, surname: string): Promise<string[]>;
  /** Gives a command through the API. @returns the file as it then is. */
  given(name: PersonName, view: MohCaseView, type: MohCommandType, payload?: unknown): Promise<MohCaseView>;
}

/** At the top of a test file. */
export async function openOffice(): Promise<Office> {
  const keyring = openKeyring(MASTER_KEY);
  const [root, temporal, address, mail, { codePath }, port] = await Promise.all([
    webPages(),
    temporalServer(),
    testDatabase(),
    mailCatcher(),
    workflowBundle(),
    freePort(),
  ]);
  const { namespace, taskQueue } = temporal;
  const origin = `http://127.0.0.1:${port}`;
  const ofWorker = openDatabase(address.url);
  const owner = openDatabase(address.ownerUrl);
  await seedPeople(owner.pool);
  await numberFromAnywhere(owner.pool);

  const native = await NativeConnection.connect({ address: temporal.address });
  let running: { worker: Worker; ended: Promise<void> } | undefined;
  async function start(): Promise<void> {
    const worker = await createWorker({
      connection: native,
      namespace,
      taskQueue,
      workflowBundle: codePath,
      database: ofWorker,
      keyring,
      smtpUrl: mail.smtpUrl,
      mailFrom: "Dosar <dosar@localhost>",
      publicUrl: origin,
    });
    running = { worker, ended: worker.run() };
  }
  async function stop(): Promise<void> {
    const stopping = running;
    running = undefined;
    stopping?.worker.shutdown();
    await stopping?.ended;
  }
  await start();

  await startApi(origin, {
    PORT: String(port),
    DATABASE_URL: address.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: taskQueue,
    DOSAR_MASTER_KEY: MASTER_KEY,
    ENGINE_TIMEOUT_MS: String(ENGINE_TIMEOUT_MS),
    WEB_ROOT: root,
    LOG_LEVEL: "fatal",
    PUBLIC_STATUS_PER_MINUTE: "10000",
  });
  const connection = await Connection.connect({ address: temporal.address });
  atEndOfFile(async () => {
    await stop();
    await connection.close();
    await native.close();
    await Promise.all([ofWorker.close(), owner.close()]);
  });

  const dataConverter = { payloadCodecs: [encryptingCodec(keyring.payloadKey)] };
  const client = new Client({ connection, namespace, dataConverter });

  async function ask<Answer>(name: PersonName, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${origin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        cookie: `dosar=${tokenOf(name)}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  return {
    origin,
    mail,
    pool: owner.pool,
    worker: { start, stop },
    async sendMail() {
      await client.workflow.execute("deliverMessages", { taskQueue, workflowId: `mail-${randomUUID()}`, args: [] });
    },
    file: (filing = {}) => ask("officer", "/api/cases", filingOf(filing)),
    read: (name, caseId) => ask(name, `/api/cases/${caseId}`),
    async openE112(opening = {}) {
      const filing = {
        commandId: randomUUID(),
        process: "e112",
        ...LATE,
        occurredOn: "2026-03-02",
        ...OPENING,
        ...opening,
      };
      return (await ask<{ view: E112CaseView }>("cas", "/api/cases", filing)).view;
    },
    async givenE112(view, acts) {
      let now = view;
      for (const [type, occurredOn, payload = {}] of acts) {
        now = await ask("cas", `/api/cases/${now.caseId}/commands`, {
          commandId: randomUUID(),
          expectedVersion: now.version,
          type,
          payload,
          occurredOn,
          ...LATE,
        });
      }
      return now;
    },
    async find(name, surname) {
      const { items } = await ask<CasePage>(name, "/api/cases/search", { surname });
      return items.map(({ registrationNumber }) => registrationNumber);
    },
    given: (name, { caseId, version }, type, payload = {}) =>
      ask(name, `/api/cases/${caseId}/commands`, {
        commandId: randomUUID(),
        expectedVersion: version,
        type,
        payload,
      }),
  };
}
