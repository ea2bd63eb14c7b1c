/** Whose days the files spent, in sum. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { DaysByDutySchema } from "../../api/schemas/answers.ts";
import type { DaysByDuty } from "../../api/statistics/days-by-duty.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { declareDay } from "../support/calendar.ts";
import { apiWorld } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";

const world = await apiWorld();

type Held = readonly [duty: string, fromOn: string, untilOn: string | null, suspended?: boolean];

async function seedHoldings(institution: string, ...held: readonly Held[]): Promise<void> {
  const file = randomUUID();
  for (const [duty, from, until, suspended = false] of held) {
    await world.pool.query(
      `INSERT INTO holdings (case_id, duty, from_on, until_on, suspended, institution_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [file, duty, from, until, suspended, institution],
    );
  }
}

// June 2026: the 1st, a Monday, is Pentecost; the 3rd is a Wednesday.
await seedHoldings(
  "DSP-CJ",
  ["DSP", "2026-06-03", "2026-06-05"],
  ["CST", "2026-06-06", "2026-06-12"],
  ["DSP", "2026-06-13", null],
);
await seedHoldings(
  "DSP-CJ",
  ["DSP", "2026-06-03", "2026-06-10"],
  ["CST", "2026-06-11", "2026-06-14", true],
  ["CST", "2026-06-15", "2026-06-16"],
  ["DSP", "2026-06-17", "2026-06-19"],
);
await seedHoldings("DSP-BH", ["DSP", "2026-06-03", "2026-06-30"]);

async function ask(name: PersonName, query = ""): Promise<DaysByDuty> {
  const { status, body } = await world.get(name, `/api/statistics/days-by-duty${query}`);
  expect(status).toBe(200);
  expect(DaysByDutySchema.parse(body)).toEqual(body);
  return body as DaysByDuty;
}

const JUNE = "?from=2026-06-01&to=2026-06-19";

describe("design 3: days by who owed them", () => {
  test("every day between two days once, working days by the calendar, suspended ones apart", async () => {
    expect(await ask("supervisor", JUNE)).toEqual({
      from: "2026-06-01",
      to: "2026-06-19",
      institutions: ["DSP-CJ"],
      files: 2,
      duties: [
        { duty: "DSP", files: 2, calendarDays: 3 + 7 + 8 + 3, workingDays: 3 + 5 + 6 + 3, suspendedDays: 0 },
        { duty: "CST", files: 2, calendarDays: 7 + 2, workingDays: 5 + 2, suspendedDays: 4 },
      ],
    });
  });

  test("runs are cut at the days asked for, and none is counted that lies outside", async () => {
    expect((await ask("supervisor", "?from=2026-06-05&to=2026-06-08")).duties).toEqual([
      { duty: "DSP", files: 2, calendarDays: 1 + 4, workingDays: 1 + 2, suspendedDays: 0 },
      { duty: "CST", files: 1, calendarDays: 3, workingDays: 1, suspendedDays: 0 },
    ]);
    expect(await ask("supervisor", "?from=2025-01-01&to=2025-12-31")).toMatchObject({ files: 0, duties: [] });
  });

  test("without days: from the first of January to today, and never beyond", async () => {
    const today = bucharestDate(new Date());
    expect(await ask("head")).toMatchObject({ from: `${today.slice(0, 4)}-01-01`, to: today });
    expect(await ask("head", "?to=2039-01-01")).toMatchObject({ to: today });
  });

  test("a DSP sees its own files, a commission those that it examines, the Ministry all, and one of them", async () => {
    expect((await ask("supervisor")).institutions).toEqual(["DSP-CJ"]);
    expect((await ask("strangeAdmin")).institutions).toEqual(["DSP-BH"]); // of the commission of Bihor
    expect(await ask("ministryHead", JUNE)).toMatchObject({ institutions: ["DSP-BH", "DSP-CJ"], files: 3 });
    expect(await ask("ministryHead", `${JUNE}&institution=DSP-BH`)).toMatchObject({
      institution: "DSP-BH",
      files: 1,
      duties: [{ duty: "DSP", calendarDays: 17 }],
    });
    expect(await world.get("supervisor", "/api/statistics/days-by-duty?institution=DSP-BH")).toMatchObject({
      status: 403,
    });
  });

  test("a day declared off is no working day of the institution", async () => {
    await declareDay(world.owner, { date: "2026-06-19", scope: "institution", institution: "DSP-CJ" });
    const [first] = (await ask("supervisor", JUNE)).duties;
    expect(first).toMatchObject({ duty: "DSP", calendarDays: 21, workingDays: 15 });
  });

  test("a day of the commission is none of its working days, and one of the DSP's", async () => {
    await declareDay(world.owner, { date: "2026-06-10", scope: "institution", institution: "CST-CJ" });
    expect((await ask("supervisor", JUNE)).duties).toMatchObject([
      { duty: "DSP", workingDays: 15 },
      { duty: "CST", workingDays: 5 + 2 - 1 },
    ]);
  });

  test("a last day before the first is refused with what is wrong", async () => {
    const { status, body } = await world.get("head", "/api/statistics/days-by-duty?from=2026-06-10&to=2026-06-01");
    expect([status, body.code, body.fields[0].path]).toEqual([422, "DATE_ORDER", "to"]);
  });
});
