/** Departure, companions and return (MOH-85, MOH-91, MOH-94, MOH-95). */
import { completedYears, isPlainDate } from "../../../domain/plain-date.ts";
import { LAST_COMPANION_AGE } from "../../../domain/moh/treatment.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";
import { rowsField, rowsToSend, type Column } from "../RowsField.tsx";
import { RunningTotal } from "../every/RunningTotal.tsx";

const COMPANION: readonly Column[] = [
  { name: "name", label: "field.companionName", kind: "text", required: true },
  { name: "relation", label: "field.companionRelation", kind: "text" },
];

export const recordDeparture: FormDescription = {
  type: "recordDeparture",
  fields: [
    {
      path: "companions",
      label: "field.companions",
      ...rowsField({
        title: "field.companions",
        hint: "field.companions.hint",
        rule: "MOH-85",
        columns: COMPANION,
        most: 10,
      }),
    },
  ],
  payload: ({ companions }) => ({ companions: rowsToSend(companions, COMPANION) }),
};

export const recordReturn: FormDescription = {
  type: "recordReturn",
  fields: [{ kind: "long", path: "note", label: "field.note" }],
};

const JOURNEY: readonly Column[] = [
  { name: "companion", label: "field.companionName", kind: "text", required: true },
  {
    name: "direction",
    label: "field.direction",
    kind: "select",
    required: true,
    options: [
      { value: "outward", label: "direction.outward" },
      { value: "return", label: "direction.return" },
    ],
  },
  { name: "amount", label: "field.sum", kind: "amount", required: true },
  { name: "proof", label: "field.proof", kind: "text", required: true },
];

/** A journey out and one back are proposed for each companion. */
export const settleCompanions: FormDescription = {
  type: "settleCompanions",
  initial({ treatment }) {
    const companions = treatment?.departure?.companions ?? [];
    return {
      journeys: companions.flatMap(({ name }) => [
        { companion: name, direction: "outward" },
        { companion: name, direction: "return" },
      ]),
      currency: treatment?.approval?.currency ?? "",
    };
  },
  blocked: notReimbursed,
  fields: [
    {
      path: "journeys",
      label: "field.journeys",
      ...rowsField({
        title: "field.journeys",
        hint: "field.journeys.hint",
        rule: "MOH-85",
        columns: JOURNEY,
        most: 40,
        needed: true,
        footer: RunningTotal,
      }),
    },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
  ],
  payload: ({ journeys, currency }) => ({ journeys: rowsToSend(journeys, JOURNEY), currency }),
};

/** Why the companions' travel is not reimbursed on this file (MOH-A22). */
function notReimbursed({ treatment, subject }: MohCaseView): ReturnType<NonNullable<FormDescription["blocked"]>> {
  const { departure } = treatment ?? {};
  if (departure === undefined) return { message: "companions.noDeparture" };
  if (departure.companions.length === 0) return { message: "companions.none" };
  const age = ageOn(subject.patient["birthDate"], departure.on);
  return age === undefined || age <= LAST_COMPANION_AGE
    ? undefined
    : { message: "companions.tooOld", values: { age, most: LAST_COMPANION_AGE } };
}

function ageOn(birthDate: string | undefined, on: string): number | undefined {
  return isPlainDate(birthDate) && isPlainDate(on) ? completedYears(birthDate, on) : undefined;
}
