/** How a change goes through the files: pages, stops on the way, files that do not answer. The engine is played. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "@jest/globals";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import type { CalendarActivities } from "../../activities/calendar-activities.ts";
import { calendarActivities } from "../../activities/calendar/apply-change.ts";
import type { EngineCalls } from "../../activities/engine-calls.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { openDatabase } from "../../prisma/client.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";
import { idOfFile, seedOpenFiles, type OpenFile } from "../support/open-files.ts";

const database = await testDatabase();
const { pool, close } = openDatabase(database.ownerUrl);
atEndOfFile(close);
const calendars = createCalendarReader(pool);

let recompute: EngineCalls["recompute"];
const engine: Pick<EngineCalls, "recompute" | "startCalendarChange"> = {
  recompute: (caseId, change) => recompute(caseId, change),
  startCalendarChange: async () => undefined,
};
const activities = calendarActivities({ pool, calendars, engine });

function run<Name extends keyof CalendarActivities>(
  name: Name,
  ...args: Parameters<CalendarActivities[Name]>
): ReturnType<CalendarActivities[Name]> {
  const activity = activities[name] as (...given: unknown[]) => Promise<never>;
  return new MockActivityEnvironment({}, { logger: new DefaultLogger("ERROR") }).run(activity, ...args) as ReturnType<
    CalendarActivities[Name]
  >;
}

/** A change that declares a day off for everyone. */
async function change(date: string): Promise<number> {
  const acts = [{ type: "declareDayOff", date, for: "everyone", legalAct: "HG" }];
  const { rows } = await pool.query<{ number: number }>(
    `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
     SELECT max(number) + 1, $1, '', $2, 'saved' FROM calendar_changes RETURNING number`,
    [randomUUID(), JSON.stringify(acts)],
  );
  const number = rows[0]?.number ?? 0;
  await pool.query(
    `INSERT INTO declared_days (id, date, kind, scope, legal_act, declared_in) VALUES ($1, $2, 'day-off', 'everyone', 'HG', $3)`,
    [randomUUID(), date, number],
  );
  return number;
}

async function stateOf(number: number): Promise<unknown> {
  const { rows } = await pool.query("SELECT state, files, files_done, moved FROM calendar_changes WHERE number = $1", [
    number,
  ]);
  return rows[0];
}

function openFiles(count: number, startsOn: string): OpenFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${startsOn} ${index}`,
    number: `${startsOn}/${index}`,
    dsp: "DSP-CJ",
    cst: "CST-CJ",
    deadlines: [{ rule: "MOH-23", duty: "DSP", institution: "DSP-CJ", startsOn }],
  }));
}

const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID()).toSorted();

beforeEach(() => {
  recompute = async () => ({ moved: 1 });
});

test("the files that are out of date come in pages, each once; those that are done, and those that do not move, never", async () => {
  const before = await calendars.latest();
  const moving = openFiles(300, "2030-03-04");
  await seedOpenFiles(pool, before, [...moving, ...openFiles(50, "2030-02-25")]);
  const number = await change("2030-03-05");
  expect(await run("beginCalendarChange", number)).toBe("running");
  expect(await stateOf(number)).toMatchObject({ state: "running", files: 300 });
  const done = moving.slice(0, 10).map(idOfFile);
  await pool.query("UPDATE deadlines SET calendar_number = $1 WHERE case_id = ANY ($2::uuid[])", [number, done]);
  const found: string[] = [];
  let after = "";
  for (let pages = 1; ; pages += 1) {
    const page = await run("nextFiles", { number, after });
    found.push(...page.files);
    after = page.after;
    if (!page.isLast) continue;
    expect(pages).toBe(3);
    break;
  }
  expect(found).toEqual(
    moving
      .map(idOfFile)
      .filter((id) => !done.includes(id))
      .toSorted(),
  );
});

test("stopped in the middle: what was taken in hand is finished and counted, the rest waits", async () => {
  const number = await change("2030-03-06");
  await run("beginCalendarChange", number);
  let told = 0;
  recompute = async () => {
    told += 1;
    if (told === 20) await pool.query("UPDATE calendar_changes SET state = 'stopped' WHERE number = $1", [number]);
    await sleep(150);
    return { moved: 2 };
  };
  const files = ids(400);
  const page = await run("recomputeFiles", { number, files, filesDone: 7, moved: 3 });
  expect(page.taken).toBeGreaterThan(20);
  expect(page.taken).toBeLessThan(400);
  expect(page).toEqual({ taken: page.taken, failed: 0, filesDone: 7 + page.taken, moved: 3 + 2 * page.taken });
  expect(told).toBe(page.taken);
  expect(await stateOf(number)).toMatchObject({ state: "stopped", files_done: page.filesDone, moved: page.moved });
  expect(await run("beginCalendarChange", number)).toBe("stopped");
  expect(await run("finishCalendarChange", number)).toBe("stopped");
});

test("no more than sixteen files at the same time", async () => {
  const number = await change("2030-03-07");
  let [now, most] = [0, 0];
  recompute = async () => {
    now += 1;
    most = Math.max(most, now);
    await sleep(10);
    now -= 1;
    return { moved: 0 };
  };
  await run("recomputeFiles", { number, files: ids(100), filesDone: 0, moved: 0 });
  expect(most).toBe(16);
});

test("a page that is done twice counts once", async () => {
  const number = await change("2030-03-08");
  const page = { number, files: ids(40), filesDone: 100, moved: 50 };
  const [first, second] = [await run("recomputeFiles", page), await run("recomputeFiles", page)];
  expect(second).toEqual(first);
  expect(await stateOf(number)).toMatchObject({ files_done: 140, moved: 90 });
});

test("a file that closed is done; one that does not answer is told again, and left for the next pass when it stays silent", async () => {
  const number = await change("2030-03-11");
  await run("beginCalendarChange", number);
  const [closed = "", slow = "", silent = "", ...others] = ids(20);
  const asked = new Map<string, number>();
  recompute = async (caseId) => {
    const times = (asked.get(caseId) ?? 0) + 1;
    asked.set(caseId, times);
    if (caseId === closed) return undefined;
    if (caseId === silent || (caseId === slow && times < 3)) throw new Error("being resumed");
    return { moved: 1 };
  };
  const files = [closed, slow, silent, ...others];
  const page = await run("recomputeFiles", { number, files, filesDone: 0, moved: 0 });
  expect(page).toEqual({ taken: 20, failed: 1, filesDone: 19, moved: 18 });
  expect([asked.get(closed), asked.get(slow), asked.get(silent)]).toEqual([1, 3, 4]);
  expect(await run("finishCalendarChange", number)).toBe("done");
  // Nothing is undone by somebody who comes late.
  expect(await run("beginCalendarChange", number)).toBe("done");
}, 20_000);
