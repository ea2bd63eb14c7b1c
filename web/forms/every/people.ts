/** Forms about the applicant that every file has: another address, a withdrawal. */
import type { CaseView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";

/** The address that is in use is proposed: that of who filed, or else the patient's. */
export const correctContact: FormDescription<CaseView> = {
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

export const withdrawApplication: FormDescription<CaseView> = {
  type: "withdrawApplication",
  fields: [{ kind: "long", path: "reason", label: "field.withdrawReason", required: true }],
};
