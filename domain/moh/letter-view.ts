/** A letter of a file as the screen offers it. */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import type { LetterId, LetterLanguage } from "./letters.ts";

export interface LetterView {
  readonly letter: LetterId;
  readonly title: Text;
  /** When it is used and what for. */
  readonly use: Text;
  /** The first is the one it is made in unless another is asked for. */
  readonly languages: readonly LetterLanguage[];
  readonly rules: readonly RuleId[];
  /** The steps at which it is needed, and the acts after which it is. */
  readonly steps: readonly string[];
  readonly acts: readonly string[];
  /** The clinics that it can go to; none for a letter to somebody else. */
  readonly clinics: readonly { readonly id: string; readonly name: string }[];
  readonly possible: boolean;
  /** Another house makes it. */
  readonly elsewhere: boolean;
  /** Why it cannot be made now. */
  readonly reason?: Text;
}
