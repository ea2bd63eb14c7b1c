/** The access codes of the files of an import, handed out once. Nothing keeps them: they follow from the master key. */
import { formatDate } from "../../domain/i18n/dates.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { ImportedCode } from "../../domain/imports/views.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { fullName, openFile } from "../cases/open-seals.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { BYTE_ORDER_MARK, csvLines } from "../spreadsheets/csv.ts";

/** A list that did not reach the printer can be asked for again for so long. */
const AGAIN_MINUTES = 15;

/** Notes that they are handed out now, unless they were. @throws ApiError 404 or 409. */
export async function handOutCodes(
  { pool, keyring }: Services,
  institutions: readonly string[],
  importId: string,
): Promise<ImportedCode[]> {
  const { rows: heads } = await pool.query<{ state: string; codesAt: Date | null; over: boolean }>(
    `SELECT state, codes_at AS "codesAt", coalesce(codes_at < now() - make_interval(mins => $3), false) AS over
     FROM file_imports WHERE id = $1 AND institution_id = ANY ($2)`,
    [importId, institutions, AGAIN_MINUTES],
  );
  const [head] = heads;
  if (head === undefined) throw notFound();
  if (head.state !== "done") throw new ApiError(409, "IMPORT_NOT_DONE");
  if (head.over) {
    const on = bucharestDate(head.codesAt ?? 0);
    throw new ApiError(409, "CODES_HANDED_OUT", {
      params: { at: { ro: formatDate(on, "ro"), en: formatDate(on, "en") } },
    });
  }
  await pool.query("UPDATE file_imports SET codes_at = now() WHERE id = $1 AND codes_at IS NULL", [importId]);
  const { rows } = await pool.query<{
    id: string;
    filing: string;
    number: string;
    legacy: string;
    wrapped_key: Buffer;
    subject_sealed: Buffer;
  }>(
    `SELECT c.id, r.filing_id AS filing, c.registration_number AS number, r.legacy_number AS legacy, c.wrapped_key, c.subject_sealed
     FROM file_import_rows r JOIN cases c ON c.id = r.case_id
     WHERE r.import_id = $1 AND r.state IN ('done', 'failed') ORDER BY r.row`,
    [importId],
  );
  return rows.map((row) => ({
    legacyNumber: row.legacy,
    registrationNumber: row.number,
    patient: fullName(openFile(row, keyring).subject),
    accessCode: keyring.accessCode(row.id, row.filing),
  }));
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  ro: ["Nr. registru", "Nr. Dosar", "Pacient", "Cod de acces"],
  en: ["Register number", "Dosar number", "Patient", "Access code"],
};

export function codesCsv(codes: readonly ImportedCode[], language: Language): string {
  const rows = codes.map(({ legacyNumber, registrationNumber, patient, accessCode }) => [
    legacyNumber,
    registrationNumber,
    patient,
    accessCode,
  ]);
  return BYTE_ORDER_MARK + csvLines([HEADINGS[language], ...rows]);
}
