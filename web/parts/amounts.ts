/** `12500.00` as `12.500,00`: exact decimals stay text, no floating point touches them. */
export function formatAmount(amount: string): string {
  const [whole = "", cents] = amount.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return cents === undefined ? grouped : `${grouped},${cents.padEnd(2, "0")}`;
}
