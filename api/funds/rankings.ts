/** `rankRequests` and `confirmRanking`: an order of priority is made, seen, and confirmed as it was seen (MOH-77 to MOH-79). */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { FundChange, FundFile, FundsRanking } from "../../domain/moh/fund-views.ts";
import { rankRequests } from "../../domain/moh/funds.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { LOCK_FUNDS, readFunds, type FundsOfMonth, type WaitingRequest } from "../../prisma/funds.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { Membership, Person } from "../authorisation.ts";
import { requestHash } from "../cases/request-hash.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import type { OfMonth } from "./allocate.ts";
import { changesSince } from "./changes.ts";
import type { MadeLine } from "./funds.ts";

/** The order as it is now, under the next number. Idempotent by the command id. @throws ApiError 409. */
export async function rankMonth(
  { pool }: Pick<Services, "pool">,
  person: Person,
  { institution, month }: OfMonth,
  commandId: string,
): Promise<number> {
  return await inTransaction(pool, async (client) => {
    await client.query(LOCK_FUNDS);
    const earlier = await findMade(client, commandId);
    if (earlier !== undefined) {
      const isSame = earlier.made_by === person.id && earlier.month === month && earlier.institution_id === institution;
      if (!isSame) throw new ApiError(409, "COMMAND_ID_REUSED");
      return earlier.number;
    }
    await requireQuiet(client, institution);
    const funds = await readFunds(client, institution, month);
    const { allocation, granted } = funds;
    if (allocation === undefined) throw new ApiError(409, "ALLOCATION_NEEDED", { params: { month }, ...RULE });
    if (funds.requests.length === 0) throw new ApiError(409, "NOBODY_WAITS", RULE);
    const ranked = linesOf(funds);
    const number = (await latestNumber(client, { institution, month })) + 1;
    await client.query(
      `INSERT INTO fund_rankings (institution_id, month, number, command_id, allocation, allocated, granted, fingerprint, made_by, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'made')`,
      [
        institution,
        month,
        number,
        commandId,
        allocation.version,
        allocation.amount,
        granted,
        fingerprintOf(funds),
        person.id,
      ],
    );
    await client.query(
      `INSERT INTO fund_ranking_lines (institution_id, month, number, place, case_id, line, funded, state)
       SELECT $1, $2, $3, l.place, l.case_id, l.line, l.funded, 'waiting'
       FROM jsonb_to_recordset($4) AS l(place int, case_id uuid, line jsonb, funded boolean)`,
      [
        institution,
        month,
        number,
        JSON.stringify(
          ranked.map((line) => ({
            place: line.place,
            case_id: line.caseId,
            line,
            funded: line.verdict === "funded",
          })),
        ),
      ],
    );
    return number;
  });
}

/**
 * Reserves the money of those who are reached and sets down what each file is told, all or nothing; the engine carries it
 * out. Idempotent by the command id.
 * @throws ApiError 409 when anything that the order follows from has changed, with what changed and who did it.
 */
export async function confirmRanking(
  { pool, keyring, now }: Services,
  person: Person,
  membership: Membership,
  { institution, month, number }: FundsRanking,
  commandId: string,
): Promise<void> {
  const today = bucharestDate(now());
  await inTransaction(pool, async (client) => {
    await client.query(LOCK_FUNDS);
    const ranking = await getMade(client, { institution, month, number });
    if (ranking.confirm_id === commandId) return;
    if (ranking.state !== "made") {
      throw new ApiError(409, "RANKING_CONFIRMED", { params: { number, by: ranking.confirmed_by ?? "–" }, ...RULE });
    }
    await requireQuiet(client, institution);
    const funds = await readFunds(client, institution, month);
    await requireUnchanged(client, { institution, month, number }, ranking, funds);
    const order = rankRequests(funds.requests, funds.left ?? "0");
    const keys = await keysOf(
      client,
      order.map(({ caseId }) => caseId),
    );
    const told = order.flatMap((line) => {
      const sufficient = line.verdict === "funded";
      const wrapped = keys.get(line.caseId);
      // Who waits already goes on waiting: nothing is to be said.
      if (wrapped === undefined || (!sufficient && line.step === "wait-for-funds")) return [];
      const payload = { sufficient, month };
      const told = namedUuid(`funds ${institution}/${month}/${number} ${line.caseId}`);
      const hash = requestHash(keyring, { type: "confirmFunds", occurredOn: today, payload });
      const sealed = seal(keyring.unwrapCaseKey(wrapped), { payload }, sealedAs.payload(line.caseId, told));
      return [
        {
          place: line.place,
          case_id: line.caseId,
          command_id: told,
          request_hash: hash,
          sealed: sealed.toString("base64"),
          lei: sufficient ? line.lei : null,
        },
      ];
    });
    await writeConfirmation(client, { institution, month, number }, JSON.stringify(told), person.id);
    await client.query(
      `UPDATE fund_rankings SET state = 'confirmed', confirm_id = $4, confirmed_by = $5, confirmed_at = now(),
         confirmed_on = $6, confirmed_role = $7
       WHERE institution_id = $1 AND month = $2 AND number = $3`,
      [institution, month, number, commandId, person.id, today, membership.role],
    );
  });
}

async function writeConfirmation(
  client: pg.PoolClient,
  { institution, month, number }: FundsRanking,
  told: string,
  by: string,
): Promise<void> {
  const rows = `jsonb_to_recordset($1) AS t(place int, case_id uuid, command_id uuid, request_hash text, sealed text, lei numeric)`;
  await client.query(
    `INSERT INTO fund_grants (case_id, institution_id, month, lei, command_id, by, state)
     SELECT t.case_id, $2, $3, t.lei, t.command_id, $4, 'reserved' FROM ${rows} WHERE t.lei IS NOT NULL`,
    [told, institution, month, by],
  );
  await client.query(
    `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed)
     SELECT t.case_id, t.command_id, 'confirmFunds', t.request_hash, $2, decode(t.sealed, 'base64') FROM ${rows}
     ON CONFLICT DO NOTHING`,
    [told, by],
  );
  await client.query(
    `UPDATE fund_ranking_lines l SET command_id = t.command_id, request_hash = t.request_hash
     FROM ${rows} WHERE l.institution_id = $2 AND l.month = $3 AND l.number = $4 AND l.place = t.place`,
    [told, institution, month, number],
  );
  await client.query(
    `UPDATE fund_ranking_lines SET state = 'done'
     WHERE institution_id = $1 AND month = $2 AND number = $3 AND command_id IS NULL`,
    [institution, month, number],
  );
}

const RULE = { body: () => ({ rule: "MOH-77" }) };

interface MadeRow {
  readonly institution_id: string;
  readonly month: string;
  readonly number: number;
  readonly made_by: string;
  readonly made_at: Date;
  readonly state: string;
  readonly fingerprint: string;
  readonly allocation: number;
  readonly confirm_id: string | null;
  readonly confirmed_by: string | null;
}

const MADE = `SELECT k.institution_id, k.month, k.number, k.made_by, k.made_at, k.state, k.fingerprint, k.allocation,
    k.confirm_id, u.name AS confirmed_by
  FROM fund_rankings k LEFT JOIN users u ON u.id = k.confirmed_by`;

async function findMade(client: pg.PoolClient, commandId: string): Promise<MadeRow | undefined> {
  const { rows } = await client.query<MadeRow>(`${MADE} WHERE k.command_id = $1`, [commandId]);
  return rows[0];
}

async function getMade(client: pg.PoolClient, { institution, month, number }: FundsRanking): Promise<MadeRow> {
  const { rows } = await client.query<MadeRow>(
    `${MADE} WHERE k.institution_id = $1 AND k.month = $2 AND k.number = $3`,
    [institution, month, number],
  );
  const [row] = rows;
  if (row === undefined) throw notFound();
  return row;
}

async function latestNumber(client: pg.PoolClient, { institution, month }: OfMonth): Promise<number> {
  const { rows } = await client.query<{ number: number | null }>(
    "SELECT max(number) AS number FROM fund_rankings WHERE institution_id = $1 AND month = $2",
    [institution, month],
  );
  return rows[0]?.number ?? 0;
}

/** One order at a time is carried into the files. */
async function requireQuiet(client: pg.PoolClient, institution: string): Promise<void> {
  const { rows } = await client.query<{ month: string; number: number }>(
    "SELECT month, number FROM fund_rankings WHERE institution_id = $1 AND state IN ('confirmed', 'running')",
    [institution],
  );
  const [running] = rows;
  if (running !== undefined) throw new ApiError(409, "RANKING_RUNNING", { params: { ...running }, ...RULE });
}

async function requireUnchanged(
  client: pg.PoolClient,
  ranking: FundsRanking,
  made: MadeRow,
  funds: FundsOfMonth,
): Promise<void> {
  const latest = await latestNumber(client, ranking);
  if (latest === ranking.number && fingerprintOf(funds) === made.fingerprint) return;
  const { rows } = await client.query<{ line: MadeLine }>(
    "SELECT line FROM fund_ranking_lines WHERE institution_id = $1 AND month = $2 AND number = $3",
    [ranking.institution, ranking.month, ranking.number],
  );
  const before = rows.map(({ line }) => line);
  const changes = await changesSince(client, ranking, made, { files: differing(before, funds.requests), before });
  throw new ApiError(409, "RANKING_CHANGED", {
    params: { number: ranking.number },
    body: (language) => ({ rule: "MOH-77", changes: changes.map((change) => inWords(change, language)) }),
  });
}

function inWords({ type, title, by, at }: FundChange, language: "ro" | "en") {
  return { type, title: title[language], by, at };
}

/** The files that are in one of the two only, or stand otherwise in it. */
function differing(before: readonly MadeLine[], after: readonly WaitingRequest[]): string[] {
  const [old, current] = [before, after].map((files) => new Map(files.map((file) => [file.caseId, keyOf(file)])));
  const all = new Set([...before, ...after].map(({ caseId }) => caseId));
  return [...all].filter((caseId) => old?.get(caseId) !== current?.get(caseId));
}

function linesOf({ requests, left = "0" }: FundsOfMonth): MadeLine[] {
  return rankRequests(
    requests.map(({ step: _step, ...file }) => file),
    left,
  );
}

/** What of a request its place follows from. */
function keyOf(file: FundFile): string {
  const { caseId, ministryNumber, registeredOn, lei = null, vitalRisk = null, benefit = null } = file;
  return JSON.stringify([caseId, ministryNumber, registeredOn, lei, vitalRisk, benefit]);
}

/** All that an order follows from: the allocation, what is granted, who waits and how. */
function fingerprintOf({ allocation, granted, requests, grantsWithoutRate }: FundsOfMonth): string {
  const keys = requests.map(keyOf).toSorted();
  const all = [allocation?.version ?? 0, allocation?.amount ?? null, granted, grantsWithoutRate, keys];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex");
}

async function keysOf(client: pg.PoolClient, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await client.query<{ id: string; wrapped_key: Buffer }>(
    "SELECT id, wrapped_key FROM cases WHERE id = ANY ($1::uuid[]) AND length(wrapped_key) > 0",
    [ids],
  );
  return new Map(rows.map(({ id, wrapped_key: key }) => [id, key]));
}
