/** Whose figures belong together: the files of a process, the houses that handle them, and the house that counts them all. */
import type { LawProcess } from "../law/index.ts";
import type { InstitutionKind } from "../people/roles.ts";

interface Counted {
  /** Who keeps its files. */
  readonly home: InstitutionKind;
  /** Who has figures of their own. */
  readonly houses: readonly InstitutionKind[];
  readonly countedBy: InstitutionKind;
  /** Where the law sets no term for the decision: the steps from whose first day to whose first day it took. */
  readonly decision?: Decision;
}

/** Steps of the process, by name: that which opens with the registration, and those that open with either decision. */
interface Decision {
  readonly registered: string;
  readonly granted: string;
  readonly refused: string;
}

export const COUNTED: Readonly<Record<LawProcess, Counted>> = {
  moh: { home: "dsp", houses: ["dsp", "cst", "ministry"], countedBy: "ministry" },
  e112: {
    home: "cas",
    houses: ["cas"],
    countedBy: "cnas",
    decision: { registered: "check-insured-status", granted: "hand-over-copies", refused: "communicate-refusal" },
  },
};
export const COUNTED_PROCESSES = Object.keys(COUNTED) as readonly LawProcess[]; // its own keys

/** The process in whose figures a house of this kind has a part; undefined for one that handles no file. */
export function countedProcess(kind: InstitutionKind): LawProcess | undefined {
  return COUNTED_PROCESSES.find((process) => COUNTED[process].houses.includes(kind));
}
