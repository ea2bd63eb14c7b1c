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
