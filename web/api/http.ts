/** One door to the API. Every failure becomes an `ApiError` whose body is the API's own answer. */
import type { ErrorBody } from "../../domain/case/view.ts";

/** An answer must come within this time, milliseconds; after it the person may send the same thing again. */
const PATIENCE_MS = 30_000;

let language = "ro";

/** The API's sentences come in this language. */
export function setRequestLanguage(chosen: string): void {
  language = chosen;
}

export function requestLanguage(): string {
  return language;
}

export class ApiError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = "ApiError";
    this.status = status;
    this.body = body;
  }

  /** The engine or the network did not answer: the same request may be sent again. */
  get isUnavailable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export function isApiError(error: unknown, status?: number): error is ApiError {
  return error instanceof ApiError && (status === undefined || error.status === status);
}

export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>(path, signal === undefined ? {} : { signal });
}

export async function post<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** What is answered as a document and not as JSON. */
export async function postForBlob(path: string, body: unknown): Promise<Blob> {
  const response = await asked(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new ApiError(response.status, errorBody(response, await readJson(response)));
  return await response.blob();
}

export async function put<Answer>(path: string, body: unknown): Promise<Answer> {
  return ask<Answer>(path, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export async function remove<Answer = unknown>(path: string): Promise<Answer> {
  return ask<Answer>(path, { method: "DELETE" });
}

/** Sends one file as the multipart field `file`. `patience`: for an answer that takes long, milliseconds. */
export async function upload<Answer>(path: string, file: File, patience?: number): Promise<Answer> {
  const form = new FormData();
  form.append("file", file);
  return ask<Answer>(path, { method: "POST", body: form }, patience);
}

async function ask<Answer>(path: string, init: RequestInit, patience?: number): Promise<Answer> {
  const response = await asked(path, init, patience);
  const body = await readJson(response);
  if (!response.ok) throw new ApiError(response.status, errorBody(response, body));
  return body as Answer; // the API answers by its own schemas
}

async function asked(path: string, init: RequestInit, patience = PATIENCE_MS): Promise<Response> {
  const signals = [AbortSignal.timeout(patience), ...(init.signal == null ? [] : [init.signal])];
  try {
    return await fetch(path, {
      ...init,
      credentials: "same-origin",
      headers: { accept: "application/json", "accept-language": language, ...(init.headers as Record<string, string>) },
      signal: AbortSignal.any(signals),
    });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new ApiError(0, { code: "UNREACHABLE", message: String(cause) });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorBody(response: Response, body: unknown): ErrorBody {
  if (typeof body === "object" && body !== null && "code" in body && "message" in body) return body as ErrorBody;
  return { code: `HTTP_${response.status}`, message: response.statusText };
}
