/** Own expenses: the claim, each line judged at once by the rules, and its settlement (MOH-91 to MOH-93). */
import { findCents } from "../../../domain/money/amounts.ts";
import { EXPENSE_KINDS, judgeExpense, type Expense, type ExpenseKind } from "../../../domain/moh/expenses.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { useT } from "../../i18n/language.tsx";
import { Verdict } from "../../parts/Verdict.tsx";
import { toAmount } from "../check.ts";
import type { FormDescription, SpecialProps } from "../describe.ts";
import { rowsField, rowsToSend, type Column } from "../RowsField.tsx";
import { textAt } from "../values.ts";
import { RunningTotal } from "../every/RunningTotal.tsx";
import { checkClaimLines, ClaimLinesField, claimLines, linesToSend } from "./ClaimLinesField.tsx";

const EXPENSE: readonly Column[] = [
  {
    name: "kind",
    label: "field.expenseKind",
    kind: "select",
    required: true,
    options: EXPENSE_KINDS.map((kind) => ({ value: kind, label: `expense.${kind}` as const })),
  },
  { name: "date", label: "field.expenseDate", kind: "date", required: true },
  { name: "amount", label: "field.sum", kind: "amount", required: true },
  { name: "proof", label: "field.proof", kind: "text" },
  { name: "description", label: "field.description", kind: "text" },
];

export const fileExpenseClaim: FormDescription = {
  type: "fileExpenseClaim",
  initial: ({ treatment }) => ({ currency: treatment?.approval?.currency ?? "" }),
  fields: [
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    {
      path: "expenses",
      label: "field.expenses",
      ...rowsField<MohCaseView>({
        title: "field.expenses",
        hint: "field.expenses.hint",
        rule: "MOH-92",
        columns: EXPENSE,
        most: 200,
        needed: true,
        note: (row, props) => <ExpenseNote row={row} view={props.view} />,
        footer: RunningTotal,
      }),
    },
  ],
  payload: ({ expenses, currency }) => ({ expenses: rowsToSend(expenses, EXPENSE), currency }),
};

/** How the rules judge the line as it is typed. */
function ExpenseNote({ row, view }: { readonly row: unknown; readonly view: SpecialProps["view"] }) {
  const t = useT();
  const approvedOn = view.treatment?.approval?.on;
  const expense = expenseOf(row);
  if (approvedOn === undefined || expense === undefined) return <span className="quiet">{t("claim.notJudged")}</span>;
  return <Verdict verdict={judgeExpense(expense, approvedOn)} />;
}

function expenseOf(row: unknown): Expense | undefined {
  const kind = EXPENSE_KINDS.find((known): known is ExpenseKind => known === textAt(row, "kind"));
  const [date, amount] = [textAt(row, "date"), toAmount(textAt(row, "amount"))];
  if (kind === undefined || !isPlainDate(date) || findCents(amount) === undefined) return undefined;
  return { kind, date, amount, proven: textAt(row, "proof").trim() !== "" };
}

export const settleClaim: FormDescription = {
  type: "settleClaim",
  initial: (view) => ({ lines: claimLines(view) }),
  fields: [
    {
      kind: "special",
      path: "lines",
      label: "field.claimLines",
      component: ClaimLinesField,
      missing: checkClaimLines,
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
  payload: ({ lines, ...rest }) => ({ ...rest, lines: linesToSend(lines) }),
};
