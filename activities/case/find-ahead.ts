import type pg from "pg";
import type { Seq } from "../../domain/case/events.ts";
import type { CaseState } from "../../domain/case/state.ts";

/** The state of a case when its record holds more events than these. Reads only. */
export async function findAhead(
  pool: pg.Pool,
  { caseId, lastSeq }: { readonly caseId: string; readonly lastSeq: Seq },
): Promise<CaseState | null> {
  const { rows } = await pool.query<{ state: CaseState }>("SELECT state FROM cases WHERE id = $1 AND last_seq > $2", [
    caseId,
    lastSeq,
  ]);
  return rows[0]?.state ?? null;
}
