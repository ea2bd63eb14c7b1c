/** What may be looked for by its text in an address: register numbers, never names. */

/** `123`; `DSP-CJ/2026/000123`, `MS/2026/000045` or the beginning of one. */
const NUMBER = /^(?:\d{1,6}|(?:DSP-[A-Z]{0,2}|MS)(?:\/(?:\d{1,4}(?:\/\d{0,6})?)?)?)$/i;

/**
 * A number of a register of before, or its beginning: `123/2025`, `R-123/B`. It has a digit and no space; a date alone, a
 * run of digits as long as in a telephone number or a CNP, and a run of letters that could be a name are none.
 */
const LEGACY =
  /^(?=.*\d)(?!.*\d{7})(?!.*[A-Z]{5})(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$)[A-Z\d]+(?:[./-][A-Z\d]+)+[./-]?$/i;

/** True for a registration number, its beginning, its last digits, or a number of a register of before. */
export function isNumberSearch(text: string): boolean {
  return NUMBER.test(text) || LEGACY.test(text);
}
