/** What was typed, sealed and set down before its case hears of it. */
import type pg from "pg";
import type { Opening } from "../../domain/case/opening.ts";

export interface Intake {
  readonly caseId: string;
  readonly commandId: string;
  readonly type: string;
  readonly requestHash: string;
  readonly actorId: string;
  readonly sealed: Buffer;
  readonly opening?: Opening;
  readonly wrappedKey?: Buffer;
  readonly subjectSealed?: Buffer;
}

const INSERT = `
  WITH added AS (
    INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (case_id, command_id) DO NOTHING RETURNING request_hash
  )
  SELECT request_hash FROM added
  UNION ALL SELECT request_hash FROM intake WHERE case_id = $1 AND command_id = $2`;

/**
 * Idempotent by (case, command id). @returns the request hash that stands under this command id: the one given, or that
 * of another request which came first; undefined when that one was taken by its case in the same moment.
 */
export async function setDown(pool: pg.Pool, intake: Intake): Promise<string | undefined> {
  const { rows } = await pool.query<{ request_hash: string }>({
    name: "intake",
    text: INSERT,
    values: [
      intake.caseId,
      intake.commandId,
      intake.type,
      intake.requestHash,
      intake.actorId,
      intake.sealed,
      intake.opening === undefined ? null : JSON.stringify(intake.opening),
      intake.wrappedKey ?? null,
      intake.subjectSealed ?? null,
    ],
  });
  return rows[0]?.request_hash;
}
