import { createHash } from "node:crypto";
import type { CaseEvent } from "../../domain/case/events.ts";

/** The hash before the first event of a case. */
export const CHAIN_START = "0".repeat(64);

/** An event as the log holds it: its body without place and instant, its sealed part, and its link in the chain. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Ciphertext in base64, or null. */
  readonly sealed: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The chained hash of an event: SHA-256 over the hash before it, its place, its body and its ciphertext. */
export function eventHash(
  prevHash: string,
  caseId: string,
  event: Pick<LoggedEvent, "seq" | "type" | "at" | "data" | "sealed">,
): string {
  const { seq, type, at, data, sealed } = event;
  return createHash("sha256")
    .update(JSON.stringify([prevHash, caseId, seq, type, at, canonical(data), sealed]))
    .digest("hex");
}

/** Key order does not survive the database; the hash is taken over sorted keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** Links events to the chain of their case. `sealedOf` answers the ciphertext of a command. */
export function chain(
  caseId: string,
  events: readonly CaseEvent[],
  prevHash: string,
  sealedOf: (commandId: string) => string | null,
): LoggedEvent[] {
  let last = prevHash;
  return events.map((event) => {
    const { seq, at, type, ...data } = event;
    const act = event.type === "actRecorded" ? event.act : undefined;
    const sealed = act === undefined ? null : sealedOf(act.commandId);
    const logged = { seq, type, at, data, sealed };
    const hash = eventHash(last, caseId, logged);
    const result: LoggedEvent = { ...logged, actor_id: act?.by.userId ?? null, prev_hash: last, hash };
    last = hash;
    return result;
  });
}
