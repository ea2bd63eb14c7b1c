/** The columns of the registers that are brought into the product, by process: found by what people call them. */
import type { ProcessName } from "../../domain/process-words.ts";
import { plainWords, type Column } from "./column.ts";
import { E112_COLUMNS } from "./e112/columns.ts";
import { MOH_COLUMNS } from "./moh/columns.ts";

export type ColumnKey = keyof typeof MOH_COLUMNS | keyof typeof E112_COLUMNS;
/** The columns of one register, in the order of its template. */
export type Columns = Readonly<Partial<Record<ColumnKey, Column>>>;

export const COLUMNS = { moh: MOH_COLUMNS, e112: E112_COLUMNS } as const satisfies Record<ProcessName, Columns>;

export function keysOf(columns: Columns): ColumnKey[] {
  return Object.keys(columns) as ColumnKey[]; // its own keys
}

/** @throws RangeError for a column that the register does not have. */
export function columnIn(columns: Columns, key: ColumnKey): Column {
  const column = columns[key];
  if (column === undefined) throw new RangeError(`no column ${key}`);
  return column;
}

/** How a heading is read: in Romanian, in English or by its own name. */
export function headingsOf(columns: Columns): (heading: string) => ColumnKey | undefined {
  const byName: ReadonlyMap<string, ColumnKey> = new Map(
    keysOf(columns).flatMap((key) => {
      const { title, also = [] } = columnIn(columns, key);
      return [key, title.ro, title.en, ...also].map((name) => [plainWords(name), key] as const);
    }),
  );
  return (heading) => byName.get(plainWords(heading.replace(/\*\s*$/, "")));
}
