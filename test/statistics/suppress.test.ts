import { describe, expect, test } from "@jest/globals";
import { cubeOf, nameOf, type Fact } from "../../domain/statistics/cube.ts";
import { COUNTRY } from "../../domain/statistics/report.ts";
import { FEWEST, suppress, type Count, type Sum } from "../../domain/statistics/suppress.ts";
import { randomNumbers } from "../support/random.ts";

function counts(values: Readonly<Record<string, number>>): Map<string, Count> {
  return new Map(Object.entries(values).map(([name, value]) => [name, { value, people: value, isShown: true }]));
}

function withheld(values: Readonly<Record<string, number>>, sums: readonly Sum[]): Record<string, string> {
  return Object.fromEntries(suppress(counts(values), sums));
}

const ALL = [{ total: "all", parts: ["a", "b", "c"] }];

describe("small counts", () => {
  test("fewer than five are not shown; five are, and none is shown as none", () => {
    expect(withheld({ a: 1, b: 4, c: 5, d: 0 }, [])).toEqual({ a: "few", b: "few" });
  });

  test("the smallest other count of a sum is hidden too, since the small one could be found by subtraction", () => {
    expect(withheld({ a: 3, b: 20, c: 9, all: 32 }, ALL)).toEqual({ a: "few", c: "hidden" });
  });

  test("one other count does not do when it can be no smaller: 1 and 5 of 6 leave no choice", () => {
    expect(withheld({ a: 1, b: 5, c: 30, all: 36 }, ALL)).toEqual({ a: "few", b: "hidden", c: "hidden" });
  });

  test("two small counts of a sum of two are one each: the sum is small itself", () => {
    expect(withheld({ a: 1, b: 1, c: 0, all: 2 }, ALL)).toEqual({ a: "few", b: "few", all: "few" });
    expect(withheld({ a: 1, b: 1, c: 40, all: 42 }, ALL)).toEqual({ a: "few", b: "few", c: "hidden" });
    expect(withheld({ a: 4, b: 4, c: 0, all: 8 }, ALL)).toEqual({ a: "few", b: "few", all: "hidden" });
  });

  test("a count that is its sum is withheld wherever it stands", () => {
    const sums = [...ALL, { total: "b", parts: ["x"] }];
    expect(withheld({ a: 3, b: 9, c: 20, x: 9, all: 32 }, sums)).toEqual({ a: "few", b: "hidden", x: "hidden" });
  });

  test("many terms of a few people are withheld, and not called few", () => {
    const given = new Map([["a", { value: 12, people: 2, isShown: true }]]);
    expect(Object.fromEntries(suppress(given, []))).toEqual({ a: "hidden" });
  });
});

interface Table {
  readonly facts: readonly Fact[];
  readonly shown: ReadonlyMap<string, number>;
  readonly few: ReadonlySet<string>;
}

const DSPS = ["DSP-A", "DSP-B", "DSP-C"];
const ROWS = ["x", "y", "z"];

/** Closed files by outcome, in three counties, with all the sums that the page shows. */
function table(random: () => number): Table {
  const facts = DSPS.flatMap((dsp) =>
    ROWS.map((row): Fact => {
      const value = random() < 0.3 ? 0 : Math.floor(random() * 9);
      return { family: "files", row, column: "closed", dsp, houses: [], value, people: value };
    }),
  );
  const shown = new Map<string, number>();
  const few = new Set<string>();
  const cube = cubeOf(facts);
  const hides = cube.withheld();
  for (const scope of [...DSPS, COUNTRY]) {
    for (const row of [...ROWS, "*"]) {
      const name = nameOf("files", row, "closed", scope);
      const why = hides("files", row, "closed", scope);
      if (why === undefined) shown.set(name, cube.valueOf("files", row, "closed", scope));
      if (why === "few") few.add(name);
    }
  }
  return { facts, shown, few };
}

/** All the tables that show the same: what somebody who tries them all would be left with. */
function possible({ facts, shown, few }: Table): number[][] {
  const [small, large] = [
    [1, 2, 3, 4],
    [5, 6, 7, 8, 9, 10],
  ];
  const cell = (row: string, dsp: string): number | undefined => shown.get(nameOf("files", row, "closed", dsp));
  const found: number[][] = [];
  const rowsLeft = (index: number, columns: readonly number[], grid: readonly number[]): void => {
    const dsp = DSPS[index];
    if (dsp === undefined) {
      const fits = ROWS.every((row, at) => {
        const sum = cell(row, COUNTRY);
        return sum === undefined || sum === columns[at];
      });
      const all = cell("*", COUNTRY);
      if (fits && (all === undefined || all === columns.reduce((a, b) => a + b, 0))) found.push([...grid]);
      return;
    }
    const total = cell("*", dsp);
    const choices = ROWS.map((row) => {
      const known = cell(row, dsp);
      return known === undefined ? (few.has(nameOf("files", row, "closed", dsp)) ? small : large) : [known];
    });
    for (const a of choices[0] ?? []) {
      for (const b of choices[1] ?? []) {
        for (const c of choices[2] ?? []) {
          if (total !== undefined && a + b + c !== total) continue;
          const next = [a, b, c].map((value, at) => value + (columns[at] ?? 0));
          const isTooMuch = ROWS.some((row, at) => (next[at] ?? 0) > (cell(row, COUNTRY) ?? Infinity));
          if (!isTooMuch) rowsLeft(index + 1, next, [...grid, a, b, c]);
        }
      }
    }
  };
  rowsLeft(0, [0, 0, 0], []);
  expect(found.some((grid) => grid.every((value, at) => value === facts[at]?.value))).toBe(true);
  return found;
}

test("in tables made at random, whoever tries everything that fits finds no small count", () => {
  const random = randomNumbers(20);
  let small = 0;
  for (let round = 0; round < 60; round += 1) {
    const made = table(random);
    const grids = possible(made);
    for (const [at, { value, row, dsp }] of made.facts.entries()) {
      if (value === 0 || value >= FEWEST) continue;
      small += 1;
      const values = new Set(grids.map((grid) => grid[at]));
      const told = { row, dsp, value, shown: [...made.shown], values: values.size };
      if (values.size <= 1)
        console.log(
          made.facts.map((f) => f.value).join(" "),
          JSON.stringify([...made.shown]),
          [...made.few].join(" "),
          grids.length,
        );
      expect(values.size > 1 ? told : { ...told, problem: "found" }).toEqual(told);
    }
  }
  expect(small).toBeGreaterThan(100);
});
