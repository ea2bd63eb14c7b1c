/** Who asks, for which file, and whether they may: before a request is even validated. */
import cookie from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { ApiError, notFound } from "../http/api-error.ts";
import { requireSameOrigin } from "../http/same-origin.ts";
import { may, membershipFor, type Action, type Person } from "../authorisation.ts";
import { readRequest, type CaseHead, type EarlierCommand } from "./read-request.ts";
import { sessionCookie, tokenHash } from "./session-token.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route does, in the table of `authorisation.ts`. Every route has one. */
    readonly action?: Action;
    /** Name in the audit log, for reads of files and acts. */
    readonly audit?: string;
  }
  interface FastifyRequest {
    person: Person | undefined;
    caseHead: CaseHead | undefined;
    earlierCommand: EarlierCommand | undefined;
    /** What the audit log says beyond the route; handlers fill it in. */
    audited: { action?: string; caseId?: string; institution?: string };
  }
}

/**
 * Asking for a status changes nothing, and its page may be framed by nobody; declining the digest takes a signed address,
 * and mail programs post to it.
 */
const FROM_ANYWHERE: ReadonlySet<Action> = new Set<Action>(["public.status", "public.unsubscribe"]);

async function authenticate(request: FastifyRequest): Promise<void> {
  const { services } = request.server;
  const { action } = request.routeOptions.config;
  if (action === undefined) return; // unknown addresses; a test proves that every route has one
  if (!FROM_ANYWHERE.has(action)) requireSameOrigin(request, services.config.PUBLIC_URL);
  const params = request.params as { id?: string } | null;
  const namesCase = request.routeOptions.url?.startsWith("/api/cases/:id") === true;
  const caseId = namesCase ? uuid(params?.id) : null;
  const token = request.cookies[sessionCookie(services.config)];
  if (may(undefined, action) && token === undefined) return;
  const asked = {
    tokenHash: token === undefined ? null : tokenHash(token),
    caseId,
    commandId: caseId === null ? null : uuid((request.body as { commandId?: unknown } | undefined)?.commandId),
  };
  if (asked.tokenHash === null) throw new ApiError(401, "UNAUTHENTICATED");
  const { person, head, earlier } = await readRequest(services.pool, asked);
  request.person = person;
  if (!may(person, action))
    throw person === undefined ? new ApiError(401, "UNAUTHENTICATED") : new ApiError(403, "FORBIDDEN");
  if (!namesCase) return;
  if (caseId !== null) request.audited.caseId = caseId;
  // A file out of reach and one that does not exist are the same answer.
  if (head === undefined || !may(person, action, { case: head })) throw notFound();
  request.caseHead = head;
  request.earlierCommand = earlier;
  const institution = person === undefined ? undefined : membershipFor(person, action, { case: head })?.institution;
  if (institution !== undefined) request.audited.institution = institution;
}

function uuid(value: unknown): string | null {
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : null;
}

function noteInAuditLog(request: FastifyRequest, reply: FastifyReply): void {
  const { audit } = request.routeOptions.config;
  if (audit === undefined) return;
  const { action, caseId, institution } = request.audited;
  request.server.services.audit.note({
    userId: request.person?.id ?? null,
    institutionId: institution ?? request.person?.memberships[0]?.institution ?? null,
    action: action ?? audit,
    caseId: caseId ?? null,
    outcome: request.refusal ?? (reply.statusCode < 400 ? "ok" : String(reply.statusCode)),
  });
}

/** The person signed in. @throws ApiError 401 without one. */
export function getPerson(request: FastifyRequest): Person {
  if (request.person === undefined) throw new ApiError(401, "UNAUTHENTICATED");
  return request.person;
}

/** The file that the request names, within the person's reach. @throws ApiError 404 without one. */
export function getCaseHead(request: FastifyRequest): CaseHead {
  if (request.caseHead === undefined) throw notFound();
  return request.caseHead;
}

export default fp(
  async (app) => {
    await app.register(cookie);
    app.decorateRequest("person", undefined);
    app.decorateRequest("caseHead", undefined);
    app.decorateRequest("earlierCommand", undefined);
    app.decorateRequest("audited", null as never);
    app.addHook("onRequest", async (request) => {
      request.audited = {};
    });
    app.addHook("preValidation", authenticate);
    app.addHook("onResponse", async (request, reply) => noteInAuditLog(request, reply));
  },
  { name: "dosar-authentication", dependencies: ["dosar-errors"] },
);
