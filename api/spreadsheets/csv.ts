/** CSV as spreadsheets read and write it: semicolons or commas, a byte order mark, and no cell that computes. */
import { parse, type CsvError } from "csv-parse/sync";
import { stringify, type Options } from "csv-stringify/sync";

export const BYTE_ORDER_MARK = "\u{FEFF}";
/** What a spreadsheet would compute, and what the export has made a text already: each gets one more apostrophe. */
const FORMULA = /^'*[=+\-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]/u;
const OPTIONS = { delimiter: ";", record_delimiter: "windows" } as const satisfies Options;

/** A cell that no spreadsheet computes. */
export function asText(cell: string): string {
  return cell.replace(FORMULA, "'$&");
}

/** A cell as it was before {@link asText}. */
export function withoutEscape(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Lines of CSV, without the byte order mark. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(asText)),
    OPTIONS,
  );
}

export interface CsvLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A line that cannot be read. */
export class UnreadableCsv extends Error {
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number) {
    super("a line of CSV cannot be read");
    this.name = "UnreadableCsv";
    this.line = line;
  }
}

/** Lines with something in them, by semicolons or commas as the first line has it. @throws UnreadableCsv. */
export function readCsvLines(text: string): CsvLine[] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(";") ? ";" : ",";
  try {
    const options = {
      bom: true,
      delimiter,
      info: true,
      // Found by itself, the first line's end would make one line of all that end otherwise.
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_records_with_empty_values: true,
    };
    return parse(text, options) as unknown as CsvLine[]; // with `info`, each record comes with its place
  } catch (error) {
    const line = (error as Partial<CsvError> & { lines?: number }).lines;
    if (line === undefined) throw error;
    throw new UnreadableCsv(line);
  }
}
