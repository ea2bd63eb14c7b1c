/** The calculator over HTTP: every given case, and what it refuses. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { confirmYear, declareDay } from "../support/calendar.ts";
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
  test("all in force, with text, citation and readings in both languages", async () => {
    const { body } = await world.get(undefined, "/api/rules");
    expect(body.length).toBeGreaterThan(90);
    expect(body.find(({ id }: { id: string }) => id === "MOH-42").readings[0].text.ro).not.toBe("");
    expect((await world.get(undefined, "/api/rules/MOH-999")).status).toBe(404);
  });
});
