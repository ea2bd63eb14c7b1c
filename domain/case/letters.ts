/** What the letters and forms of every process have: who makes one, when, by which rules, in which languages. */
import type { RuleId } from "../law/index.ts";
import type { InstitutionKind } from "../people/roles.ts";
import type { Text } from "./commands.ts";
import type { CaseView, CommonCaseView, TimelineEntry } from "./view.ts";

/** Letters to those abroad are written in one of these; all others in Romanian. */
export const LETTER_LANGUAGES = ["ro", "en", "fr", "de"] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export interface LetterDefinition<
  File extends CommonCaseView = CaseView,
  House extends InstitutionKind = InstitutionKind,
  Step extends string = string,
  Act extends string = string,
> {
  readonly title: Text;
  /** When it is used and what for. */
  readonly use: Text;
  /** Whose people make it. */
  readonly by: readonly House[];
  /** The first is the one it is made in unless another is asked for. */
  readonly languages: readonly LetterLanguage[];
  readonly rules: readonly RuleId[];
  /** The steps at which it is needed. */
  readonly steps: readonly Step[];
  /** The acts after which it is needed. */
  readonly acts: readonly Act[];
  /** One for each clinic. */
  readonly perClinic?: boolean;
  /** Why it cannot be made of this file now; undefined when it can. */
  blocked(file: File): Text | undefined;
}

/** A letter of a file as the screen offers it. */
export interface LetterView {
  readonly letter: string;
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

/** The last act of a type, as the file tells it. */
export function lastAct({ timeline }: Pick<CommonCaseView, "timeline">, type: string): TimelineEntry | undefined {
  return timeline.findLast((entry) => entry.kind === "act" && entry.type === type);
}

export function hasAct(file: Pick<CommonCaseView, "timeline">, type: string): boolean {
  return lastAct(file, type) !== undefined;
}

/** A text that was typed with the last act of a type; undefined for none, and for an empty one. */
export function typedText(file: Pick<CommonCaseView, "timeline">, type: string, field: string): string | undefined {
  return filledText(lastAct(file, type)?.payload?.[field]);
}

export function filledText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
