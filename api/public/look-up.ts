/** A file by its number and access code, for anybody who holds both. */
import type pg from "pg";
import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import type { PublicStatus } from "../../domain/case/view.ts";
import { publicStatus } from "../../domain/moh/public-status.ts";
import type { MohState } from "../../domain/moh/process.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { sameHash, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { declaredDays } from "../cases/calendars.ts";
import { DECLARED_DAYS, type DeclaredRow } from "../cases/read-case.ts";

interface Row {
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly access_code_hash: string;
  readonly dsp_id: string;
  readonly opened_on: PlainDate;
  readonly state: MohState;
  readonly declared: readonly DeclaredRow[] | null;
}

const READ = `
  SELECT c.registration_number, c.ministry_number, c.access_code_hash, c.dsp_id, c.opened_on, c.state, ${DECLARED_DAYS} AS declared
  FROM (SELECT $1::text AS number) asked
  LEFT JOIN cases c ON c.registration_number = asked.number OR c.ministry_number = asked.number`;
const LONGEST_NUMBER = 40;

/** The status, or undefined whether the number or the code is wrong: the same work is done for both. */
export async function findStatus(
  pool: pg.Pool,
  keyring: Keyring,
  number: string,
  code: string,
): Promise<PublicStatus | undefined> {
  const typed = number.replaceAll(/\s+/g, "").toUpperCase().slice(0, LONGEST_NUMBER);
  const { rows } = await pool.query<Row>({ name: "status", text: READ, values: [typed] });
  const row = rows[0]?.access_code_hash == null ? undefined : rows[0];
  const given = keyring.accessCodeHash(code);
  const right = sameHash(given, row?.access_code_hash ?? "0".repeat(given.length));
  if (row === undefined || !right) return undefined;
  return publicStatus(row.state, {
    registrationNumber: row.ministry_number === typed ? row.ministry_number : row.registration_number,
    openedOn: row.opened_on,
    calendar: romanianCalendar(declaredDays(row.declared ?? []), { institution: row.dsp_id }),
  });
}
