/** Money of a month for one file, reserved before its case is told: never twice, never beyond the allocation (MOH-77). */
import type pg from "pg";
import { addAmounts, compareAmounts } from "../../domain/money/amounts.ts";
import { LOCK_FUNDS, readFunds, type FundsOfMonth, type WaitingRequest } from "../../prisma/funds.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { ApiError } from "../http/api-error.ts";

export interface Reservation {
  readonly institution: string;
  readonly caseId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly commandId: string;
  readonly by: string;
}

interface Standing {
  readonly command_id: string;
  readonly state: "reserved" | "granted" | "freed";
  readonly month: string;
  readonly by: string | null;
}

/**
 * Reserves what the file asks. Idempotent by the command; a file that does not wait reserves nothing, and its case
 * refuses the command by itself. In a month without an allocation the person who confirms answers for it.
 * @throws ApiError 409 when the sum does not fit, when a ranking is needed, or when somebody else is at it.
 */
export async function reserveFunds(pool: pg.Pool, wanted: Reservation): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(LOCK_FUNDS);
    const { rows } = await client.query<Standing>(
      `SELECT g.command_id, g.state, g.month, u.name AS by FROM fund_grants g LEFT JOIN users u ON u.id = g.by
       WHERE g.case_id = $1`,
      [wanted.caseId],
    );
    const [standing] = rows;
    if (standing?.state === "reserved" && standing.command_id !== wanted.commandId) {
      const { by, month } = standing;
      throw refusal("FUNDS_RESERVED", { by: by ?? "–", month });
    }
    if (standing !== undefined) return;
    const funds = await readFunds(client, wanted.institution, wanted.month);
    const request = funds.requests.find(({ caseId }) => caseId === wanted.caseId);
    if (request === undefined) return;
    requireRoom(funds, request, wanted.month);
    await client.query(
      `INSERT INTO fund_grants (case_id, institution_id, month, lei, command_id, by, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'reserved')`,
      [wanted.caseId, wanted.institution, wanted.month, request.lei ?? null, wanted.commandId, wanted.by],
    );
  });
}

/** The case did not take the command: the money is there for others. A grant stays. */
export async function releaseFunds(
  pool: pg.Pool,
  { caseId, commandId }: Pick<Reservation, "caseId" | "commandId">,
): Promise<void> {
  await pool.query("DELETE FROM fund_grants WHERE case_id = $1 AND command_id = $2 AND state = 'reserved'", [
    caseId,
    commandId,
  ]);
}

function requireRoom(funds: FundsOfMonth, { caseId, lei }: WaitingRequest, month: string): void {
  const { left, requests, grantsWithoutRate } = funds;
  if (left === undefined) return;
  const unknown = requests.filter((request) => request.lei === undefined);
  if (lei !== undefined && compareAmounts(lei, left) > 0) throw refusal("FUNDS_EXCEEDED", { lei, left, month });
  const asked = addAmounts(requests.flatMap((request) => request.lei ?? []));
  if (lei !== undefined && compareAmounts(asked, left) > 0) throw refusal("RANKING_NEEDED", { asked, left, month });
  if (unknown.length > 0 || grantsWithoutRate > 0) {
    const own = unknown.filter((request) => request.caseId === caseId);
    const named = (own.length > 0 ? own : unknown).map(({ ministryNumber }) => ministryNumber);
    throw refusal("FUNDS_RATE_NEEDED", { numbers: named.length > 0 ? named.join(", ") : month });
  }
}

function refusal(
  code: "FUNDS_EXCEEDED" | "RANKING_NEEDED" | "FUNDS_RATE_NEEDED" | "FUNDS_RESERVED",
  params: Readonly<Record<string, string>>,
): ApiError {
  return new ApiError(409, code, { params, body: () => ({ rule: "MOH-77" }) });
}
