/** Whose statistics a person may read: one's own institution's, and for the Ministry everybody's. */
import type pg from "pg";
import type { Text } from "../../domain/case/commands.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import { COUNTRY, type StatisticsChoices } from "../../domain/statistics/report.ts";
import { may, type Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import type { Scope } from "./read-counts.ts";

export interface House {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly name: Text;
}

export async function allHouses(pool: Pick<pg.Pool, "query">): Promise<House[]> {
  const { rows } = await pool.query<{ id: string; kind: InstitutionKind; ro: string; en: string }>(
    "SELECT id, kind, name_ro AS ro, name_en AS en FROM institutions WHERE kind IN ('dsp', 'cst', 'ministry') ORDER BY kind, id",
  );
  return rows.map(({ id, kind, ro, en }) => ({ id, kind, name: { ro, en } }));
}

export function choicesOf(person: Person, houses: readonly House[]): StatisticsChoices {
  return {
    institutions: houses.filter(({ id }) => may(person, "statistics.read", { figuresOf: id })),
    country: may(person, "statistics.read", { figuresOf: COUNTRY }),
  };
}

/** What was asked for; else all together for who may read that, otherwise the own institution. @throws ApiError 403 for what the person may not read. */
export function scopeOf(person: Person, houses: readonly House[], asked: string | undefined): Scope {
  const { institutions, country } = choicesOf(person, houses);
  if (country && (asked === undefined || asked === COUNTRY)) return { kind: COUNTRY, institution: COUNTRY };
  const found = asked === undefined ? institutions[0] : institutions.find(({ id }) => id === asked);
  if (found === undefined) throw new ApiError(403, "FORBIDDEN");
  return { kind: found.kind, institution: found.id };
}

/** True when the person may open the files themselves, so that nothing is kept from them by hiding a small count. */
export function opensFiles(person: Person, { institution }: Scope): boolean {
  return may(person, "case.read", { institution });
}
