/** Own expenses of a treatment abroad, line by line: what is reimbursed, what is not, what a person decides (MOH-92, MOH-93, MOH-A18). */
import { compareAmounts } from "../money/amounts.ts";
import type { PlainDate } from "../plain-date.ts";

export const EXPENSE_KINDS = ["treatment", "hospitalisation", "transport", "other"] as const;
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** One line of a claim; its amount is an exact decimal in the currency of the claim. */
export interface Expense {
  readonly kind: ExpenseKind;
  readonly date: PlainDate;
  readonly amount: string;
  /** A document proves it. */
  readonly proven: boolean;
}

/** What was granted of the line at this place, from 1. */
export interface SettledLine {
  readonly line: number;
  readonly granted: string;
  readonly reasoned: boolean;
}

/** Why a line is not reimbursed as it stands; `on-approval-day` waits for a person (decision 15). */
export type ExpenseVerdict = "reimbursable" | "kind" | "unproven" | "before-approval" | "on-approval-day";

/** How the rules judge an expense: its kind and its proof (MOH-92), and the approval that must come before it (MOH-93). */
export function judgeExpense({ kind, date, proven }: Expense, approvedOn: PlainDate): ExpenseVerdict {
  if (kind === "other") return "kind";
  if (date < approvedOn) return "before-approval";
  if (!proven) return "unproven";
  return date === approvedOn ? "on-approval-day" : "reimbursable";
}

/** What is wrong with a settlement, and with which line. */
export interface SettlementProblem {
  readonly code:
    "LINE_UNKNOWN" | "LINE_TWICE" | "LINE_NOT_REIMBURSABLE" | "LINE_TOO_MUCH" | "LINE_REASON" | "LINE_HELD";
  /** The place among the lines sent, from 0; absent for a line that is missing. */
  readonly at?: number;
  readonly line: number;
  readonly verdict?: ExpenseVerdict;
  readonly most?: string;
}

/** The first problem of a settlement of these expenses, or undefined. */
export function checkSettlement(
  expenses: readonly Expense[],
  lines: readonly SettledLine[],
  approvedOn: PlainDate,
): SettlementProblem | undefined {
  for (const [at, { line, granted, reasoned }] of lines.entries()) {
    const expense = expenses[line - 1];
    if (expense === undefined) return { code: "LINE_UNKNOWN", at, line };
    if (lines.findIndex((other) => other.line === line) !== at) return { code: "LINE_TWICE", at, line };
    const verdict = judgeExpense(expense, approvedOn);
    const isGranted = compareAmounts(granted, "0") > 0;
    if (isGranted && verdict !== "reimbursable" && verdict !== "on-approval-day") {
      return { code: "LINE_NOT_REIMBURSABLE", at, line, verdict };
    }
    if (compareAmounts(granted, expense.amount) > 0) return { code: "LINE_TOO_MUCH", at, line, most: expense.amount };
    const isCut = verdict === "reimbursable" && compareAmounts(granted, expense.amount) < 0;
    if ((isCut || verdict === "on-approval-day") && !reasoned) return { code: "LINE_REASON", at, line };
  }
  const held = expenses.findIndex(
    (expense, index) =>
      judgeExpense(expense, approvedOn) === "on-approval-day" && !lines.some(({ line }) => line === index + 1),
  );
  return held < 0 ? undefined : { code: "LINE_HELD", line: held + 1 };
}

/** What each line gets: as it was settled, otherwise all of a reimbursable one and nothing of another. */
export function grantedLines(
  expenses: readonly Expense[],
  lines: readonly SettledLine[],
  approvedOn: PlainDate,
): string[] {
  return expenses.map((expense, index) => {
    const settled = lines.find(({ line }) => line === index + 1);
    if (settled !== undefined) return settled.granted;
    return judgeExpense(expense, approvedOn) === "reimbursable" ? expense.amount : "0.00";
  });
}
