/** A corrected day of filing decides anew whether the patient was a minor (MOH-A21); the birth date itself stays sealed. */
import type { MohCommandFacts, MohCommandType } from "../../domain/moh/commands.ts";
import { isMinor } from "../../domain/people/age.ts";
import { isPlainDate } from "../../domain/plain-date.ts";
import { invalidField, notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { openFile } from "./open-seals.ts";
import type { CaseRow } from "./read-case.ts";
import type { ReadPayload } from "./read-payload.ts";

/** The act that files a dossier is the first of its case. */
const FILING = 1;

/** The payload with `minor` among its facts when it corrects the day of filing. @throws ApiError 422 for a day before the birth. */
export async function withMinority(
  { pool, keyring }: Services,
  caseId: string,
  type: MohCommandType,
  read: ReadPayload,
): Promise<ReadPayload> {
  if (type !== "correctDate") return read;
  const { corrects, field, newDate } = read.facts as unknown as MohCommandFacts["correctDate"];
  if (corrects !== FILING || field !== "occurredOn" || newDate === undefined) return read;
  const { rows } = await pool.query<Pick<CaseRow, "id" | "wrapped_key" | "subject_sealed">>({
    name: "subject-of-case",
    text: "SELECT id, wrapped_key, subject_sealed FROM cases WHERE id = $1",
    values: [caseId],
  });
  const [row] = rows;
  if (row === undefined) throw notFound();
  const birthDate = openFile(row, keyring).subject.patient["birthDate"];
  if (!isPlainDate(birthDate)) return read; // the key was destroyed: nobody's age can be told
  if (newDate < birthDate) throw invalidField("FILED_BEFORE_BIRTH", "newOccurredOn", { filedOn: newDate });
  return { ...read, facts: { ...read.facts, minor: isMinor(birthDate, newDate) } };
}
