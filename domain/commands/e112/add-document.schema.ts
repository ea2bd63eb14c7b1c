import { z } from "zod";
import { defineCommand } from "./define.schema.ts";
import { DocumentEntries, documentFacts } from "./document.schema.ts";

/** Further documents of the dossier. */
export const AddDocument = z.strictObject({
  documents: DocumentEntries.min(1),
});
export type AddDocument = z.infer<typeof AddDocument>;

export const addDocument = defineCommand({
  type: "addDocument",
  payload: AddDocument,
  facts: ({ documents }) => ({ documents: documentFacts(documents) }),
  sealed: true,
});
