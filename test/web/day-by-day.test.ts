import type { DayView } from "../../domain/case/view.ts";
import { addDays, plainDate } from "../../domain/plain-date.ts";
import { dayLines, daysByMonth } from "../../web/parts/DayByDay.tsx";

/** Days from 2 March on, each by a letter: `w` counted, `s` suspended. */
function days(kinds: string): DayView[] {
  return kinds.split("").map((kind, at) => ({
    date: addDays(plainDate("2026-03-02"), at),
    counted: kind === "w",
    reason: "",
    kind: kind === "s" ? "suspended" : "working-day",
  }));
}

function told(kinds: string): string[] {
  return dayLines(days(kinds)).map(({ day, since }) =>
    [since, day].flatMap((each) => each?.date.slice(8) ?? []).join("–"),
  );
}

describe("the days of a term, line by line", () => {
  test.each([
    ["www", ["02", "03", "04"]],
    ["wsssw", ["02", "03", "04", "05", "06"]],
    ["wssssw", ["02", "03–06", "07"]],
    ["ssss", ["02–05"]],
    ["sssswssss", ["02–05", "06", "07–10"]],
    ["", []],
  ])("%s", (kinds, lines) => {
    expect(told(kinds)).toEqual(lines);
  });
});

test("a long term is told by month, and leaves out no day", () => {
  const long = days("w".repeat(365));
  const months = daysByMonth(long);
  expect(months.map(({ year, month, days: those }) => [year, month, those.length])).toEqual([
    [2026, 3, 30],
    ...[30, 31, 30, 31, 31, 30, 31, 30, 31].map((length, at) => [2026, at + 4, length]),
    [2027, 1, 31],
    [2027, 2, 28],
    [2027, 3, 1],
  ]);
  expect(months.flatMap(({ days: those }) => those)).toEqual(long);
});
