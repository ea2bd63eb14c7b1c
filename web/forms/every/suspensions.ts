import type { CaseView } from "../../../domain/case/view.ts";
import { MOH_DUTIES } from "../../../domain/people/roles.ts";
import type { FormDescription } from "../describe.ts";
import { checkDeadline, ResumableField, SuspendableField } from "./DeadlineField.tsx";

/** Its date is the first day that does not count. */
export const suspendDeadline: FormDescription<CaseView> = {
  type: "suspendDeadline",
  fields: [
    {
      kind: "special",
      path: "deadline",
      label: "field.deadline",
      component: SuspendableField,
      missing: checkDeadline,
    },
    {
      kind: "select",
      path: "causedBy",
      label: "field.causedBy",
      required: true,
      options: MOH_DUTIES.map((duty) => ({ value: duty, label: `duty.${duty}` as const })),
    },
    { kind: "text", path: "legalBasis", label: "field.legalBasis", hint: "field.legalBasis.hint", required: true },
    { kind: "long", path: "cause", label: "field.cause", required: true },
  ],
};

/** Its date is the first day that counts again. */
export const resumeDeadline: FormDescription<CaseView> = {
  type: "resumeDeadline",
  fields: [
    { kind: "special", path: "deadline", label: "field.deadline", component: ResumableField, missing: checkDeadline },
  ],
};
