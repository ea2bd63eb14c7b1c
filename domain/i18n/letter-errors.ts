/** The sentences of letters that cannot be made. */
import type { Text } from "../case/commands.ts";

export const LETTER_CODES = ["LETTER_NOT_POSSIBLE", "LETTER_INCOMPLETE", "LETTER_LANGUAGE", "NOT_THE_FILING"] as const;

type Said = (name: string) => string;

export const LETTER_SENTENCES: Readonly<
  Record<(typeof LETTER_CODES)[number], (said: Said, params: LetterParams) => Text>
> = {
  LETTER_NOT_POSSIBLE: reasonOf,
  LETTER_INCOMPLETE: reasonOf,
  LETTER_LANGUAGE: (said) => ({
    ro: `Scrisoarea se face numai în: ${said("known")}.`,
    en: `The letter is made only in: ${said("known")}.`,
  }),
  NOT_THE_FILING: () => ({
    ro: "Dovada cu codul de acces o face numai cine a înregistrat dosarul, cu commandId-ul depunerii.",
    en: "The receipt with the access code is made only by who registered the file, with the commandId of the filing.",
  }),
};

type LetterParams = Readonly<Record<string, string | number | Text>>;

/** The reason is a sentence by itself. */
function reasonOf(_said: Said, { reason }: LetterParams): Text {
  return typeof reason === "object" ? reason : { ro: String(reason), en: String(reason) };
}
