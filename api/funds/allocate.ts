/** What the Ministry allocates for a month: the latest entry holds, the earlier ones stay. */
import type pg from "pg";
import { z } from "zod";
import { amountField, text } from "../../domain/commands/define.schema.ts";
import { compareAmounts } from "../../domain/money/amounts.ts";
import { LOCK_FUNDS, readAllocations, readFunds } from "../../prisma/funds.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { Person } from "../authorisation.ts";
import { requestHash } from "../cases/request-hash.ts";
import { ApiError, invalidField } from "../http/api-error.ts";
import type { Services } from "../services.ts";

export const AllocationRequest = z.strictObject({
  /** Chosen by the caller; the same one sent again is the same allocation. */
  commandId: z.uuid().transform((id) => id.toLowerCase()),
  /** The version that the person saw; 0 for the first. */
  expectedVersion: z.int().min(0),
  /** Lei, for the whole month. */
  amount: amountField,
  /** The act that allocates it. */
  legalAct: text(300),
});

export interface OfMonth {
  readonly institution: string;
  readonly month: string;
}

/**
 * Idempotent by the command id. @throws ApiError 409 when somebody changed it meanwhile, 422 when it would fall below
 * what is granted already.
 */
export async function allocate(
  { pool, keyring }: Pick<Services, "pool" | "keyring">,
  person: Person,
  { institution, month }: OfMonth,
  { commandId, expectedVersion, amount, legalAct }: z.output<typeof AllocationRequest>,
): Promise<void> {
  const payload = { by: person.id, institution, month, amount, legalAct };
  const hash = requestHash(keyring, { type: "allocate", payload });
  await inTransaction(pool, async (client) => {
    await client.query(LOCK_FUNDS);
    if (await isRepeated(client, commandId, hash)) return;
    const [standing] = await readAllocations(client, institution, month);
    if (expectedVersion !== (standing?.version ?? 0)) {
      const { by = "–", amount: now = "0", version = 0 } = standing ?? {};
      throw new ApiError(409, "ALLOCATION_CHANGED", { params: { month, by, amount: now }, body: () => ({ version }) });
    }
    const { granted } = await readFunds(client, institution, month);
    // The first entry of a month tells what was allocated before anybody wrote it down here.
    if (standing !== undefined && compareAmounts(amount, granted) < 0) {
      throw invalidField("ALLOCATION_TOO_SMALL", "amount", { granted, month }, "MOH-77");
    }
    await client.query(
      `INSERT INTO fund_allocations (institution_id, month, version, amount, legal_act, command_id, request_hash, by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [institution, month, expectedVersion + 1, amount, legalAct, commandId, hash, person.id],
    );
  });
}

async function isRepeated(client: pg.PoolClient, commandId: string, hash: string): Promise<boolean> {
  const { rows } = await client.query<{ request_hash: string }>(
    "SELECT request_hash FROM fund_allocations WHERE command_id = $1",
    [commandId],
  );
  const [earlier] = rows;
  if (earlier !== undefined && earlier.request_hash !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
  return earlier !== undefined;
}
