import type pg from "pg";

/** The activity of the daily housekeeping. */
export interface HousekeepingActivities {
  /** Removes what nobody will ask for again: payloads whose command was refused or never reached its case, registers that nobody imported, and sessions that ended. */
  removeLeftovers(): Promise<void>;
}

/** A command can be sent again for as long as this; afterwards what was set down for it is removed. */
const KEPT_DAYS = 7;

export async function removeLeftovers(pool: pg.Pool): Promise<void> {
  // What a file on its way to another route begins with waits as long as it takes.
  await pool.query(
    `DELETE FROM intake i WHERE created_at < now() - make_interval(days => $1)
       AND NOT EXISTS (SELECT FROM case_links l WHERE l.to_case = i.case_id)`,
    [KEPT_DAYS],
  );
  await pool.query(
    `WITH unused AS (DELETE FROM file_imports WHERE state = 'ready' AND at < now() - interval '1 day' RETURNING id)
     DELETE FROM file_import_rows r USING unused u WHERE r.import_id = u.id`,
  );
  await pool.query("DELETE FROM sessions WHERE expires_at < now()");
  await pool.query("DELETE FROM worker_heartbeats WHERE at < now() - interval '1 day'");
}
