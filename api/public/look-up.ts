/** A file by its number and access code, for anybody who holds both. */
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import type { PublicStatus } from "../../domain/case/view.ts";
import type { E112State } from "../../domain/e112/facts.ts";
import { e112PublicStatus } from "../../domain/e112/public-status.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { publicStatus } from "../../domain/moh/public-status.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { LATEST_CALENDAR } from "../../prisma/calendar-reader.ts";
import { sameHash } from "../../prisma/secrecy/keyring.ts";
import type { Services } from "../services.ts";

interface CommonRow {
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly application_number: string | null;
  readonly home_id: string;
  readonly opened_on: PlainDate;
  readonly calendar_number: number;
}
type Row = CommonRow &
  ({ readonly process: "moh"; readonly state: MohState } | { readonly process: "e112"; readonly state: E112State });

/** Little is read before the code is known to be right: as much for a wrong number as for a wrong code. */
const FIND = `
  SELECT c.id, c.access_code_hash FROM (SELECT $1::text AS number) asked
  LEFT JOIN cases c ON c.registration_number = asked.number OR c.ministry_number = asked.number
    OR c.application_number = asked.number`;
const READ = `
  SELECT c.process, c.registration_number, c.ministry_number, c.application_number, c.home_id, c.opened_on, c.state,
    ${LATEST_CALENDAR} AS calendar_number
  FROM cases c WHERE c.id = $1`;
const LONGEST_NUMBER = 40;

/** The id of the file, or undefined whether the number or the code is wrong: the same work is done for both. */
export async function findByCode(
  { pool, keyring }: Pick<Services, "pool" | "keyring">,
  number: string,
  code: string,
): Promise<string | undefined> {
  const found = await pool.query<{ id: string | null; access_code_hash: string | null }>({
    name: "status-find",
    text: FIND,
    values: [asTyped(number)],
  });
  const file = found.rows[0];
  const given = keyring.accessCodeHash(code);
  const right = sameHash(given, file?.access_code_hash ?? "0".repeat(given.length));
  return right ? (file?.id ?? undefined) : undefined;
}

function asTyped(number: string): string {
  return number.replaceAll(/\s+/g, "").toUpperCase().slice(0, LONGEST_NUMBER);
}

/** The status, or undefined whether the number or the code is wrong. */
export async function findStatus(services: Services, number: string, code: string): Promise<PublicStatus | undefined> {
  const { pool, calendars } = services;
  const typed = asTyped(number);
  const caseId = await findByCode(services, number, code);
  if (caseId === undefined) return undefined;
  const { rows } = await pool.query<Row>({ name: "status", text: READ, values: [caseId] });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { registration_number, ministry_number, application_number, opened_on: openedOn } = row;
  const asked = [ministry_number, application_number].find((each) => each === typed) ?? registration_number;
  if (row.process === "e112") {
    return e112PublicStatus(row.state, {
      registrationNumber: asked,
      openedOn,
      ...(application_number === null ? {} : { applicationNumber: application_number }),
    });
  }
  const calendar = institutionCalendar(await calendars.at(row.calendar_number), row.home_id);
  return publicStatus(row.state, { registrationNumber: asked, openedOn, calendar });
}
