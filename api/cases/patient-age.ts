/** What a command's facts say of the patient's age: the birth date itself stays sealed. */
import type { MohCommandFacts } from "../../domain/moh/commands.ts";
import { isMinor } from "../../domain/people/age.ts";
import { completedYears, isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { invalidField, notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { openFile } from "./open-seals.ts";
import type { CaseRow } from "./read-case.ts";
import type { ReadPayload } from "./read-payload.ts";

/** The act that files a dossier is the first of its case. */
const FILING = 1;

/**
 * The payload with what the birth date decides among its facts: `minor` when the day of filing is corrected (MOH-A21),
 * `ageOnDeparture` when companions are settled (MOH-85, MOH-A22). @throws ApiError 422 for a day before the birth.
 */
export async function withAge(
  services: Services,
  caseId: string,
  type: string,
  read: ReadPayload,
): Promise<ReadPayload> {
  if (type === "settleCompanions") {
    const { birthDate, departedOn } = await datesOfPatient(services, caseId);
    if (birthDate === undefined || departedOn === undefined) return read;
    return { ...read, facts: { ...read.facts, ageOnDeparture: completedYears(birthDate, departedOn) } };
  }
  if (type !== "correctDate") return read;
  const { corrects, field, newDate } = read.facts as unknown as MohCommandFacts["correctDate"];
  if (corrects !== FILING || field !== "occurredOn" || newDate === undefined) return read;
  const { birthDate } = await datesOfPatient(services, caseId);
  if (birthDate === undefined) return read;
  if (newDate < birthDate) throw invalidField("FILED_BEFORE_BIRTH", "newOccurredOn", { filedOn: newDate });
  return { ...read, facts: { ...read.facts, minor: isMinor(birthDate, newDate) } };
}

/** The payload with `minor` among its facts: whether the patient is a child on this day. */
export async function withMinority(
  services: Services,
  caseId: string,
  on: PlainDate,
  read: ReadPayload,
): Promise<ReadPayload> {
  const { birthDate } = await datesOfPatient(services, caseId);
  return birthDate === undefined ? read : { ...read, facts: { ...read.facts, minor: isMinor(birthDate, on) } };
}

interface PatientDates {
  /** Undefined when the key was destroyed: nobody's age can be told. */
  readonly birthDate: PlainDate | undefined;
  readonly departedOn: PlainDate | undefined;
}

async function datesOfPatient({ pool, keyring }: Services, caseId: string): Promise<PatientDates> {
  const { rows } = await pool.query<
    Pick<CaseRow, "id" | "wrapped_key" | "subject_sealed"> & { departed_on: PlainDate | null }
  >({
    name: "subject-of-case",
    text: `SELECT id, wrapped_key, subject_sealed,
        state->'acts'->(state->'facts'->'departure'->>'act')->'dates'->>'occurredOn' AS departed_on
      FROM cases WHERE id = $1`,
    values: [caseId],
  });
  const [row] = rows;
  if (row === undefined) throw notFound();
  const birthDate = openFile(row, keyring).subject.patient["birthDate"];
  return { birthDate: isPlainDate(birthDate) ? birthDate : undefined, departedOn: row.departed_on ?? undefined };
}
