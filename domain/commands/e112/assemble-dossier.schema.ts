import { z } from "zod";
import { defineCommand } from "./define.schema.ts";
import { DocumentEntries, documentFacts } from "./document.schema.ts";

/** The dossier is put together from the list of an adult or of a child (E112-62 to E112-76). */
export const AssembleDossier = z.strictObject({
  documents: DocumentEntries,
});
export type AssembleDossier = z.infer<typeof AssembleDossier>;

export const assembleDossier = defineCommand({
  type: "assembleDossier",
  payload: AssembleDossier,
  facts: ({ documents }) => ({ documents: documentFacts(documents) }),
  sealed: true,
});
