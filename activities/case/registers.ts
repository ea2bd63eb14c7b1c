import type pg from "pg";
import type { NumberedAct } from "../../domain/case/process.ts";
import { bucharestDate, yearOf } from "../../domain/plain-date.ts";

const NUMBER_DIGITS = 6;

/**
 * The next number in an institution's register of this year, for example `DSP-CJ/2026/000123` (MOH-21, MOH-71).
 * Taken in the transaction that uses it: a failed one leaves no gap.
 */
export async function takeNumber(client: pg.PoolClient, institution: string, now: Date): Promise<string> {
  const year = yearOf(bucharestDate(now));
  const { rows } = await client.query<{ last_number: number }>(
    `INSERT INTO registers (institution_id, year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (institution_id, year) DO UPDATE SET last_number = registers.last_number + 1
     RETURNING last_number`,
    [institution, year],
  );
  const [row] = rows;
  if (row === undefined) throw new RangeError(`no register of ${institution}`);
  return `${institution}/${year}/${String(row.last_number).padStart(NUMBER_DIGITS, "0")}`;
}

/** The number of an act: the one that it has had in a register of before, unless another file has it; otherwise the next that nobody has. */
export async function numberOfAct(
  client: pg.PoolClient,
  { register, kept }: Omit<NumberedAct, "act">,
  now: Date,
): Promise<string> {
  if (kept !== undefined && !(await isTaken(client, kept))) return kept;
  for (;;) {
    const number = await takeNumber(client, register, now);
    if (!(await isTaken(client, number))) return number;
  }
}

async function isTaken(client: pg.PoolClient, number: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM cases WHERE application_number = $1 OR registration_number = $1
     UNION ALL SELECT FROM issued_forms WHERE number = $1`,
    [number],
  );
  return (rowCount ?? 0) > 0;
}
