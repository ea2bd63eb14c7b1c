/** What happened to a month's funds since an order was made, and who did it. */
import type pg from "pg";
import type { Text } from "../../domain/case/commands.ts";
import { formatMoney, LEI } from "../../domain/money/amounts.ts";
import { formatRate } from "../../domain/money/rates.ts";
import { commandTitle } from "../../domain/process-words.ts";
import type { FundChange, FundsRanking } from "../../domain/moh/fund-views.ts";
import { formatDate } from "../../domain/i18n/dates.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { MadeLine } from "./funds.ts";

interface Since {
  readonly made_at: Date;
  readonly allocation: number;
}

/** `files`: those that stand otherwise than in the order. The first change comes first. */
export async function changesSince(
  client: pg.PoolClient,
  ranking: FundsRanking,
  since: Since,
  { files, before }: { readonly files: readonly string[]; readonly before: readonly MadeLine[] },
): Promise<readonly FundChange[]> {
  const found = [
    ...(await allocations(client, ranking, since)),
    ...(await acts(client, ranking, since, concerned(files, before))),
    ...(await rates(client, since, before)),
    ...(await rankings(client, ranking)),
  ];
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function allocations(
  client: pg.PoolClient,
  { institution, month }: FundsRanking,
  { allocation }: Since,
): Promise<FundChange[]> {
  const { rows } = await client.query<{ amount: string; legal_act: string; by: string; at: Date }>(
    `SELECT a.amount::text AS amount, a.legal_act, u.name AS by, a.at FROM fund_allocations a JOIN users u ON u.id = a.by
     WHERE a.institution_id = $1 AND a.month = $2 AND a.version > $3`,
    [institution, month, allocation],
  );
  return rows.map(({ amount, legal_act: act, by, at }) => ({
    type: "allocate",
    title: {
      ro: `Alocarea lunii: ${formatMoney(amount, LEI, "ro")} (${act})`,
      en: `Allocation of the month: ${formatMoney(amount, LEI, "en")} (${act})`,
    },
    by,
    at: at.toISOString(),
  }));
}

/** A file that stands otherwise, and its version when the order was made; of one that was not in it the last act tells. */
interface Concerned {
  readonly case_id: string;
  readonly version: number | null;
}

function concerned(files: readonly string[], before: readonly MadeLine[]): Concerned[] {
  const versions = new Map(before.map(({ caseId, version }) => [caseId, version]));
  return files.map((caseId) => ({ case_id: caseId, version: versions.get(caseId) ?? null }));
}

/** The acts in the files that stand otherwise, and in those that were given or gave back money of the month. */
async function acts(
  client: pg.PoolClient,
  { institution, month }: FundsRanking,
  { made_at: madeAt }: Since,
  files: readonly Concerned[],
): Promise<FundChange[]> {
  const { rows } = await client.query<{ type: string; number: string; by: string | null; at: Date }>(
    `WITH seen AS (SELECT s.case_id, s.version FROM jsonb_to_recordset($1) AS s(case_id uuid, version int)),
     concerned AS (
       SELECT case_id, version FROM seen
       UNION SELECT case_id, NULL FROM fund_grants g
       WHERE institution_id = $2 AND month = $3 AND (at > $4 OR freed_at > $4)
         AND NOT EXISTS (SELECT FROM seen WHERE seen.case_id = g.case_id))
     SELECT k.type, coalesce(c.ministry_number, c.registration_number) AS number, u.name AS by, k.recorded_at AS at
     FROM concerned n JOIN cases c ON c.id = n.case_id JOIN commands k ON k.case_id = n.case_id
       LEFT JOIN users u ON u.id = k.actor_id
     WHERE k.version > coalesce(n.version, c.version - 1)
     UNION ALL
     SELECT 'confirmFunds', coalesce(c.ministry_number, c.registration_number), u.name, g.at
     FROM fund_grants g JOIN cases c ON c.id = g.case_id LEFT JOIN users u ON u.id = g.by
     WHERE g.institution_id = $2 AND g.month = $3 AND g.state = 'reserved' AND g.at > $4`,
    [JSON.stringify(files), institution, month, madeAt],
  );
  return rows.map(({ type, number, by, at }) => ({
    type,
    title: titled(type, number),
    by: by ?? "–",
    at: at.toISOString(),
  }));
}

function titled(type: string, number: string): Text {
  const { ro, en } = commandTitle(type) ?? { ro: type, en: type };
  return { ro: `${number}: ${ro}`, en: `${number}: ${en}` };
}

/** Rates of the currencies that are asked for. */
async function rates(
  client: pg.PoolClient,
  { made_at: madeAt }: Since,
  before: readonly MadeLine[],
): Promise<FundChange[]> {
  const { rows } = await client.query<{
    currency: string;
    rate: string;
    date: PlainDate;
    withdrawn: boolean;
    by: string | null;
    at: Date;
  }>(
    `SELECT r.currency, r.rate::text AS rate, r.date, w.withdrawn, u.name AS by, w.at
     FROM exchange_rates r,
       LATERAL (VALUES (false, r.entered_at, r.entered_by), (true, r.withdrawn_at, r.withdrawn_by)) w(withdrawn, at, by_id)
       LEFT JOIN users u ON u.id = w.by_id
     WHERE r.currency = ANY ($1) AND w.at > $2`,
    [[...new Set(before.map(({ currency }) => currency))], madeAt],
  );
  return rows.map(({ currency, rate, date, withdrawn, by, at }) => ({
    type: "rate",
    title: {
      ro: `Curs ${withdrawn ? "retras" : "trecut"}: ${currency} ${formatRate(rate, "ro")} din ${formatDate(date, "ro")}`,
      en: `Rate ${withdrawn ? "withdrawn" : "entered"}: ${currency} ${formatRate(rate, "en")} of ${formatDate(date, "en")}`,
    },
    by: by ?? "–",
    at: at.toISOString(),
  }));
}

/** Somebody made the order again. */
async function rankings(client: pg.PoolClient, { institution, month, number }: FundsRanking): Promise<FundChange[]> {
  const { rows } = await client.query<{ number: number; by: string; at: Date }>(
    `SELECT k.number, u.name AS by, k.made_at AS at FROM fund_rankings k JOIN users u ON u.id = k.made_by
     WHERE k.institution_id = $1 AND k.month = $2 AND k.number > $3`,
    [institution, month, number],
  );
  return rows.map((row) => ({
    type: "rankRequests",
    title: { ro: `Ordinea nr. ${row.number} a fost stabilită`, en: `Order no. ${row.number} was made` },
    by: row.by,
    at: row.at.toISOString(),
  }));
}
