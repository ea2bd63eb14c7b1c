/** The calculator over HTTP: every given case, and what it refuses. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { DayView } from "../../domain/case/view.ts";
import { confirmYear, declareDay, setInterruption } from "../support/calendar.ts";
import { apiWorld } from "./support/api-world.ts";

const world = await apiWorld();
interface Case {
  readonly from: string;
  readonly workingDays: number;
  readonly due: string;
  readonly extraDaysOff?: readonly string[];
  readonly recoveryDays?: readonly string[];
}
const CASES = JSON.parse(
  readFileSync(new URL("../fixtures/working-days.json", import.meta.url), "utf8"),
) as readonly Case[];

function preview(query: string, language = "en") {
  return world.as(undefined, {
    method: "GET",
    url: `/api/deadlines/preview?${query}`,
    headers: { "accept-language": language },
  });
}

describe("due dates", () => {
  test.each(CASES)(
    "$from + $workingDays working days → $due",
    async ({ from, workingDays, due, extraDaysOff = [], recoveryDays = [] }) => {
      const query = new URLSearchParams({
        from,
        workingDays: String(workingDays),
        daysOff: extraDaysOff.join(","),
        recoveryDays: recoveryDays.join(","),
      });
      const { status, body } = await preview(query.toString());
      expect([status, body.due]).toEqual([200, due]);
      expect(body.days.filter(({ counted }: { counted: boolean }) => counted)).toHaveLength(workingDays);
      expect(body.days.at(-1).date).toBe(due);
    },
  );

  test("MOH-23 by its id, with the day by day and the reasons", async () => {
    const { body } = await preview("from=2026-04-09&rule=MOH-23", "ro");
    expect(body).toMatchObject({
      due: "2026-04-15",
      mode: "working-days",
      rule: { id: "MOH-23", deadline: { value: 2 } },
      duty: "DSP",
    });
    expect(body.days[0]).toMatchObject({ date: "2026-04-09", counted: false, kind: "start-day" });
    expect(body.days[1]).toMatchObject({ date: "2026-04-10", counted: false, kind: "holiday" });
    expect(body.days[1].reason).toContain("Vinerea Mare");
  });

  test("MOH-64: hours end on a day off, and the practical due date follows", async () => {
    const { body } = await preview("from=2026-03-06&rule=MOH-64");
    expect(body).toMatchObject({ due: "2026-03-07", practicalDueOn: "2026-03-09" });
  });

  test("E112-35, E112-36, E112-A5: advice in months, which nothing moves and no year makes provisional", async () => {
    const { body } = await preview("from=2026-11-14&rule=E112-35");
    expect(body).toMatchObject({
      due: "2027-02-14", // a Sunday, of a year that is not confirmed
      provisional: false,
      rule: {
        process: "e112",
        deadline: { value: 3, unit: "months", startsAt: "AcceptanceRequested", advisory: true },
      },
    });
    expect(body).not.toHaveProperty("practicalDueOn");
    expect(body).not.toHaveProperty("effectOn");
    expect((await preview("from=2026-11-14&rule=E112-36")).body.due).toBe("2027-04-14");
    expect((await preview("from=2026-11-14&rule=MOH-91")).body.rule.deadline).not.toHaveProperty("advisory");
  });

  test("a day declared for one institution counts there alone", async () => {
    await declareDay(world.owner, {
      date: "2026-03-03",
      scope: "institution",
      institution: "DSP-CJ",
      legalAct: "Ordinul 1",
    });
    expect((await preview("from=2026-03-02&rule=MOH-23&institution=DSP-CJ")).body.due).toBe("2026-03-05");
    expect((await preview("from=2026-03-02&rule=MOH-23")).body.due).toBe("2026-03-04");
    // Decision 7: what a patient owes is not interrupted.
    expect((await preview("from=2026-03-02&rule=MOH-95&institution=DSP-CJ")).body.due).toBe("2026-03-20");
  });

  test("a year that is not confirmed is said, until it is confirmed", async () => {
    const asked = ["from=2026-12-28&workingDays=3", "from=2026-12-28&rule=MOH-23"];
    for (const query of asked) {
      expect((await preview(query)).body).toMatchObject({
        provisional: false,
        provisionalYears: [],
        calendarNumber: 1,
      });
    }
    const across = ["from=2026-12-28&workingDays=4", "from=2026-12-30&rule=MOH-23"];
    for (const query of across) {
      expect((await preview(query)).body).toMatchObject({ provisional: true, provisionalYears: [2027] });
    }
    const number = await confirmYear(world.owner, 2027);
    for (const query of across) {
      const confirmed = { provisional: false, provisionalYears: [], calendarNumber: number };
      expect((await preview(query)).body).toMatchObject(confirmed);
    }
  });

  test("a Government bridge day interrupts the terms of public institutions, and is named where it does not", async () => {
    const dayOf = (body: { days: { date: string; counted: boolean; kind: string; reason: string }[] }) =>
      body.days.find(({ date }) => date === "2025-05-02");
    const bare = await preview("from=2025-04-30&workingDays=1", "ro");
    expect(bare.body.due).toBe("2025-05-02");
    expect(dayOf(bare.body)).toMatchObject({ counted: true, kind: "public-sector-only" });
    expect(dayOf(bare.body)?.reason).toContain("HG nr. 2/2025");
    expect((await preview("from=2025-04-30&workingDays=1&institution=DSP-CJ")).body.due).toBe("2025-05-05");
    const rule = await preview("from=2025-04-30&rule=MOH-26", "ro");
    expect(rule.body.due).toBe("2025-05-05");
    expect(dayOf(rule.body)?.reason).toBe("zi liberă declarată pentru sectorul public (HG nr. 2/2025)");
    const patients = await preview("from=2025-04-30&rule=MOH-95", "ro"); // decision 7
    expect(dayOf(patients.body)).toMatchObject({ counted: true, kind: "not-interrupting", number: 1 });
  });
});

describe("every way of counting", () => {
  test.each([
    ["calendarDays=30", "2026-01-31", { due: "2026-03-02", mode: "calendar-days" }],
    ["calendarDays=5", "2026-04-07", { due: "2026-04-12", practicalDueOn: "2026-04-14" }], // Easter
    ["freeDays=3", "2026-03-02", { due: "2026-03-06", mode: "free-days" }], // neither the 2nd nor the 6th counts
    ["freeDays=4", "2026-03-02", { due: "2026-03-09", passesAt: "2026-03-09T22:00:00.000Z" }], // the 7th is a Saturday
    ["months=1", "2024-01-31", { due: "2024-02-29", mode: "months" }],
    ["months=12", "2024-02-29", { due: "2025-02-28" }],
    ["years=1", "2024-02-29", { due: "2025-02-28", mode: "years" }],
    ["years=4", "2024-02-29", { due: "2028-02-29", provisionalYears: [2028] }],
    ["hours=24", "2026-03-28", { due: "2026-03-29", practicalDueOn: "2026-03-30" }],
    ["workingDays=1", "2026-12-31", { due: "2027-01-04" }],
  ])("%s from %s", async (length, from, expected) => {
    expect((await preview(`from=${from}&${length}`)).body).toMatchObject(expected);
  });

  test("free days: the last day rolls forward, is the due date, and is told with why it rolled", async () => {
    const { body } = await preview("from=2026-04-07&freeDays=4&lang=ro");
    expect(body.due).toBe("2026-04-14");
    expect(body).not.toHaveProperty("practicalDueOn");
    const told = body.days.map(({ date, number, reason }: DayView) => [date.slice(8), number ?? "–", reason]);
    expect(told.slice(4)).toEqual([
      ["11", 4, "ziua 4"],
      [
        "12",
        "–",
        "ultima zi nu se numără; nu se lucrează (sărbătoare legală: Prima zi de Paști (Codul muncii, art. 139 (Legea nr. 53/2003))), deci termenul trece în următoarea zi lucrătoare",
      ],
      ["13", "–", "sărbătoare legală: A doua zi de Paști (Codul muncii, art. 139 (Legea nr. 53/2003))"],
      ["14", "–", "următoarea zi lucrătoare: termenul este respectat până la sfârșitul ei"],
    ]);
    const weekend = (await preview("from=2026-03-02&freeDays=4")).body.days as DayView[];
    expect(weekend.find(({ date }) => date === "2026-03-07")?.reason).toBe(
      "the last day does not count; it is not worked (Saturday), so the term passes to the next working day",
    );
  });

  test("months and years: every date is told, and that the term runs on it", async () => {
    const { body } = await preview("from=2024-12-01&rule=MOH-96&lang=ro");
    const days = body.days as DayView[];
    expect(days).toHaveLength(1 + 365 + 1);
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    expect(days[100]).toEqual({
      date: "2025-03-11",
      counted: true,
      reason: "termenul curge",
      kind: "runs",
      why: { kind: "runs" },
    });
    expect(days.at(-2)).toMatchObject({ date: "2025-12-01", counted: true, kind: "holiday" });
    expect(days.at(-1)).toMatchObject({ date: "2025-12-02", counted: false, kind: "rolled-to" });
    const stopped = await preview("from=2026-03-02&months=1&suspended=2026-03-10/2026-03-12");
    const still = (stopped.body.days as DayView[])
      .filter(({ counted }) => !counted)
      .map(({ date, kind }) => [date, kind]);
    expect(still).toEqual([
      ["2026-03-02", "start-day"],
      ["2026-03-10", "suspended"],
      ["2026-03-11", "suspended"],
      ["2026-04-05", "weekend"], // passed over: the last day, 4 April, is a Saturday
      ["2026-04-06", "rolled-to"],
    ]);
  });

  test("a term ends at 24:00 in Bucharest, in winter, in summer and on the days between", async () => {
    const passesAt = async (query: string) => (await preview(query)).body.passesAt;
    expect(await passesAt("from=2026-01-14&workingDays=1")).toBe("2026-01-15T22:00:00.000Z");
    expect(await passesAt("from=2026-07-14&workingDays=1")).toBe("2026-07-15T21:00:00.000Z");
    const saturdays = "&recoveryDays=2026-03-28,2026-03-29,2026-10-24,2026-10-25";
    expect(await passesAt(`from=2026-03-27&workingDays=1${saturdays}`)).toBe("2026-03-28T22:00:00.000Z");
    expect(await passesAt(`from=2026-03-28&workingDays=1${saturdays}`)).toBe("2026-03-29T21:00:00.000Z");
    expect(await passesAt(`from=2026-10-23&workingDays=1${saturdays}`)).toBe("2026-10-24T21:00:00.000Z");
    expect(await passesAt(`from=2026-10-24&workingDays=1${saturdays}`)).toBe("2026-10-25T22:00:00.000Z");
  });

  test("DEC-21 a term that stands still", async () => {
    const { body } = await preview("from=2026-03-02&workingDays=3&suspended=2026-03-04/2026-03-10", "ro");
    expect(body.due).toBe("2026-03-11");
    expect(body.days[2]).toMatchObject({ date: "2026-03-04", counted: false, kind: "suspended" });
    expect(body.days[2].reason).toBe("termenul este suspendat");
    expect(body.days.at(-2)).toMatchObject({ date: "2026-03-10", counted: true, number: 2 });
  });

  test("an assumed day is said to be assumed, in the language of the answer", async () => {
    const reasonOf = async (language: string) =>
      (await preview("from=2026-03-16&workingDays=2&daysOff=2026-03-17", language)).body.days[1].reason;
    expect(await reasonOf("ro")).toBe("zi liberă declarată pentru toți (presupunere)");
    expect(await reasonOf("en")).toBe("day off declared for everyone (assumed)");
  });

  test("each day that is not counted says the law, or the act and for whom", async () => {
    await declareDay(world.owner, {
      date: "2026-11-02",
      scope: "institution",
      institution: "DSP-CJ",
      legalAct: "Ord. 7",
    });
    await declareDay(world.owner, { date: "2026-11-07", kind: "recovery-day", scope: "everyone", legalAct: "HG 8" });
    const { body } = await preview("from=2026-10-30&workingDays=5&institution=DSP-CJ", "ro");
    const told = new Map<string, { reason: string; why?: object }>(
      body.days.map((day: { date: string; reason: string; why?: object }) => [day.date, day]),
    );
    expect(told.get("2026-11-02")?.reason).toBe("zi liberă declarată pentru DSP-CJ (Ord. 7)");
    const why = { kind: "day-off", legalAct: "Ord. 7", scope: "institution", institution: "DSP-CJ" };
    expect(told.get("2026-11-02")?.why).toEqual(why);
    expect(told.get("2026-11-07")?.reason).toBe("ziua 5; zi de recuperare declarată pentru toți, se lucrează (HG 8)");
    expect(body.due).toBe("2026-11-07");
  });
});

describe("refused with a sentence", () => {
  test.each([
    ["from=2026-01-05", "TERM_OR_RULE"],
    ["from=2026-01-05&workingDays=2&rule=MOH-23", "TERM_OR_RULE"],
    ["from=2026-01-05&workingDays=0", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=-1", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=1.5", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=1e3", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=999999999999", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=abc", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=2501", "INVALID_TERM"],
    ["from=2026-01-05&calendarDays=0", "INVALID_TERM"],
    ["from=2026-01-05&freeDays=-3", "INVALID_TERM"],
    ["from=2026-01-05&hours=8761", "INVALID_TERM"],
    ["from=2026-01-05&months=1.5", "INVALID_TERM"],
    ["from=2026-01-05&years=11", "INVALID_TERM"],
    ["from=2026-01-05&workingDays=2&months=1", "TERM_OR_RULE"],
    ["from=2026-01-05&years=1&rule=MOH-96", "TERM_OR_RULE"],
    ["from=2026-01-05&workingDays=2&suspended=2026-01-06", "INVALID_SUSPENSION"],
    ["from=2026-01-05&workingDays=2&suspended=2026-01-06/2026-01-05", "INVALID_SUSPENSION"],
    ["from=2026-01-05&workingDays=2&suspended=2026-01-06/2026-02-30", "INVALID_SUSPENSION"],
    ["from=2026-01-05&workingDays=2&suspended=2026-01-06/2026-01-07/2026-01-08", "INVALID_SUSPENSION"],
    ["from=2026-01-05&workingDays=2&suspended=2026-01-06/2026-01-07,", "INVALID_SUSPENSION"],
    ["from=2026-01-05&workingDays=2&daysOff=2050-01-03", "CALENDAR_RANGE"],
    ["from=2026-01-05&workingDays=2&recoveryDays=2011-12-31", "CALENDAR_RANGE"],
    ["from=2039-06-01&years=2", "CALENDAR_RANGE"],
    ["from=2040-12-31&calendarDays=1", "CALENDAR_RANGE"],
    [`from=2026-01-05&workingDays=2&daysOff=${Array(61).fill("2026-01-06").join()}`, "VALIDATION"],
    ["from=2026-01-05&workingDays=2&lang=de", "VALIDATION"],
    ["from=2026-01-05&workingDays=2&institution=DSP-CJ&institution=DSP-BH", "VALIDATION"],
    ["from=2011-12-30&workingDays=2", "CALENDAR_RANGE"],
    ["from=2041-01-02&workingDays=2", "CALENDAR_RANGE"],
    ["from=2040-12-28&workingDays=20", "CALENDAR_RANGE"],
    ["from=2026-01-05&rule=MOH-999", "UNKNOWN_RULE"],
    ["from=2026-01-05&rule=MOH-12", "RULE_WITHOUT_TERM"],
    ["from=2026-01-05&workingDays=2&institution=DSP-XX", "UNKNOWN_INSTITUTION"],
    ["workingDays=2", "VALIDATION"],
    ["from=2026-02-30&workingDays=2", "VALIDATION"],
    ["from=05.01.2026&workingDays=2", "VALIDATION"],
    ["from=2026-01-05&from=2026-01-06&workingDays=2", "VALIDATION"],
    ["from=2026-01-05&workingDays=2&daysOff=2026-13-01", "VALIDATION"],
    ["from=2026-01-05&workingDays=2&something=else", "VALIDATION"],
  ])("%s → %s", async (query, code) => {
    const { status, body } = await preview(query);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.message).not.toBe("");
    expect(body.fields[0].message).toMatch(/\.$/);
  });

  test("an unknown rule is answered with those that have a term", async () => {
    const { body } = await preview("from=2026-01-05&rule=MOH-12");
    expect(body.message).toContain("MOH-23, MOH-26");
  });

  test("in Romanian when asked", async () => {
    expect((await preview("from=2026-01-05&workingDays=0", "ro-RO,ro;q=0.9,en;q=0.5")).body.message).toContain(
      "număr întreg",
    );
    expect((await preview("from=2026-01-05&workingDays=0&lang=ro", "en")).body.message).toContain("număr întreg");
  });
});

describe("rules", () => {
  test("all in force, of both processes, with text, citation and readings in both languages", async () => {
    const { body } = await world.get(undefined, "/api/rules");
    const ofProcess = (which: string) => body.filter(({ process }: { process: string }) => process === which).length;
    expect([ofProcess("moh"), ofProcess("e112")]).toEqual([101, 91]);
    expect(body.find(({ id }: { id: string }) => id === "MOH-42").readings[0].text.ro).not.toBe("");
    expect((await world.get(undefined, "/api/rules/MOH-999")).status).toBe(404);
  });

  test("a rule says how its term is counted, and on what ground", async () => {
    const { body } = await world.get(undefined, "/api/rules/moh-91");
    expect(body.deadline).toMatchObject({
      mode: "calendar-days",
      modeCitation: { ro: expect.stringContaining("MOH-A2") },
      rollsForward: true,
      rollCitation: { ro: "Codul civil, art. 2554" },
      interruptedByDeclaredDays: false,
      interruptionCitation: { ro: expect.stringMatching(/^DEC-7/) },
    });
    expect(body.versions).toHaveLength(1);
    expect((await world.get(undefined, "/api/rules/MOH-42")).body.deadline.otherDuty).toBe("DSP");
  });

  test("whether declared days interrupt a rule is a setting with its citation", async () => {
    const query = "/api/deadlines/preview?from=2025-04-30&rule=MOH-95";
    expect((await world.get(undefined, query)).body.due).toBe("2025-05-21");
    await setInterruption(world.owner, { rule: "MOH-95", interrupted: true, citation: "Ord. MS 1/2026" });
    const { body } = await world.get(undefined, query);
    expect(body.due).toBe("2025-05-22");
    expect(body.rule.deadline).toMatchObject({
      interruptedByDeclaredDays: true,
      interruptionCitation: { ro: "Ord. MS 1/2026" },
    });
    await setInterruption(world.owner, { rule: "MOH-95", interrupted: false, citation: "Ord. MS 2/2026" });
    expect((await world.get(undefined, query)).body.due).toBe("2025-05-21");
  });
});
