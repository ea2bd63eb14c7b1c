import { describe, expect, test } from "@jest/globals";
import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import type { DueDate } from "../../domain/case/state.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { isOfficeOpen, nextOfficeMinute } from "../../domain/reminders/office-hours.ts";
import { planReminders } from "../../domain/reminders/plan.ts";
import { defaultStages, type ReminderStage } from "../../domain/reminders/policy.ts";

const calendar = romanianCalendar();
const HOURS = { opens: 8, closes: 16 };
const next = (at: string): string => nextOfficeMinute(calendar, HOURS, new Date(at)).toISOString();

describe("office hours, Europe/Bucharest", () => {
  test.each([
    ["an ordinary morning before the office opens", "2026-03-04T05:00:00Z", "2026-03-04T06:00:00.000Z"],
    ["the opening itself", "2026-03-04T06:00:00Z", "2026-03-04T06:00:00.000Z"],
    ["a minute of the working day stays", "2026-03-04T13:59:00Z", "2026-03-04T13:59:00.000Z"],
    ["the closing is over: the next working day", "2026-03-04T14:00:00Z", "2026-03-05T06:00:00.000Z"],
    ["a Friday afternoon: over the week-end", "2026-03-06T15:00:00Z", "2026-03-09T06:00:00.000Z"],
    ["a Sunday", "2026-03-08T09:00:00Z", "2026-03-09T06:00:00.000Z"],
    [
      "the Friday before summer time: the Monday is an hour earlier",
      "2026-03-27T15:00:00Z",
      "2026-03-30T05:00:00.000Z",
    ],
    ["the Friday before winter time: an hour later", "2026-10-23T15:00:00Z", "2026-10-26T06:00:00.000Z"],
    ["Good Friday to Easter Monday 2026", "2026-04-10T07:00:00Z", "2026-04-14T05:00:00.000Z"],
    ["the year’s end, 1 and 2 January off", "2026-12-31T15:00:00Z", "2027-01-04T06:00:00.000Z"],
    ["29 February 2028, a Tuesday", "2028-02-28T20:00:00Z", "2028-02-29T06:00:00.000Z"],
  ])("%s", (_what, at, expected) => {
    expect(next(at)).toBe(expected);
    expect(isOfficeOpen(calendar, HOURS, new Date(expected))).toBe(true);
  });

  test("its own hours and its own days off", () => {
    const own = romanianCalendar([
      { date: plainDate("2026-03-05"), kind: "day-off", legalAct: "Ordinul 1", scope: "institution", institution: "X" },
    ]);
    const at = nextOfficeMinute(own, { opens: 10, closes: 12 }, new Date("2026-03-04T10:00:00Z"));
    expect(at.toISOString()).toBe("2026-03-06T08:00:00.000Z");
  });
});

describe("reminders of a term", () => {
  const due = (dueOn: string, startsOn: string): DueDate => ({
    startsOn: plainDate(startsOn),
    dueOn: plainDate(dueOn),
    passesAt: "",
    calendarVersion: "",
    lawVersion: "",
  });
  const plan = (of: DueDate, now: string, stages: readonly ReminderStage[] = defaultStages("MOH-23")) =>
    planReminders(of, { calendar, hours: HOURS, stages }, new Date(now)).map(({ kind, audience, plannedAt, late }) => [
      kind,
      audience,
      plannedAt.toISOString(),
      late,
    ]);

  test("before and after a week-end, a holiday and the change to summer time", () => {
    // Good Friday 10 April 2026, Easter until the 13th; summer time from 29 March.
    expect(plan(due("2026-04-09", "2026-03-20"), "2026-03-20T08:00:00Z")).toEqual([
      ["before", "owner", "2026-04-08T05:00:00.000Z", false],
      ["due", "owner", "2026-04-09T05:00:00.000Z", false],
      ["overdue", "owner", "2026-04-14T05:00:00.000Z", false],
      ["escalation", "supervisor", "2026-04-14T05:00:00.000Z", false],
      ["second-escalation", "head", "2026-04-16T05:00:00.000Z", false],
    ]);
  });

  test("entered after the office has closed on its last day: nobody hears that it is today, all hear tomorrow that it has passed", () => {
    expect(
      plan(due("2026-03-05", "2026-03-02"), "2026-03-05T15:00:00Z").map(([kind, , at, late]) => [kind, at, late]),
    ).toEqual([
      ["overdue", "2026-03-06T06:00:00.000Z", false],
      ["escalation", "2026-03-06T06:00:00.000Z", false],
      ["second-escalation", "2026-03-10T06:00:00.000Z", false],
    ]);
  });

  test("entered on a Friday evening, over for a week: said on the Monday at the opening, to each audience once", () => {
    expect(plan(due("2026-02-27", "2026-02-20"), "2026-03-06T19:00:00Z")).toEqual([
      ["overdue", "owner", "2026-03-09T06:00:00.000Z", true],
      ["escalation", "supervisor", "2026-03-09T06:00:00.000Z", true],
      ["second-escalation", "head", "2026-03-09T06:00:00.000Z", true],
    ]);
  });

  test("entered in office hours: a minute later, and not after the office has closed", () => {
    const at = (now: string) => plan(due("2026-03-03", "2026-02-20"), now)[0]?.[2];
    expect(at("2026-03-04T10:00:00Z")).toBe("2026-03-04T10:01:00.000Z");
    expect(at("2026-03-04T13:59:30Z")).toBe("2026-03-05T06:00:00.000Z");
  });

  test("stages of an institution: several before the term, none before its first day", () => {
    const stages: ReminderStage[] = [
      { kind: "before", audience: "owner", workingDays: -5 },
      { kind: "before", audience: "owner", workingDays: -2 },
      { kind: "overdue", audience: "head", workingDays: 10 },
    ];
    expect(plan(due("2026-03-09", "2026-03-04"), "2026-03-04T10:00:00Z", stages).map(([, , at]) => at)).toEqual([
      "2026-03-05T06:00:00.000Z",
      "2026-03-23T06:00:00.000Z",
    ]);
  });
});
