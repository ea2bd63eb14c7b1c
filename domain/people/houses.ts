/** The institutions in which a file is handled: `dsp`, `cst` and `ministry` on the Ministry's route, `cas` for an E112 file. */
import type { InstitutionKind } from "./roles.ts";

/** Ids, by kind. */
export type Houses = Readonly<Partial<Record<InstitutionKind, string>>>;

/** @throws RangeError for a kind that has no part in the file. */
export function getHouse(houses: Houses, kind: InstitutionKind): string {
  const house = houses[kind];
  if (house === undefined) throw new RangeError(`the file has no ${kind}`);
  return house;
}

/** The house that keeps the file and registered it: the DSP, or the CAS. @throws RangeError when there is neither. */
export function homeOf(houses: Houses): string {
  return houses.cas ?? getHouse(houses, "dsp");
}

/** Of a file as its row names them; an E112 file has neither a commission nor the Ministry, a file of the other route both. */
export function housesOf({ home_id: home, cst_id: cst, ministry_id: ministry }: HouseColumns): Houses {
  return cst === null || ministry === null ? { cas: home } : { dsp: home, cst, ministry };
}

export interface HouseColumns {
  readonly home_id: string;
  readonly cst_id: string | null;
  readonly ministry_id: string | null;
}
