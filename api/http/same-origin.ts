/** Requests that change something come from our own pages, or from a program that is no browser. */
import type { FastifyRequest } from "fastify";
import { ApiError } from "./api-error.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** @throws ApiError 403 CROSS_SITE for a browser's request from another site. */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string): void {
  if (READING.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return;
  if (site !== undefined) throw new ApiError(403, "CROSS_SITE");
  if (origin !== undefined && !isOurs(origin, request, publicUrl)) throw new ApiError(403, "CROSS_SITE");
}

function isOurs(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false; // "null" and the like
  }
}
