/** Rounds of clinics: the announcement, new minutes, and the end without a clinic (MOH-62, MOH-63). */
import { stepName } from "../../../domain/case/process.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { URGENCY_CLASSES } from "./commission.ts";
import { checkNamedClinics, NamedClinicsField } from "./NamedClinicsField.tsx";

export const announceCommission: FormDescription = {
  type: "announceCommission",
  initial: (view) => ({ silent: idsWith(view, "silent"), refused: idsWith(view, "refused") }),
  fields: [
    {
      kind: "clinics",
      path: "silent",
      label: "field.silentClinics",
      rule: "MOH-61",
      which: ({ status }) => status === "silent",
    },
    { kind: "clinics", path: "refused", label: "field.refusedClinics", which: ({ status }) => status === "refused" },
    { kind: "long", path: "note", label: "field.note" },
  ],
};

function idsWith(view: MohCaseView, status: string): string[] {
  return view.clinics.filter((clinic) => clinic.status === status).map(({ id }) => id);
}

const naming = (values: Values): boolean => textAt(values, "what") === "clinics";
const reclassing = (values: Values): boolean => !naming(values);

/** The minutes name other clinics once the commission was told; they may change the class at any time (MOH-A32). */
export const registerNewMinutes: FormDescription = {
  type: "registerNewMinutes",
  initial(view) {
    const awaited = view.steps.some(({ step }) => stepName(step) === "name-other-clinics");
    return awaited ? { awaited, what: "clinics", clinics: [{}] } : { awaited, what: "class" };
  },
  fields: [
    {
      kind: "choice",
      path: "what",
      label: "field.minutesWhat",
      options: [
        { value: "clinics", label: "minutes.clinics" },
        { value: "class", label: "minutes.class" },
      ],
      when: ({ awaited }) => awaited === true,
    },
    { kind: "text", path: "number", label: "field.minutesNumber" },
    { kind: "date", path: "receivedOn", label: "field.receivedOn", hint: "field.receivedOn.hint", rule: "MOH-69" },
    { kind: "date", path: "registeredOn", label: "field.registeredOn", hint: "field.registeredOn.newHint" },
    {
      kind: "select",
      path: "urgencyClass",
      label: "field.urgencyClass",
      hint: "field.urgencyClass.unchanged",
      rule: "MOH-67",
      options: URGENCY_CLASSES,
      when: naming,
    },
    {
      kind: "select",
      path: "urgencyClass",
      label: "field.newClass",
      rule: "MOH-67",
      required: true,
      options: URGENCY_CLASSES,
      when: reclassing,
    },
    {
      kind: "special",
      path: "clinics",
      label: "field.clinics",
      component: NamedClinicsField,
      missing: checkNamedClinics,
      when: naming,
    },
    { kind: "long", path: "changes", label: "field.minutesChanges" },
  ],
  payload: ({ what: _, ...minutes }) => minutes,
};

export const closeWithoutClinic: FormDescription = {
  type: "closeWithoutClinic",
  fields: [{ kind: "long", path: "reason", label: "field.closeReason", required: true, rule: "MOH-63" }],
};
