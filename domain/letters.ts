/** The letters and forms of every process, by the name of the process. */
import type { LetterDefinition } from "./case/letters.ts";
import type { CaseView } from "./case/view.ts";
import { E112_LETTERS } from "./e112/letters.ts";
import { LETTERS } from "./moh/letters.ts";

type Letters = Readonly<Record<string, LetterDefinition<never>>>;

const LETTERS_OF: Readonly<Record<CaseView["process"], Letters>> = { moh: LETTERS, e112: E112_LETTERS };

/** The letters of the files of a process, by their ids, in the order in which they are offered. */
export function lettersOf(process: CaseView["process"]): readonly (readonly [id: string, letter: LetterDefinition])[] {
  // Each is asked about the files of its own process, and about no others.
  return Object.entries(LETTERS_OF[process] as Readonly<Record<string, LetterDefinition>>);
}

/** One letter; undefined for one that the process does not have. */
export function findLetter(process: CaseView["process"], id: string): LetterDefinition | undefined {
  return lettersOf(process).find(([name]) => name === id)?.[1];
}
