/** In which form a document is filed. */
import type { Text } from "./commands.ts";

/**
 * `copyWithOriginal`: a copy is kept, the original is shown for conformity. `originalWithTranslation`: the original and its
 * legalised translation. `notarised`: made before a notary. `scan`: a picture, as it comes by e-mail.
 */
export const DOCUMENT_FORMS = [
  "original",
  "copy",
  "copyWithOriginal",
  "originalWithTranslation",
  "notarised",
  "scan",
] as const;
export type DocumentForm = (typeof DOCUMENT_FORMS)[number];

export const DOCUMENT_FORM_TITLES = {
  original: { ro: "original", en: "original" },
  copy: { ro: "copie", en: "copy" },
  copyWithOriginal: { ro: "copie + original pentru conformitate", en: "copy + original shown for conformity" },
  originalWithTranslation: { ro: "original + traducere legalizată", en: "original + legalised translation" },
  notarised: { ro: "legalizată la notariat", en: "made before a notary" },
  scan: { ro: "scanare", en: "scan" },
} as const satisfies Record<DocumentForm, Text>;
