/** The passage to the Ministry's route (E112-05): to which DSP, and whether the person may ask for anything there. */
import type pg from "pg";
import type { Text } from "../../../domain/case/commands.ts";
import { lastAct } from "../../../domain/case/state.ts";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { factsOf } from "../../../domain/e112/commands.ts";
import { COUNTIES } from "../../../domain/people/counties.ts";
import { sealedAs, unseal } from "../../../prisma/secrecy/keyring.ts";
import { invalidField, notFound } from "../../http/api-error.ts";
import type { Services } from "../../services.ts";
import type { CommandToGive } from "../desk.ts";
import { refuseBarred } from "../moh/bars.ts";
import type { KnownPerson } from "../person-index.ts";
import type { E112Row } from "../read-case.ts";
import type { ReadPayload } from "../read-payload.ts";

const TYPE = "moveToMinistryRoute";

/**
 * The payload with the DSP of the patient's county of domicile among its facts (MOH-10, MOH-A24), where the file goes on.
 * @throws ApiError 409 when the person is barred (MOH-98), 422 when another DSP is named or none is there.
 */
export async function withDirectorate(
  services: Services,
  { head, type, read }: Pick<CommandToGive, "head" | "type" | "read">,
): Promise<ReadPayload> {
  if (type !== TYPE) return read;
  const patient = await patientOf(services, head.caseId);
  const right = await directorateOf(services, patient.domicileCounty);
  const { dsp: named = right.id } = read.facts;
  if (named !== right.id) {
    throw invalidField("WRONG_COUNTY", "dsp", { right: right.name, institution: String(named) }, "MOH-10");
  }
  await refuseBarred(services.pool, services.keyring, patient);
  return { ...read, facts: { ...read.facts, dsp: right.id } };
}

/** The DSP at which the file that it goes on as is being opened; nothing once it is there, or when it has not passed. */
export async function beingOpened(
  pool: pg.Pool,
  { state, linked }: Pick<E112Row, "state" | "linked">,
): Promise<Pick<E112CaseView, "linked">> {
  const passed = lastAct(state, TYPE);
  const dsp = passed === undefined ? undefined : factsOf(passed, TYPE).dsp;
  if (dsp === undefined || linked !== null) return {};
  const { rows } = await pool.query<Text>("SELECT name_ro AS ro, name_en AS en FROM institutions WHERE id = $1", [dsp]);
  return { linked: { process: "moh", institution: dsp, institutionName: rows[0] ?? { ro: dsp, en: dsp } } };
}

interface Patient extends KnownPerson {
  readonly domicileCounty: keyof typeof COUNTIES;
}

async function patientOf({ pool, keyring }: Services, caseId: string): Promise<Patient> {
  const { rows } = await pool.query<{ subject_sealed: Buffer; wrapped_key: Buffer }>(
    "SELECT subject_sealed, wrapped_key FROM cases WHERE id = $1",
    [caseId],
  );
  const [row] = rows;
  if (row === undefined || row.wrapped_key.length === 0) throw notFound();
  const key = keyring.unwrapCaseKey(row.wrapped_key);
  return (unseal(key, row.subject_sealed, sealedAs.subject(caseId)) as { readonly patient: Patient }).patient;
}

/** A DSP without a commission opens no file. */
async function directorateOf(
  { pool }: Services,
  county: keyof typeof COUNTIES,
): Promise<{ readonly id: string; readonly name: Text }> {
  const { rows } = await pool.query<{ id: string } & Text>(
    `SELECT id, name_ro AS ro, name_en AS en FROM institutions
     WHERE kind = 'dsp' AND county = $1 AND cst_id IS NOT NULL ORDER BY id`,
    [county],
  );
  const [found] = rows;
  if (found === undefined) throw invalidField("NO_DSP_OF_COUNTY", "dsp", { county: COUNTIES[county] }, "MOH-10");
  return { id: found.id, name: { ro: found.ro, en: found.en } };
}
