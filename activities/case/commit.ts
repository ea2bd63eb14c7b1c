/** The one transaction of a case: everything a command changed, or nothing. */
import type pg from "pg";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import { settleDues } from "../../domain/case/settle.ts";
import { applyEvent, emptyCase, latestOf, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import { getHouse, homeOf } from "../../domain/people/houses.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { BEGIN_COUNTING, type CalendarReader } from "../../prisma/calendar-reader.ts";
import { readSettings } from "../../prisma/settings.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { CommitBatch, CommitResult } from "../case-activities.ts";
import { chain, CHAIN_START } from "./event-chain.ts";
import { loadRecord, type CaseRecord } from "./load.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { messagesOf, plannedAlerts, remindedDeadlines } from "./messages.ts";
import { readOffices } from "./offices.ts";
import { processOf } from "../../domain/processes.ts";
import { numberOfAct, takeNumber } from "./registers.ts";
import { deadlineRow, workItems, type CasePlace } from "./rows.ts";
import { store } from "./store.ts";
import { writersOf } from "./writers.ts";

export interface CommitDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
}

/** Writes a batch. @throws when the database does not answer; the workflow then tries again. */
export async function commit(batch: CommitBatch, dependencies: CommitDependencies): Promise<CommitResult> {
  return await inTransaction(dependencies.pool, (client) => commitIn(client, batch, dependencies), BEGIN_COUNTING);
}

async function commitIn(
  client: pg.PoolClient,
  batch: CommitBatch,
  { calendars }: CommitDependencies,
): Promise<CommitResult> {
  const process = processOf(batch.process);
  const record = await loadRecord(client, batch);
  const known = batch.events.filter(({ seq }) => seq <= record.lastSeq);
  if (known.length > 0 && !isLastBatch(record, known)) return { dues: {}, ahead: getState(record) };
  const events = batch.events.slice(known.length);
  const last = events.at(-1);
  if (last === undefined) return { dues: duesOf(getState(record)), ...numbersOf(getState(record)) };

  const state = (record.state ?? emptyCase(batch.caseId, process)) as CaseState<never>;
  for (const event of events) applyEvent(state, event, process);
  const calendar = await calendars.at(record.calendarNumber, client);
  const calendarOf = calendarsOf(calendar, record.institutions);
  const { dues, moved } = settleDues(state, process, calendarOf);
  // The workflow's own time: skipped time plans its reminders in skipped time.
  const now = new Date(last.at);
  const place = await placeOf(client, record, state, now);
  for (const { act, ...numbered } of process.registers?.(events, record.institutions) ?? []) {
    state.numbers = { ...state.numbers, [act]: await numberOfAct(client, numbered, now) };
  }
  const logged = chain(
    batch.caseId,
    events,
    record.lastHash ?? CHAIN_START,
    (commandId) => record.sealed.get(commandId) ?? null,
  );
  const touched = touchedDeadlines(events, state, moved);
  const reminded = remindedDeadlines(state, batch, touched);
  // A corrected date may be that of any step.
  const isCorrected = events.some((event) => event.type === "actRecorded" && event.act.type === "correctDate");
  const closed = events.flatMap((event) => (event.type === "stepClosed" ? [event.step] : []));
  const alerts = plannedAlerts(state, closed);
  const computed = Object.keys(dues).flatMap((id) => state.deadlines[id] ?? []);
  await store(client, {
    caseId: batch.caseId,
    record,
    state,
    place,
    fingerprint: fingerprintOf(batch.events),
    events: logged,
    ministryNumber: await ministryNumber(client, events, record, now),
    workItems: Object.values(state.steps)
      .filter(
        (step) =>
          step.closed === undefined ||
          isCorrected ||
          events.some((event) => event.type === "stepClosed" && event.step === step.step),
      )
      .flatMap((step) => workItems(state, process, place, step)),
    barred: process.barred(state),
    holdings: process.holdings(state),
    money: process.money(state),
    closedOn: closedOn(state),
    deadlines: [...new Set([...touched, ...computed])].map((deadline) =>
      deadlineRow(state, process, place, deadline, calendarOf),
    ),
    messages: messagesOf(
      {
        state,
        process,
        institutions: record.institutions,
        offices: await readOffices(client, Object.values(record.institutions)),
        calendarOf,
        now,
        patientHasEmail: record.patientHasEmail,
        quietUntil: record.broughtAt,
        settings: alerts.length === 0 ? {} : await readSettings(client),
      },
      batch,
      reminded,
    ),
    dropMessagesOf: reminded.map(({ id }) => id),
    dropNewsOf: [...closed, ...alerts.map(({ id }) => id)],
    stageSince: state.stageSince.length > 0 ? latestOf(state, state.stageSince) : record.openedOn,
  });
  for (const write of writersOf(state.process)) {
    await write(client, state, { houses: record.institutions, events, at: last.at });
  }
  return { dues: known.length === 0 ? dues : duesOf(state), ...numbersOf(state) };
}

/**
 * True when these events are what the record was written with last: the same batch comes again, or one that goes on from
 * it, as when the passing of a deadline was recorded in bulk. Otherwise the record is ahead, and the case goes on from it.
 */
function isLastBatch(record: CaseRecord, known: readonly CaseEvent[]): boolean {
  return known.at(-1)?.seq === record.lastSeq && fingerprintOf(known) === record.lastBatch;
}

/** The legal date of a closed case's last act. */
export function closedOn({ outcome, acts }: CaseState): PlainDate | null {
  return outcome === undefined ? null : (Object.values(acts).at(-1)?.dates["occurredOn"] ?? null);
}

function getState({ state }: CaseRecord): CaseState {
  if (state === undefined) throw new RangeError("a record without a state");
  return state;
}

function duesOf({ deadlines }: CaseState): CommitResult["dues"] {
  return Object.fromEntries(Object.values(deadlines).flatMap(({ id, due }) => (due === undefined ? [] : [[id, due]])));
}

function numbersOf({ numbers }: CaseState): Pick<CommitResult, "numbers"> {
  return numbers === undefined ? {} : { numbers };
}

/** Deadlines that this batch started, ended, passed or moved. */
function touchedDeadlines(events: readonly CaseEvent[], state: CaseState, moved: readonly string[]): DeadlineRecord[] {
  const ids = new Set(moved);
  for (const event of events) {
    if ("deadline" in event) ids.add(event.deadline);
    const named = event.type === "actRecorded" ? event.act.facts["deadline"] : undefined;
    if (typeof named === "string") ids.add(named); // suspended or resumed
  }
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
    registrationNumber: record.registrationNumber ?? (await takeNumber(client, homeOf(record.institutions), now)),
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
  if (!registered) return record.ministryNumber;
  return (
    (await legacyMinistryNumber(client, record)) ??
    (await takeNumber(client, getHouse(record.institutions, "ministry"), now))
  );
}

/** The number that the Ministry gave before the file came here, unless another file has it. */
async function legacyMinistryNumber(
  client: pg.PoolClient,
  { legacyMinistryNumber: number }: CaseRecord,
): Promise<string | undefined> {
  if (number === null) return undefined;
  const { rowCount } = await client.query("SELECT FROM cases WHERE ministry_number = $1", [number]);
  return rowCount === 0 ? number : undefined;
}
