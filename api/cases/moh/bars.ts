/** The bar of MOH-98: whoever missed the check after a treatment gets no other request approved, in any county, until a person lifts it. */
import type pg from "pg";
import type { Text } from "../../../domain/case/commands.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { Keyring } from "../../../prisma/secrecy/keyring.ts";
import { ApiError } from "../../http/api-error.ts";
import { personIndexes, type KnownPerson } from "../person-index.ts";

interface BarRow {
  readonly registration_number: string;
  readonly name_ro: string;
  readonly name_en: string;
  /** The date of the act that set it. */
  readonly since: PlainDate | null;
}

const BAR = `
  SELECT c.registration_number, i.name_ro, i.name_en,
    c.state->'acts'->(c.state->'facts'->'bar'->>'set')->'dates'->>'occurredOn' AS since
  FROM cases c JOIN institutions i ON i.id = c.home_id`;

/** By the CNP; by name and birth date when one of the two files has none. */
const OF_PERSON = `${BAR}
  WHERE c.barred AND (c.cnp_index = $2 OR (c.person_index = $1 AND ($2::text IS NULL OR c.cnp_index IS NULL)))
  ORDER BY c.opened_at DESC LIMIT 1`;

/** As above, set by another file of the patient of this one. */
const OF_PATIENT = `${BAR} JOIN cases own ON own.id = $1 AND own.id <> c.id
  WHERE c.barred AND (c.cnp_index = own.cnp_index
    OR (c.person_index = own.person_index AND (own.cnp_index IS NULL OR c.cnp_index IS NULL)))
  ORDER BY c.opened_at DESC LIMIT 1`;

/** @throws ApiError 409 with the reason, and who may lift it, when the person is barred (MOH-98, decision 12). */
export async function refuseBarred(pool: pg.Pool, keyring: Keyring, patient: KnownPerson): Promise<void> {
  const { personIndex, cnpIndex = null } = personIndexes(keyring, patient);
  refuse(await pool.query<BarRow>({ name: "bar-of-person", text: OF_PERSON, values: [personIndex, cnpIndex] }));
}

/** A request that was open when the bar was set is not approved either. @throws as `refuseBarred`. */
export async function refuseBarredApproval(
  pool: pg.Pool,
  caseId: string,
  type: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (type !== "decideAtMinistry" || facts["decision"] !== "approved") return;
  refuse(await pool.query<BarRow>({ name: "bar-of-patient", text: OF_PATIENT, values: [caseId] }));
}

function refuse({ rows: [bar] }: { readonly rows: readonly BarRow[] }): void {
  if (bar === undefined) return;
  const institution: Text = { ro: bar.name_ro, en: bar.name_en };
  throw new ApiError(409, "PERSON_BARRED", {
    params: {
      registrationNumber: bar.registration_number,
      institution,
      ...(bar.since === null ? {} : { since: bar.since }),
    },
  });
}
