import { describe, expect, test } from "@jest/globals";

import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import {
  bareTerm,
  computeDeadline,
  computeTerm,
  countingModeText,
  dayReasonText,
  explainDeadline,
  explainBareTerm,
  explainTerm,
  getDeadlineRule,
  RULES,
  type DeadlineTerm,
  type WorkingDay,
} from "../../domain/law/index.ts";
import { addDays, plainDate } from "../../domain/plain-date.ts";

const d = plainDate;
const calendar = romanianCalendar();

function lines(days: readonly WorkingDay[], language: "ro" | "en" = "ro"): string[] {
  return days.map(({ date, number, reason }) =>
    [date, number ?? "–", reason && dayReasonText(reason, language)].filter((part) => part !== undefined).join(" "),
  );
}

test("MOH-23 over Easter 2025, day by day", () => {
  expect(lines(explainDeadline("MOH-23", d("2025-04-17"), calendar).days)).toEqual([
    "2025-04-17 – ziua de început nu se numără",
    "2025-04-18 – sărbătoare legală: Vinerea Mare (Codul muncii, art. 139 (Legea nr. 64/2018))",
    "2025-04-19 – sâmbătă",
    "2025-04-20 – sărbătoare legală: Prima zi de Paști (Codul muncii, art. 139 (Legea nr. 53/2003))",
    "2025-04-21 – sărbătoare legală: A doua zi de Paști (Codul muncii, art. 139 (Legea nr. 53/2003))",
    "2025-04-22 1",
    "2025-04-23 2",
  ]);
});

test("MOH-91: calendar days count every day; the roll to a working day is told", () => {
  expect(lines(explainDeadline("MOH-91", d("2025-06-04"), calendar).days, "en")).toEqual([
    "2025-06-04 – the start day does not count",
    "2025-06-05 1",
    "2025-06-06 2",
    "2025-06-07 3 Saturday",
    "2025-06-08 – legal holiday: Pentecost Sunday (Orthodox) (Labour Code, art. 139 (Law no. 202/2008))",
    "2025-06-09 – legal holiday: Pentecost Monday (Orthodox) (Labour Code, art. 139 (Law no. 202/2008))",
    "2025-06-10 – the next working day: the term is met until its end",
  ]);
});

test("MOH-96: a year runs on every date, which nobody numbers", () => {
  const { days } = explainDeadline("MOH-96", d("2024-12-01"), calendar);
  const told = lines(days);
  expect(told).toHaveLength(367);
  expect(days.slice(1, 365).every(({ counted, reason }) => counted && reason?.kind === "runs")).toBe(true);
  expect([...told.slice(0, 2), ...told.slice(-2)]).toEqual([
    "2024-12-01 – ziua de început nu se numără",
    "2024-12-02 – termenul curge",
    "2025-12-01 – sărbătoare legală: Ziua Națională a României (Codul muncii, art. 139 (Legea nr. 53/2003))",
    "2025-12-02 – următoarea zi lucrătoare: termenul este respectat până la sfârșitul ei",
  ]);
});

describe("every term explained", () => {
  const starts = ["2025-04-16", "2025-06-06", "2025-12-23", "2026-05-29"];

  test.each(RULES.filter(({ deadline }) => deadline).map(({ id }) => id))("%s: the days agree with the date", (id) => {
    for (const start of starts) {
      const { days, ...computed } = explainDeadline(id, d(start), calendar);
      expect(computed).toEqual(computeDeadline(id, d(start), calendar));
      expect(days[0]).toEqual({ date: start, counted: false, reason: { kind: "start-day" } });
      expect(days.at(-1)?.date).toBe(computed.practicalDueOn ?? computed.dueOn);
      const counted = days.filter((day) => day.counted);
      expect(counted.at(-1)?.date).toBe(computed.dueOn);
      const { deadline } = getDeadlineRule(id, d(start));
      const numbered = deadline.unit !== "months" && deadline.unit !== "years";
      expect(counted.map((day) => day.number)).toEqual(counted.map((_, i) => (numbered ? i + 1 : undefined)));
      for (const day of days) expect(day.counted || day.reason !== undefined).toBe(true);
      expect(days.map(({ date }) => date)).toEqual(days.map((_, i) => addDays(d(start), i)));
      if (deadline.unit.endsWith("_days")) expect(counted).toHaveLength(deadline.value);
    }
  });
});

test("a bare number of working days, with a bridge day and its recovery day", () => {
  const declared = romanianCalendar([
    { date: d("2025-05-02"), kind: "day-off", scope: "public-sector", legalAct: "HG nr. 2/2025" },
    { date: d("2025-05-10"), kind: "recovery-day", scope: "everyone", legalAct: "HG nr. 2/2025" },
  ]);
  const explained = explainBareTerm(bareTerm(6, "workingDays"), d("2025-04-30"), declared);
  expect(explained).toMatchObject({
    startsOn: "2025-04-30",
    dueOn: "2025-05-10",
    mode: "working-days",
    calendarVersion: declared.version,
  });
  const told = lines(explained.days);
  expect(told).toContain("2025-05-02 – zi liberă declarată pentru sectorul public (HG nr. 2/2025)");
  expect(told.at(-1)).toBe("2025-05-10 6 zi de recuperare declarată pentru toți, se lucrează (HG nr. 2/2025)");
});

test("free days: the last one is listed and not counted", () => {
  const term: DeadlineTerm = {
    ...getDeadlineRule("MOH-99", d("2025-01-01")).deadline,
    mode: "free-days",
    value: 2,
  };
  const told = (each: DeadlineTerm, start: string) =>
    lines(explainTerm(each, computeTerm(each, d(start), calendar), calendar));
  expect(told(term, "2025-06-02")).toEqual([
    "2025-06-02 – ziua de început nu se numără",
    "2025-06-03 1",
    "2025-06-04 2",
    "2025-06-05 – ultima zi nu se numără",
  ]);
  expect(told({ ...term, unit: "working_days" }, "2025-06-05")).toEqual([
    "2025-06-05 – ziua de început nu se numără",
    "2025-06-06 1",
    "2025-06-07 – sâmbătă",
    expect.stringContaining("2025-06-08 – sărbătoare legală"),
    expect.stringContaining("2025-06-09 – sărbătoare legală"),
    "2025-06-10 2",
    "2025-06-11 – ultima zi nu se numără",
  ]);
});

test("the way of counting is told in words", () => {
  expect(countingModeText("working-days", "ro")).toMatch(/^zile lucrătoare/);
  expect(countingModeText("free-days", "en")).toMatch(/^clear days/);
});
