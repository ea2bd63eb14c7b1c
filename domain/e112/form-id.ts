/** How an address names an issued form: its number, with dashes for the strokes. */
export function formIdOf(number: string): string {
  return number.replaceAll("/", "-");
}
