import type pg from "pg";
import type { FiledDocument } from "../../domain/moh/documents.ts";
import { invalidField } from "../http/api-error.ts";

/** @throws ApiError 422 for a document that names an upload which this file does not have. */
export async function checkUploads(
  pool: pg.Pool,
  caseId: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const documents = (facts["documents"] ?? []) as readonly FiledDocument[];
  const named = documents.flatMap(({ upload }) => upload ?? []);
  if (named.length === 0) return;
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM uploads WHERE case_id = $1 AND id = ANY ($2::uuid[])",
    [caseId, named],
  );
  const missing = documents.findIndex(
    ({ upload }) => upload !== undefined && !rows.some(({ id }) => id === upload.toLowerCase()),
  );
  if (missing >= 0) throw invalidField("UNKNOWN_UPLOAD", `documents.${missing}.upload`);
}
