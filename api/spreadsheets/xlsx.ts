/**
 * Spreadsheets written row by row (Office Open XML, ECMA-376): texts, dates and lists to choose from, nothing that
 * computes. A long one is never whole in memory.
 */
import { Readable } from "node:stream";
import { Zip, ZipDeflate } from "fflate";
import { dayNumber, isPlainDate, type PlainDate } from "../../domain/plain-date.ts";

/** A date is a cell of its own kind; everything else is a text, whatever it begins with. */
export type XlsxCell = string | number | { readonly date: PlainDate };

export interface XlsxSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** The first row is a heading: bold, and it stays in sight. */
  readonly rows: Iterable<readonly XlsxCell[]> | AsyncIterable<readonly XlsxCell[]>;
  /** Columns (from 0) whose cells offer a list. */
  readonly lists?: ReadonlyMap<number, readonly string[]>;
  /** Columns (from 0) whose empty cells are dates too. */
  readonly dates?: readonly number[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** Day 0 of spreadsheets, 1899-12-30, as a day number. */
const SHEET_EPOCH = -25_569;
const PLAIN = 0;
const HEADING = 1;
const DATE = 2;
/** Texts put together before they are packed. */
const CHUNK = 64 * 1024;
/** How far down a list is offered. */
const LIST_ROWS = 5_001;

/** The spreadsheet as a stream of bytes. */
export function xlsx(sheets: readonly XlsxSheet[]): Readable {
  return Readable.from(packed(sheets));
}

async function* packed(sheets: readonly XlsxSheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const encoder = new TextEncoder();
  const begin = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    return entry;
  };
  for (const [name, xml] of frame(sheets)) begin(name).push(encoder.encode(HEAD + xml), true);
  for (const [index, sheet] of sheets.entries()) {
    const entry = begin(`xl/worksheets/sheet${index + 1}.xml`);
    let text = HEAD;
    for await (const part of sheetXml(sheet)) {
      text += part;
      if (text.length < CHUNK) continue;
      entry.push(encoder.encode(text));
      text = "";
      yield* ready.splice(0);
    }
    entry.push(encoder.encode(text), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

function* frame(sheets: readonly XlsxSheet[]): Generator<readonly [string, string]> {
  const numbers = sheets.map((_, index) => index + 1);
  const officeType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  yield [
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${officeType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${officeType}.styles+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${officeType}.worksheet+xml"/>`).join("")}</Types>`,
  ];
  yield [
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ];
  yield [
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
  ];
  yield [
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ];
  yield [
    "xl/styles.xml",
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ];
}

async function* sheetXml({ widths, rows, lists, dates = [] }: XlsxSheet): AsyncGenerator<string> {
  const columns = widths
    .map((width, index) => {
      const style = dates.includes(index) ? ` style="${DATE}"` : "";
      return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`;
    })
    .join("");
  yield `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    const cells = row.map((cell, index) => cellXml(cell, `${letters(index)}${number}`, number === 1 ? HEADING : PLAIN));
    yield `<row r="${number}">${cells.join("")}</row>`;
  }
  yield `</sheetData>${validations(lists)}</worksheet>`;
}

function cellXml(cell: XlsxCell, at: string, style: number): string {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}" s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="${DATE}"><v>${dayNumber(cell.date) - SHEET_EPOCH}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Lists that a cell offers; other values may be typed too, and are judged when the file is read. */
function validations(lists: ReadonlyMap<number, readonly string[]> = new Map()): string {
  if (lists.size === 0) return "";
  const rules = [...lists].map(([column, values]) => {
    const at = letters(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${at}2:${at}${LIST_ROWS}"><formula1>"${escaped(values.join(","))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/** `A`, `B` … `Z`, `AA` …, from 0. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** What XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A date as a cell of its own kind; what is no date stays a text. */
export function dateCell(date: string | undefined): XlsxCell {
  return date === undefined ? "" : isPlainDate(date) ? { date } : date;
}
