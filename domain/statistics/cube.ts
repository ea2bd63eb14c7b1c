/** Counts by what they count and whose they are, with the sums that they belong to. */
import { suppress, type Sum, type Withheld } from "./suppress.ts";
import { COUNTRY, type Shown } from "./report.ts";

/** So many of one kind, in the files of one DSP. */
export interface Fact {
  readonly family: "files" | "steps" | "terms" | "hands" | "money";
  readonly row: string;
  readonly column: string;
  readonly dsp: string;
  /** The commission and the Ministry, when it is theirs too. */
  readonly houses: readonly string[];
  readonly value: number;
  readonly people: number;
}

/** All rows of a family together. */
export const EVERY = "*";

export interface Cube {
  valueOf(family: Fact["family"], row: string, column: string, scope: string): number;
  /** At least so many people. */
  peopleIn(family: Fact["family"], row: string, column: string, scope: string): number;
  /** The rows of a family in which a scope has anything. */
  rowsOf(family: Fact["family"], scope: string): string[];
  /** What is withheld of it from who may not open the files. */
  withheld(): Withholding;
}

export type Withholding = (family: Fact["family"], row: string, column: string, scope: string) => Withheld | undefined;

/** Marks the sum of a count over its rows; without it, over those whose it is. */
const ROWS = "|rows";

interface MutableCount {
  value: number;
  people: number;
  readonly isShown: boolean;
}

/** What is summed up over its rows: terms, currencies, and the outcomes of closed files. */
function isSummed(family: string, column: string): boolean {
  return family === "terms" || family === "money" || (family === "files" && column === "closed");
}

/** `more` names the sums that the facts have beside those of institutions and rows. */
export function cubeOf(facts: readonly Fact[], more: (cube: Cube) => readonly Sum[] = () => []): Cube {
  const counts = new Map<string, MutableCount>();
  const parts = new Map<string, Set<string>>();
  const rows = new Map<string, Set<string>>();
  function add(name: string, fact: Pick<Fact, "value" | "people">, isShown: boolean): void {
    const count = counts.get(name) ?? { value: 0, people: 0, isShown };
    counts.set(name, count);
    count.value += fact.value;
    count.people += fact.people;
  }
  function belongs(total: string, part: string): void {
    const known = parts.get(total) ?? new Set();
    parts.set(total, known);
    known.add(part);
  }
  for (const fact of facts) {
    if (fact.value === 0) continue;
    const { family, row, column, dsp, houses } = fact;
    const place = `${[dsp, ...houses].join("+")} `;
    const every = isSummed(family, column);
    const cell = nameOf(family, row, column, place);
    const everyCell = nameOf(family, EVERY, column, place);
    add(cell, fact, false);
    if (every) {
      add(everyCell, fact, false);
      belongs(everyCell, cell);
    }
    for (const scope of [dsp, ...houses, COUNTRY]) {
      const name = nameOf(family, row, column, scope);
      add(name, fact, true);
      belongs(name, cell);
      const key = `${family}|${scope}`;
      rows.set(key, (rows.get(key) ?? new Set()).add(row));
      if (!every) continue;
      const total = nameOf(family, EVERY, column, scope);
      add(total, fact, true);
      belongs(total, everyCell);
      belongs(`${total}${ROWS}`, name);
    }
  }
  countPeople(counts, parts);
  const cube: Cube = {
    valueOf: (family, row, column, scope) => counts.get(nameOf(family, row, column, scope))?.value ?? 0,
    peopleIn: (family, row, column, scope) => counts.get(nameOf(family, row, column, scope))?.people ?? 0,
    rowsOf: (family, scope) => [...(rows.get(`${family}|${scope}`) ?? [])],
    withheld() {
      const sums = [...parts].map(([total, of]): Sum => ({ total: total.replace(ROWS, ""), parts: [...of] }));
      const found = suppress(counts, [...sums, ...more(cube)]);
      return (family, row, column, scope) => found.get(nameOf(family, row, column, scope));
    },
  };
  return cube;
}

export function nameOf(family: Fact["family"], row: string, column: string, scope: string): string {
  return `${family}|${row}|${column}|${scope}`;
}

/** A file closes once; of terms and sums of money the same people may have several: of all rows they are at least as many as in the greatest. */
function countPeople(counts: Map<string, MutableCount>, parts: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [name, of] of parts) {
    const total = counts.get(name.replace(ROWS, ""));
    if (!name.endsWith(ROWS) || total === undefined || name.startsWith("files|")) continue;
    total.people = Math.max(...[...of].map((part) => counts.get(part)?.people ?? 0));
  }
}

/** The count, or why it is not shown. */
export function shown(value: number, withheld: Withheld | undefined): Shown {
  return withheld ?? value;
}
