/** The monthly funds as they stand in the tables of the Ministry. Amounts leave them as exact decimals, in texts. */
import type pg from "pg";
import { addAmounts, LEI, subtractAmounts } from "../domain/money/amounts.ts";
import { findLei, plainRate, rateOnDay } from "../domain/money/rates.ts";
import type { AllocationView, FundFile, WaitingStep } from "../domain/moh/fund-views.ts";
import type { PlainDate } from "../domain/plain-date.ts";

type Queries = Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">;

/** SQL: until the transaction ends nobody else allocates, reserves or confirms. Any constant will do. */
export const LOCK_FUNDS = "SELECT pg_advisory_xact_lock(4217003)";

/** A request that waits, and the step at which it does. */
export interface WaitingRequest extends FundFile {
  readonly step: WaitingStep;
  /** Of its file. */
  readonly version: number;
}

/** What a file was given of a month. */
export interface FundGrant {
  readonly caseId: string;
  readonly state: "reserved" | "granted" | "freed";
  readonly amount: string;
  readonly currency: string;
  readonly lei?: string;
  readonly by: string;
  readonly at: Date;
  readonly freedAt: Date | null;
}

/** A month's funds in one reading. */
export interface FundsOfMonth {
  readonly allocation?: AllocationView;
  readonly requests: readonly WaitingRequest[];
  /** Freed ones too. */
  readonly grants: readonly FundGrant[];
  /** Lei reserved and granted, as far as they are known. */
  readonly granted: string;
  /** Grants of the month that nobody can say in lei. */
  readonly grantsWithoutRate: number;
  /** Allocated and not granted; absent without an allocation. */
  readonly left?: string;
}

interface Rated {
  readonly amount: string;
  readonly currency: string;
  readonly decided_on: PlainDate;
  readonly rate: string | null;
  readonly rate_on: PlainDate | null;
}

interface RequestRow extends Rated {
  readonly case_id: string;
  readonly step: WaitingStep;
  readonly version: number;
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly registered_on: PlainDate;
  readonly vital_risk: number | null;
  readonly benefit: number | null;
}

interface GrantRow extends Rated {
  readonly case_id: string;
  readonly state: FundGrant["state"];
  readonly lei: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly freed_at: Date | null;
}

const RATE = `LEFT JOIN LATERAL (
    SELECT x.rate::text AS rate, x.date AS rate_on FROM exchange_rates x
    WHERE x.currency = r.currency AND x.date <= r.decided_on AND x.withdrawn_at IS NULL ORDER BY x.date DESC LIMIT 1
  ) rate ON true`;

const REQUESTS = `
  SELECT r.case_id, r.step, r.amount::text AS amount, r.currency, r.decided_on, r.registered_on, r.vital_risk, r.benefit,
    c.version, c.registration_number, c.ministry_number, rate.rate, rate.rate_on
  FROM fund_requests r JOIN cases c ON c.id = r.case_id ${RATE}
  WHERE r.institution_id = $1 AND r.step IS NOT NULL
    AND NOT EXISTS (SELECT FROM fund_grants g WHERE g.case_id = r.case_id AND g.state <> 'freed')`;

const GRANTS = `
  SELECT g.case_id, g.state, g.lei::text AS lei, u.name AS by, g.at, g.freed_at, r.amount::text AS amount, r.currency,
    r.decided_on, rate.rate, rate.rate_on
  FROM fund_grants g JOIN fund_requests r ON r.case_id = g.case_id ${RATE} LEFT JOIN users u ON u.id = g.by
  WHERE g.institution_id = $1 AND g.month = $2 ORDER BY g.at, g.case_id`;

/** The latest allocation of the month comes first. */
export async function readAllocations(
  database: Queries,
  institution: string,
  month: string,
): Promise<readonly AllocationView[]> {
  const { rows } = await database.query<Omit<AllocationView, "at"> & { readonly at: Date }>(
    `SELECT a.version, a.amount::text AS amount, a.legal_act AS "legalAct", u.name AS by, a.at
     FROM fund_allocations a JOIN users u ON u.id = a.by
     WHERE a.institution_id = $1 AND a.month = $2 ORDER BY a.version DESC`,
    [institution, month],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** One query after the other, so that a transaction can read it too. */
export async function readFunds(database: Queries, institution: string, month: string): Promise<FundsOfMonth> {
  const [allocation] = await readAllocations(database, institution, month);
  const { rows: waiting } = await database.query<RequestRow>(REQUESTS, [institution]);
  const { rows: given } = await database.query<GrantRow>(GRANTS, [institution, month]);
  const grants = given.map(grantOf);
  const standing = grants.filter(({ state }) => state !== "freed");
  const granted = addAmounts(standing.flatMap(({ lei }) => lei ?? []));
  return {
    ...(allocation === undefined ? {} : { allocation, left: subtractAmounts(allocation.amount, granted) }),
    requests: waiting.map(requestOf),
    grants,
    granted,
    grantsWithoutRate: standing.filter(({ lei }) => lei === undefined).length,
  };
}

function requestOf(row: RequestRow): WaitingRequest {
  const { case_id: caseId, step, amount, currency, rate, rate_on: rateOn } = row;
  const lei = leiOf(row);
  const on = rate === null || rateOn === null ? undefined : { currency, rate: plainRate(rate), date: rateOn };
  return {
    caseId,
    step,
    version: row.version,
    registrationNumber: row.registration_number,
    ministryNumber: row.ministry_number ?? "",
    registeredOn: row.registered_on,
    decidedOn: row.decided_on,
    amount,
    currency,
    ...(lei === undefined ? {} : { lei }),
    ...(on === undefined || currency === LEI
      ? {}
      : { rate: { rate: on.rate, date: on.date, old: rateOnDay(on, row.decided_on).old } }),
    ...(row.vital_risk === null ? {} : { vitalRisk: row.vital_risk }),
    ...(row.benefit === null ? {} : { benefit: row.benefit }),
  };
}

function grantOf(row: GrantRow): FundGrant {
  const { case_id: caseId, state, amount, currency, by, at, freed_at: freedAt } = row;
  const lei = row.lei ?? leiOf(row);
  return { caseId, state, amount, currency, ...(lei === undefined ? {} : { lei }), by: by ?? "", at, freedAt };
}

function leiOf({ amount, currency, rate, rate_on: rateOn }: Rated): string | undefined {
  return findLei(amount, currency, rate === null || rateOn === null ? undefined : { currency, rate, date: rateOn });
}
