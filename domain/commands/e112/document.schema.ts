import { z } from "zod";
import { DOCUMENT_FORMS } from "../../case/document-forms.ts";
import { DOCUMENT_KINDS, type FiledDocument } from "../../e112/documents.ts";
import { text } from "../define.schema.ts";

/** A document of the dossier: what it is and in which form (E112-62 to E112-76). */
const DocumentEntry = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  form: z.enum(DOCUMENT_FORMS),
  /** What it is, in words. */
  title: text(200).optional(),
  /** An upload of this file, from `POST /api/cases/:id/uploads`. */
  upload: z.uuid().optional(),
});

export const DocumentEntries = z.array(DocumentEntry).max(60);

/** What of the documents may travel. */
export function documentFacts(documents: readonly z.infer<typeof DocumentEntry>[]): FiledDocument[] {
  return documents.map(({ kind, form, upload }) => ({ kind, form, ...(upload === undefined ? {} : { upload }) }));
}
