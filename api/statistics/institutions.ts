/** Whose statistics a person may read: one's own institution's, for the Ministry those of its route, for the CNAS those of E112. */
import type pg from "pg";
import type { Text } from "../../domain/case/commands.ts";
import type { LawProcess } from "../../domain/law/index.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import { COUNTED_PROCESSES, countedProcess } from "../../domain/statistics/processes.ts";
import { COUNTRY, type StatisticsChoices } from "../../domain/statistics/report.ts";
import { may, type Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import type { Scope } from "./read-counts.ts";

export interface House {
  readonly id: string;
  readonly kind: InstitutionKind;
  /** In whose figures it has a part. */
  readonly process: LawProcess;
  readonly name: Text;
}

export async function allHouses(pool: Pick<pg.Pool, "query">): Promise<House[]> {
  const { rows } = await pool.query<{ id: string; kind: InstitutionKind; ro: string; en: string }>(
    "SELECT id, kind, name_ro AS ro, name_en AS en FROM institutions ORDER BY kind, id",
  );
  return rows.flatMap(({ id, kind, ro, en }) => {
    const process = countedProcess(kind);
    return process === undefined ? [] : [{ id, kind, process, name: { ro, en } }];
  });
}

export function choicesOf(person: Person, houses: readonly House[]): StatisticsChoices {
  return {
    institutions: houses
      .filter(({ id, process }) => may(person, "statistics.read", { figuresOf: { institution: id, process } }))
      .map(({ id, kind, name }) => ({ id, kind, name })),
    country: countedEverywhere(person) !== undefined,
  };
}

/** The process whose files the person counts in all houses. */
function countedEverywhere(person: Person): LawProcess | undefined {
  return COUNTED_PROCESSES.find((process) => may(person, "statistics.read", { figuresOf: { process } }));
}

/** What was asked for; else all together for who may read that, otherwise the own institution. @throws ApiError 403 for what the person may not read. */
export function scopeOf(person: Person, houses: readonly House[], asked: string | undefined): Scope {
  const everywhere = countedEverywhere(person);
  if (everywhere !== undefined && (asked === undefined || asked === COUNTRY)) {
    return { kind: COUNTRY, institution: COUNTRY, process: everywhere };
  }
  const { institutions } = choicesOf(person, houses);
  const wanted = asked ?? institutions[0]?.id;
  const found = institutions.some(({ id }) => id === wanted) ? houses.find(({ id }) => id === wanted) : undefined;
  if (found === undefined) throw new ApiError(403, "FORBIDDEN");
  return { kind: found.kind, institution: found.id, process: found.process };
}

/** True when the person may open the files themselves, so that nothing is kept from them by hiding a small count. */
export function opensFiles(person: Person, { institution }: Scope): boolean {
  return may(person, "case.read", { institution });
}
