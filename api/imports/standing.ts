/** What is there already of what a register would bring: files, people, numbers. Read once for all of its rows. */
import type { Text } from "../../domain/case/commands.ts";
import { COUNTIES, type County } from "../../domain/people/counties.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import type { Membership } from "../authorisation.ts";
import { openFile } from "../cases/open-seals.ts";
import { surnameIndex, type KnownPerson } from "../cases/person-index.ts";
import type { Services } from "../services.ts";
import { plainWords } from "./column.ts";
import type { Register } from "./register.ts";
import { numberOf } from "./row-act.ts";
import { textOf } from "./cells.ts";
import type { Table, TableRow } from "./read-table.ts";
import type { ColumnKey } from "./columns.ts";

export interface StandingFile {
  readonly caseId: string;
  readonly registrationNumber: string;
}

export interface Standing {
  caseIdOf(legacyNumber: string): string;
  /** The file that was brought under this number before. */
  fileOf(legacyNumber: string): StandingFile | undefined;
  /** The number of an open file of a patient of the same name and birth date that was opened here. */
  fileOfPatient(subject: { readonly patient: KnownPerson }): string | undefined;
  /** Who may have a file of the house, by their address in lower case. */
  readonly officers: ReadonlyMap<string, string>;
  /** The files that have these numbers already, by the column of the number. */
  readonly kept: ReadonlyMap<ColumnKey, ReadonlyMap<string, string>>;
  dspOf(county: string): Text;
  /** True when anybody is barred at all (MOH-98). */
  readonly hasBars: boolean;
}

/** What tells the files of a register apart: case and spaces do not. */
export function rowKey(legacyNumber: string): string {
  return legacyNumber.replaceAll(/\s+/g, "").toUpperCase();
}

export async function findStanding(
  services: Services,
  { officers: roles, keptNumbers }: Pick<Register<never>, "officers" | "keptNumbers">,
  house: Membership,
  table: Table,
): Promise<Standing> {
  const { pool } = services;
  const caseIdOf = (number: string): string => namedUuid(`import/${house.institution}/${rowKey(number)}`);
  const numbers = texts(table.rows, "legacyNumber");
  const [there, officers, kept, houses, patients, bars] = await Promise.all([
    pool.query<StandingFile>(
      `SELECT id AS "caseId", registration_number AS "registrationNumber" FROM cases WHERE id = ANY ($1::uuid[])`,
      [numbers.map(caseIdOf)],
    ),
    pool.query<{ id: string; email: string }>(
      `SELECT DISTINCT u.id, lower(u.email) AS email FROM users u JOIN memberships m ON m.user_id = u.id
       WHERE m.institution_id = $1 AND m.role = ANY ($2) AND u.active`,
      [house.institution, roles],
    ),
    Promise.all(
      keptNumbers.map(async ({ column, taken }) => {
        const { rows } = await pool.query<{ number: string; file: string }>(taken, [
          texts(table.rows, column).map(numberOf),
        ]);
        return [column, new Map(rows.map(({ number, file }) => [number, file]))] as const;
      }),
    ),
    pool.query<Text & { county: string }>(
      "SELECT county, name_ro AS ro, name_en AS en FROM institutions WHERE kind = 'dsp'",
    ),
    openPatients(services, house, table),
    pool.query("SELECT FROM cases WHERE barred LIMIT 1"),
  ]);
  const files = new Map(there.rows.map((file) => [file.caseId, file]));
  const right = new Map(houses.rows.map(({ county, ro, en }) => [county, { ro, en }]));
  return {
    caseIdOf,
    fileOf: (number) => files.get(caseIdOf(number)),
    fileOfPatient: ({ patient }) => patients.get(patientKey(patient)),
    officers: new Map(officers.rows.map(({ id, email }) => [email, id])),
    kept: new Map(kept),
    hasBars: bars.rows.length > 0,
    dspOf: (county) =>
      right.get(county) ?? {
        ro: `DSP ${COUNTIES[county as County]}`,
        en: `the ${COUNTIES[county as County]} Public Health Directorate`,
      },
  };
}

function texts(rows: readonly TableRow[], key: ColumnKey): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells.get(key);
    return cell === undefined ? [] : [textOf(cell)];
  });
}

/** The open files of the house that were filed here, of patients with one of the surnames of the register. */
async function openPatients(
  { pool, keyring }: Services,
  house: Membership,
  table: Table,
): Promise<ReadonlyMap<string, string>> {
  const indexes = [...new Set(texts(table.rows, "surname").map((surname) => surnameIndex(keyring, surname)))];
  const { rows } = await pool.query<{ id: string; number: string; wrapped_key: Buffer; subject_sealed: Buffer }>(
    `SELECT id, registration_number AS number, wrapped_key, subject_sealed FROM cases
     WHERE home_id = $1 AND closed_at IS NULL AND legacy_number IS NULL AND surname_index = ANY ($2::text[])`,
    [house.institution, indexes],
  );
  return new Map(rows.map((row) => [patientKey(openFile(row, keyring).subject.patient), row.number]));
}

function patientKey(patient: Readonly<Partial<Record<"surname" | "givenName" | "birthDate", string>>>): string {
  return [plainWords(patient.surname ?? ""), plainWords(patient.givenName ?? ""), patient.birthDate ?? ""].join("/");
}
