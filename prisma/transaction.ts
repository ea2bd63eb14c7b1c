import type pg from "pg";

/**
 * Runs `work` in one transaction: all of it is written, or nothing. `begin` is the SQL that opens it.
 * @throws what `work` throws, after the rollback.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
  begin = "BEGIN",
): Promise<Result> {
  const client = await pool.connect();
  client.on("error", ignore);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.off("error", ignore);
    client.release();
  }
}

/** A connection that breaks fails the query that it was asked; the event that says so again would end the process. */
function ignore(): void {}
