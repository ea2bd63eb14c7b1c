import type pg from "pg";
import type { Language } from "../../domain/i18n/language.ts";

/** The name of an institution with its id; undefined for none, or for one that is not there. */
export async function findInstitutionName(
  pool: pg.Pool,
  id: string | undefined,
  language: Language,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { rows } = await pool.query<{ ro: string; en: string }>(
    "SELECT name_ro AS ro, name_en AS en FROM institutions WHERE id = $1",
    [id],
  );
  const name = rows[0]?.[language];
  return name === undefined ? undefined : `${name} (${id})`;
}
