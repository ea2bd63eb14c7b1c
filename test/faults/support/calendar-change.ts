/** A change of the calendar carried into files, on servers that may die at any moment, and what must be true in the end. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@jest/globals";
import { Client } from "@temporalio/client";
import { verifyChain } from "../../../activities/case/verify-chain.ts";
import { institutionCalendar } from "../../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../../domain/calendar/working-calendar.ts";
import { bucharestDate, type PlainDate } from "../../../domain/plain-date.ts";
import { createCalendarReader } from "../../../prisma/calendar-reader.ts";
import { openKeyring } from "../../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../../prisma/secrecy/payload-codec.ts";
import { APPLY_CALENDAR_CHANGE, calendarChangeWorkflowId, TASK_QUEUE } from "../../../workflows/contract.ts";
import { MohFile } from "../../support/moh-file.ts";
import { WorkerProcess, type Place } from "./stream.ts";

const FILES = 60;
const AT_ONCE = 12;
const NUMBER = 1;
const TASK_TIMEOUT_MS = 3_000;
const PATIENCE_MS = 120_000;

interface Progress {
  readonly state: string;
  readonly files: number;
  readonly files_done: number;
  readonly moved: number;
}

export class CarriedChange {
  readonly worker: WorkerProcess;
  private readonly place: Place;
  private readonly client: Client;
  private readonly files: MohFile[] = [];
  private movesTo: PlainDate | undefined;

  constructor(place: Place) {
    this.place = place;
    this.worker = new WorkerProcess(place);
    const { connection, namespace } = place;
    const payloadCodecs = [encryptingCodec(openKeyring(Buffer.alloc(32, 7).toString("base64")).payloadKey)];
    this.client = new Client({ connection, namespace, dataConverter: { payloadCodecs } });
  }

  /** Files with a term of two working days, and a day off within it, saved as the API saves it. */
  async begin(): Promise<void> {
    const { pool } = this.place;
    const keyring = openKeyring(Buffer.alloc(32, 7).toString("base64"));
    const world = { client: this.client, pool, keyring, taskQueue: TASK_QUEUE, now: async () => Date.now() };
    while (this.files.length < FILES) {
      const opening = Array.from({ length: AT_ONCE }, () => MohFile.open(world, { taskTimeout: TASK_TIMEOUT_MS }));
      this.files.push(...(await Promise.all(opening)));
    }
    const plain = institutionCalendar(await createCalendarReader(pool).latest());
    const today = bucharestDate(Date.now());
    await this.save(addWorkingDays(plain, today, 1));
    this.movesTo = addWorkingDays(plain, today, 3);
    const workflowId = calendarChangeWorkflowId(NUMBER);
    const args = [{ number: NUMBER }];
    await this.client.workflow.start(APPLY_CALENDAR_CHANGE, { workflowId, taskQueue: TASK_QUEUE, args });
  }

  private async save(date: PlainDate): Promise<void> {
    const acts = [{ type: "declareDayOff", date, for: "everyone", legalAct: "HG" }];
    await this.place.pool.query(
      "INSERT INTO calendar_changes (number, command_id, request_hash, acts, state) VALUES ($1, $2, '', $3, 'saved')",
      [NUMBER, randomUUID(), JSON.stringify(acts)],
    );
    await this.place.pool.query(
      `INSERT INTO declared_days (id, date, kind, scope, legal_act, declared_in)
       VALUES ($1, $2, 'day-off', 'everyone', 'HG', $3)`,
      [randomUUID(), date, NUMBER],
    );
  }

  /** How many files have been told of the change. */
  async told(): Promise<number> {
    const { rows } = await this.place.pool.query<{ told: number }>(
      "SELECT count(*)::int AS told FROM events WHERE type = 'calendarChanged' AND (data->>'change')::int = $1",
      [NUMBER],
    );
    return rows[0]?.told ?? 0;
  }

  /** Waits until one more file has been told. @returns true in the middle: some have been, and some have not. */
  async untilUnderWay(): Promise<boolean> {
    const before = await this.told();
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
      const told = await this.told();
      if (told > before || told === FILES) return told > 0 && told < FILES;
    }
    throw new Error(`no file is told; ${this.worker.said.join("")}`);
  }

  private async progress(): Promise<Progress | undefined> {
    const { rows } = await this.place.pool.query<Progress>(
      "SELECT state, files, files_done, moved FROM calendar_changes WHERE number = $1",
      [NUMBER],
    );
    return rows[0];
  }

  /** Each file was told once, has the new date, and was counted. */
  async expectWhole(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; (await this.progress())?.state !== "done" && Date.now() < end;) {
      await sleep(100);
    }
    expect(await this.progress()).toEqual({ state: "done", files: FILES, files_done: FILES, moved: FILES });
    expect(await this.told()).toBe(FILES);
    for (const file of this.files) {
      expect((await file.state()).deadlines["MOH-23"]?.due?.dueOn).toBe(this.movesTo);
      expect((await verifyChain(this.place.pool, file.caseId)).fault).toBeUndefined();
    }
  }
}
