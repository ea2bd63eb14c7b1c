/** What the letters of one process are made by. */
import type { CaseState } from "../../../domain/case/state.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import type { RuleId } from "../../../domain/law/index.ts";
import type { InstitutionKind } from "../../../domain/people/roles.ts";
import type { LetterContext } from "./context.ts";
import type { Letter } from "./frame.ts";

/** A content that a letter may not be without. */
export interface MissingContent {
  readonly path: string;
  readonly rule: RuleId;
  readonly message: { readonly ro: string; readonly en: string };
}

export interface LetterDesk<
  File extends CaseView = CaseView,
  State = CaseState,
  Kind extends InstitutionKind = InstitutionKind,
> {
  /** The kinds of houses in which a file is handled; the first keeps it. */
  readonly houses: readonly [Kind, ...Kind[]];
  /** The command that opens a file: who gave it is told the access code. */
  readonly filing: string;
  /** By the ids of the letters. Whether one can be made is decided by the definitions in the domain. */
  readonly makers: Readonly<Record<string, (context: LetterContext<File, State, Kind>) => Letter>>;
  receipt(context: LetterContext<File, State, Kind>, accessCode: string): Letter;
  /** The clinics that a letter to one clinic can go to. */
  clinicsOf(file: File): readonly { readonly id: string; readonly name: string }[];
  /** What of its contents the file does not have, for a letter that is not made without them. */
  missing?(letter: string, file: File): readonly MissingContent[];
}
