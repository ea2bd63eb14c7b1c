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

/** Lets each caller ask so many times a minute; nobody is locked out, the next minute is free again. Counts in this process. */
export function statusThrottle(
  perMinute: number,
  now: () => number = Date.now,
): (request: Pick<FastifyRequest, "ip">) => void {
  const windows = new Map<string, { asked: number; readonly endsAt: number }>();
  return ({ ip }) => {
    const key = callerKey(ip);
    const at = now();
    const known = windows.get(key);
    if (known === undefined || known.endsAt <= at) {
      if (windows.size >= KEPT_CALLERS) windows.clear();
      windows.set(key, { asked: 1, endsAt: at + WINDOW_MS });
      return;
    }
    known.asked += 1;
    if (known.asked <= perMinute) return;
    const seconds = Math.ceil((known.endsAt - at) / 1000);
    throw new ApiError(429, "TOO_MANY_REQUESTS", { params: { seconds }, retryAfter: seconds });
  };
}
