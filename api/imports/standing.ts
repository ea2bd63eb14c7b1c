/** What is there already of what a register would bring: files, people, numbers. Read once for all of its rows. */
import type { Text } from "../../domain/case/commands.ts";
import type { FileDossier } from "../../domain/commands/file-dossier.schema.ts";
import { COUNTIES, type County } from "../../domain/people/counties.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import type { Membership } from "../authorisation.ts";
import { openFile } from "../cases/open-seals.ts";
import { surnameIndex } from "../cases/person-index.ts";
import type { Services } from "../services.ts";
import { plainWords } from "./columns.ts";
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
  fileOfPatient(subject: Pick<FileDossier, "patient">): string | undefined;
  /** Officers and supervisors of the DSP, by their address in lower case. */
  readonly officers: ReadonlyMap<string, string>;
  /** The files that have these numbers of the Ministry. */
  readonly ministryNumbers: ReadonlyMap<string, string>;
  dspOf(county: County): Text;
  /** True when anybody is barred at all (MOH-98). */
  readonly hasBars: boolean;
}

/** A number of a register as it is kept: without the spaces around its signs. */
export function numberOf<Typed extends string | undefined>(typed: Typed): Typed {
  return typed?.replaceAll(/\s+/g, " ").replaceAll(/ ?([/.-]) ?/g, "$1") as Typed;
}

/** What tells the files of a register apart: case and spaces do not. */
export function rowKey(legacyNumber: string): string {
  return legacyNumber.replaceAll(/\s+/g, "").toUpperCase();
}

export async function findStanding(services: Services, dsp: Membership, table: Table): Promise<Standing> {
  const { pool } = services;
  const caseIdOf = (number: string): string => namedUuid(`import/${dsp.institution}/${rowKey(number)}`);
  const numbers = texts(table.rows, "legacyNumber");
  const [there, officers, ministry, houses, patients, bars] = await Promise.all([
    pool.query<StandingFile>(
      `SELECT id AS "caseId", registration_number AS "registrationNumber" FROM cases WHERE id = ANY ($1::uuid[])`,
      [numbers.map(caseIdOf)],
    ),
    pool.query<{ id: string; email: string }>(
      `SELECT DISTINCT u.id, lower(u.email) AS email FROM users u JOIN memberships m ON m.user_id = u.id
       WHERE m.institution_id = $1 AND m.role IN ('dsp-officer', 'dsp-supervisor') AND u.active`,
      [dsp.institution],
    ),
    pool.query<{ number: string; file: string }>(
      "SELECT ministry_number AS number, registration_number AS file FROM cases WHERE ministry_number = ANY ($1::text[])",
      [texts(table.rows, "ministryNumber").map(numberOf)],
    ),
    pool.query<Text & { county: string }>(
      "SELECT county, name_ro AS ro, name_en AS en FROM institutions WHERE kind = 'dsp'",
    ),
    openPatients(services, dsp, table),
    pool.query("SELECT FROM cases WHERE barred LIMIT 1"),
  ]);
  const files = new Map(there.rows.map((file) => [file.caseId, file]));
  const right = new Map(houses.rows.map(({ county, ro, en }) => [county, { ro, en }]));
  return {
    caseIdOf,
    fileOf: (number) => files.get(caseIdOf(number)),
    fileOfPatient: ({ patient }) => patients.get(patientKey(patient)),
    officers: new Map(officers.rows.map(({ id, email }) => [email, id])),
    ministryNumbers: new Map(ministry.rows.map(({ number, file }) => [number, file])),
    hasBars: bars.rows.length > 0,
    dspOf: (county) =>
      right.get(county) ?? { ro: `DSP ${COUNTIES[county]}`, en: `the ${COUNTIES[county]} Public Health Directorate` },
  };
}

function texts(rows: readonly TableRow[], key: ColumnKey): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells.get(key);
    return cell === undefined ? [] : [textOf(cell)];
  });
}

/** The open files of the DSP that were filed here, of patients with one of the surnames of the register. */
async function openPatients(
  { pool, keyring }: Services,
  dsp: Membership,
  table: Table,
): Promise<ReadonlyMap<string, string>> {
  const indexes = [...new Set(texts(table.rows, "surname").map((surname) => surnameIndex(keyring, surname)))];
  const { rows } = await pool.query<{ id: string; number: string; wrapped_key: Buffer; subject_sealed: Buffer }>(
    `SELECT id, registration_number AS number, wrapped_key, subject_sealed FROM cases
     WHERE home_id = $1 AND closed_at IS NULL AND legacy_number IS NULL AND surname_index = ANY ($2::text[])`,
    [dsp.institution, indexes],
  );
  return new Map(rows.map((row) => [patientKey(openFile(row, keyring).subject.patient), row.number]));
}

function patientKey(patient: Readonly<Partial<Record<"surname" | "givenName" | "birthDate", string>>>): string {
  return [plainWords(patient.surname ?? ""), plainWords(patient.givenName ?? ""), patient.birthDate ?? ""].join("/");
}
