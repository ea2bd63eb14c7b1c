import type { ErrorBody } from "../../domain/case/view.ts";
import { errorSentence, type ErrorCode, type Params } from "../../domain/i18n/errors.ts";
import { missing, type FieldProblem } from "../../domain/i18n/field-problems.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { RuleId } from "../../domain/law/index.ts";

interface Details {
  readonly params?: Params;
  /** What the body says beside the code and its sentence, in the language of the caller. */
  readonly body?: (language: Language) => Omit<Partial<ErrorBody>, "code" | "message">;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A refusal with its code; the sentence is made at the edge, in the language of the caller. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly params: Params;
  readonly headers: Readonly<Record<string, string>>;
  private readonly body: Details["body"];

  constructor(status: number, code: ErrorCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.params = details.params ?? {};
    this.body = details.body;
    this.headers = {
      ...details.headers,
      ...(details.retryAfter === undefined ? {} : { "retry-after": String(details.retryAfter) }),
    };
  }

  toBody(language: Language): ErrorBody {
    return { code: this.code, message: errorSentence(this.code, this.params, language), ...this.body?.(language) };
  }
}

/** 422 with a sentence for each field. */
export function invalid(fields: (language: Language) => readonly FieldProblem[]): ApiError {
  return new ApiError(422, "VALIDATION", { body: (language) => ({ fields: fields(language) }) });
}

/** 422 about one field, whose sentence is that of the code. */
export function invalidField(code: ErrorCode, path: string, params: Params = {}, rule?: RuleId): ApiError {
  return new ApiError(422, code, {
    params,
    body: (language) => ({
      fields: [{ path, code, message: errorSentence(code, params, language), ...(rule === undefined ? {} : { rule }) }],
    }),
  });
}

/** 422: the field must be given. */
export function missingField(path: string): ApiError {
  return invalid((language) => [missing(path, language)]);
}

export function notFound(): ApiError {
  return new ApiError(404, "NOT_FOUND");
}

/** The engine or the database does not answer: the same request can be sent again. */
export function unavailable(cause?: unknown): ApiError {
  return new ApiError(503, "ENGINE_UNAVAILABLE", { retryAfter: 2, cause });
}
