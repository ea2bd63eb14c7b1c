import type { FormDescription } from "../describe.ts";
import type { Values } from "../values.ts";
import { checkDocuments, DocumentsField, documentToSend } from "./DocumentsField.tsx";

export const addDocument: FormDescription = {
  type: "addDocument",
  fields: [
    {
      kind: "special",
      path: "documents",
      label: "field.documents",
      component: DocumentsField,
      missing: checkDocuments,
    },
  ],
  payload: ({ documents }) => ({ documents: ((documents ?? []) as Values[]).map(documentToSend) }),
};
