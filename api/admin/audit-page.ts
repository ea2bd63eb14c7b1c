/** Who read and did what in an institution, newest first. */
import type pg from "pg";
import { z } from "zod";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, language, optional } from "../http/query.ts";

export const AuditQuery = z.strictObject({
  /** Only what concerned this file. */
  registrationNumber: optional(z.string().max(40)),
  cursor,
  lang: language,
});
export type AuditQuery = z.output<typeof AuditQuery>;

const PAGE = 50;
const Place = z.tuple([z.string().regex(/^\d{1,19}$/)]);

export interface AuditLine {
  readonly at: string;
  readonly person: string;
  readonly action: string;
  readonly outcome: string;
  readonly institution?: string;
  readonly caseId?: string;
  readonly registrationNumber?: string;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly name: string | null;
  readonly institution_id: string | null;
  readonly action: string;
  readonly case_id: string | null;
  readonly outcome: string;
  readonly registration_number: string | null;
}

export async function listAudit(
  pool: pg.Pool,
  institutions: readonly string[],
  { registrationNumber, cursor: after }: AuditQuery,
): Promise<{ items: AuditLine[]; nextCursor?: string }> {
  const { rows } = await pool.query<Row>(
    `SELECT a.id, a.at, u.name, a.institution_id, a.action, a.case_id, a.outcome, c.registration_number
     FROM audit_log a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN cases c ON c.id = a.case_id
     WHERE (a.institution_id = ANY ($1::text[]) OR c.home_id = ANY ($1::text[]))
       AND ($2::text IS NULL OR c.registration_number = $2) AND ($3::bigint IS NULL OR a.id < $3)
     ORDER BY a.id DESC LIMIT ${PAGE + 1}`,
    [institutions, registrationNumber?.toUpperCase() ?? null, after === undefined ? null : fromCursor(Place, after)[0]],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      at: row.at.toISOString(),
      person: row.name ?? "",
      action: row.action,
      outcome: row.outcome,
      ...(row.institution_id === null ? {} : { institution: row.institution_id }),
      ...(row.case_id === null ? {} : { caseId: row.case_id }),
      ...(row.registration_number === null ? {} : { registrationNumber: row.registration_number }),
    })),
    ...(rows.length > PAGE && last !== undefined ? { nextCursor: toCursor([last.id]) } : {}),
  };
}
