/**
 * The passing of deadlines, for many cases in one transaction. A deadline on whose passing nothing in its procedure waits
 * needs no workflow to be recorded: this writes exactly the batch that the case itself would write, and the case, whose
 * own timer fires later or which gets a command first, recognises it as written.
 */
import type pg from "pg";
import type { CaseEvent } from "../../domain/case/events.ts";
import { applyEvent, awaitingPassing, type CaseState } from "../../domain/case/state.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { PassedBatch } from "../case-activities.ts";
import { chain, type LoggedEvent } from "./event-chain.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { processOf } from "../../domain/processes.ts";

/** Deadlines in a transaction: enough to be quick, few enough that a command never waits long for its case. */
const BATCH = 500;

// A case that is being written to is passed over: it records the passing itself, or is found at the next sweep. What one
// of its procedures waits for is left to it, with everything that passed by then.
const FIND = `
  WITH due AS MATERIALIZED (
    SELECT d.case_id FROM deadlines d
    WHERE d.state = 'running' AND d.passed_at IS NULL AND NOT d.passes_in_case AND d.passes_at <= $1
      AND NOT EXISTS (SELECT FROM deadlines o WHERE o.case_id = d.case_id AND o.passes_in_case AND o.state = 'running'
        AND o.passed_at IS NULL AND o.passes_at <= $1)
    ORDER BY d.passes_at LIMIT ${BATCH})
  SELECT c.id, c.process, c.state, e.hash AS last_hash, (SELECT count(*)::int FROM due) AS deadlines
  FROM cases c JOIN events e ON e.case_id = c.id AND e.seq = c.last_seq
  WHERE c.id IN (SELECT case_id FROM due)
  FOR UPDATE OF c SKIP LOCKED`;

const RECORD = `
  WITH changed AS (
    UPDATE cases c SET last_seq = p.last_seq, last_batch = p.last_batch, state = p.state
    FROM jsonb_to_recordset($1) AS p(id uuid, last_seq int, last_batch text, state jsonb) WHERE c.id = p.id
  ), logged AS (
    INSERT INTO events (case_id, seq, type, at, data, prev_hash, hash)
    SELECT e.case_id, e.seq, e.type, e.at, e.data, e.prev_hash, e.hash
    FROM jsonb_to_recordset($2) AS e(case_id uuid, seq int, type text, at timestamptz, data jsonb, prev_hash text, hash text)
  )
  UPDATE deadlines d SET passed_at = e.at
  FROM jsonb_to_recordset($2) AS e(case_id uuid, at timestamptz, data jsonb)
  WHERE d.case_id = e.case_id AND d.id = e.data->>'deadline'`;

interface FoundCase {
  readonly id: string;
  readonly process: string;
  readonly state: CaseState<never>;
  readonly last_hash: string;
  /** How many deadlines the whole batch has; a file may have several of them. */
  readonly deadlines: number;
}

/** Idempotent: what is recorded is not found again. `at`: the instant (ISO) up to which deadlines have passed. */
export async function recordPassed(pool: pg.Pool, at: string): Promise<PassedBatch> {
  return await inTransaction(pool, async (client) => {
    const { rows } = await client.query<FoundCase>({ name: "find-passed", text: FIND, values: [at] });
    const passed = rows.flatMap((row) => passIn(row, at) ?? []);
    if (passed.length > 0) {
      const cases = passed.map(({ events: _, ...changed }) => changed);
      const events = passed.flatMap((each) => each.events);
      const values = [JSON.stringify(cases), JSON.stringify(events)];
      await client.query({ name: "record-passed", text: RECORD, values });
    }
    return { cases: passed.length, more: rows[0]?.deadlines === BATCH };
  });
}

interface PassedCase {
  readonly id: string;
  readonly last_seq: number;
  readonly last_batch: string;
  readonly state: CaseState;
  readonly events: readonly (LoggedEvent & { readonly case_id: string })[];
}

/** What the case would write at this instant; undefined when it has nothing to write, or something waits for it to do so. */
function passIn({ id, process: name, state, last_hash }: FoundCase, at: string): PassedCase | undefined {
  const process = processOf(name);
  const passed = awaitingPassing(state).filter(({ due }) => due.passesAt <= at);
  if (passed.length === 0 || passed.some((deadline) => process.passesInCase(deadline))) return undefined;
  const { lastSeq } = state;
  const events = passed.map((deadline, index): CaseEvent => ({
    type: "deadlinePassed",
    deadline: deadline.id,
    seq: lastSeq + 1 + index,
    at,
  }));
  for (const event of events) applyEvent(state, event, process);
  return {
    id,
    last_seq: state.lastSeq,
    last_batch: fingerprintOf(events),
    state,
    events: chain(id, events, last_hash, () => null).map((event) => ({ case_id: id, ...event })),
  };
}
