/** Acts on the calendar before they reach any file: what they may be, what they would do, who may save them. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { CalendarChangeView, SimulationView } from "../../domain/calendar/administration.ts";
import type { CalendarAct } from "../../domain/calendar/acts.ts";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays, countWorkingDays, nextWorkingDay } from "../../domain/calendar/working-calendar.ts";
import { addDays, bucharestDate, plainDate, type PlainDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { idOfFile, seedOpenFiles, type OpenDeadline, type OpenFile } from "../support/open-files.ts";
import { apiWorld, type Answer } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";

const world = await apiWorld();
const { owner } = world;
const calendar = await createCalendarReader(owner).latest();
const working = institutionCalendar(calendar, "DSP-CJ");

let numbered = 0;
async function seed(...deadlines: OpenDeadline[]): Promise<OpenFile> {
  numbered += 1;
  const number = `DSP-CJ/2030/${String(numbered).padStart(6, "0")}`;
  const file = { name: `file ${numbered}`, number, dsp: "DSP-CJ", cst: "CST-CJ", deadlines };
  await seedOpenFiles(owner, calendar, [file]);
  return file;
}

/** A term of the DSP of two working days (MOH-23). */
function term(startsOn: string, institution = "DSP-CJ"): OpenDeadline {
  return { rule: "MOH-23", duty: "DSP", institution, startsOn };
}

const HG = "HG nr. 1/2026";
function dayOff(date: string, whom = "everyone"): CalendarAct {
  return { type: "declareDayOff", date: plainDate(date), for: whom, legalAct: HG };
}
function recovery(date: string, whom = "everyone"): CalendarAct {
  return { type: "declareRecoveryDay", date: plainDate(date), for: whom, legalAct: HG };
}

async function simulation(acts: readonly CalendarAct[], name: PersonName = "ministryAdmin"): Promise<SimulationView> {
  const { status, body, text } = await world.post(name, "/api/calendar/simulations", { acts });
  if (status !== 200) throw new Error(text);
  return body as SimulationView;
}

async function latest(): Promise<number> {
  return (await world.get(undefined, "/api/calendar")).body.number as number;
}

async function save(
  name: PersonName,
  acts: readonly CalendarAct[],
  more: { commandId?: string; expectedNumber?: number } = {},
): Promise<Answer> {
  const request = { commandId: randomUUID(), expectedNumber: await latest(), acts, ...more };
  return await world.post(name, "/api/calendar/changes", request);
}

async function saved(name: PersonName, ...acts: CalendarAct[]): Promise<CalendarChangeView> {
  const { status, body, text } = await save(name, acts);
  if (status !== 201) throw new Error(text);
  return body as CalendarChangeView;
}

async function idOfDay(date: string, institution = ""): Promise<string> {
  const { body } = await world.get(undefined, `/api/calendar?year=${date.slice(0, 4)}&institution=${institution}`);
  return body.declared.find((day: { date: string }) => day.date === date).id as string;
}

describe("what an act may be", () => {
  const refusals: readonly (readonly [string, unknown, string, string])[] = [
    ["a legal holiday", dayOff("2030-05-01"), "date", "DAY_IS_HOLIDAY"],
    ["a Saturday off", dayOff("2030-05-04"), "date", "DAY_OFF_ON_WEEKEND"],
    ["a Monday to recover", recovery("2030-05-06"), "date", "RECOVERY_ON_WEEKDAY"],
    ["a Sunday that is a holiday to recover", recovery("2030-04-28"), "date", "DAY_IS_HOLIDAY"],
    ["a day outside the table", dayOff("2041-05-06"), "date", "DATE_OUTSIDE_CALENDAR"],
    ["a day that does not exist", { ...dayOff("2030-05-06"), date: "2030-02-30" }, "date", "BAD_DATE"],
    ["a day for nobody known", dayOff("2030-05-06", "DSP-XX"), "for", "UNKNOWN_INSTITUTION"],
    ["a day without its act", { ...dayOff("2030-05-06"), legalAct: " " }, "legalAct", "MISSING"],
    ["a day that was declared before", { ...dayOff("2025-05-02", "public-sector") }, "date", "DAY_ALREADY_DECLARED"],
    ["a day that does not stand", { type: "withdrawDay", id: randomUUID(), legalAct: HG }, "id", "DAY_NOT_DECLARED"],
    ["a year that is confirmed", { type: "confirmYear", year: 2026, legalAct: HG }, "year", "YEAR_ALREADY_CONFIRMED"],
    ["a year outside", { type: "confirmYear", year: 2041, legalAct: HG }, "year", "YEAR_OUTSIDE_CALENDAR"],
    [
      "a rule without a term",
      { type: "setInterruption", rule: "MOH-10", interrupted: false, citation: "x" },
      "rule",
      "RULE_WITHOUT_TERM",
    ],
    [
      "a rule that is advice",
      { type: "setInterruption", rule: "E112-35", interrupted: true, citation: "x" },
      "rule",
      "RULE_WITHOUT_TERM",
    ],
    [
      "a rule unknown",
      { type: "setInterruption", rule: "X-1", interrupted: false, citation: "x" },
      "rule",
      "UNKNOWN_RULE",
    ],
    ["a rule without a ground", { type: "setInterruption", rule: "MOH-23", interrupted: false }, "citation", "MISSING"],
    ["another act", { type: "moveDay" }, "type", "NOT_ONE_OF"],
  ];

  test.each(refusals)("%s is refused, and the field named", async (_name, act, field, code) => {
    for (const [lang, url] of [
      ["ro", "/api/calendar/simulations"],
      ["en", "/api/calendar/changes"],
    ] as const) {
      const { status, body } = await world.as("ministryAdmin", {
        method: "POST",
        url,
        body: { acts: [act], ...(lang === "en" ? { commandId: randomUUID(), expectedNumber: await latest() } : {}) },
        headers: { "accept-language": lang },
      });
      expect([status, body.fields]).toMatchObject([422, [{ path: `acts.0.${field}`, code }]]);
      expect(body.fields[0].message.length).toBeGreaterThan(15);
    }
  });

  test("every act that is wrong is named at once, one after the other as they would be done", async () => {
    const acts = [dayOff("2030-05-07"), dayOff("2030-05-07"), recovery("2030-05-11"), dayOff("2030-05-12")];
    const { status, body } = await world.post("ministryAdmin", "/api/calendar/simulations", { acts });
    expect(status).toBe(422);
    expect(body.fields.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ["acts.1.date", "DAY_ALREADY_DECLARED"],
      ["acts.3.date", "DAY_OFF_ON_WEEKEND"],
    ]);
    const twice = ["A", "B"].map((citation) => ({
      type: "setInterruption" as const,
      rule: "MOH-23",
      interrupted: false,
      citation,
    }));
    const answer = await world.post("ministryAdmin", "/api/calendar/simulations", { acts: twice });
    expect(answer.body.fields).toMatchObject([{ path: "acts.1.rule", code: "RULE_SET_TWICE" }]);
  });
});

describe("a simulation", () => {
  test("lists what moves, by institution, and leaves the rest alone", async () => {
    const file = await seed(term("2030-03-04"), {
      rule: "MOH-61",
      duty: "CLINIC",
      institution: "DSP-CJ",
      startsOn: "2030-03-04",
    });
    const other = await seed(term("2030-03-04", "DSP-BH"));
    await seed(term("2030-03-11"));
    const { institutions, totals, moves, number } = await simulation([dayOff("2030-03-05")]);
    expect(number).toBe(0);
    const effect = { files: 1, moved: 1, becomeLate: 0, ceaseToBeLate: 0, confirmed: 0, becomeProvisional: 0 };
    expect(institutions).toEqual([
      { id: "DSP-BH", name: { ro: "DSP Bihor", en: "Bihor DSP" }, ...effect },
      { id: "DSP-CJ", name: { ro: "DSP Cluj", en: "Cluj DSP" }, ...effect },
    ]);
    expect(totals).toEqual({ ...effect, files: 2, moved: 2 });
    // Those of clinics are not interrupted by declared days (decision 7).
    const move = {
      deadline: "MOH-23",
      rule: "MOH-23",
      from: "2030-03-06",
      to: "2030-03-07",
      becomesLate: false,
      ceasesToBeLate: false,
    };
    expect(moves).toEqual([
      { ...move, caseId: idOfFile(other), registrationNumber: other.number, institution: "DSP-BH" },
      { ...move, caseId: idOfFile(file), registrationNumber: file.number, institution: "DSP-CJ" },
    ]);
  });

  test("a day of one institution, a recovery day, and a day beside every term", async () => {
    await seed(term("2030-06-13")); // a Thursday: the Friday, and the Tuesday after Pentecost
    expect((await simulation([dayOff("2030-06-14", "DSP-BH")])).totals.moved).toBe(0);
    expect((await simulation([dayOff("2030-06-14", "DSP-CJ")])).moves).toHaveLength(1);
    expect((await simulation([dayOff("2030-06-14", "public-sector")])).moves).toHaveLength(1);
    const [move] = (await simulation([recovery("2030-06-15")])).moves;
    expect([move?.to, Number(move && move.to < move.from)]).toEqual(["2030-06-15", 1]);
    expect((await simulation([dayOff("2030-06-13")])).totals.moved).toBe(0); // its first day never counts
    // A bridge day that is made up for on the Saturday after it moves nothing.
    expect((await simulation([dayOff("2030-06-14"), recovery("2030-06-15")])).totals.moved).toBe(0);
  });

  test("what becomes late, and what ceases to be", async () => {
    const today = bucharestDate(new Date());
    const workingDay = (n: number): PlainDate => {
      const first = nextWorkingDay(working, addDays(today, -40));
      return addWorkingDays(working, first, countWorkingDays(working, first, addDays(today, -1)) + n);
    };
    // Due on the last working day before today: late since, unless one of its two days did not count.
    const late = await seed(term(workingDay(-2)));
    const [move] = (await simulation([dayOff(workingDay(0))])).moves.filter(({ caseId }) => caseId === idOfFile(late));
    expect(move).toMatchObject({ becomesLate: false, ceasesToBeLate: true });
    // The other way round: the day is taken back, and what was in time is late.
    const { number } = await saved("ministryAdmin", dayOff(workingDay(0)));
    const data = await createCalendarReader(owner).at(number);
    numbered += 1;
    const saveable = {
      name: "late",
      number: "DSP-CJ/2030/900000",
      dsp: "DSP-CJ",
      cst: "CST-CJ",
      deadlines: [term(workingDay(-2))],
    };
    await seedOpenFiles(owner, data, [saveable]);
    const back: CalendarAct = { type: "withdrawDay", id: await idOfDay(workingDay(0)), legalAct: HG };
    const moves = (await simulation([back])).moves.filter(({ caseId }) => caseId === idOfFile(saveable));
    expect(moves).toMatchObject([{ becomesLate: true, ceasesToBeLate: false }]);
    await saved("ministryAdmin", back);
  });

  test("a year that is confirmed frees its terms from being provisional; what moves into another year becomes so", async () => {
    await seed(term("2039-12-27"));
    const { totals, moves } = await simulation([{ type: "confirmYear", year: 2039, legalAct: HG }]);
    expect(totals).toMatchObject({ files: 1, moved: 0, confirmed: 1, becomeProvisional: 0 });
    expect(moves).toEqual([]);
    const into = await simulation([
      { type: "confirmYear", year: 2039, legalAct: HG },
      ...["2039-12-28", "2039-12-29", "2039-12-30"].map((date) => dayOff(date)),
    ]);
    expect(into.totals).toMatchObject({ moved: 1, confirmed: 0 });
    await seed(term("2026-12-28"));
    const beyond = await simulation([dayOff("2026-12-29"), dayOff("2026-12-30"), dayOff("2026-12-31")]);
    expect(beyond.totals.becomeProvisional).toBeGreaterThanOrEqual(1);
  });

  test("what an earlier change has still to bring into its files is not this one’s doing", async () => {
    await seed(term("2031-07-07")); // due on the 9th, and with the change that is saved now on the 10th
    await saved("ministryAdmin", dayOff("2031-07-08"));
    expect((await simulation([dayOff("2031-07-14")])).totals).toMatchObject({ files: 0, moved: 0 });
    // Taken back before it came to the file: nothing moves there.
    const back: CalendarAct = { type: "withdrawDay", id: await idOfDay("2031-07-08"), legalAct: HG };
    expect((await simulation([back])).totals).toMatchObject({ files: 0, moved: 0 });
    const both = await simulation([dayOff("2031-07-09")]);
    expect(both.moves).toMatchObject([{ from: "2031-07-09", to: "2031-07-11" }]);
  });

  test("a rule that declared days no longer interrupt", async () => {
    await saved("ministryAdmin", dayOff("2031-03-05"));
    const data = await createCalendarReader(owner).latest();
    const file = {
      name: "rule",
      number: "DSP-CJ/2030/900001",
      dsp: "DSP-CJ",
      cst: "CST-CJ",
      deadlines: [term("2031-03-04")],
    };
    await seedOpenFiles(owner, data, [file]);
    const { moves } = await simulation([
      { type: "setInterruption", rule: "MOH-23", interrupted: false, citation: "Codul de procedură civilă, art. 181" },
    ]);
    expect(moves).toMatchObject([{ caseId: idOfFile(file), from: "2031-03-07", to: "2031-03-06" }]);
  });

  test("comes in pages, in one order, each deadline once", async () => {
    const files = Array.from({ length: 250 }, (_, index): OpenFile => ({
      name: `page ${index}`,
      number: `DSP-CJ/2029/${String(index).padStart(6, "0")}`,
      dsp: "DSP-CJ",
      cst: "CST-CJ",
      deadlines: [term(index % 2 === 0 ? "2032-03-01" : "2032-03-02", index % 3 === 0 ? "DSP-BH" : "DSP-CJ")],
    }));
    await seedOpenFiles(owner, calendar, files);
    const acts = [dayOff("2032-03-03")];
    const first = await simulation(acts);
    expect(first.totals).toMatchObject({ files: 250, moved: 250 });
    const seen = [...first.moves];
    let cursor = first.nextCursor;
    while (cursor !== undefined) {
      const { status, body } = await world.post("ministryAdmin", "/api/calendar/simulations/moves", { acts, cursor });
      expect(status).toBe(200);
      seen.push(...body.moves);
      cursor = body.nextCursor;
    }
    expect(seen.map(({ caseId }) => caseId).toSorted()).toEqual(files.map(idOfFile).toSorted());
    expect(seen.map(({ institution }) => institution)).toEqual(seen.map(({ institution }) => institution).toSorted());
    const wrong = await world.post("ministryAdmin", "/api/calendar/simulations/moves", { acts, cursor: "x" });
    expect([wrong.status, wrong.body.code]).toEqual([422, "BAD_CURSOR"]);
    await saved("ministryAdmin", dayOff("2033-03-03"));
    const stale = await world.post("ministryAdmin", "/api/calendar/simulations/moves", {
      acts,
      cursor: first.nextCursor,
    });
    expect([stale.status, stale.body.code]).toEqual([409, "CALENDAR_CHANGED"]);
  });

  test("who is not the Ministry sees the deadlines of the own institution, whatever the acts", async () => {
    await seed(term("2034-03-06"), { rule: "MOH-26", duty: "CST", institution: "CST-CJ", startsOn: "2034-03-06" });
    await seed(term("2034-03-06", "DSP-BH"));
    const acts = [dayOff("2034-03-07")];
    const seenBy = async (name: PersonName): Promise<string[]> =>
      (await simulation(acts, name)).institutions.map(({ id }) => id);
    expect(await seenBy("ministryAdmin")).toEqual(["CST-CJ", "DSP-BH", "DSP-CJ"]);
    expect(await seenBy("admin")).toEqual(["DSP-CJ"]);
    expect(await seenBy("strangeAdmin")).toEqual([]);
    expect((await simulation(acts, "admin")).moves.every(({ institution }) => institution === "DSP-CJ")).toBe(true);
  });
});

describe("saving", () => {
  test("a change has a number, its acts, who made it, and stands in the calendar; sent again it is the same", async () => {
    const commandId = randomUUID();
    const expectedNumber = await latest();
    const acts = [dayOff("2035-03-06", "public-sector"), { type: "confirmYear", year: 2035, legalAct: HG } as const];
    const first = await save("ministryAdmin", acts, { commandId, expectedNumber });
    expect(first.body).toMatchObject({
      number: expectedNumber + 1,
      acts,
      by: "Persoana ministryAdmin",
      state: "saved",
    });
    expect(first.headers["location"]).toBe(`/api/calendar/changes/${expectedNumber + 1}`);
    const again = await save("ministryAdmin", acts, { commandId, expectedNumber });
    expect([again.status, again.body.number]).toEqual([201, expectedNumber + 1]);
    const other = await save("ministryAdmin", [dayOff("2035-03-07")], { commandId });
    expect([other.status, other.body.code]).toEqual([409, "COMMAND_ID_REUSED"]);
    expect(await latest()).toBe(expectedNumber + 1);

    const { body: year } = await world.get("admin", "/api/calendar?year=2035");
    const day = { date: "2035-03-06", scope: "public-sector", declaredIn: expectedNumber + 1 };
    expect(year).toMatchObject({ confirmed: true, declared: [{ ...day, declaredBy: "Persoana ministryAdmin" }] });
    const { body: unsigned } = await world.get(undefined, "/api/calendar?year=2035");
    expect(unsigned.declared[0]).not.toHaveProperty("declaredBy");
    const { body: log } = await world.get("ministryAdmin", "/api/admin/audit");
    expect(log.items).toContainEqual(expect.objectContaining({ action: "calendar.change", outcome: "ok" }));
  });

  test("a day that is withdrawn works again, and the change says which it was", async () => {
    await saved("admin", dayOff("2036-03-05", "DSP-CJ"));
    const id = await idOfDay("2036-03-05", "DSP-CJ");
    const withdrawal = { type: "withdrawDay", id, legalAct: "Decizia nr. 5" } as const;
    const { number, acts } = await saved("admin", withdrawal);
    expect(acts).toEqual([{ ...withdrawal, day: { date: "2036-03-05", kind: "day-off", for: "DSP-CJ" } }]);
    const { body } = await world.get(undefined, "/api/calendar?year=2036&institution=DSP-CJ");
    expect(body.declared).toEqual([]);
    const { body: change } = await world.get("admin", `/api/calendar/changes/${number}`);
    expect(change).toMatchObject({ institution: "DSP-CJ", acts });
    await saved("admin", dayOff("2036-03-05", "DSP-CJ")); // and can be declared again
  });

  test("each keeps the own calendar: the Ministry the national one, an institution its days", async () => {
    const refused = async (name: PersonName, act: CalendarAct): Promise<unknown[]> => {
      const { status, body } = await save(name, [act]);
      return [status, body.code];
    };
    const forbidden = [403, "NOT_YOUR_CALENDAR"];
    expect(await refused("admin", dayOff("2037-03-05"))).toEqual(forbidden);
    expect(await refused("admin", dayOff("2037-03-05", "public-sector"))).toEqual(forbidden);
    expect(await refused("admin", dayOff("2037-03-05", "DSP-BH"))).toEqual(forbidden);
    expect(await refused("strangeAdmin", dayOff("2037-03-05", "DSP-CJ"))).toEqual(forbidden);
    expect(await refused("ministryAdmin", dayOff("2037-03-05", "DSP-CJ"))).toEqual(forbidden);
    expect(await refused("admin", { type: "confirmYear", year: 2037, legalAct: HG })).toEqual(forbidden);
    const rule = { type: "setInterruption", rule: "MOH-26", interrupted: false, citation: "x" } as const;
    expect(await refused("admin", rule)).toEqual(forbidden);
    const national = await idOfDay("2025-05-02");
    expect(await refused("admin", { type: "withdrawDay", id: national, legalAct: HG })).toEqual(forbidden);
    await saved("admin", dayOff("2037-03-05", "DSP-CJ"));
    const own = await idOfDay("2037-03-05", "DSP-CJ");
    expect(await refused("ministryAdmin", { type: "withdrawDay", id: own, legalAct: HG })).toEqual(forbidden);
    await saved("ministryAdmin", dayOff("2037-03-05", "MS"));
    const mixed = await save("ministryAdmin", [dayOff("2037-03-09", "MS"), dayOff("2037-03-09")]);
    expect([mixed.status, mixed.body.code]).toEqual([422, "ONE_CALENDAR"]);
  });

  test("two at once: one of them is told who did what; an institution is not disturbed by another", async () => {
    const expectedNumber = await latest();
    const answers = await Promise.all(
      ["2038-03-02", "2038-03-03"].map((date) => save("ministryAdmin", [dayOff(date)], { expectedNumber })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const winner = answers.find(({ status }) => status === 201);
    expect(loser?.body).toMatchObject({
      code: "CALENDAR_CHANGED",
      version: expectedNumber + 1,
      changes: [{ type: "declareDayOff", by: "Persoana ministryAdmin", at: winner?.body.at }],
    });
    expect(loser?.body.changes[0].title).toContain("toți");

    const seen = await latest();
    await saved("strangeAdmin", dayOff("2038-03-04", "CST-BH"));
    expect((await save("admin", [dayOff("2038-03-04", "DSP-CJ")], { expectedNumber: seen })).status).toBe(201);
    expect((await save("ministryAdmin", [dayOff("2038-03-04")], { expectedNumber: seen })).status).toBe(409);
    expect((await save("admin", [dayOff("2038-03-05", "DSP-CJ")], { expectedNumber: 0 })).status).toBe(409);
    expect((await save("admin", [dayOff("2038-03-05", "DSP-CJ")], { expectedNumber: 999 })).status).toBe(409);
  });

  test("many at once take numbers without a gap", async () => {
    const before = await latest();
    const dates = ["2040-03-05", "2040-03-06", "2040-03-07", "2040-03-08"];
    const people = { "DSP-CJ": "admin", "CST-BH": "strangeAdmin" } as const;
    const answers = await Promise.all(
      dates.flatMap((date) =>
        Object.entries(people).map(([institution, name]) =>
          save(name, [dayOff(date, institution)], { expectedNumber: before }),
        ),
      ),
    );
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => Number(body.number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([before + 1, before + 2]);
  });

  test("changes are listed newest first: the own ones and those of the country; the Ministry sees all", async () => {
    const { number } = await saved("strangeAdmin", dayOff("2039-03-04", "CST-BH"));
    const listed = async (name: PersonName): Promise<number[]> =>
      (await world.get(name, "/api/calendar/changes")).body.items.map((change: CalendarChangeView) => change.number);
    expect((await listed("ministryAdmin"))[0]).toBe(number);
    expect((await listed("strangeAdmin"))[0]).toBe(number);
    expect(await listed("admin")).not.toContain(number);
    expect((await world.get("admin", `/api/calendar/changes/${number}`)).status).toBe(404);
    expect((await world.get("admin", "/api/calendar/changes/0")).status).toBe(404);
    expect((await world.get("admin", "/api/calendar/changes/x")).status).toBe(404);
    const all: number[] = [];
    let cursor: string | undefined;
    do {
      const query: string = cursor === undefined ? "" : `?cursor=${cursor}`;
      const { body } = await world.get("ministryAdmin", `/api/calendar/changes${query}`);
      all.push(...body.items.map((change: CalendarChangeView) => change.number));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(all).toEqual(Array.from({ length: number }, (_, place) => number - place));
  });

  test("stopped and resumed by whose it is, and not when it is done", async () => {
    const { number } = await saved("ministryAdmin", dayOff("2039-03-07"));
    const control = (name: PersonName, verb: string): Promise<Answer> =>
      world.post(name, `/api/calendar/changes/${number}/${verb}`, {});
    expect((await control("admin", "stop")).body.code).toBe("NOT_YOUR_CALENDAR");
    expect((await control("ministryAdmin", "stop")).body.state).toBe("stopped");
    expect((await control("ministryAdmin", "stop")).body.state).toBe("stopped");
    expect((await control("ministryAdmin", "resume")).body.state).toBe("saved");
    await owner.query("UPDATE calendar_changes SET state = 'done' WHERE number = $1", [number]);
    for (const verb of ["stop", "resume"]) {
      const { status, body } = await control("ministryAdmin", verb);
      expect([status, body.code]).toEqual([409, "CHANGE_IS_DONE"]);
    }
  });
});
