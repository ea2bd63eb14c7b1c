/** The one place where failures become HTTP answers. A 5xx never shows its insides. */
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { CalendarRangeError, InvalidTermError } from "../../domain/calendar/working-calendar.ts";
import { RuleError } from "../../domain/law/index.ts";
import { EngineUnavailable } from "../engine/case-engine.ts";
import { ApiError, invalidField, notFound, unavailable } from "./api-error.ts";
import { languageOf } from "./language.ts";
import { InvalidRequest, refused } from "./validation.ts";

/** PostgreSQL does not answer: connection (08), resources (53), shutdown (57P), and what the driver says of its own. */
const DATABASE_AWAY = /^(08|53|57P)/;
const NETWORK_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);

const FASTIFY_CODES: Readonly<Record<string, () => ApiError>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: () => new ApiError(400, "MALFORMED_JSON"),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new ApiError(400, "MALFORMED_JSON"),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new ApiError(400, "BAD_REQUEST"),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new ApiError(413, "BODY_TOO_LARGE"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new ApiError(415, "UNSUPPORTED_MEDIA_TYPE"),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => new ApiError(415, "UNSUPPORTED_MEDIA_TYPE"),
  FST_FILES_LIMIT: () => new ApiError(413, "BODY_TOO_LARGE"),
  FST_PARTS_LIMIT: () => new ApiError(413, "BODY_TOO_LARGE"),
  FST_FIELDS_LIMIT: () => new ApiError(413, "BODY_TOO_LARGE"),
};

/** What any failure is to the caller. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof InvalidRequest) return refused(error.issues, error.input);
  if (error instanceof EngineUnavailable) return unavailable(error);
  if (error instanceof CalendarRangeError) {
    return invalidField("CALENDAR_RANGE", "from", { firstYear: error.firstYear, lastYear: error.lastYear });
  }
  if (error instanceof InvalidTermError) return invalidField("INVALID_TERM", "workingDays", { most: "…" });
  if (error instanceof RuleError) return invalidField(error.code, "rule", { rule: error.rule });
  if (error instanceof SyntaxError && "statusCode" in error) return new ApiError(400, "MALFORMED_JSON");
  const code = codeOf(error);
  if (code !== undefined && Object.hasOwn(FASTIFY_CODES, code)) return FASTIFY_CODES[code]?.() ?? notFound();
  if (isDatabaseAway(error, code)) return unavailable(error);
  const status = (error as Partial<FastifyError> | null)?.statusCode;
  if (status !== undefined && status >= 400 && status < 500) return new ApiError(400, "BAD_REQUEST");
  return new ApiError(500, "INTERNAL", { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

function isDatabaseAway(error: unknown, code: string | undefined): boolean {
  if (code !== undefined && (NETWORK_AWAY.has(code) || DATABASE_AWAY.test(code))) return true;
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

/** Answers a failure; a page has its own answer. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = noteError(error, request);
  void reply
    .code(refusal.status)
    .headers({ ...refusal.headers, "cache-control": "no-store" })
    .type("application/json; charset=utf-8")
    .send(refusal.toBody(languageOf(request)));
}

/** The refusal behind a failure; what the program did wrong is logged, once. */
export function noteError(error: unknown, request: FastifyRequest): ApiError {
  const refusal = toApiError(error);
  request.refusal = refusal.code;
  if (refusal.status >= 500) {
    request.log.error({ err: refusal.cause ?? error, route: request.routeOptions.url }, refusal.code);
  }
  return refusal;
}

export default fp(
  async (app) => {
    app.decorateRequest("refusal", undefined);
    app.setErrorHandler(answerError);
  },
  { name: "dosar-errors" },
);

declare module "fastify" {
  interface FastifyRequest {
    /** The code of the refusal that was answered, for the audit log. */
    refusal: string | undefined;
  }
}
