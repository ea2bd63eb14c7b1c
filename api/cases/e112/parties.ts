/** The parties of a claim and of its settlement against the people of the file, whose names are sealed. */
import { namesPatient } from "../../../domain/e112/settlement.ts";
import { notFound } from "../../http/api-error.ts";
import type { Services } from "../../services.ts";
import { openFile } from "../open-seals.ts";
import type { CaseRow } from "../read-case.ts";
import type { ReadPayload } from "../read-payload.ts";

/** The payload with whether both parties are institutions among its facts: no money goes to the patient (E112-85). */
export async function withParties(
  { pool, keyring }: Services,
  caseId: string,
  type: string,
  read: ReadPayload,
): Promise<ReadPayload> {
  if (type !== "receiveInvoice" && type !== "settleInvoice") return read;
  const { from, to } = read.payload as { readonly from: string; readonly to: string };
  const { rows } = await pool.query<Pick<CaseRow, "id" | "wrapped_key" | "subject_sealed">>({
    name: "people-of-case",
    text: "SELECT id, wrapped_key, subject_sealed FROM cases WHERE id = $1",
    values: [caseId],
  });
  const [row] = rows;
  if (row === undefined) throw notFound();
  const { patient, filer } = openFile(row, keyring).subject;
  const isPerson = [from, to].some((party) => namesPatient(party, [patient, filer]));
  return { ...read, facts: { ...read.facts, betweenInstitutions: !isPerson } };
}
