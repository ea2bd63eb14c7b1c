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

/** The address that is in use is proposed: that of who filed, or else the patient's. */
export const correctContact: FormDescription = {
  type: "correctContact",
  fields: [
    {
      kind: "choice",
      path: "whose",
      label: "field.whose",
      required: true,
      options: [
        { value: "patient", label: "whose.patient" },
        { value: "filer", label: "whose.filer" },
      ],
    },
    { kind: "email", path: "email", label: "field.email", required: true },
  ],
  initial({ subject: { filer, patient } }) {
    const whose = filer["email"] === undefined && filer["role"] === "patient" ? "patient" : "filer";
    return { whose, email: (whose === "filer" ? filer["email"] : patient["email"]) ?? "" };
  },
};

export const withdrawApplication: FormDescription = {
  type: "withdrawApplication",
  fields: [{ kind: "long", path: "reason", label: "field.withdrawReason", required: true }],
};
