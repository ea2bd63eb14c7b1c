import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import { ApiError } from "../http/api-error.ts";

/** Who is counted together: an address, or the /64 network that one household or machine has in IPv6. */
export function callerKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}

const WINDOW_MS = 60_000;
const KEPT_CALLERS = 100_000;
/** A right answer costs so much less than a wrong try: who holds a number and its code is hardly ever slowed down. */
const RIGHT_PER_WRONG = 10;

export interface StatusThrottle {
  /** @throws ApiError 429 when the caller has used up this minute; nobody is locked out, the next one is free again. */
  check(request: Pick<FastifyRequest, "ip">): void;
  note(request: Pick<FastifyRequest, "ip">, answer: "right" | "wrong"): void;
}

/** Counts the tries of each caller, in this process. A wrong number and a wrong code cost the same. */
export function statusThrottle(wrongPerMinute: number, now: () => number = Date.now): StatusThrottle {
  const windows = new Map<string, { used: number; readonly endsAt: number }>();
  function windowOf(ip: string): { used: number; readonly endsAt: number } {
    const key = callerKey(ip);
    const known = windows.get(key);
    if (known !== undefined && known.endsAt > now()) return known;
    if (windows.size >= KEPT_CALLERS) windows.clear();
    const fresh = { used: 0, endsAt: now() + WINDOW_MS };
    windows.set(key, fresh);
    return fresh;
  }
  return {
    check({ ip }) {
      const { used, endsAt } = windowOf(ip);
      if (used < wrongPerMinute * RIGHT_PER_WRONG) return;
      const seconds = Math.max(1, Math.ceil((endsAt - now()) / 1000));
      throw new ApiError(429, "TOO_MANY_REQUESTS", { params: { seconds }, retryAfter: seconds });
    },
    note({ ip }, answer) {
      windowOf(ip).used += answer === "right" ? 1 : RIGHT_PER_WRONG;
    },
  };
}
