/** Addresses that are not there, and methods that an address does not take. */
import type { FastifyRequest } from "fastify";
import { ApiError, notFound } from "./api-error.ts";

export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  /** Its action in the table of `authorisation.ts`. */
  readonly action: string | undefined;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly knownRoutes: readonly KnownRoute[];
  }
}

/** 405 with the methods that the address takes, or 404. */
export function refusalOfUnknown(routes: readonly KnownRoute[], request: FastifyRequest): ApiError {
  const path = request.url.split("?")[0] ?? "";
  const methods = routes.filter(({ url }) => patternOf(url).test(path)).map(({ method }) => method);
  if (methods.length === 0 || methods.includes(request.method)) return notFound();
  return new ApiError(405, "METHOD_NOT_ALLOWED", { headers: { allow: [...new Set(methods)].join(", ") } });
}

function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/:[A-Za-z]+/g, "[^/]+")}$`);
}
