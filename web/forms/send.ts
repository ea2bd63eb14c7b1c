/** Sends a command and keeps the draft until it is accepted. */
import { createContext } from "react";
import type { CaseView } from "../../domain/case/view.ts";
import { isApiError, post } from "../api/http.ts";
import { caseQuery, queryClient, sessionQuery } from "../api/queries.ts";
import { answerOf, type CommandAnswer } from "./answer.ts";
import type { Draft, DraftHandle } from "./drafts.ts";

/** The versions that came from this window's own commands, so that the page can tell the others'. */
const ownVersions = new Map<string, number>();

export function isOwnVersion(caseId: string, version: number): boolean {
  return ownVersions.get(caseId) === version;
}

export interface CommandRequest {
  readonly expectedVersion: number;
  readonly type: string;
  readonly occurredOn: string;
  readonly lateReason?: string;
  readonly payload: unknown;
}

/**
 * Sends a request once, however often it is asked to while it is on its way. The same request sent again carries the
 * same `commandId`, which is the API's idempotency key; a changed one carries a new id.
 * @returns the answer when the request was refused or lost; undefined when it was accepted.
 */
export async function sendOnce<Answer>(
  handle: DraftHandle,
  request: object,
  send: (body: { readonly commandId: string }) => Promise<Answer>,
): Promise<{ accepted: Answer } | { refused: CommandAnswer } | undefined> {
  let attempt: NonNullable<Draft["attempt"]> | undefined;
  handle.change((draft) => {
    if (draft.sending === true) return {};
    const fingerprint = JSON.stringify(request);
    attempt = draft.attempt?.fingerprint === fingerprint ? draft.attempt : { fingerprint, commandId: newId() };
    return { sending: true, attempt };
  });
  if (attempt === undefined) return undefined;
  try {
    const accepted = await send({ commandId: attempt.commandId, ...request });
    handle.discard();
    return { accepted };
  } catch (error) {
    const refused = answerOf(error);
    handle.change({ sending: false, answer: refused });
    if (isApiError(error, 401)) queryClient.setQueryData(sessionQuery.queryKey, null);
    return { refused };
  }
}

/** What the page around them lets forms do: send to the file, with scans, unless it says otherwise. */
export interface Desk {
  send: typeof sendCommand;
  readonly takesScans: boolean;
}
export const DeskContext = createContext<Desk>({ send: (...given) => sendCommand(...given), takesScans: true });

/** Gives a command to a file. What the file became is shown at once; what others changed meanwhile is fetched. */
export async function sendCommand(
  handle: DraftHandle,
  caseId: string,
  request: CommandRequest,
): Promise<{ accepted: CaseView } | { refused: CommandAnswer } | undefined> {
  const path = `/api/cases/${encodeURIComponent(caseId)}/commands`;
  const result = await sendOnce(handle, request, (body) => post<CaseView>(path, body));
  const { queryKey } = caseQuery(caseId);
  if (result === undefined) return undefined;
  if ("accepted" in result) {
    ownVersions.set(caseId, result.accepted.version);
    queryClient.setQueryData(queryKey, result.accepted);
    void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    void queryClient.invalidateQueries({ queryKey: ["cases"] });
  } else if (result.refused.kind === "stale" || result.refused.kind === "conflict") {
    await queryClient.invalidateQueries({ queryKey });
    const isAllowed = queryClient
      .getQueryData(queryKey)
      ?.allowedCommands.some((command) => command.type === request.type);
    if (isAllowed === false && !handle.draft.touched) handle.discard(); // nothing was typed that could be lost
  }
  return result;
}

/** A random UUID. `randomUUID` is missing where the pages are reached over plain HTTP by a name other than localhost. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
