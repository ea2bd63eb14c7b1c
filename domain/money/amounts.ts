/** Exact sums of money: texts such as `12500.00` outside, hundredths as big integers inside. No floating point touches them. */
import type { Language } from "../i18n/language.ts";

const AMOUNT = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** The hundredths of an amount; undefined for what is no amount. */
export function findCents(amount: unknown): bigint | undefined {
  const written = typeof amount === "string" ? AMOUNT.exec(amount) : null;
  if (written === null) return undefined;
  const [, minus = "", whole = "", decimals = ""] = written;
  return BigInt(`${minus}${whole}${decimals.padEnd(2, "0")}`);
}

/** @throws RangeError for what is no amount. */
function getCents(amount: string): bigint {
  const cents = findCents(amount);
  if (cents === undefined) throw new RangeError("not an exact amount");
  return cents;
}

/** The amount of so many hundredths, always with two decimals. */
export function ofCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `0.00` of none. @throws RangeError for what is no amount. */
export function addAmounts(amounts: readonly string[]): string {
  return ofCents(amounts.reduce((sum, amount) => sum + getCents(amount), 0n));
}

/** What is left of the first; below zero it has a minus. @throws RangeError for what is no amount. */
export function subtractAmounts(from: string, amount: string): string {
  return ofCents(getCents(from) - getCents(amount));
}

/** Below, equal to or above zero as the first is less than, as much as or more than the second: an order for sorting. */
export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  const [first, second] = [getCents(a), getCents(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** `12.500,00` in Romanian, `12,500.00` in English. What is no amount is shown as it is. */
export function formatAmount(amount: string, language: Language): string {
  const cents = findCents(amount);
  return cents === undefined ? amount : formatDecimal(ofCents(cents), language);
}

/** `12.500,00 EUR`, `12,500.00 EUR`; lei are called lei. The two stay on one line; a currency that is not known is left out. */
export function formatMoney(amount: string, currency: string, language: Language): string {
  const written = formatAmount(amount, language);
  return currency === "" ? written : `${written}\u00A0${currency === LEI ? "lei" : currency}`;
}

/** The currency of the country. */
export const LEI = "RON";

/** A decimal with a point, as it is written in the language. */
export function formatDecimal(decimal: string, language: Language): string {
  const [group, point] = language === "ro" ? [".", ","] : [",", "."];
  const [whole = "", decimals] = decimal.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}
