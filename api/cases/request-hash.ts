import type { Keyring } from "../../prisma/secrecy/keyring.ts";

/** JSON with sorted keys, so that equal values are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "null";
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What a command says, without the version that it was made on: the same hash is the same command sent again. */
export interface Said {
  readonly type: string;
  /** As given; absent when the day of entry was meant. */
  readonly occurredOn?: string | undefined;
  readonly lateReason?: string | undefined;
  readonly payload: unknown;
}

/** Keyed, so that the hash of a short payload reveals nothing of it. */
export function requestHash(keyring: Keyring, { type, occurredOn, lateReason, payload }: Said): string {
  return keyring.index("request", canonicalJson({ type, occurredOn, lateReason, payload }));
}
