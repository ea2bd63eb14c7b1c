import type { DayView } from "../../domain/case/view.ts";
import { addDays, plainDate } from "../../domain/plain-date.ts";
import { dayLines } from "../../web/parts/DayByDay.tsx";

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
