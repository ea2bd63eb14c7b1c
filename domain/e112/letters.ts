/** The letters and forms of the E112 process: who makes each, when, by which rules, in which languages. */
import type { LetterDefinition } from "../case/letters.ts";
import type { E112CaseView } from "../case/view.ts";
import type { E112CommandType } from "./commands.ts";
import type { E112_STEPS } from "./steps.ts";

export const E112_LETTERS = {} as const satisfies Record<
  string,
  LetterDefinition<E112CaseView, "cas", keyof typeof E112_STEPS, E112CommandType>
>;
