/** A register as a file: CSV or XLSX, read into rows of cells with their places. */
import { unzipSync } from "fflate";
import readXlsx from "read-excel-file/node";
import { ApiError } from "../http/api-error.ts";
import { readCsvLines, UnreadableCsv, withoutEscape } from "../spreadsheets/csv.ts";
import { plainWords } from "./column.ts";
import { columnIn, headingsOf, keysOf, type ColumnKey, type Columns } from "./columns.ts";

export const LARGEST_REGISTER_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 5_000;
/** A packed file says how long its parts are; more than this is no register. */
const LARGEST_UNPACKED_BYTES = 120 * 1024 * 1024;
/** A heading may stand below a title of the sheet. */
const HEADING_WITHIN = 10;
/** So many known names make a row the heading. */
const NAMES_OF_HEADING = 4;
const MEGABYTE = 1024 * 1024;

export type Cell = string | number | boolean | Date;

export interface TableRow {
  /** Its place in the sheet, from 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<ColumnKey, Cell>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** Headings that are not known. */
  readonly ignored: readonly string[];
}

interface Line {
  readonly row: number;
  readonly cells: readonly (Cell | null)[];
}

/** @throws ApiError 413 or 422 for a file that is no register, in a sentence that says what is wanted. */
export async function readTable(bytes: Uint8Array, columns: Columns): Promise<Table> {
  if (bytes.length > LARGEST_REGISTER_BYTES) throw tooLarge();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheets = isZip ? await xlsxSheets(bytes) : [csvSheet(bytes)];
  const find = headingsOf(columns);
  for (const lines of sheets) {
    const at = lines.slice(0, HEADING_WITHIN).findIndex((line) => headings(line, find).length >= NAMES_OF_HEADING);
    const heading = lines[at];
    if (heading !== undefined) return tableOf(columns, heading, lines.slice(at + 1));
  }
  throw new ApiError(422, "REGISTER_HEADINGS", { params: { missing: neededTitles(columns, keysOf(columns)) } });
}

export function tooLarge(): ApiError {
  return new ApiError(413, "REGISTER_TOO_LARGE", { params: { megabytes: LARGEST_REGISTER_BYTES / MEGABYTE } });
}

function csvSheet(bytes: Uint8Array): Line[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError(422, bytes.includes(0) ? "REGISTER_FORMAT" : "IMPORT_NOT_UTF8");
  }
  if (text.includes("\0")) throw new ApiError(422, "REGISTER_FORMAT");
  try {
    return readCsvLines(text).map(({ record, info }) => ({ row: info.lines, cells: record.map(withoutEscape) }));
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw new ApiError(422, "REGISTER_LINE", { params: { row: error.line } });
  }
}

async function xlsxSheets(bytes: Uint8Array): Promise<Line[][]> {
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > LARGEST_UNPACKED_BYTES) throw tooLarge();
    // The types of the library take the class for its instances.
    const sheets = (await readXlsx(Buffer.from(bytes))) as unknown as { data: (Cell | null)[][] }[];
    return sheets.map(({ data }) => data.map((cells, index) => ({ row: index + 1, cells })));
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(422, "REGISTER_FORMAT", { cause: error });
  }
}

function headings({ cells }: Line, find: ReturnType<typeof headingsOf>): ColumnKey[] {
  return cells.flatMap((cell) => (typeof cell === "string" ? (find(cell) ?? []) : []));
}

/** The headings of the needed columns, as a sentence names them. */
function neededTitles(columns: Columns, keys: readonly ColumnKey[]): { ro: string; en: string } {
  const titles = keys
    .map((key) => columnIn(columns, key))
    .flatMap(({ needed, title }) => (needed === true ? [title] : []));
  return { ro: titles.map(({ ro }) => ro).join("; "), en: titles.map(({ en }) => en).join("; ") };
}

function tableOf(known: Columns, heading: Line, lines: readonly Line[]): Table {
  const find = headingsOf(known);
  const names = heading.cells.map((cell) => (cell === null ? "" : String(cell).trim()));
  const columns = names.map((name) => (name === "" ? undefined : find(name)));
  const missing = keysOf(known).filter((key) => columnIn(known, key).needed === true && !columns.includes(key));
  if (missing.length > 0)
    throw new ApiError(422, "REGISTER_HEADINGS", { params: { missing: neededTitles(known, missing) } });
  const twice = columns.find((key, index) => key !== undefined && columns.indexOf(key) !== index);
  if (twice !== undefined)
    throw new ApiError(422, "REGISTER_HEADING_TWICE", { params: { column: columnIn(known, twice).title } });
  const rows = lines.map((line) => rowOf(line, columns)).filter(({ cells }) => cells.size > 0 && !isExplanation(cells));
  if (rows.length === 0) throw new ApiError(422, "REGISTER_EMPTY");
  if (rows.length > MOST_ROWS)
    throw new ApiError(422, "REGISTER_TOO_MANY", { params: { most: MOST_ROWS, given: rows.length } });
  return { rows, ignored: names.filter((name, index) => name !== "" && columns[index] === undefined) };
}

function rowOf({ row, cells }: Line, columns: readonly (ColumnKey | undefined)[]): TableRow {
  const filled = new Map<ColumnKey, Cell>();
  columns.forEach((key, index) => {
    const cell = cells[index];
    if (key === undefined || cell === null || cell === undefined) return;
    if (typeof cell === "string" && cell.trim() === "") return;
    filled.set(key, cell);
  });
  return { row, cells: filled };
}

/** The template explains itself in a row of its own, which is not a file. */
function isExplanation(cells: ReadonlyMap<ColumnKey, Cell>): boolean {
  const first = cells.get("legacyNumber");
  return typeof first === "string" && /^(explicatie|explanation)\b/.test(plainWords(first));
}
