import { z } from "zod";
import { TRANSLATED_KINDS } from "../../e112/commands.ts";
import { languageField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The medical documents that exist, and those of them that are translated, into which language (E112-13 to E112-23). */
export const RecordTranslations = z.strictObject({
  existing: z.array(z.enum(TRANSLATED_KINDS)).max(TRANSLATED_KINDS.length),
  translated: z.array(z.enum(TRANSLATED_KINDS)).max(TRANSLATED_KINDS.length),
  language: languageField,
  translator: z
    .strictObject({
      name: text(200),
      /** An office specialised in medical translations: recommended, not required (E112-23). */
      specialised: z.boolean().optional(),
    })
    .optional(),
});
export type RecordTranslations = z.infer<typeof RecordTranslations>;

export const recordTranslations = defineCommand({
  type: "recordTranslations",
  payload: RecordTranslations,
  facts: ({ existing, translated, language, translator }) => ({
    existing,
    translated,
    language,
    ...(translator?.specialised === undefined ? {} : { specialised: translator.specialised }),
  }),
  sealed: true,
});
