/** What the API answered to a command that it did not take, in the words of the forms. */
import type { ErrorBody } from "../../domain/case/view.ts";
import { ApiError } from "../api/http.ts";

export type CommandAnswer =
  /** 422: what is wrong, field by field. */
  | { readonly kind: "invalid"; readonly message: string; readonly fields: readonly FieldError[] }
  /** 409 STALE_VERSION: others acted since; the same may be sent on the new version if it is still allowed. */
  | { readonly kind: "stale"; readonly message: string; readonly changes: Changes }
  /** 409 of another kind: the act is not possible now. */
  | { readonly kind: "conflict"; readonly message: string }
  /** No answer in time: nothing typed is lost, the same request may be sent again. */
  | { readonly kind: "unavailable" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "failed"; readonly message: string };

type Changes = NonNullable<ErrorBody["changes"]>;

export interface FieldError {
  /** Path in the payload, `occurredOn` or `lateReason`. */
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
}

/** The answer that a failed request stands for. */
export function answerOf(error: unknown): CommandAnswer {
  if (!(error instanceof ApiError)) return { kind: "failed", message: String(error) };
  const { status, body } = error;
  if (error.isUnavailable) return { kind: "unavailable" };
  if (status === 401) return { kind: "signed-out" };
  if (status === 409 && body.code === "STALE_VERSION") {
    return { kind: "stale", message: body.message, changes: body.changes ?? [] };
  }
  if (status === 409) return { kind: "conflict", message: body.message };
  if (status === 422 || status === 400) {
    return { kind: "invalid", message: body.message, fields: (body.fields ?? []).map(toFieldError) };
  }
  return { kind: "failed", message: body.message };
}

function toFieldError({ path, message, rule }: NonNullable<ErrorBody["fields"]>[number]): FieldError {
  return { path: normalPath(path), message, ...(rule === undefined ? {} : { rule }) };
}

/** `payload.minutes.clinics[0].name` and `/payload/minutes/clinics/0/name` as `minutes.clinics.0.name`. */
export function normalPath(path: string): string {
  return path
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .replaceAll("/", ".")
    .replace(/^\.+/, "")
    .replace(/^(body\.)?(payload\.)?/, "");
}
