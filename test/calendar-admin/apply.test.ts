/** A change of the calendar carried into real files: it does what its simulation said, and leaves an event in each. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import type { CalendarChangeView, MoveView, SimulationView } from "../../domain/calendar/administration.ts";
import type { CalendarAct } from "../../domain/calendar/acts.ts";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import { dueBy } from "../../domain/calendar/effect.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import type { MohCaseView } from "../../domain/case/view.ts";
import { bucharestDate, weekday, addDays, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { pageOfTerms } from "../../prisma/open-terms.ts";
import { engineWorld } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";

const world = await engineWorld();
const { owner, file, given } = world;
const calendars = createCalendarReader(owner);
const today = bucharestDate(new Date());
/** Working days from today on, before anything is declared. */
const plain = institutionCalendar(await calendars.latest());
const day = (n: number): PlainDate => addWorkingDays(plain, today, n);
const HG = "HG nr. 1";
const dayOff = (date: PlainDate, whom = "everyone"): CalendarAct => ({
  type: "declareDayOff",
  date,
  for: whom,
  legalAct: HG,
});

async function simulate(acts: readonly CalendarAct[], name: PersonName = "ministryAdmin"): Promise<SimulationView> {
  return (await world.post(name, "/api/calendar/simulations", { acts })).body as SimulationView;
}

async function save(acts: readonly CalendarAct[], name: PersonName = "ministryAdmin"): Promise<number> {
  const { body: calendar } = await world.get(undefined, "/api/calendar");
  const request = { commandId: randomUUID(), expectedNumber: calendar.number, acts };
  const { status, body, text } = await world.post(name, "/api/calendar/changes", request);
  if (status !== 201) throw new Error(text);
  return body.number as number;
}

async function changeNow(number: number): Promise<CalendarChangeView> {
  return (await world.get("ministryAdmin", `/api/calendar/changes/${number}`)).body as CalendarChangeView;
}

async function until(number: number, state: CalendarChangeView["state"]): Promise<CalendarChangeView> {
  const end = Date.now() + 60_000;
  for (;;) {
    const change = await changeNow(number);
    if (change.state === state) return change;
    if (Date.now() > end) throw new Error(`change ${number} is ${change.state}, not ${state}`);
    await sleep(100);
  }
}

async function applied(acts: readonly CalendarAct[], name?: PersonName): Promise<CalendarChangeView> {
  return await until(await save(acts, name), "done");
}

async function view(caseId: string, name: PersonName = "officer"): Promise<MohCaseView> {
  return (await world.get(name, `/api/cases/${caseId}`)).body as MohCaseView;
}

/** What a change moved, as the files say it. */
async function movesOf(number: number): Promise<Pick<MoveView, "caseId" | "deadline" | "from" | "to">[]> {
  const { rows } = await owner.query<{ caseId: string; deadline: string; from: PlainDate; to: PlainDate }>(
    `SELECT c.id AS "caseId", d.key AS deadline, m.value->>'from' AS "from", m.value->>'to' AS "to"
     FROM cases c JOIN events e ON e.case_id = c.id AND e.type = 'calendarChanged' AND (e.data->>'change')::int = $1,
       jsonb_each(c.state->'deadlines') d, jsonb_array_elements(coalesce(d.value->'moves', '[]')) m
     WHERE (m.value->>'seq')::int = e.seq`,
    [number],
  );
  return rows;
}

const sorted = <Move extends { caseId: string; deadline: string }>(moves: readonly Move[]): Move[] =>
  moves.toSorted((a, b) => (a.caseId + a.deadline < b.caseId + b.deadline ? -1 : 1));

function datesOf({ moves }: SimulationView): Pick<MoveView, "caseId" | "deadline" | "from" | "to">[] {
  return moves.map(({ caseId, deadline, from, to }) => ({ caseId, deadline, from, to }));
}

/** Every open deadline of every file is what the calendar says. */
async function expectSettled(): Promise<void> {
  const calendar = await calendars.latest();
  const everything = {
    reach: { days: { from: "2012-01-02", to: "2040-12-31" }, rules: [], provisional: true },
  } as const;
  const terms = await pageOfTerms(owner, everything as never, {
    after: "00000000-0000-0000-0000-000000000000",
    files: 10_000,
  });
  expect(terms.size).toBeGreaterThan(0);
  for (const [caseId, own] of terms) {
    for (const term of own) {
      const { dueOn, practicalDueOn, provisionalYears } = dueBy(term, calendar) ?? {};
      const said = { dueOn: term.dueOn, practicalDueOn: term.practicalDueOn, provisional: term.provisional };
      expect([caseId, term.rule, said]).toEqual([
        caseId,
        term.rule,
        { dueOn, practicalDueOn, provisional: provisionalYears !== undefined },
      ]);
    }
  }
}

const CLINICS = ["A", "B"].map((name) => ({ name: `Klinik ${name}`, country: "DE" }));
/** A file with open deadlines of the DSP, of a clinic and of the patient side. */
async function decided(): Promise<MohCaseView> {
  let now = (await file()).view;
  now = await given("officer", now, "sendToCommission");
  now = await given("secretary", now, "beginExamination");
  now = await given("secretary", now, "finishExamination", { decision: "approved" });
  now = await given("officer", now, "registerDecision", {
    decision: "approved",
    minutes: { urgencyClass: "A", clinics: CLINICS },
  });
  return await given("officer", now, "sendClinicRequest", { clinic: "clinic-1", evidence: "e-mail 1" });
}

/** One whose patient was told and corresponds, and one with a term that stands still. */
async function unusual(): Promise<MohCaseView[]> {
  let theirs = await decided();
  theirs = await given("officer", theirs, "notifyPatient", {});
  theirs = await given("officer", theirs, "signUndertaking", { signedBy: "patient", clinics: ["clinic-2"] });
  const suspension = { deadline: "MOH-73", causedBy: "PATIENT_SIDE", cause: "lipsă act", legalBasis: "art. 1" };
  return [theirs, await given("supervisor", await decided(), "suspendDeadline", suspension)];
}

let files: MohCaseView[] = [];
beforeAll(async () => {
  files = await Promise.all([
    ...Array.from({ length: 12 }, async () => (await file()).view),
    ...[1, 2, 3].map(decided),
  ]);
  files.push(...(await unusual()));
  files.push((await file("stranger", { patient: { ...BIHOR } })).view);
}, 120_000);
const BIHOR = {
  surname: "Ardelean",
  givenName: "Ion",
  birthDate: "1970-02-03",
  domicileCounty: "BH",
};

describe("a change that is applied", () => {
  test("a bridge day for everyone: the same list as the simulation, an event in each file and in no other", async () => {
    const acts = [dayOff(day(2))];
    const simulated = await simulate(acts);
    expect(simulated.totals.files).toBe(files.length);
    const change = await applied(acts);
    expect(change).toMatchObject({
      files: simulated.totals.files,
      filesDone: simulated.totals.files,
      moved: simulated.totals.moved,
      state: "done",
    });
    expect(change.ratePerSecond).toBeGreaterThan(0);
    expect(change.finishedAt).toBeDefined();
    expect(sorted(await movesOf(change.number))).toEqual(sorted(datesOf(simulated)));
    const [first] = files;
    const now = await view(String(first?.caseId));
    expect(now.deadlines.find(({ id }) => id === "MOH-23")?.dueOn).toBe(day(3));
    expect(now.timeline.at(-1)).toMatchObject({
      kind: "calendar-changed",
      moves: [{ deadline: "MOH-23", from: day(2), to: day(3) }],
    });
    await expectSettled();
    for (const { caseId } of files) expect((await verifyChain(owner, caseId)).fault).toBeUndefined();
  }, 90_000);

  test("withdrawn again: everything is as it was", async () => {
    const { body } = await world.get(undefined, `/api/calendar?year=${yearOf(day(2))}`);
    const { id } = body.declared.find(({ date }: { date: string }) => date === day(2));
    const acts: CalendarAct[] = [{ type: "withdrawDay", id, legalAct: HG }];
    const simulated = await simulate(acts);
    const change = await applied(acts);
    expect(sorted(await movesOf(change.number))).toEqual(sorted(datesOf(simulated)));
    const [first] = files;
    expect((await view(String(first?.caseId))).deadlines[0]).toMatchObject({ dueOn: day(2) });
    await expectSettled();
  }, 90_000);

  test("a day of the public sector moves its terms and no clinic’s; a day of one institution moves its own alone", async () => {
    const bridge = await applied([dayOff(day(1), "public-sector")]);
    const byRule = new Set((await movesOf(bridge.number)).map(({ deadline }) => deadline.split(":")[0]));
    expect(byRule).toContain("MOH-23");
    expect(byRule).not.toContain("MOH-61");
    expect((await movesOf(bridge.number)).length).toBe(bridge.moved);

    const acts = [dayOff(day(2), "DSP-CJ")];
    const simulated = await simulate(acts, "admin");
    const own = await applied(acts, "admin");
    expect(own.institution).toBe("DSP-CJ");
    expect(sorted(await movesOf(own.number))).toEqual(sorted(datesOf(simulated)));
    const stranger = files.at(-1)?.caseId ?? "";
    expect((await movesOf(own.number)).map(({ caseId }) => caseId)).not.toContain(stranger);
    await expectSettled();
  }, 90_000);

  test("a year that is confirmed: nothing moves, nothing is provisional any more, and each file says so", async () => {
    const year = yearOf(today);
    await owner.query("DELETE FROM confirmed_years WHERE year >= $1", [year]);
    const before = await applied([dayOff(day(9))]); // another number: what one names is kept
    expect(before.state).toBe("done");
    const fresh = await Promise.all([1, 2, 3].map(async () => (await file()).view));
    expect(fresh[0]?.deadlines[0]).toMatchObject({ provisionalYears: [year] });
    const acts: CalendarAct[] = [year, year + 1].map((each) => ({ type: "confirmYear", year: each, legalAct: HG }));
    const simulated = await simulate(acts);
    expect(simulated.totals.confirmed).toBeGreaterThanOrEqual(3);
    expect(simulated.totals.moved).toBe(0);
    const change = await applied(acts);
    expect(change).toMatchObject({ files: simulated.totals.files, moved: 0 });
    for (const { caseId } of fresh) {
      const now = await view(caseId);
      expect(now.deadlines[0]).not.toHaveProperty("provisionalYears");
      expect(now.timeline.at(-1)).toMatchObject({ kind: "calendar-changed" });
    }
    await expectSettled();
  }, 90_000);
});

describe("while it is under way", () => {
  test("files move: commands are answered, a new file has the new calendar at once, and every date is right in the end", async () => {
    const acts = [dayOff(day(4)), dayOff(day(5))];
    const moving = files.slice(0, 6);
    const number = await save(acts);
    const [opened] = await Promise.all([
      file(),
      ...moving.map(async ({ caseId }) => {
        const now = await view(caseId);
        for (const pause of [0, 50, 150, 400]) {
          await sleep(pause);
          try {
            return await given("officer", await view(caseId), "sendToCommission");
          } catch (error) {
            // Somebody else's version: the change came between; asked again on the new one.
            if (!String(error).includes("STALE_VERSION")) throw error;
          }
        }
        return now;
      }),
    ]);
    await until(number, "done");
    await expectSettled();
    // The new file was counted with the new calendar from the beginning, and the change left it alone.
    const { timeline } = await view(opened.caseId);
    expect(timeline.filter(({ kind }) => kind === "calendar-changed")).toEqual([]);
    for (const { caseId } of moving) {
      expect((await view(caseId)).steps.map(({ step }) => step)).toEqual(["begin-examination"]);
      expect((await verifyChain(owner, caseId)).fault).toBeUndefined();
    }
  }, 90_000);

  test("stopped before it began, nothing moves; resumed, it goes to its end", async () => {
    await world.stopWorker();
    const acts = [dayOff(day(3))];
    const { totals } = await simulate(acts);
    const number = await save(acts);
    expect((await world.post("ministryAdmin", `/api/calendar/changes/${number}/stop`, {})).body.state).toBe("stopped");
    await world.startWorker();
    await sleep(2_000);
    expect(await movesOf(number)).toEqual([]);
    expect(await changeNow(number)).toMatchObject({ state: "stopped", filesDone: 0 });
    await world.post("ministryAdmin", `/api/calendar/changes/${number}/resume`, {});
    expect(await until(number, "done")).toMatchObject({ files: totals.files, moved: totals.moved });
    await expectSettled();
  }, 90_000);

  test("two changes at once end with both in every file", async () => {
    const saturday = addDays(day(6), 6 - weekday(day(6)) || 7);
    const first = await save([dayOff(day(6))]);
    const recovery = { type: "declareRecoveryDay", date: saturday, for: "everyone", legalAct: HG } as const;
    const second = await save([recovery]);
    await until(first, "done");
    await until(second, "done");
    await expectSettled();
  }, 90_000);

  test("a change that was saved while the engine was away is started when somebody looks", async () => {
    const { rows } = await owner.query<{ number: number }>(
      `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
       SELECT max(number) + 1, gen_random_uuid(), '', $1, 'saved' FROM calendar_changes RETURNING number`,
      [JSON.stringify([dayOff(day(8))])],
    );
    const number = rows[0]?.number ?? 0;
    await owner.query(
      `INSERT INTO declared_days (id, date, kind, scope, legal_act, declared_in)
       VALUES (gen_random_uuid(), $1, 'day-off', 'everyone', 'HG', $2)`,
      [day(8), number],
    );
    await world.runWorkflow("startCalendarChanges");
    await until(number, "done");
    await expectSettled();
  }, 90_000);
});
