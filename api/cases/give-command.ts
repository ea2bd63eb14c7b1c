/** The way of one command from its request to its case and back. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { CorrectContact } from "../../domain/commands/correct-contact.schema.ts";
import type { Actor } from "../../domain/case/events.ts";
import { standInOf } from "../../domain/people/absences.ts";
import type { CommandDefinition } from "../../domain/case/commands.ts";
import type { CaseView } from "../../domain/case/view.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { allowedCommands } from "../../domain/case/process.ts";
import { findCommandSchema, type AnyCommandSchema } from "../../domain/commands/index.schema.ts";
import { anyState, processOf } from "../../domain/processes.ts";
import { seal, sealedAs, unseal } from "../../prisma/secrecy/keyring.ts";
import { membershipFor, type Membership, type Person } from "../authorisation.ts";
import { CaseEnded, EngineBusy, EngineRefusal } from "../engine/case-engine.ts";
import { ApiError, notFound, unavailable } from "../http/api-error.ts";
import { awayToday } from "../people/absences.ts";
import { readRequest, type CaseHead, type EarlierCommand } from "../people/read-request.ts";
import type { Services } from "../services.ts";
import { presentCase } from "./case-view.ts";
import { checkUploads } from "./check-uploads.ts";
import { deskOf } from "./desks.ts";
import type { CommandEnvelope } from "./envelope.ts";
import { setDown } from "./intake.ts";
import type { Subject } from "./open-seals.ts";
import { findCase } from "./read-case.ts";
import { readPayload, type ReadPayload } from "./read-payload.ts";
import { mayGive, refusalError } from "./refusals.ts";
import { requestHash } from "./request-hash.ts";

/** Pauses before a command is given again to a case that is being resumed, in milliseconds. */
const RETRY_PAUSES_MS = [50, 150, 400, 1_000] as const;

export interface CommandRequest {
  readonly person: Person;
  readonly head: CaseHead;
  /** What was accepted before under the same command id. */
  readonly earlier: EarlierCommand | undefined;
  readonly envelope: CommandEnvelope;
}

interface Given {
  readonly type: string;
  readonly occurredOn: PlainDate;
  readonly actor: Membership;
  readonly read: ReadPayload;
  readonly hash: string;
}

/** Gives the command to its case. Idempotent by (case, command id). @returns the file as it then is. */
export async function giveCommand(services: Services, request: CommandRequest): Promise<CaseView> {
  const { person, head, envelope } = request;
  const { type } = envelope;
  const { schema, definition } = await knownCommand(services, request);
  const actor = membershipFor(person, "case.command", { case: head, command: definition });
  if (actor === undefined) throw new ApiError(403, "FORBIDDEN");
  const occurredOn = envelope.occurredOn ?? bucharestDate(services.now());
  const read = readPayload(head.process, schema, envelope.payload, occurredOn);
  const { lateReason } = envelope;
  const hash = requestHash(services.keyring, {
    type,
    occurredOn: envelope.occurredOn,
    lateReason,
    payload: read.payload,
  });
  const given: Given = { type, occurredOn, actor, read, hash };
  if (request.earlier === undefined) {
    await checkUploads(services.pool, head.caseId, read.facts);
    const desk = deskOf(head.process);
    const command = { head, type, envelope, occurredOn, read };
    const complete = { ...command, read: await desk.prepare(services, command) };
    if (read.sealed || lateReason !== undefined) await setDownPayload(services, request, given);
    await desk.carry(services, person.id, complete, () =>
      giveToCase(services, request, { ...given, read: complete.read }),
    );
  } else if (request.earlier.requestHash !== hash) {
    throw new ApiError(409, "COMMAND_ID_REUSED");
  }
  return await answerFrom(services, request, given);
}

async function knownCommand(
  services: Services,
  { person, head, envelope }: CommandRequest,
): Promise<{ schema: AnyCommandSchema; definition: CommandDefinition }> {
  const { type } = envelope;
  const process = processOf(head.process);
  const [definition, schema] = [process.findCommand(type), findCommandSchema(head.process, type)];
  if (schema !== undefined && definition !== undefined) return { schema, definition };
  const row = await findCase(services.pool, head.caseId);
  const allowed = row === undefined ? [] : allowedCommands(anyState(row.state), process).map((command) => command.type);
  const known = [...new Set(allowed)].filter((command) => mayGive(person, head, command));
  throw new ApiError(422, "UNKNOWN_COMMAND", {
    params: { command: type, known: known.join(", ") || "–" },
    body: () => ({ allowed: known }),
  });
}

async function setDownPayload(
  { pool, keyring }: Services,
  { person, head, envelope }: CommandRequest,
  { type, read, hash }: Given,
): Promise<void> {
  const { commandId, lateReason } = envelope;
  const key = keyring.unwrapCaseKey(head.wrappedKey);
  const typed = { payload: read.payload, ...(lateReason === undefined ? {} : { lateReason }) };
  const standing = await setDown(pool, {
    caseId: head.caseId,
    commandId,
    type,
    requestHash: hash,
    actorId: person.id,
    sealed: seal(key, typed, sealedAs.payload(head.caseId, commandId)),
    ...(type === "correctContact" ? { subjectSealed: await correctedSubject(pool, head, key, read.payload) } : {}),
  });
  if (standing !== undefined && standing !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
}

/** Patient and filer with the corrected address; the version that the command names keeps another correction from being lost. */
async function correctedSubject(pool: pg.Pool, { caseId }: CaseHead, key: Buffer, payload: unknown): Promise<Buffer> {
  const { whose, email } = CorrectContact.parse(payload);
  const { rows } = await pool.query<{ subject_sealed: Buffer }>("SELECT subject_sealed FROM cases WHERE id = $1", [
    caseId,
  ]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  const subject = unseal(key, row.subject_sealed, sealedAs.subject(caseId)) as Subject;
  return seal(key, { ...subject, [whose]: { ...subject[whose], email } }, sealedAs.subject(caseId));
}

async function giveToCase(services: Services, request: CommandRequest, given: Given): Promise<void> {
  const { person, head, envelope } = request;
  const { type, occurredOn, actor, read } = given;
  const command = {
    commandId: envelope.commandId,
    requestHash: given.hash,
    type,
    expectedVersion: envelope.expectedVersion,
    occurredOn,
    actor: await actorOf(services, request, actor),
    facts: read.facts,
  };
  for (const pause of [...RETRY_PAUSES_MS, undefined]) {
    try {
      await services.engine.give(head.caseId, command);
      return;
    } catch (error) {
      if (error instanceof EngineRefusal) throw await refusalError(services.pool, error.detail, person, head, type);
      if (error instanceof CaseEnded) throw await endedError(services, head);
      if (!(error instanceof EngineBusy)) throw error;
      if (pause === undefined) throw unavailable(error);
    }
    await sleep(pause);
    if (await wasAccepted(services, head.caseId, envelope.commandId)) return;
  }
}

/** Who acts; a colleague who has the work of the file's officer today acts in that officer's place. */
async function actorOf(
  { pool, now }: Services,
  { person, head }: CommandRequest,
  { institution, role }: Membership,
): Promise<Actor> {
  const actor = { userId: person.id, institution, role };
  if (institution !== head.homeId || person.id === head.officerId) return actor;
  const away = await awayToday(pool, [institution], bucharestDate(now()));
  return standInOf(head.officerId, away) === person.id ? { ...actor, inPlaceOf: head.officerId } : actor;
}

async function wasAccepted({ pool }: Services, caseId: string, commandId: string): Promise<boolean> {
  const { earlier } = await readRequest(pool, { tokenHash: null, caseId, commandId });
  return earlier !== undefined;
}

/** No workflow runs: the file is closed, or the engine has lost it and is being repaired. */
async function endedError(services: Services, { caseId }: CaseHead): Promise<ApiError> {
  const row = await findCase(services.pool, caseId);
  const outcome = row?.state.outcome;
  if (row === undefined || outcome === undefined) return unavailable();
  return new ApiError(409, "CASE_CLOSED", { params: { outcome }, body: () => ({ allowed: [], version: row.version }) });
}

/** The file, read after the commit. A different request that came first under the same id is told from this one. */
async function answerFrom(
  services: Services,
  { person, head, envelope }: CommandRequest,
  { hash }: Given,
): Promise<CaseView> {
  const row = await findCase(services.pool, head.caseId, envelope.commandId);
  if (row === undefined) throw notFound();
  if (row.request_hash !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
  return await presentCase(services, person, row);
}
