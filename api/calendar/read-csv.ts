import { readCsvLines, UnreadableCsv, withoutEscape, type CsvLine } from "../spreadsheets/csv.ts";
import { CSV_COLUMNS } from "./export.ts";
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

function readLines(text: string): CsvLine[] {
  try {
    return readCsvLines(text);
  } catch (error) {
    throw error instanceof UnreadableCsv ? new LineProblem(error.line, "IMPORT_UNREADABLE") : error;
  }
}
