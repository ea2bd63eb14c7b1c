import { parse, type CsvError } from "csv-parse/sync";
import { CSV_COLUMNS, withoutEscape } from "./export.ts";
import { LineProblem, type FoundDay } from "./found-days.ts";

type Column = (typeof CSV_COLUMNS)[number];

/** What people call the columns in a file of their own. */
const HEADINGS: Readonly<Record<string, Column>> = {
  date: "date",
  data: "date",
  kind: "kind",
  fel: "kind",
  for: "for",
  pentru: "for",
  legalact: "legalAct",
  act: "legalAct",
  name: "name",
  nume: "name",
};
const NEEDED: readonly Column[] = ["date", "kind", "for", "legalAct"];

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The days of a CSV with a heading; columns by semicolons or commas, in any order. @throws LineProblem for the file as a whole. */
export function readCsv(text: string): FoundDay[] {
  const [heading, ...lines] = readLines(text);
  if (heading === undefined) throw new LineProblem(1, "IMPORT_EMPTY");
  const columns = heading.record.map((name) => HEADINGS[name.trim().toLowerCase()]);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const params = { columns: CSV_COLUMNS.join("; "), missing: missing.join("; ") };
    throw new LineProblem(heading.info.lines, "IMPORT_COLUMNS", params);
  }
  if (lines.length === 0) throw new LineProblem(heading.info.lines, "IMPORT_EMPTY");
  const cell = (record: readonly string[], column: Column): string =>
    withoutEscape((record[columns.indexOf(column)] ?? "").trim());
  return lines.map(({ record, info }) => ({
    line: info.lines,
    date: { text: cell(record, "date"), at: "date" },
    kind: { text: cell(record, "kind"), at: "kind" },
    for: { text: cell(record, "for"), at: "for" },
    legalAct: { text: cell(record, "legalAct"), at: "legalAct" },
  }));
}

function readLines(text: string): Line[] {
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
    return parse(text, options) as unknown as Line[]; // with `info`, each record comes with its place
  } catch (error) {
    const line = (error as Partial<CsvError> & { lines?: number }).lines;
    if (line === undefined) throw error;
    throw new LineProblem(line, "IMPORT_UNREADABLE");
  }
}
