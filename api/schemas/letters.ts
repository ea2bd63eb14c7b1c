import { z } from "zod";
import { LETTER_LANGUAGES } from "../../domain/case/letters.ts";
import { Text } from "./answers.ts";

const names = z.array(z.string());

export const LettersSchema = z.array(
  z
    .object({
      letter: z.string(),
      title: Text,
      use: Text,
      languages: z.array(z.enum(LETTER_LANGUAGES)),
      rules: names,
      steps: names,
      acts: names,
      clinics: z.array(z.object({ id: z.string(), name: z.string() })),
      possible: z.boolean(),
      elsewhere: z.boolean().meta({ description: "Another institution makes it" }),
      reason: Text.optional().meta({ description: "Why it cannot be made now" }),
    })
    .meta({ id: "Letter" }),
);
