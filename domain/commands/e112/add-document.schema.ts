import { z } from "zod";
import { defineCommand } from "./define.schema.ts";
import { DocumentEntries, documentFacts } from "./document.schema.ts";

/** Further documents of the dossier. */
export const AddDocument = z.strictObject({
  documents: DocumentEntries.min(1),
  /** Who keeps a copy: the doctor may, the original stays for the dossier (E112-40). */
  copyKeptBy: z.enum(["patient", "doctor"]).optional(),
});
export type AddDocument = z.infer<typeof AddDocument>;

export const addDocument = defineCommand({
  type: "addDocument",
  payload: AddDocument,
  facts: ({ documents }) => ({ documents: documentFacts(documents) }),
  sealed: true,
});
