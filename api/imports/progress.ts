/** The imports of an institution and how far each is. */
import type pg from "pg";
import { errorSentence, type ErrorCode, type Params } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { FailedRow, ImportProgress, ImportState } from "../../domain/imports/views.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import { stageTitle, wordsOf } from "../../domain/process-words.ts";
import { notFound } from "../http/api-error.ts";
import { registerOfHouse } from "./registers.ts";

const LISTED = 20;

const READ = `
  SELECT i.id, i.institution_id AS institution, h.kind, u.name AS by, i.at, i.state, i.finished_at, i.codes_at,
    count(r.row)::int AS rows, count(r.row) FILTER (WHERE r.state = 'done')::int AS done,
    count(r.row) FILTER (WHERE r.state = 'there')::int AS there,
    coalesce(json_agg(json_build_object('row', r.row, 'legacyNumber', r.legacy_number, 'caseId', r.case_id, 'problem', r.problem)
      ORDER BY r.row) FILTER (WHERE r.state = 'failed'), '[]') AS failed,
    (SELECT coalesce(json_agg(s), '[]') FROM (SELECT stage, count(*)::int AS files FROM file_import_rows
       WHERE import_id = i.id AND state IN ('ready', 'done') GROUP BY stage) s) AS stages
  FROM file_imports i JOIN users u ON u.id = i.by JOIN institutions h ON h.id = i.institution_id LEFT JOIN file_import_rows r ON r.import_id = i.id
  WHERE i.institution_id = ANY ($1) AND ($2::uuid IS NULL OR i.id = $2)
  GROUP BY i.id, u.name, h.kind ORDER BY i.at DESC LIMIT ${LISTED}`;

interface Row {
  readonly id: string;
  readonly institution: string;
  readonly kind: InstitutionKind;
  readonly by: string;
  readonly at: Date;
  readonly state: ImportState;
  readonly finished_at: Date | null;
  readonly codes_at: Date | null;
  readonly rows: number;
  readonly done: number;
  readonly there: number;
  readonly failed: readonly (Omit<FailedRow, "message"> & { readonly problem: Problem })[];
  readonly stages: readonly { readonly stage: string; readonly files: number }[];
}

interface Problem {
  readonly type: string;
  readonly code: ErrorCode;
  readonly params?: Params;
}

/** Newest first. */
export async function listImports(
  pool: pg.Pool,
  institutions: readonly string[],
  language: Language,
): Promise<ImportProgress[]> {
  const { rows } = await pool.query<Row>(READ, [institutions, null]);
  return rows.filter(({ state }) => state !== "ready").map((row) => progressOf(row, language));
}

/** @throws ApiError 404 for an import that is none, or another institution's. */
export async function getImport(
  pool: pg.Pool,
  institutions: readonly string[],
  importId: string,
  language: Language,
): Promise<ImportProgress> {
  const { rows } = await pool.query<Row>(READ, [institutions, importId]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return progressOf(row, language);
}

function progressOf(row: Row, language: Language): ImportProgress {
  const { id, institution, kind, by, at, state, rows, done, there, failed, stages, finished_at, codes_at } = row;
  const process = registerOfHouse(kind)?.process ?? "moh";
  const order = Object.keys(wordsOf(process).stages);
  return {
    id,
    institution,
    by,
    at: at.toISOString(),
    state,
    rows,
    done,
    there,
    failed: failed.map(({ problem: { type, code, params = {} }, ...where }) => {
      const why = { ro: errorSentence(code, params, "ro"), en: errorSentence(code, params, "en") };
      return { ...where, message: errorSentence("ROW_FAILED", { type, why }, language) };
    }),
    stages: stages
      .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
      .map(({ stage, files }) => ({ stage, title: stageTitle(process, stage), files })),
    ...(finished_at === null ? {} : { finishedAt: finished_at.toISOString() }),
    ...(codes_at === null ? {} : { codesAt: codes_at.toISOString() }),
  };
}
