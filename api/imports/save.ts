/** A register that was read without a fault: kept, sealed, until somebody says that it is to be imported. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { sealedRow } from "../../domain/imports/row.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { seal } from "../../prisma/secrecy/keyring.ts";
import type { Membership, Person } from "../authorisation.ts";
import type { Services } from "../services.ts";
import type { BringableRow } from "./preview.ts";

const BATCH = 500;

/** Keeps the rows under a key of their own; what the same person read before and did not import is forgotten. @returns the id of the import. */
export async function saveImport(
  { pool, keyring }: Services,
  person: Person,
  dsp: Membership,
  rows: readonly BringableRow[],
): Promise<string> {
  const importId = randomUUID();
  const { key, wrapped } = keyring.newCaseKey();
  await inTransaction(pool, async (client) => {
    await forgetUnused(client, person, dsp);
    await client.query(
      "INSERT INTO file_imports (id, institution_id, by, role, state, wrapped_key) VALUES ($1, $2, $3, $4, 'ready', $5)",
      [importId, dsp.institution, person.id, dsp.role, wrapped],
    );
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH).map(({ row, caseId, legacyNumber, stage, ready }) => ({
        row,
        case_id: caseId,
        filing_id: ready.filing.commandId,
        legacy_number: legacyNumber,
        stage,
        sealed: seal(key, ready, sealedRow(importId, row)).toString("base64"),
      }));
      await client.query(
        `INSERT INTO file_import_rows (import_id, row, legacy_number, case_id, filing_id, state, stage, sealed)
         SELECT $1, r.row, r.legacy_number, r.case_id, r.filing_id, 'ready', r.stage, decode(r.sealed, 'base64')
         FROM jsonb_to_recordset($2) AS r(row int, case_id uuid, filing_id uuid, legacy_number text, stage text, sealed text)`,
        [importId, JSON.stringify(batch)],
      );
    }
  });
  return importId;
}

async function forgetUnused(client: pg.PoolClient, person: Person, dsp: Membership): Promise<void> {
  await client.query(
    `WITH unused AS (
       DELETE FROM file_imports WHERE institution_id = $1 AND by = $2 AND state = 'ready' RETURNING id
     )
     DELETE FROM file_import_rows r USING unused u WHERE r.import_id = u.id`,
    [dsp.institution, person.id],
  );
}
