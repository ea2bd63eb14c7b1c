import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import type { RateLimitOptions } from "@fastify/rate-limit";
import type { Config } from "../config.ts";
import { ApiError } from "../http/api-error.ts";

/** Who is counted together: an address, or the /64 network that one household or machine has in IPv6. */
export function callerKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}

/** How often one caller may ask for a status; nobody is locked out, the next minute is free again. */
export function statusLimit({ PUBLIC_STATUS_PER_MINUTE }: Config): RateLimitOptions {
  return {
    max: PUBLIC_STATUS_PER_MINUTE,
    timeWindow: "1 minute",
    groupId: "public-status",
    keyGenerator: (request: FastifyRequest) => callerKey(request.ip),
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      return new ApiError(429, "TOO_MANY_REQUESTS", { params: { seconds }, retryAfter: seconds });
    },
  };
}
