import type pg from "pg";
import type { CaseState } from "../../domain/case/state.ts";
import type { Holding } from "../../domain/case/holdings.ts";
import type { MoneyFact } from "../../domain/case/money.ts";
import { homeOf } from "../../domain/people/houses.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { LoggedEvent } from "./event-chain.ts";
import type { CaseRecord } from "./load.ts";
import type { PlannedRow } from "./messages.ts";
import { planning } from "./plan-sql.ts";
import type { CasePlace, DeadlineRow, WorkItemRow } from "./rows.ts";

export interface Changes {
  readonly caseId: string;
  readonly record: CaseRecord;
  readonly state: CaseState;
  readonly place: CasePlace;
  readonly fingerprint: string;
  readonly events: readonly LoggedEvent[];
  readonly ministryNumber: string | null;
  readonly stageSince: PlainDate;
  /** The patient is barred from further requests. */
  readonly barred: boolean;
  readonly workItems: readonly WorkItemRow[];
  readonly deadlines: readonly DeadlineRow[];
  /** All of the file's. */
  readonly holdings: readonly Holding[];
  /** All of the file's. */
  readonly money: readonly MoneyFact[];
  /** The legal date of the act that closed it. */
  readonly closedOn: PlainDate | null;
  readonly messages: readonly PlannedRow[];
  /** Deadlines whose planned messages are dropped unless they are planned again. */
  readonly dropMessagesOf: readonly string[];
  /** Steps that ended, and alerts that are not planned again: nobody needs to hear of them any more. */
  readonly dropNewsOf: readonly string[];
}

const OPEN_CASE = `
  INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
    stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
    surname_index, wrapped_key, legacy_number, legacy_ministry_number, cnp_index, person_index)
  SELECT $1, $2, $3, i.opening->>'accessCodeHash', i.opening->>'homeId', i.opening->>'cstId', i.opening->>'ministryId',
    (i.opening->>'officerId')::uuid, $4, $5, (i.opening->>'openedOn')::date, $6, $7, $8, $9, $10, i.subject_sealed,
    (i.opening->>'patientHasEmail')::boolean, i.opening->>'surnameIndex', i.wrapped_key, i.opening->>'legacyNumber',
    i.opening->>'legacyMinistryNumber', i.opening->>'cnpIndex', i.opening->>'personIndex'
  FROM intake i WHERE i.case_id = $1 AND i.opening IS NOT NULL`;

/** Everything else that a commit writes, in one statement and one round trip. */
const STORE = `
  WITH changed AS (
    UPDATE cases SET stage = $2, stage_since = $3, outcome = $4, closed_at = coalesce(closed_at, $5), version = $6,
      last_seq = $7, last_batch = $8, state = $9, urgency_class = $10, ministry_number = $11,
      cst_since = coalesce(cst_since, $12), ministry_since = coalesce(ministry_since, $13),
      closed_on = $24,
      subject_sealed = coalesce((SELECT i.subject_sealed FROM intake i WHERE i.case_id = $1 AND i.command_id = $23::uuid),
        subject_sealed),
      patient_has_email = patient_has_email OR $23::uuid IS NOT NULL, barred = $26
    WHERE id = $1
  ), logged AS (
    INSERT INTO events (case_id, seq, type, at, actor_id, data, sealed, prev_hash, hash)
    SELECT $1, e.seq, e.type, e.at, e.actor_id, e.data, decode(e.sealed, 'base64'), e.prev_hash, e.hash
    FROM jsonb_to_recordset($14) AS e(seq int, type text, at timestamptz, actor_id uuid, data jsonb, sealed text,
      prev_hash text, hash text)
  ), commanded AS (
    INSERT INTO commands (case_id, command_id, type, actor_id, version, seq, occurred_on, request_hash, recorded_at)
    SELECT $1, c.command_id, c.type, c.actor_id, c.version, c.seq, c.occurred_on, c.request_hash, c.recorded_at
    FROM jsonb_to_recordset($15) AS c(command_id uuid, type text, actor_id uuid, version int, seq int, occurred_on date,
      request_hash text, recorded_at timestamptz)
  ), taken AS (
    DELETE FROM intake i USING jsonb_to_recordset($15) AS c(command_id uuid)
    WHERE i.case_id = $1 AND i.command_id = c.command_id
  ), queued AS (
    INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, urgency_class,
      stage, officer_id, opened_at, closed_at, home_id, ended_on)
    SELECT $1, w.step, w.institution_id, w.registration_number, w.duty, w.acts, w.since, w.due_on, w.urgency_class,
      w.stage, w.officer_id, w.opened_at, w.closed_at, $22, w.ended_on
    FROM jsonb_to_recordset($16) AS w(step text, institution_id text, registration_number text, duty text, acts boolean,
      since date, due_on date, urgency_class text, stage text, officer_id uuid, opened_at timestamptz, closed_at timestamptz,
      ended_on date)
    ON CONFLICT (case_id, step, institution_id) DO UPDATE SET duty = excluded.duty, since = excluded.since,
      due_on = excluded.due_on, urgency_class = excluded.urgency_class, stage = excluded.stage,
      opened_at = excluded.opened_at, closed_at = excluded.closed_at, ended_on = excluded.ended_on
  ), due AS (
    INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, practical_due_on, effect_on,
      passes_at, state, met_on, passed_at, calendar_number, provisional, basis, former_duty, former_institution_id,
      suspensions, passes_in_case, home_id, taken_days, met_late,
      is_repeated)
    SELECT $1, d.id, d.rule, d.duty, d.institution_id, d.starts_on, d.due_on, d.practical_due_on, d.effect_on,
      d.passes_at, d.state, d.met_on, d.passed_at, d.calendar_number, d.provisional, d.basis, d.former_duty,
      d.former_institution_id, d.suspensions, d.passes_in_case, $22, d.taken_days, d.met_late,
      d.is_repeated
    FROM jsonb_to_recordset($17) AS d(id text, rule text, duty text, institution_id text, starts_on date, due_on date,
      practical_due_on date, effect_on date, passes_at timestamptz, state text, met_on date, passed_at timestamptz,
      calendar_number int, provisional boolean, basis text, former_duty text, former_institution_id text,
      suspensions jsonb, passes_in_case boolean, taken_days int, met_late boolean,
      is_repeated boolean)
    ON CONFLICT (case_id, id) DO UPDATE SET duty = excluded.duty, institution_id = excluded.institution_id,
      starts_on = excluded.starts_on, due_on = excluded.due_on, practical_due_on = excluded.practical_due_on,
      effect_on = excluded.effect_on, passes_at = excluded.passes_at, state = excluded.state, met_on = excluded.met_on,
      passed_at = excluded.passed_at, calendar_number = excluded.calendar_number, provisional = excluded.provisional,
      former_duty = excluded.former_duty, former_institution_id = excluded.former_institution_id,
      suspensions = excluded.suspensions, taken_days = excluded.taken_days, met_late = excluded.met_late,
      is_repeated = excluded.is_repeated
  ), left_over AS (
    DELETE FROM holdings h WHERE h.case_id = $1
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset($21) AS n("fromOn" date) WHERE n."fromOn" = h.from_on)
  ), held AS (
    INSERT INTO holdings (case_id, duty, from_on, until_on, suspended, institution_id)
    SELECT $1, n.duty, n."fromOn", n."untilOn", n.suspended, $22
    FROM jsonb_to_recordset($21) AS n(duty text, "fromOn" date, "untilOn" date, suspended boolean)
    ON CONFLICT (case_id, from_on) DO UPDATE SET duty = excluded.duty, until_on = excluded.until_on,
      suspended = excluded.suspended
    WHERE (holdings.duty, holdings.until_on, holdings.suspended)
      IS DISTINCT FROM (excluded.duty, excluded.until_on, excluded.suspended)
  ), money_gone AS (
    DELETE FROM case_money m WHERE m.case_id = $1
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset($25) AS n(kind text, seq int) WHERE n.kind = m.kind AND n.seq = m.seq)
  ), money AS (
    INSERT INTO case_money (case_id, seq, kind, "on", amount, currency, institution_id)
    SELECT $1, n.seq, n.kind, n."on", n.amount, n.currency, $22
    FROM jsonb_to_recordset($25) AS n(seq int, kind text, "on" date, amount numeric, currency text)
    ON CONFLICT (case_id, kind, seq) DO UPDATE SET "on" = excluded."on", amount = excluded.amount, currency = excluded.currency
  ), ${planning({ caseId: "$1", deadlines: "$18", planned: "$19", steps: "$20" })}`;

/** Writes a commit. In the transaction of the caller. */
export async function store(client: pg.PoolClient, changes: Changes): Promise<void> {
  const { caseId, record, state, place, fingerprint, events } = changes;
  const [first] = events;
  const at = events.at(-1)?.at ?? first?.at;
  const serialised = JSON.stringify(state);
  if (record.isNew) {
    await client.query(OPEN_CASE, [
      caseId,
      state.process,
      place.registrationNumber,
      state.stage,
      changes.stageSince,
      at,
      state.version,
      state.lastSeq,
      fingerprint,
      serialised,
    ]);
  }
  await client.query({
    name: "store-case",
    text: STORE,
    values: [
      caseId,
      stageOf(state),
      changes.stageSince,
      state.outcome ?? null,
      state.outcome === undefined ? null : at,
      state.version,
      state.lastSeq,
      fingerprint,
      serialised,
      place.urgencyClass,
      changes.ministryNumber,
      happened(events, "sendToCommission"),
      happened(events, "sendToMinistry") ?? happened(events, "reportDelay"),
      JSON.stringify(events),
      JSON.stringify(commandRows(changes)),
      JSON.stringify(changes.workItems),
      JSON.stringify(changes.deadlines),
      changes.dropMessagesOf,
      JSON.stringify(changes.messages),
      changes.dropNewsOf,
      JSON.stringify(changes.holdings),
      homeOf(place.institutions),
      commandOf(events, "correctContact"),
      changes.closedOn,
      JSON.stringify(changes.money),
      changes.barred,
    ],
  });
}

/** A closed case stands at its outcome. */
function stageOf(state: CaseState): string {
  return state.outcome ?? state.stage;
}

/** The command of an act of this type, when the commit holds one; of several the last. */
function commandOf(events: readonly LoggedEvent[], type: string): string | null {
  const acts = events.map(({ data }) => data["act"] as { type?: string; commandId?: string } | undefined);
  return acts.findLast((act) => act?.type === type)?.commandId ?? null;
}

/** The instant at which an act of this type was recorded, when the commit holds one. */
function happened(events: readonly LoggedEvent[], type: string): string | null {
  return events.find(({ data }) => (data["act"] as { type?: string } | undefined)?.type === type)?.at ?? null;
}

function commandRows({ state, events }: Changes): Record<string, unknown>[] {
  const acts = Object.values(state.acts);
  return events.flatMap((event) => {
    const act = state.acts[event.seq];
    if (act === undefined || event.type !== "actRecorded") return [];
    return [
      {
        command_id: act.commandId,
        type: act.type,
        actor_id: act.by.userId,
        version: acts.findIndex(({ seq }) => seq === act.seq) + 1,
        seq: act.seq,
        occurred_on: act.dates["occurredOn"],
        request_hash: act.requestHash,
        recorded_at: event.at,
      },
    ];
  });
}
