/** What may be looked for by its text in an address: register numbers, never names. */

/** `123`; `DSP-CJ/2026/000123`, `MS/2026/000045` or the beginning of one. */
const NUMBER = /^(?:\d{1,6}|(?:DSP-[A-Z]{0,2}|MS)(?:\/(?:\d{1,4}(?:\/\d{0,6})?)?)?)$/i;

/** True for a registration number, its beginning, or its last digits. */
export function isNumberSearch(text: string): boolean {
  return NUMBER.test(text);
}
