/** The cells of one row, read as what their columns hold. What is wrong is kept, and nothing is guessed. */
import type { ErrorCode, Params } from "../../domain/i18n/errors.ts";
import type { Text } from "../../domain/case/commands.ts";
import { COUNTIES, COUNTY_CODES, type County } from "../../domain/people/counties.ts";
import { fromDayNumber, isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { plainWords } from "./column.ts";
import { columnIn, type ColumnKey, type Columns } from "./columns.ts";
import type { Cell, TableRow } from "./read-table.ts";

/** What is wrong in a row, before it is said in a language. */
export interface RowProblem {
  readonly column?: ColumnKey;
  readonly code: ErrorCode | (string & {});
  readonly params?: Params;
  /** Instead of the sentence of the code, when a schema has found it. */
  readonly message?: Text;
}

/** One of the values of a cell that speaks of clinics: `2: 13.03.2026 | e-mail`. */
export interface ClinicEntry {
  readonly clinic: number;
  readonly text: string;
}

/** Day 0 of spreadsheets, 1899-12-30, as a day number; and the numbers that can be a date of a person's life or of a file. */
const SHEET_EPOCH = -25_569;
const FIRST_SHEET_DAY = 1;
const LAST_SHEET_DAY = 80_000;

export class RowCells {
  readonly problems: RowProblem[] = [];
  private readonly cells: TableRow["cells"];
  private readonly columns: Columns;

  constructor({ cells }: TableRow, columns: Columns) {
    this.cells = cells;
    this.columns = columns;
  }

  titleOf(key: ColumnKey): Text {
    return columnIn(this.columns, key).title;
  }

  has(key: ColumnKey): boolean {
    return this.cells.has(key);
  }

  wrong(column: ColumnKey, code: ErrorCode, params: Params = {}): undefined {
    this.problems.push({ column, code, params });
    return undefined;
  }

  /** A text; a number as it was typed. */
  text(key: ColumnKey): string | undefined {
    const cell = this.cells.get(key);
    return cell === undefined ? undefined : textOf(cell);
  }

  /** As {@link text}, for a column that every row needs. */
  needed(key: ColumnKey): string | undefined {
    return this.text(key) ?? this.wrong(key, "CELL_EMPTY", { column: this.titleOf(key) });
  }

  date(key: ColumnKey): PlainDate | undefined {
    const cell = this.cells.get(key);
    if (cell === undefined) return undefined;
    return dateOf(cell) ?? this.wrong(key, "CELL_DATE", { wrote: textOf(cell) });
  }

  neededDate(key: ColumnKey): PlainDate | undefined {
    return this.has(key) ? this.date(key) : this.wrong(key, "CELL_EMPTY", { column: this.titleOf(key) });
  }

  county(key: ColumnKey): County | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    return findCounty(text) ?? this.wrong(key, "CELL_COUNTY", { wrote: text });
  }

  /** One of the words of the column, as its name. */
  word(key: ColumnKey): string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const words = Object.entries(columnIn(this.columns, key).words ?? {});
    const found = words.find(([name, said]) => [name, ...said].some((word) => plainWords(word) === plainWords(text)));
    if (found !== undefined) return found[0];
    const each = (index: number): string => words.map(([name, said]) => said[index] ?? said[0] ?? name).join(", ");
    return this.wrong(key, "CELL_WORD", { wrote: text, words: { ro: each(0), en: each(1) } });
  }

  /** Of a column that says yes or no. */
  yes(key: ColumnKey): boolean | undefined {
    const word = this.word(key);
    return word === undefined ? undefined : word === "yes";
  }

  number(key: ColumnKey): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    return /^\d{1,3}$/.test(text) ? Number(text) : this.wrong(key, "CELL_NUMBER", { wrote: text });
  }

  /** As an amount is sent: `21.500,00`, `21 500` and `21500` are one. */
  amount(key: ColumnKey): string | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : amountOf(text);
  }

  /**
   * What a cell says of the clinics of the row, `1: …; 2: …`. Without numbers one value is for all of them, and several
   * are in their order; `-` leaves one out.
   */
  clinics(key: ColumnKey, all: readonly number[]): ClinicEntry[] {
    const cell = this.cells.get(key);
    if (cell === undefined) return [];
    const parts = textOf(cell)
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const numbered = parts.map((part) => /^(?:clinica\s*|clinic-?\s*)?(\d{1,2})\s*[:)=]\s*(.*)$/is.exec(part));
    if (numbered.every((part) => part === null)) {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return all.map((clinic) => ({ clinic, text: only }));
      return parts.flatMap((text, index) => (text === "-" ? [] : this.entry(key, index + 1, text, all)));
    }
    return parts.flatMap((part, index) => {
      const [, number, text] = numbered[index] ?? [];
      if (number === undefined || text === undefined) {
        this.wrong(key, "CELL_CLINIC_ENTRY", { wrote: part });
        return [];
      }
      return text.trim() === "-" ? [] : this.entry(key, Number(number), text.trim(), all);
    });
  }

  private entry(key: ColumnKey, clinic: number, text: string, all: readonly number[]): ClinicEntry[] {
    if (all.includes(clinic)) return [{ clinic, text }];
    this.wrong(key, "CELL_NO_CLINIC", { number: clinic, known: all.join(", ") || "–" });
    return [];
  }
}

/** A cell as text: a date as people write it, a number without a fraction that nobody typed. */
export function textOf(cell: Cell): string {
  if (cell instanceof Date) {
    const date = dateOf(cell);
    return date === undefined ? String(cell) : date.split("-").toReversed().join(".");
  }
  return String(cell).replaceAll("\u00A0", " ").trim();
}

/** A date cell, the number of a day in a spreadsheet, `12.03.2026`, `12/03/2026` or `2026-03-12`. */
export function dateOf(cell: Cell): PlainDate | undefined {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return undefined;
    const date = cell.toISOString().slice(0, 10);
    return isPlainDate(date) ? date : undefined;
  }
  if (typeof cell === "number") {
    const day = Math.floor(cell);
    return day >= FIRST_SHEET_DAY && day <= LAST_SHEET_DAY ? fromDayNumber(day + SHEET_EPOCH) : undefined;
  }
  return typeof cell === "string" ? dateIn(cell.trim()) : undefined;
}

function dateIn(text: string): PlainDate | undefined {
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [, day = "", month = "", year = ""] = written ?? [];
  const date = written === null ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : undefined;
}

/** The first date in a text, and the text without it. `date` is undefined when there is none, or no real one. */
export function takeDate(text: string): { readonly date?: PlainDate; readonly wrote?: string; readonly rest: string } {
  const found = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}/.exec(text);
  if (found === null) return { rest: text.trim() };
  const date = dateIn(found[0]);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    .replaceAll(/[()]/g, " ")
    .trim();
  return { ...(date === undefined ? {} : { date }), wrote: found[0], rest };
}

const COUNTY_BY_NAME: ReadonlyMap<string, County> = new Map(
  COUNTY_CODES.flatMap((code) => [code, COUNTIES[code]].map((name) => [plainWords(name), code] as const)),
);

/** `CJ`, `Cluj`, `jud. Cluj`, `Bucuresti`. */
function findCounty(text: string): County | undefined {
  return COUNTY_BY_NAME.get(plainWords(text).replace(/^(judetul|judet|jud|municipiul)\s+/, ""));
}

/** With a point and at most two decimals when it can be read so; otherwise as it was typed, and refused as any other. */
export function amountOf(typed: string): string {
  const text = typed.replaceAll(/[\s\u00A0]/g, "");
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text)) return text.replaceAll(",", "");
  return text.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
}

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  (["ro", "en"] as const).flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
    return letters.flatMap((first) =>
      letters.flatMap((second) => {
        const name = names.of(first + second);
        return name === undefined ? [] : [[plainWords(name), first + second] as const];
      }),
    );
  }),
);

/** The ISO code of a country by its code or its name; as typed when it is neither. */
export function countryOf(text: string): string {
  const typed = text.trim();
  return /^[a-z]{2}$/i.test(typed) ? typed.toUpperCase() : (COUNTRIES.get(plainWords(typed)) ?? typed);
}
