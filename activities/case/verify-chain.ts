/** Checks that the event log of a case is whole and as it was written. Reads only; the keys are not needed. */
import type pg from "pg";
import { CHAIN_START, eventHash, type LoggedEvent } from "./event-chain.ts";

/**
 * What is wrong first: an event is missing, was changed, does not follow the one before it, or names another actor than
 * the act in it; or the log ends elsewhere than its case says.
 */
export type ChainFault = "missing" | "changed" | "unlinked" | "other-actor" | "cut-off";

export interface ChainReport {
  readonly caseId: string;
  readonly events: number;
  readonly fault?: { readonly seq: number; readonly kind: ChainFault };
}

interface EventRow extends Omit<LoggedEvent, "at"> {
  readonly at: Date;
}

const EVENTS = `
  SELECT seq, type, at, actor_id, data, replace(encode(sealed, 'base64'), E'\\n', '') AS sealed, prev_hash, hash
  FROM events WHERE case_id = $1 ORDER BY seq`;

/** Verifies the chain of one case. @throws RangeError for a case that does not exist. */
export async function verifyChain(pool: pg.Pool, caseId: string): Promise<ChainReport> {
  const cases = await pool.query<{ last_seq: number }>("SELECT last_seq FROM cases WHERE id = $1", [caseId]);
  const { rows } = await pool.query<EventRow>(EVENTS, [caseId]);
  const [known] = cases.rows;
  if (known === undefined) throw new RangeError(`no case ${caseId}`);
  let last = { seq: 0, hash: CHAIN_START };
  for (const event of rows) {
    const kind = faultOf(caseId, event, last);
    if (kind !== undefined) return { caseId, events: rows.length, fault: { seq: last.seq + 1, kind } };
    last = event;
  }
  // A commit may have come between the two readings: events beyond the case's last are no fault.
  return last.seq < known.last_seq
    ? { caseId, events: rows.length, fault: { seq: last.seq + 1, kind: "cut-off" } }
    : { caseId, events: rows.length };
}

function faultOf(caseId: string, event: EventRow, last: { seq: number; hash: string }): ChainFault | undefined {
  if (event.seq !== last.seq + 1) return "missing";
  if (event.prev_hash !== last.hash) return "unlinked";
  if (event.hash !== eventHash(last.hash, caseId, { ...event, at: event.at.toISOString() })) return "changed";
  const act = event.data["act"] as { readonly by: { readonly userId: string } } | undefined;
  return (act?.by.userId ?? null) === event.actor_id ? undefined : "other-actor";
}

/** Verifies every case, one after the other. @returns a report for each case that has a fault, and how many were read. */
export async function verifyAllChains(pool: pg.Pool): Promise<{ cases: number; faults: ChainReport[] }> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM cases ORDER BY id");
  const faults: ChainReport[] = [];
  for (const { id } of rows) {
    const report = await verifyChain(pool, id);
    if (report.fault !== undefined) faults.push(report);
  }
  return { cases: rows.length, faults };
}
