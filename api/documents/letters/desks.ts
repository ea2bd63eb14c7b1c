import type { CaseView } from "../../../domain/case/view.ts";
import type { LetterDesk } from "./desk.ts";
import { e112Letters } from "./e112/desk.ts";
import { mohLetters } from "./moh/desk.ts";

// Each desk is asked about the files of its own process, and about no others.
const DESKS = { moh: mohLetters, e112: e112Letters } as unknown as Readonly<Record<CaseView["process"], LetterDesk>>;

/** The letters of a process. */
export function letterDeskOf(process: CaseView["process"]): LetterDesk {
  return DESKS[process];
}
