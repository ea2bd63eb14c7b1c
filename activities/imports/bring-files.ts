/** The rows of a register on their way to becoming files. What is left to do stands in `file_import_rows`. */
import { Context } from "@temporalio/activity";
import type pg from "pg";
import type { Command, Refusal } from "../../domain/case/commands.ts";
import { INHERITED_REASON, sealedRow, type ReadyAct, type ReadyRow } from "../../domain/imports/row.ts";
import type { Role } from "../../domain/people/roles.ts";
import { seal, sealedAs, unseal, type Keyring } from "../../prisma/secrecy/keyring.ts";
import type { EngineCalls } from "../engine-calls.ts";
import type { ImportActivities } from "../import-activities.ts";

/** Files that are opened at the same time: officers' commands find room beside them. */
const AT_ONCE = 8;
const PAGE = 100;

export interface ImportDependencies {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly engine: EngineCalls;
}

export function importActivities(dependencies: ImportDependencies): ImportActivities {
  const { pool, engine } = dependencies;
  return {
    async beginImport(importId) {
      const { rowCount } = await pool.query(
        `UPDATE file_imports SET state = 'running', started_at = coalesce(started_at, now())
         WHERE id = $1 AND state IN ('saved', 'running')`,
        [importId],
      );
      return rowCount === 1;
    },
    bringRows: (importId) => bringRows(dependencies, importId),
    async finishImport(importId) {
      await pool.query(
        "UPDATE file_imports SET state = 'done', finished_at = now(), wrapped_key = NULL WHERE id = $1 AND state = 'running'",
        [importId],
      );
    },
    async startImports() {
      const { rows } = await pool.query<{ id: string }>(
        "SELECT id FROM file_imports WHERE state IN ('saved', 'running') ORDER BY at",
      );
      for (const { id } of rows) await engine.startImport(id);
    },
  };
}

interface ImportHead {
  readonly wrapped_key: Buffer;
  readonly by: string;
  readonly institution: string;
  readonly role: Role;
}

interface RowToBring {
  readonly row: number;
  readonly case_id: string;
  readonly sealed: Buffer;
}

async function bringRows(
  dependencies: ImportDependencies,
  importId: string,
): ReturnType<ImportActivities["bringRows"]> {
  const { pool, keyring } = dependencies;
  const head = await getHead(pool, importId);
  const key = keyring.unwrapCaseKey(head.wrapped_key);
  const { rows } = await pool.query<RowToBring>(
    `SELECT row, case_id, sealed FROM file_import_rows WHERE import_id = $1 AND state = 'ready' ORDER BY row LIMIT ${PAGE}`,
    [importId],
  );
  const waiting = [...rows];
  async function work(): Promise<void> {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      Context.current().heartbeat();
      const ready = unseal(key, row.sealed, sealedRow(importId, row.row)) as ReadyRow;
      await bring(dependencies, importId, head, row, ready);
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = workers.find((worker) => worker.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const { rows: counted } = await pool.query<{ left: number }>(
    "SELECT count(*)::int AS left FROM file_import_rows WHERE import_id = $1 AND state = 'ready'",
    [importId],
  );
  return { left: counted[0]?.left ?? 0 };
}

/** The import with the person whose acts its files get, in the part in which that person imports. */
async function getHead(pool: pg.Pool, importId: string): Promise<ImportHead> {
  const { rows } = await pool.query<ImportHead>(
    `SELECT i.wrapped_key, i.by, i.institution_id AS institution, i.role FROM file_imports i
     WHERE i.id = $1 AND i.wrapped_key IS NOT NULL`,
    [importId],
  );
  const [head] = rows;
  if (head === undefined) throw new RangeError(`there is no import ${importId} to carry out`);
  return head;
}

async function bring(
  dependencies: ImportDependencies,
  importId: string,
  head: ImportHead,
  row: RowToBring,
  ready: ReadyRow,
): Promise<void> {
  const { pool, engine } = dependencies;
  const standing = await filingOf(pool, row.case_id);
  if (standing !== undefined && standing !== ready.filing.commandId + ready.filing.requestHash) {
    await note(pool, importId, row.row, "there");
    return;
  }
  if (standing === undefined) await setDown(dependencies, head, row.case_id, ready);
  const command = (act: ReadyAct): Command => commandOf(act, head);
  const { process = "moh" } = ready;
  const file = { process, caseId: row.case_id, filing: command(ready.filing), inherited: ready.acts.map(command) };
  // A worker that stops does not wait for files that it would have to open itself.
  const stopped = await Promise.race([engine.bring(file), Context.current().cancelled]);
  // Of two imports at once that bring the same number, the first one opens the file.
  const isOurs = (await filingOf(pool, row.case_id)) === ready.filing.commandId + ready.filing.requestHash;
  if (!isOurs) await note(pool, importId, row.row, "there");
  else if (stopped === undefined) await note(pool, importId, row.row, "done");
  else await note(pool, importId, row.row, "failed", problemOf(ready, stopped));
}

/** The command that filed the case, and what it said; undefined while there is none. */
async function filingOf(pool: pg.Pool, caseId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ filing: string }>(
    "SELECT command_id || request_hash AS filing FROM commands WHERE case_id = $1 AND version = 1",
    [caseId],
  );
  return rows[0]?.filing;
}

function commandOf({ commandId, requestHash, type, occurredOn, facts }: ReadyAct, head: ImportHead): Command {
  const actor = { userId: head.by, institution: head.institution, role: head.role };
  return { commandId, requestHash, type, expectedVersion: 0, occurredOn, actor, facts };
}

function problemOf({ acts }: ReadyRow, { commandId, refusal }: { commandId: string; refusal: Refusal }): unknown {
  return { type: acts.find((act) => act.commandId === commandId)?.type ?? "", ...refusal };
}

// All of a file's in one statement: either it is there with one key, or none of it is.
const SET_DOWN = `
  INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
  SELECT $1, a.id, a.type, a.hash, $2, decode(a.sealed, 'base64'), a.opening, decode(a.wrapped, 'base64'),
    decode(a.subject, 'base64')
  FROM jsonb_to_recordset($3) AS a(id uuid, type text, hash text, sealed text, opening jsonb, wrapped text, subject text)
  WHERE NOT EXISTS (SELECT FROM intake i WHERE i.case_id = $1)
  ON CONFLICT (case_id, command_id) DO NOTHING`;

async function setDown(
  { pool, keyring }: ImportDependencies,
  head: ImportHead,
  caseId: string,
  { filing, acts, opening, subject }: ReadyRow,
): Promise<void> {
  const { key, wrapped } = keyring.newCaseKey();
  const entries = [filing, ...acts].map(({ commandId, type, requestHash, payload }) => ({
    id: commandId,
    type,
    hash: requestHash,
    sealed: seal(key, { payload, lateReason: INHERITED_REASON.ro }, sealedAs.payload(caseId, commandId)).toString(
      "base64",
    ),
    ...(commandId === filing.commandId
      ? {
          opening,
          wrapped: wrapped.toString("base64"),
          subject: seal(key, subject, sealedAs.subject(caseId)).toString("base64"),
        }
      : {}),
  }));
  await pool.query({ name: "set-down-row", text: SET_DOWN, values: [caseId, head.by, JSON.stringify(entries)] });
}

async function note(
  pool: pg.Pool,
  importId: string,
  row: number,
  state: "done" | "there" | "failed",
  problem?: unknown,
): Promise<void> {
  await pool.query(
    "UPDATE file_import_rows SET state = $3, problem = $4, sealed = NULL WHERE import_id = $1 AND row = $2",
    [importId, row, state, problem === undefined ? null : JSON.stringify(problem)],
  );
}
