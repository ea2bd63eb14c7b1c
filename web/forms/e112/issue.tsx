/** The form: departure and costs before it, its issue, its two copies, its replacement (E112-38, E112-79 to E112-84). */
import { COST_KINDS } from "../../../domain/e112/commands.ts";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import type { FormDescription, SpecialProps } from "../describe.ts";
import { RunningTotal } from "../every/RunningTotal.tsx";
import { rowsField, rowsToSend, type Column } from "../RowsField.tsx";
import { setAt, textAt, type Values } from "../values.ts";
import { checkCopy, CopyField } from "./CopyField.tsx";
import { checkEntry, EntryField } from "./EntryField.tsx";
import { applicantName, departedOn, knownAcceptance, lastSaid, validForm } from "./known.ts";

type Form = FormDescription<E112CaseView>;

export const recordDeparture: Form = {
  type: "recordDeparture",
  initial: ({ today }) => ({ departedOn: today }),
  fields: [
    { kind: "date", path: "departedOn", label: "e112.departedOn", required: true, rule: "E112-82" },
    { kind: "long", path: "note", label: "field.note" },
  ],
};

const COST: readonly Column[] = [
  {
    name: "kind",
    label: "e112.costKind",
    kind: "select",
    required: true,
    options: COST_KINDS.map((kind) => ({ value: kind, label: `e112.cost.${kind}` as const })),
  },
  { name: "amount", label: "field.sum", kind: "amount", required: true },
  {
    name: "payer",
    label: "e112.payer",
    kind: "select",
    required: true,
    options: [
      { value: "patient", label: "e112.payer.patient" },
      { value: "institution", label: "e112.payer.institution" },
    ],
  },
  {
    name: "paid",
    label: "e112.paid",
    kind: "select",
    required: true,
    options: [
      { value: "yes", label: "answer.yes" },
      { value: "no", label: "answer.no" },
    ],
  },
];

export const recordCosts: Form = {
  type: "recordCosts",
  initial: (view) => ({
    currency:
      textAt(lastSaid(view, "recordCosts"), "currency") || textAt(knownAcceptance(view), "estimatedCost.currency"),
  }),
  fields: [
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    {
      path: "costs",
      label: "e112.costs",
      ...rowsField<E112CaseView>({
        title: "e112.costs",
        hint: "e112.costs.hint",
        rule: "E112-38",
        columns: COST,
        most: 50,
        needed: true,
        note: (row) => <CostNote row={row} />,
        footer: RunningTotal,
      }),
    },
  ],
  payload: ({ costs, currency }) => ({
    currency,
    costs: rowsToSend(costs, COST).map(({ paid, ...cost }) => ({ ...cost, paid: paid === "yes" })),
  }),
};

/** What a cost that the patient does not bear, or has paid, means here. */
function CostNote({ row }: { readonly row: unknown }) {
  const t = useT();
  const [kind, payer, paid] = [textAt(row, "kind"), textAt(row, "payer"), textAt(row, "paid")];
  if (kind !== "" && kind !== "treatment" && payer === "institution") {
    return <span className="mark mark-warn">{t("e112.cost.ofPatient")}</span>;
  }
  return kind === "treatment" && payer === "patient" && paid === "yes" ? (
    <span className="mark mark-warn">{t("e112.cost.paidByPatient")}</span>
  ) : null;
}

export const drawForceMajeureReport: Form = {
  type: "drawForceMajeureReport",
  fields: [
    {
      kind: "long",
      path: "reasons",
      label: "e112.forceMajeureReasons",
      hint: "e112.forceMajeureReasons.hint",
      required: true,
      rule: "E112-84",
    },
  ],
};

/** Said only when the patient had left; it is not sent. */
const hasLeft = (values: Values): boolean => values["left"] === true;

export const issueForm: Form = {
  type: "issueForm",
  initial: (view) => ({
    name: "S2",
    ...((departedOn(view) ?? view.today) < view.today ? { left: true } : {}),
  }),
  fields: [
    { kind: "special", path: "validity", label: "e112.validity", component: Validity },
    {
      kind: "choice",
      path: "name",
      label: "e112.formName",
      required: true,
      rule: "E112-09",
      options: [
        { value: "S2", label: "e112.formName.S2" },
        { value: "E112", label: "e112.formName.E112" },
      ],
    },
    { kind: "text", path: "treatment", label: "e112.formTreatment", hint: "e112.formTreatment.hint" },
    {
      kind: "answer",
      path: "forceMajeure",
      label: "e112.forceMajeure",
      required: true,
      rule: "E112-83",
      when: hasLeft,
    },
    {
      kind: "answer",
      path: "couldNotIssueBefore",
      label: "e112.couldNotIssueBefore",
      required: true,
      rule: "E112-83",
      when: hasLeft,
    },
    { kind: "answer", path: "costPaid", label: "e112.costPaid", required: true, rule: "E112-83", when: hasLeft },
  ],
  payload: (filled) => ({ ...filled, copies: 2 }),
};

/** For which period the form is issued, in how many copies, and what a departure before it asks for. */
function Validity({ view }: SpecialProps<E112CaseView>) {
  const t = useT();
  const { periodFrom, periodTo } = knownAcceptance(view);
  const left = departedOn(view);
  return (
    <>
      {typeof periodFrom === "string" && typeof periodTo === "string" && (
        <p>{t("e112.validity.period", { from: formatDate(periodFrom), to: formatDate(periodTo) })}</p>
      )}
      <p className="field-note">{t("e112.validity.copies")}</p>
      {left !== undefined && left < view.today && (
        <p className="mark mark-warn">{t("e112.departed.before", { date: formatDate(left) })}</p>
      )}
    </>
  );
}

/** That the cost is paid is proposed when it was recorded as such. */
export const closeAfterDeparture: Form = {
  type: "closeAfterDeparture",
  initial: ({ e112 }) => ({
    ground: e112.costs.some(({ kind, payer, paid }) => kind === "treatment" && payer === "patient" && paid)
      ? "paid"
      : "",
  }),
  fields: [
    {
      kind: "choice",
      path: "ground",
      label: "e112.closingGround",
      required: true,
      rule: "E112-83",
      options: [
        { value: "paid", label: "e112.ground.paid" },
        { value: "noForceMajeure", label: "e112.ground.noForceMajeure" },
      ],
    },
    { kind: "long", path: "reason", label: "field.reason", required: true },
  ],
};

const isForApplicant = (values: Values): boolean => textAt(values, "copy") === "2";

/** Copy 1 stays, copy 2 goes to who applied; the one that is left is proposed. */
export const handOverCopy: Form = {
  type: "handOverCopy",
  initial(view) {
    const left = validForm(view)?.copies.filter(({ on }) => on === undefined) ?? [];
    const [next] = left;
    return { copy: next === undefined ? "" : String(next.copy), receivedBy: applicantName(view) };
  },
  derive: (values, changed, view) =>
    changed === "copy" && textAt(values, "receivedBy") === ""
      ? setAt(values, "receivedBy", applicantName(view))
      : values,
  fields: [
    { kind: "special", path: "copy", label: "e112.whichCopy", component: CopyField, missing: checkCopy },
    { kind: "text", path: "receivedBy", label: "e112.receivedBy", when: isForApplicant },
  ],
  payload: ({ copy, ...rest }) => ({ ...rest, copy: Number(copy), to: copy === "1" ? "issuer" : "applicant" }),
};

export const replaceForm: Form = {
  type: "replaceForm",
  initial: (view) => ({ treatment: textAt(lastSaid(view, "issueForm"), "treatment") }),
  fields: [
    { kind: "long", path: "reason", label: "e112.replaceReason", hint: "e112.replaceReason.hint", required: true },
    { kind: "text", path: "treatment", label: "e112.formTreatment", hint: "e112.formTreatment.hint" },
  ],
};

/** A departure that was none, a cost that was not paid, a report drawn for nothing. */
export const annulEntry: Form = {
  type: "annulEntry",
  fields: [
    { kind: "special", path: "entry", label: "e112.entry", component: EntryField, missing: checkEntry },
    { kind: "long", path: "reason", label: "e112.annulReason", required: true },
  ],
  payload: ({ entry, ...rest }) => ({ ...rest, entry: Number(entry) }),
};

export const cancelForm: Form = {
  type: "cancelForm",
  fields: [
    {
      kind: "check",
      path: "applicantGivesUp",
      label: "e112.applicantGivesUp",
      hint: "e112.applicantGivesUp.hint",
      rule: "E112-10",
    },
    { kind: "long", path: "reason", label: "e112.cancelReason", hint: "e112.cancelReason.hint", required: true },
  ],
};

export const recordTreatmentDone: Form = {
  type: "recordTreatmentDone",
  fields: [{ kind: "long", path: "note", label: "field.note" }],
};
