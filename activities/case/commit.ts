/** The one transaction of a case: everything a command changed, or nothing. */
import type pg from "pg";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { Process } from "../../domain/case/process.ts";
import { applyDues } from "../../domain/case/moves.ts";
import { computeDues } from "../../domain/case/settle.ts";
import { applyEvent, emptyCase, latestOf, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import { moh } from "../../domain/moh/process.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import type { CommitBatch, CommitResult } from "../case-activities.ts";
import { chain, CHAIN_START } from "./event-chain.ts";
import { loadRecord, type CaseRecord } from "./load.ts";
import { messagesOf } from "./messages.ts";
import { readOffices } from "./offices.ts";
import { takeNumber } from "./registers.ts";
import { deadlineRow, workItems, type CasePlace } from "./rows.ts";
import { store } from "./store.ts";

// Every process that this worker runs; their facts differ, the engine does not look into them.
const PROCESSES: Readonly<Record<string, Process<never>>> = { moh: moh as unknown as Process<never> };

export interface CommitDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
}

/** Writes a batch. @throws when the database does not answer; the workflow then tries again. */
export async function commit(batch: CommitBatch, dependencies: CommitDependencies): Promise<CommitResult> {
  const client = await dependencies.pool.connect();
  try {
    await client.query("BEGIN");
    const result = await commitIn(client, batch, dependencies);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function commitIn(
  client: pg.PoolClient,
  batch: CommitBatch,
  { calendars }: CommitDependencies,
): Promise<CommitResult> {
  const process = PROCESSES[batch.process];
  const [first] = batch.events;
  const last = batch.events.at(-1);
  if (process === undefined || first === undefined || last === undefined)
    throw new RangeError("not a batch of a known process");
  const fingerprint = fingerprintOf(batch.events);
  const record = await loadRecord(client, batch);
  if (record.lastSeq >= first.seq) return answerAgain(record, last.seq, fingerprint);

  const state = (record.state ?? emptyCase(batch.caseId, process)) as CaseState<never>;
  for (const event of batch.events) applyEvent(state, event, process);
  const calendar = await calendars.at(record.calendarNumber, client);
  const calendarOf = calendarsOf(calendar, record.institutions);
  const dues = computeDues(state, calendarOf, process.noticeOn(state));
  const moved = applyDues(state, dues, process);
  // The workflow's own time: skipped time plans its reminders in skipped time.
  const now = new Date(last.at);
  const place = await placeOf(client, record, state, now);
  const events = chain(
    batch.caseId,
    batch.events,
    record.lastHash ?? CHAIN_START,
    (commandId) => record.sealed.get(commandId) ?? null,
  );
  const touched = touchedDeadlines(batch.events, state, moved);
  const computed = Object.keys(dues).flatMap((id) => state.deadlines[id] ?? []);
  await store(client, {
    caseId: batch.caseId,
    record,
    state,
    place,
    fingerprint,
    events,
    ministryNumber: await ministryNumber(client, batch.events, record, now),
    workItems: Object.values(state.steps)
      .filter(
        (step) =>
          step.closed === undefined ||
          batch.events.some((event) => event.type === "stepClosed" && event.step === step.step),
      )
      .flatMap((step) => workItems(state, process, place, step)),
    deadlines: [...new Set([...touched, ...computed])].map((deadline) => deadlineRow(state, process, place, deadline)),
    messages: messagesOf(
      {
        state,
        institutions: record.institutions,
        offices: await readOffices(client, Object.values(record.institutions)),
        calendarOf,
        now,
        patientHasEmail: record.patientHasEmail,
      },
      batch,
      process,
      touched,
    ),
    dropMessagesOf: touched.map(({ id }) => id),
    dropNewsOf: batch.events.flatMap((event) => (event.type === "stepClosed" ? [event.step] : [])),
    stageSince: state.stageSince.length > 0 ? latestOf(state, state.stageSince) : record.openedOn,
  });
  return { dues };
}

/** The batch has been written before: the same answer. Something else has: the record is ahead, and the case goes on from it. */
function answerAgain(record: CaseRecord, lastSeq: number, fingerprint: string): CommitResult {
  const { state } = record;
  if (state === undefined) throw new RangeError("a record without a state");
  if (record.lastSeq !== lastSeq || record.lastBatch !== fingerprint) return { dues: {}, ahead: state };
  const dues = Object.values(state.deadlines).flatMap(({ id, due }) => (due === undefined ? [] : [[id, due] as const]));
  return { dues: Object.fromEntries(dues) };
}

/** What a batch is recognised by when it comes a second time: its places and what they hold, instants left out. */
function fingerprintOf(events: readonly CaseEvent[]): string {
  return events.map((event) => `${event.seq} ${event.type} ${subjectOf(event)}`).join("\n");
}

function subjectOf(event: CaseEvent): string {
  switch (event.type) {
    case "actRecorded":
      return event.act.commandId;
    case "stepOpened":
    case "stepClosed":
      return event.step;
    case "deadlineStarted":
    case "deadlineMet":
    case "deadlineCancelled":
    case "deadlinePassed":
    case "dutyPassed":
      return event.deadline;
    case "calendarChanged":
      return String(event.change);
    case "caseClosed":
      return event.outcome;
  }
}

/** Deadlines that this batch started, ended, passed or moved. */
function touchedDeadlines(events: readonly CaseEvent[], state: CaseState, moved: readonly string[]): DeadlineRecord[] {
  const ids = new Set(moved);
  for (const event of events) if ("deadline" in event) ids.add(event.deadline);
  if (events.some((event) => event.type === "actRecorded" && event.act.type === "correctDate")) {
    for (const id of Object.keys(state.deadlines)) ids.add(id); // a corrected date may be the day on which a term was kept
  }
  return [...ids].flatMap((id) => state.deadlines[id] ?? []);
}

async function placeOf(
  client: pg.PoolClient,
  record: CaseRecord,
  state: CaseState<{ urgencyClass?: string }>,
  now: Date,
): Promise<CasePlace> {
  return {
    registrationNumber: record.registrationNumber ?? (await takeNumber(client, record.institutions.dsp, now)),
    officerId: record.officerId,
    institutions: record.institutions,
    urgencyClass: state.facts.urgencyClass ?? null,
  };
}

async function ministryNumber(
  client: pg.PoolClient,
  events: readonly CaseEvent[],
  record: CaseRecord,
  now: Date,
): Promise<string | null> {
  const registered = events.some((event) => event.type === "actRecorded" && event.act.type === "registerAtMinistry");
  return registered ? await takeNumber(client, record.institutions.ministry, now) : record.ministryNumber;
}
