/** The settings that hold, as they stand in the table of the Ministry. */
import type pg from "pg";
import type { SettingsInForce } from "../domain/settings/settings.ts";

/** SQL: the values that were set, by key; null when none was. */
export const SETTINGS_IN_FORCE = `(SELECT jsonb_object_agg(s.key, s.value) FROM (
    SELECT DISTINCT ON (key) key, value FROM setting_changes ORDER BY key, version DESC) s)`;

export async function readSettings(database: Pick<pg.Pool, "query"> | pg.PoolClient): Promise<SettingsInForce> {
  const { rows } = await database.query<{ settings: SettingsInForce | null }>({
    name: "settings",
    text: `SELECT ${SETTINGS_IN_FORCE} AS settings`,
  });
  return rows[0]?.settings ?? {};
}
