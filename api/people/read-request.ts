/** One round trip for what every request needs: the person behind the cookie, the file it names, an earlier answer to it. */
import type { HouseColumns } from "../../domain/people/houses.ts";
import type pg from "pg";
import type { ProcessName } from "../../domain/process-words.ts";
import type { CaseScope, Membership, Person } from "../authorisation.ts";

/** The head of a file, enough to decide who may touch it. */
export interface CaseHead extends CaseScope {
  readonly caseId: string;
  readonly process: ProcessName;
  readonly registrationNumber: string;
  readonly outcome: string | null;
  /** The officer of the file. */
  readonly officerId: string;
  /** The key of the case, wrapped by the master key. */
  readonly wrappedKey: Buffer;
}

/** A command that was accepted before under the same id. */
export interface EarlierCommand {
  readonly requestHash: string;
}

export interface RequestContext {
  readonly person: Person | undefined;
  readonly head: CaseHead | undefined;
  readonly earlier: EarlierCommand | undefined;
}

const READ = `
  SELECT u.id, u.name, u.email, u.locale,
    (SELECT json_agg(json_build_object('institution', i.id, 'kind', i.kind, 'nameRo', i.name_ro, 'nameEn', i.name_en,
              'county', i.county, 'cstId', i.cst_id, 'role', m.role) ORDER BY i.id, m.role)
       FROM memberships m JOIN institutions i ON i.id = m.institution_id WHERE m.user_id = u.id) AS memberships,
    c.id AS case_id, c.process, c.registration_number, c.outcome, c.officer_id, c.wrapped_key, c.home_id, c.cst_id, c.ministry_id,
    c.cst_since IS NOT NULL AS cst_sent, c.ministry_since IS NOT NULL AS ministry_sent,
    k.request_hash
  FROM (SELECT $1::text AS token_hash, $2::uuid AS case_id, $3::uuid AS command_id) asked
  LEFT JOIN sessions s ON s.token_hash = asked.token_hash AND s.expires_at > now()
  LEFT JOIN users u ON u.id = s.user_id AND u.active
  LEFT JOIN cases c ON c.id = asked.case_id
  LEFT JOIN commands k ON k.case_id = asked.case_id AND k.command_id = asked.command_id`;

interface Row extends HouseColumns {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly memberships: readonly Membership[] | null;
  readonly case_id: string | null;
  readonly process: ProcessName;
  readonly registration_number: string;
  readonly outcome: string | null;
  readonly officer_id: string;
  readonly wrapped_key: Buffer;
  readonly cst_sent: boolean;
  readonly ministry_sent: boolean;
  readonly request_hash: string | null;
}

export interface Asked {
  readonly tokenHash: string | null;
  readonly caseId: string | null;
  readonly commandId: string | null;
}

export async function readRequest(pool: pg.Pool, { tokenHash, caseId, commandId }: Asked): Promise<RequestContext> {
  const { rows } = await pool.query<Row>({ name: "request", text: READ, values: [tokenHash, caseId, commandId] });
  const [row] = rows;
  if (row === undefined) return { person: undefined, head: undefined, earlier: undefined };
  return { person: personOf(row), head: headOf(row), earlier: earlierOf(row) };
}

function personOf({ id, name, email, locale, memberships }: Row): Person | undefined {
  return id === null ? undefined : { id, name, email, locale, memberships: memberships ?? [] };
}

function headOf(row: Row): CaseHead | undefined {
  if (row.case_id === null) return undefined;
  return {
    caseId: row.case_id,
    process: row.process,
    registrationNumber: row.registration_number,
    outcome: row.outcome,
    officerId: row.officer_id,
    wrappedKey: row.wrapped_key,
    homeId: row.home_id,
    cstId: row.cst_id,
    ministryId: row.ministry_id,
    cstSent: row.cst_sent,
    ministrySent: row.ministry_sent,
  };
}

function earlierOf({ request_hash: requestHash }: Row): EarlierCommand | undefined {
  return requestHash === null ? undefined : { requestHash };
}
