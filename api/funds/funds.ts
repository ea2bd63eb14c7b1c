/** The page of a month's funds: what was allocated and granted, who waits and in which order, which orders were made. */
import type pg from "pg";
import { addAmounts, compareAmounts, subtractAmounts } from "../../domain/money/amounts.ts";
import type {
  FundLine,
  FundMonth,
  FundPlace,
  RankingLineView,
  RankingSummary,
  RankingView,
} from "../../domain/moh/fund-views.ts";
import { rankRequests } from "../../domain/moh/funds.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { readAllocations, readFunds } from "../../prisma/funds.ts";
import type { Keyring } from "../../prisma/secrecy/keyring.ts";
import { fullName, openFile } from "../cases/open-seals.ts";
import { notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";

const NOTHING = "0.00";

export async function monthView(services: Services, institution: string, month: string): Promise<FundMonth> {
  const { pool, keyring, now } = services;
  const [funds, allocations, rankings] = await Promise.all([
    readFunds(pool, institution, month),
    readAllocations(pool, institution, month),
    listRankings(pool, institution, month),
  ]);
  const { requests, grants, left, granted, grantsWithoutRate } = funds;
  const people = await namesOf(
    pool,
    keyring,
    [...requests, ...grants].map(({ caseId }) => caseId),
  );
  const [allocation] = allocations;
  const asked = addAmounts(requests.flatMap(({ lei }) => lei ?? []));
  return {
    month,
    today: bucharestDate(now()),
    ...(allocation === undefined ? {} : { allocation }),
    allocations,
    granted,
    ...(left === undefined ? {} : { left }),
    asked,
    withoutRate: requests.filter(({ lei }) => lei === undefined).length + grantsWithoutRate,
    exceeded: left !== undefined && compareAmounts(asked, left) > 0,
    requests: rankRequests(requests, left ?? NOTHING).map(({ version: _version, ...line }) => ({
      ...line,
      patient: people.get(line.caseId)?.patient ?? "",
    })),
    grants: grants.map(({ at, freedAt, ...grant }) => ({
      ...grant,
      ...(people.get(grant.caseId) ?? { patient: "", registrationNumber: "", ministryNumber: "" }),
      at: at.toISOString(),
      ...(freedAt === null ? {} : { freedAt: freedAt.toISOString() }),
    })),
    rankings,
  };
}

/** Where a file stands among those that wait for the Ministry's money in this month. */
export async function placeOf(
  { pool, now }: Pick<Services, "pool" | "now">,
  { caseId, ministryId }: { readonly caseId: string; readonly ministryId: string | null },
): Promise<FundPlace> {
  const month = bucharestDate(now()).slice(0, 7);
  if (ministryId === null) return { month, waits: false, missing: [] };
  const funds = await readFunds(pool, ministryId, month);
  const ranked = rankRequests(funds.requests, funds.left ?? NOTHING);
  const line = ranked.find((each) => each.caseId === caseId);
  const { rows } = await pool.query<{ month: string }>(
    "SELECT month FROM fund_grants WHERE case_id = $1 AND state <> 'freed'",
    [caseId],
  );
  const [grant] = rows;
  const granted = grant === undefined ? {} : { grantedIn: grant.month };
  if (line === undefined) return { month, waits: false, missing: [], ...granted };
  const { place, lei, vitalRisk, benefit } = line;
  return {
    month,
    waits: true,
    place,
    of: ranked.length,
    missing: [
      ...(lei === undefined ? (["rate"] as const) : []),
      ...(vitalRisk === undefined ? (["vitalRisk"] as const) : []),
      ...(benefit === undefined ? (["benefit"] as const) : []),
    ],
    ...(vitalRisk === undefined ? {} : { vitalRisk }),
    ...(benefit === undefined ? {} : { benefit }),
    ...(lei === undefined ? {} : { lei }),
    ...granted,
  };
}

/** A request as it stood when the order was made, with the version that its file had. */
export type MadeLine = FundLine & { readonly version: number };

interface RankingRow {
  readonly number: number;
  readonly made_by: string;
  readonly made_at: Date;
  readonly state: RankingSummary["state"];
  readonly confirmed_by: string | null;
  readonly confirmed_at: Date | null;
  readonly finished_at: Date | null;
  readonly allocated: string;
  readonly granted: string;
  readonly files: number;
  readonly funded: number;
  readonly done: number;
  readonly refused: number;
}

const RANKINGS = `
  SELECT k.number, m.name AS made_by, k.made_at, k.state, c.name AS confirmed_by, k.confirmed_at, k.finished_at,
    k.allocated::text AS allocated, k.granted::text AS granted, l.files, l.funded, l.done, l.refused
  FROM fund_rankings k JOIN users m ON m.id = k.made_by LEFT JOIN users c ON c.id = k.confirmed_by,
    LATERAL (SELECT count(*)::int AS files, (count(*) FILTER (WHERE funded))::int AS funded,
        (count(*) FILTER (WHERE state = 'done'))::int AS done, (count(*) FILTER (WHERE state = 'refused'))::int AS refused
      FROM fund_ranking_lines n
      WHERE n.institution_id = k.institution_id AND n.month = k.month AND n.number = k.number) l
  WHERE k.institution_id = $1 AND k.month = $2`;

async function listRankings(pool: pg.Pool, institution: string, month: string): Promise<RankingSummary[]> {
  const { rows } = await pool.query<RankingRow>(`${RANKINGS} ORDER BY k.number DESC`, [institution, month]);
  return rows.map(rankingSummary);
}

/** An order as it was made, with how far it is carried into its files. @throws ApiError 404 for one that was never made. */
export async function rankingView(
  { pool, keyring }: Pick<Services, "pool" | "keyring">,
  institution: string,
  month: string,
  number: number,
): Promise<RankingView> {
  const { rows } = await pool.query<RankingRow>(`${RANKINGS} AND k.number = $3`, [institution, month, number]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  const { rows: lines } = await pool.query<{
    readonly line: MadeLine;
    readonly funded: boolean;
    readonly state: RankingLineView["state"];
    readonly problem: string | null;
  }>(
    `SELECT line, funded, state, problem FROM fund_ranking_lines
     WHERE institution_id = $1 AND month = $2 AND number = $3 ORDER BY place`,
    [institution, month, number],
  );
  const people = await namesOf(
    pool,
    keyring,
    lines.map(({ line }) => line.caseId),
  );
  return {
    ...rankingSummary(row),
    month,
    lines: lines.map(({ line: { version: _version, ...line }, funded, state, problem }) => ({
      ...line,
      patient: people.get(line.caseId)?.patient ?? "",
      funded,
      state,
      ...(problem === null ? {} : { problem }),
    })),
  };
}

function rankingSummary(row: RankingRow): RankingSummary {
  const { number, state, allocated, granted, files, funded, done, refused } = row;
  return {
    number,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    state,
    ...(row.confirmed_by === null ? {} : { confirmedBy: row.confirmed_by }),
    ...(row.confirmed_at === null ? {} : { confirmedAt: row.confirmed_at.toISOString() }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
    allocated,
    granted,
    left: subtractAmounts(allocated, granted),
    files,
    funded,
    done,
    refused,
  };
}

interface Named {
  readonly patient: string;
  readonly registrationNumber: string;
  readonly ministryNumber: string;
}

/** Names and numbers of files, as the Ministry's officers see them in their queue. */
async function namesOf(pool: pg.Pool, keyring: Keyring, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const { rows } = await pool.query<{
    readonly id: string;
    readonly registration_number: string;
    readonly ministry_number: string | null;
    readonly subject_sealed: Buffer;
    readonly wrapped_key: Buffer;
  }>(
    `SELECT id, registration_number, ministry_number, subject_sealed, wrapped_key FROM cases WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        patient: fullName(openFile(row, keyring).subject),
        registrationNumber: row.registration_number,
        ministryNumber: row.ministry_number ?? "",
      },
    ]),
  );
}
