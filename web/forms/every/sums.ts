/** Sums typed in forms: what they add up to, and whether they differ from what is expected. */
import { addAmounts, compareAmounts, findCents } from "../../../domain/money/amounts.ts";
import { toAmount } from "../check.ts";
import { getAt, listAt, textAt, type Values } from "../values.ts";

/** What the amounts of a list of rows add up to; those that are no amounts yet are left out. */
export function totalOf(values: Values, path: string, name = "amount"): string {
  return addAmounts(
    listAt(values, path)
      .map((row) => toAmount(textAt(row, name)))
      .filter((amount) => findCents(amount) !== undefined),
  );
}

/** True when an amount and its currency are not those that the file expects, which stand under `expected`. */
export function differsFromExpected(values: Values, amount: string): boolean {
  const expected = textAt(values, "expected.amount");
  if (expected === "" || findCents(amount) === undefined) return false;
  const currency = textAt(values, "currency").trim().toUpperCase();
  return compareAmounts(amount, expected) !== 0 || (currency !== "" && currency !== getAt(values, "expected.currency"));
}
