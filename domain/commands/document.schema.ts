import { z } from "zod";
import { DOCUMENT_KINDS, type FiledDocument } from "../moh/documents.ts";
import { clinicField, text } from "./define.schema.ts";

/** A document as it is filed: what it is and in which form; a waiver names its reason and proof instead (decision 13). */
export const DocumentEntry = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  form: z.enum(["original", "copy"]),
  /** The clinic whose correspondence it proves; only for `dovadaCorespondenta` (MOH-66). */
  clinic: clinicField.optional(),
  /** What it is, in words. */
  title: text(200).optional(),
  /** An upload of this file, from `POST /api/cases/:id/uploads`. */
  upload: z.uuid().optional(),
  waiver: z.strictObject({ reason: text(500), proof: text(500) }).optional(),
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;

/** A list of documents; a waiver is possible for the second parent's identity document alone, and a proof names its clinic. */
export const DocumentEntries = z
  .array(DocumentEntry)
  .max(60)
  .superRefine((documents, context) => {
    documents.forEach((document, index) => {
      if (document.waiver !== undefined && document.kind !== "ciParinte2") {
        context.addIssue({ code: "custom", path: [index, "waiver"], params: { code: "WAIVER_NOT_POSSIBLE" } });
      }
      if ((document.kind === "dovadaCorespondenta") !== (document.clinic !== undefined)) {
        context.addIssue({ code: "custom", path: [index, "clinic"], params: { code: "PROOF_NAMES_CLINIC" } });
      }
    });
  });

/** What of the documents may travel. */
export function documentFacts(documents: readonly DocumentEntry[]): FiledDocument[] {
  return documents.map(({ kind, form, clinic, upload, waiver }) => ({
    kind,
    form,
    ...(clinic === undefined ? {} : { clinic }),
    ...(upload === undefined ? {} : { upload }),
    ...(waiver === undefined ? {} : { waived: true }),
  }));
}
