import type { CaseView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";
import { getAt, textAt, type Values } from "../values.ts";
import { checkCorrection, CorrectionField } from "./CorrectionField.tsx";

/** Which act and which of its dates come from the timeline; `corrects` is set by the page that opens the form. */
export const correctDate: FormDescription<CaseView> = {
  type: "correctDate",
  fields: [
    {
      kind: "special",
      path: "correction",
      label: "field.newDate",
      component: CorrectionField,
      missing: checkCorrection,
    },
    { kind: "long", path: "reason", label: "field.correctionReason", required: true },
  ],
  payload: toCorrection,
};

function toCorrection(filled: Values): Values {
  const field = textAt(filled, "correction.field");
  const date = textAt(filled, "correction.date");
  const corrects = getAt(filled, "correction.corrects");
  const { reason } = filled;
  return field === "occurredOn" || field === ""
    ? { corrects, newOccurredOn: date, reason }
    : { corrects, field, newValue: date, reason };
}
