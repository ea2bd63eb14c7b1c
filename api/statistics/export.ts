/** The tables of the statistics as files: what is withheld is said in words. */
import type { Readable } from "node:stream";
import type { Language } from "../../domain/i18n/language.ts";
import { cellText, decimal, word, type Cell, type StatisticsTable } from "../../domain/statistics/tables.ts";
import { BYTE_ORDER_MARK, csvLines } from "../spreadsheets/csv.ts";
import { xlsx, type XlsxCell, type XlsxSheet } from "../spreadsheets/xlsx.ts";

const WIDEST = 60;
const NARROWEST = 12;

/** One table, as a Romanian spreadsheet opens it. */
export function tableCsv({ columns, rows }: StatisticsTable, language: Language): string {
  const lines = rows.map((row) => row.map((cell) => csvText(cell, language)));
  return BYTE_ORDER_MARK + csvLines([columns, ...lines]);
}

/** Amounts without marks between thousands, which spreadsheets would not take for numbers. */
function csvText(cell: Cell, language: Language): string {
  if ("none" in cell) return "";
  return "amount" in cell ? decimal(cell.amount, language) : cellText(cell, language);
}

/** A sheet for each table, and one that says how the figures are counted. */
export function tablesXlsx(
  tables: readonly StatisticsTable[],
  legend: readonly string[],
  language: Language,
): Readable {
  const sheets = tables.map(({ id, columns, rows }): XlsxSheet => {
    const cells = [columns, ...rows.map((row) => row.map((cell) => xlsxCell(cell, language)))];
    return {
      name: word(`${id}Sheet`, language),
      widths: columns.map((_, index) => widthOf(cells, index)),
      rows: cells,
    };
  });
  const notes = {
    name: word("legendSheet", language),
    widths: [120],
    rows: [[word("legend", language)], ...legend.map((line) => [line])],
  };
  return xlsx([...sheets, notes]);
}

function xlsxCell(cell: Cell, language: Language): XlsxCell {
  if ("number" in cell) return cell.number;
  if ("amount" in cell) return Number(cell.amount);
  return "none" in cell ? "" : cellText(cell, language);
}

function widthOf(rows: readonly (readonly XlsxCell[])[], column: number): number {
  const lengths = rows.map((row) => textOf(row[column]).length + 2);
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths));
}

function textOf(cell: XlsxCell | undefined): string {
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
}
