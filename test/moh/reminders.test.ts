import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { NOBODY } from "../../domain/messages/failures.ts";
import type { Actor } from "../../domain/case/events.ts";
import { atLocalTime, bucharestDate, plainDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { recomputeUpdate } from "../../workflows/contract.ts";
import { declareDay, withdrawDay } from "../support/calendar.ts";
import { plusDays, weekdayOf, workingDay, workingDayBefore, workingDayFrom, works } from "./support/days.ts";
import {
  ADULT,
  ask,
  correct,
  eventually,
  fileAt,
  isPlainFriday,
  MohFile,
  morning,
  openStepsOf,
  PEOPLE,
  skippingWorld,
  sleepTo,
  timesPassed,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
const calendars = createCalendarReader(world.pool);

/** A DSP without a supervisor, and its commission, with administrators. */
const SMALL: Actor = { userId: randomUUID(), institution: "DSP-BH", role: "dsp-officer" };
const SMALL_ADMIN = randomUUID();
/** Who has left, and a second officer of the DSP. */
const LEFT = randomUUID();
const COLLEAGUE = randomUUID();

beforeAll(async () => {
  await world.pool.query(`INSERT INTO institutions (id, kind, county, name_ro, name_en, cst_id) VALUES
    ('DSP-BH', 'dsp', 'BH', 'DSP Bihor', 'DSP Bihor', 'CST-BH'), ('CST-BH', 'cst', 'BH', 'Comisia Bihor', 'Bihor commission', NULL)`);
  const person = async (id: string, institution: string, role: string, active = true): Promise<void> => {
    await world.pool.query("INSERT INTO users (id, email, name, password_hash, active) VALUES ($1, $2, $3, '', $4)", [
      id,
      `${id}@example.ro`,
      role,
      active,
    ]);
    await world.pool.query("INSERT INTO memberships (user_id, institution_id, role) VALUES ($1, $2, $3)", [
      id,
      institution,
      role,
    ]);
  };
  await person(SMALL.userId, "DSP-BH", "dsp-officer");
  await person(SMALL_ADMIN, "DSP-BH", "administrator");
  await person(LEFT, "DSP-CJ", "dsp-officer", false);
  await person(COLLEAGUE, "DSP-CJ", "dsp-officer");
});

interface Row {
  readonly kind: string;
  readonly about: string;
  readonly audience: string;
  readonly at: Date;
  readonly state: string;
  readonly deadline: string | null;
}

/** What is planned for a file, or was. */
async function messages({ caseId }: MohFile, deadline?: string): Promise<Row[]> {
  const { rows } = await world.pool.query<Row>(
    `SELECT kind, about, audience, planned_at AS at, state, deadline_id AS deadline
       FROM planned_messages WHERE case_id = $1 AND ($2::text IS NULL OR deadline_id = $2)
       ORDER BY planned_at, kind, audience`,
    [caseId, deadline ?? null],
  );
  return rows;
}

type Planned = [kind: string, audience: string, at: string];

/** What of a deadline waits for its time, as kind, audience and office hour. */
async function planned(file: MohFile, deadline: string): Promise<Planned[]> {
  return (await messages(file, deadline))
    .filter(({ state }) => state === "planned")
    .map(({ kind, audience, at }) => [kind, audience, at.toISOString()]);
}

interface Letter {
  readonly kind: string;
  readonly to: string;
  readonly inPlaceOf: string | null;
  readonly state: string;
  readonly institution: string;
}

/** The letters that a file has become so far, as they stand. */
async function letters({ caseId }: MohFile, deadline?: string): Promise<Letter[]> {
  const { rows } = await world.pool.query<Letter>(
    `SELECT kind, coalesce(recipient_id::text, recipient_kind) AS to, in_place_of AS "inPlaceOf", state,
       institution_id AS institution
       FROM messages WHERE case_id = $1 AND ($2::text IS NULL OR deadline_id = $2) ORDER BY planned_at, kind, 2`,
    [caseId, deadline ?? null],
  );
  return rows;
}

/** Issues what is due on a day at ten. */
async function issueOn(date: string): Promise<void> {
  await issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(date), 10) });
}

/** Who receives each kind of message about a deadline, when all of them are issued on their days. */
async function recipients(file: MohFile, deadline: string): Promise<Record<string, string[]>> {
  const days = new Set((await messages(file, deadline)).map(({ at }) => bucharestDate(at)));
  for (const day of [...days].toSorted()) await issueOn(day);
  const found: Record<string, string[]> = {};
  for (const { kind, to } of await letters(file, deadline)) (found[kind] ??= []).push(to);
  return found;
}

/** Eight in the morning of a day in Bucharest. */
function eight(date: string): string {
  return atLocalTime(plainDate(date), 8).toISOString();
}

const OFFICER = PEOPLE.dsp.userId;
const SUPERVISOR = PEOPLE.supervisor.userId;
const HEAD = PEOPLE.head.userId;

/** The whole series of a deadline. */
function series(due: string, owners: readonly string[] = ["owner"]): Planned[] {
  const [overdue, second] = [workingDay(due, 1), workingDay(due, 3)];
  const rows: Planned[] = [
    ...owners.flatMap((audience): Planned[] => [
      ["before", audience, eight(workingDayBefore(due))],
      ["due", audience, eight(due)],
      ["overdue", audience, eight(overdue)],
    ]),
    ["escalation", "supervisor", eight(overdue)],
    ["second-escalation", "head", eight(second)],
  ];
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ([kind, audience, at]: Planned): string => `${at} ${kind} ${audience}`;

describe("when people are reminded of a deadline", () => {
  test("MOH-69 the working day before, on the day, from the day after also the supervisor, after 3 working days the head", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const due = workingDay(day, 7);
    expect(await planned(file, "MOH-69")).toEqual(series(due));
    expect((await messages(file, "MOH-69")).every(({ about }) => about === due)).toBe(true);
  });

  test("design 3: every reminder falls in office hours of a working day", async () => {
    for (const weekday of [1, 2, 3, 4, 5]) {
      await morning(world, (date) => works(date) && weekdayOf(date) === weekday);
      const file = await fileAt(world, "asked");
      for (const { kind, at, deadline } of await messages(file)) {
        if (deadline === null) continue; // news of work is not tied to an hour
        const date = bucharestDate(at);
        expect([kind, works(date), at.toISOString()]).toEqual([kind, true, eight(date)]);
      }
    }
  });

  test("MOH-26 no reminder before a term of one working day: its eve is the day on which it starts", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "decided");
    expect(await planned(file, "MOH-26")).toEqual(series(workingDay(day, 1)).filter(([kind]) => kind !== "before"));
  });

  test("MOH-64 a term that ends on a week-end reminds of the practical day, the eve being the Friday before", async () => {
    const friday = await morning(world, isPlainFriday);
    const file = await fileAt(world, "sendable");
    const monday = plusDays(friday, 3);
    // The Friday is the day on which the term starts: nothing the day before.
    expect(await planned(file, "MOH-64")).toEqual(series(monday).filter(([kind]) => kind !== "before"));
  });
});

describe("who is reminded", () => {
  test("MOH-42 the DSP that corresponds, then the patient side by e-mail too, once the duty is its own", async () => {
    const day = await morning(world);
    const due = workingDay(day, 7);
    const file = await fileAt(world, "approved");
    expect(await planned(file, "MOH-42")).toEqual(series(due));
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    expect(await planned(file, "MOH-42")).toEqual(series(due, ["owner", "patient-side"]));
    expect((await planned(file, "MOH-27")).some(([, audience]) => audience === "patient-side")).toBe(false);
    expect(await recipients(file, "MOH-42")).toEqual({
      before: [OFFICER, "patient-side"],
      due: [OFFICER, "patient-side"],
      overdue: [OFFICER, "patient-side"],
      escalation: [SUPERVISOR],
      "second-escalation": [HEAD],
    });
  });

  test("MOH-42 a patient side without an e-mail address is not written to", async () => {
    await morning(world);
    const { email: _, ...patient } = ADULT;
    const file = await fileAt(world, "approved", { open: { patient } });
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    expect((await messages(file)).some(({ audience }) => audience === "patient-side")).toBe(false);
  });

  test("MOH-61 whoever corresponds is told that a clinic's window ended, MOH-76 the Ministry is reminded of its own term", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "asked");
    expect(await planned(file, "MOH-61:clinic-1")).toEqual([
      ["overdue", "owner", eight(workingDay(workingDay(day, 7), 1))],
    ]);
    expect(await recipients(file, "MOH-61:clinic-1")).toEqual({ overdue: [OFFICER] });
    const other = await fileAt(world, "at-ministry");
    expect(await planned(other, "MOH-76")).toEqual(series(workingDay(day, 20)));
    // The Ministry has neither supervisor nor head: the supervisor of the file's DSP, who reads the file, is told.
    expect(await recipients(other, "MOH-76")).toMatchObject({
      due: [PEOPLE.ministry.userId],
      escalation: [SUPERVISOR],
      "second-escalation": [SUPERVISOR],
    });
  });

  test("MOH-73 the watch reminds until its day; from then on the report that it opens does", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    expect((await planned(file, "MOH-73")).map(([kind]) => kind)).toEqual(["before", "due"]);
    expect((await planned(file, "MOH-73"))[1]).toEqual(["due", "owner", eight(workingDay(day, 22))]);
  });

  test("the administrators where an institution has no supervisor", async () => {
    const day = await morning(world);
    const file = await MohFile.open(world, {
      by: SMALL,
      opening: { homeId: "DSP-BH", cstId: "CST-BH", officerId: SMALL.userId },
    });
    expect(await planned(file, "MOH-23")).toEqual(series(workingDay(day, 2)));
    expect(await recipients(file, "MOH-23")).toMatchObject({
      overdue: [SMALL.userId],
      escalation: [SMALL_ADMIN],
      "second-escalation": [SMALL_ADMIN],
    });
  });

  test("every officer of the DSP when the one of the file has left", async () => {
    await morning(world);
    const file = await MohFile.open(world, { opening: { officerId: LEFT } });
    expect(await recipients(file, "MOH-23")).toMatchObject({ due: [OFFICER, COLLEAGUE].toSorted() });
  });

  test("an institution in which nobody is left: a message that failed, and a task for its administrator", async () => {
    const day = await morning(world);
    await world.pool.query(
      "INSERT INTO institutions (id, kind, name_ro, name_en) VALUES ('DSP-XX', 'dsp', '', '') ON CONFLICT DO NOTHING",
    );
    const file = await MohFile.open(world, { opening: { homeId: "DSP-XX" } });
    await issueOn(workingDay(day, 2));
    expect(await letters(file, "MOH-23")).toEqual([
      { kind: "due", to: "user", inPlaceOf: null, state: "failed", institution: "DSP-XX" },
    ]);
    const { rows } = await world.pool.query(
      `SELECT t.kind, t.reason FROM admin_tasks t JOIN messages m ON m.id = t.message_id
         WHERE t.institution_id = 'DSP-XX' AND m.deadline_id = 'MOH-23'`,
    );
    expect(rows).toEqual([{ kind: "mail-refused", reason: NOBODY }]);
  });
});

describe("absence and substitution", () => {
  const away = async (userId: string, substituteId: string, from: string, until: string): Promise<void> => {
    await world.pool.query(
      `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
       SELECT gen_random_uuid(), institution_id, $1, $2, $3, $4, $1 FROM memberships WHERE user_id = $1`,
      [userId, substituteId, from, until],
    );
  };
  const dueLetters = async (file: MohFile): Promise<[string, string | null][]> =>
    (await letters(file, "MOH-23")).filter(({ kind }) => kind === "due").map(({ to, inPlaceOf }) => [to, inPlaceOf]);
  afterEach(async () => {
    await world.pool.query("DELETE FROM absences");
  });

  test("the message of an absent person goes to the substitute and says in whose place; from the first day to the last", async () => {
    const day = await morning(world);
    const due = workingDay(day, 2);
    await away(OFFICER, COLLEAGUE, due, due);
    const file = await fileAt(world, "complete");
    expect(await recipients(file, "MOH-23")).toMatchObject({ before: [OFFICER], due: [COLLEAGUE], overdue: [OFFICER] });
    expect(await dueLetters(file)).toEqual([[COLLEAGUE, OFFICER]]);
  });

  test("a substitute who is away too is substituted; the supervisor’s and the head’s messages as well", async () => {
    const day = await morning(world);
    const due = workingDay(day, 2);
    const until = workingDay(due, 10);
    await away(OFFICER, COLLEAGUE, day, until);
    await away(COLLEAGUE, SUPERVISOR, day, until);
    await away(HEAD, SUPERVISOR, day, until);
    const file = await fileAt(world, "complete");
    await recipients(file, "MOH-23");
    const got = (await letters(file, "MOH-23")).map(({ kind, to, inPlaceOf }) => [kind, to, inPlaceOf]);
    expect(got.filter(([kind]) => kind !== "before" && kind !== "overdue")).toEqual([
      ["due", SUPERVISOR, OFFICER],
      ["escalation", SUPERVISOR, null],
      ["second-escalation", SUPERVISOR, HEAD],
    ]);
  });

  test("substitutes in a circle: everybody present whose work it is; when nobody is, the absent person after all", async () => {
    const day = await morning(world);
    const due = workingDay(day, 2);
    const third = randomUUID();
    await world.pool.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, '', '')", [
      third,
      `${third}@example.ro`,
    ]);
    await world.pool.query("INSERT INTO memberships VALUES ($1, 'DSP-CJ', 'dsp-officer')", [third]);
    await away(OFFICER, COLLEAGUE, due, due);
    await away(COLLEAGUE, OFFICER, due, due);
    const file = await fileAt(world, "complete");
    await recipients(file, "MOH-23");
    expect(await dueLetters(file)).toEqual([[third, OFFICER]]);
    await world.pool.query("DELETE FROM memberships WHERE user_id = $1", [third]);
    const alone = await MohFile.open(world, {
      by: SMALL,
      opening: { homeId: "DSP-BH", cstId: "CST-BH", officerId: SMALL.userId },
    });
    await away(SMALL.userId, SMALL_ADMIN, due, due);
    await away(SMALL_ADMIN, SMALL.userId, due, due);
    await recipients(alone, "MOH-23");
    expect(await dueLetters(alone)).toEqual([[SMALL.userId, null]]);
  });

  test("an absence that was withdrawn, or of another institution, changes nothing", async () => {
    const day = await morning(world);
    const due = workingDay(day, 2);
    await away(OFFICER, COLLEAGUE, due, due);
    await world.pool.query("UPDATE absences SET withdrawn_at = now()");
    await world.pool.query(
      `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
       VALUES (gen_random_uuid(), 'MS', $1, $2, $3, $3, $1)`,
      [OFFICER, COLLEAGUE, due],
    );
    const file = await fileAt(world, "complete");
    await recipients(file, "MOH-23");
    expect(await dueLetters(file)).toEqual([[OFFICER, null]]);
  });
});

describe("issuing", () => {
  test("each letter once, however often and by however many it is issued", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const due = workingDay(day, 2);
    await Promise.all([issueOn(due), issueOn(due), issueOn(due)]);
    await issueOn(due);
    expect((await letters(file, "MOH-23")).map(({ kind }) => kind)).toEqual(["due"]);
    // As if the transaction that issued it had been lost after its letter was made.
    await world.pool.query("UPDATE planned_messages SET state = 'planned' WHERE case_id = $1 AND state = 'issued'", [
      file.caseId,
    ]);
    await issueOn(due);
    expect((await letters(file, "MOH-23")).map(({ kind }) => kind)).toEqual(["due"]);
  });

  test("what nobody swept at its time waits for the next minute at which the office is open", async () => {
    const day = await morning(world, isPlainFriday);
    const file = await fileAt(world, "complete", { on: workingDayBefore(workingDayBefore(day)) });
    // Its last day is the Friday: the officer is told on the Monday at eight. Nobody swept until the evening.
    const monday = plusDays(day, 3);
    const sweep = (date: string, hour: number): Promise<number> =>
      issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(date), hour) });
    const said = async () => (await letters(file, "MOH-23")).map(({ kind }) => kind);
    await sweep(monday, 20);
    expect(await said()).toEqual([]);
    await sweep(plusDays(monday, 1), 7);
    expect(await said()).toEqual([]);
    await sweep(workingDay(monday, 1), 8);
    expect(await said()).toEqual(["escalation", "overdue"]);
  });

  test("a reminder whose day went by while nobody swept is not said any more", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    await issueOn(workingDay(day, 5));
    expect((await letters(file, "MOH-23")).map(({ kind }) => kind)).toEqual([
      "escalation",
      "overdue",
      "second-escalation",
    ]);
  });
});

describe("late entries", () => {
  test("a deadline long over tells where it stands, once, and not its history", async () => {
    await morning(world);
    const file = await fileAt(world, "complete", { on: "2026-03-02" });
    const rows = await planned(file, "MOH-23");
    expect(rows.map(([kind, to]) => [kind, to])).toEqual([
      ["escalation", "supervisor"],
      ["overdue", "owner"],
      ["second-escalation", "head"],
    ]);
    expect(await recipients(file, "MOH-23")).toEqual({
      overdue: [OFFICER],
      escalation: [SUPERVISOR],
      "second-escalation": [HEAD],
    });
  });

  test("a change of the calendar tells nobody again of a term that is over, and everybody who was not told", async () => {
    await morning(world);
    const [told, untold] = [
      await fileAt(world, "complete", { on: "2026-03-02" }),
      await fileAt(world, "complete", { on: "2026-03-02" }),
    ];
    const waiting = async (file: MohFile): Promise<string[]> =>
      (await messages(file, "MOH-23")).filter(({ state }) => state === "planned").map(({ about }) => about);
    await world.pool.query("UPDATE planned_messages SET planned_at = 'infinity' WHERE case_id = $1", [untold.caseId]);
    expect(Object.keys(await recipients(told, "MOH-23"))).toHaveLength(3);
    const number = await declareDay(world.pool, { date: "2026-03-03" });
    for (const { handle } of [told, untold]) {
      expect(await handle.executeUpdate(recomputeUpdate, { args: [{ change: number }] })).toEqual({ moved: 1 });
    }
    await withdrawDay(world.pool, "2026-03-03");
    expect(await waiting(told)).toEqual([]);
    expect(await waiting(untold)).toEqual(["2026-03-05", "2026-03-05", "2026-03-05"]);
  });

  test("who would hear of it at once as supervisor and as head hears the last alone", async () => {
    await morning(world);
    const file = await MohFile.open(world, {
      on: "2026-03-02",
      by: SMALL,
      opening: { homeId: "DSP-BH", cstId: "CST-BH", officerId: SMALL.userId },
    });
    expect(await recipients(file, "MOH-23")).toEqual({
      overdue: [SMALL.userId],
      "second-escalation": [SMALL_ADMIN],
    });
  });

  test("a deadline that was over yesterday tells its owner and the supervisor at once, the second escalation later", async () => {
    const day = await morning(
      world,
      (date) => works(date) && works(plusDays(date, -1)) && works(plusDays(date, -2)) && works(plusDays(date, -3)),
    );
    const file = await fileAt(world, "complete", { on: plusDays(day, -3) });
    const rows = await planned(file, "MOH-23");
    const soon = (await world.now()) + 61_000;
    expect(rows.map(([kind, to]) => [kind, to])).toEqual([
      ["escalation", "supervisor"],
      ["overdue", "owner"],
      ["second-escalation", "head"],
    ]);
    for (const [, , at] of rows.slice(0, 2)) expect(Date.parse(at)).toBeLessThanOrEqual(soon);
    expect(rows[2]?.[2]).toBe(eight(workingDay(plusDays(day, -1), 3)));
  });

  test("a deadline of today tells so at once, and not that it lies ahead", async () => {
    const day = await morning(world, (date) => works(date) && works(plusDays(date, -1)) && works(plusDays(date, -2)));
    const file = await fileAt(world, "complete", { on: plusDays(day, -2) });
    expect((await planned(file, "MOH-23")).map(([kind]) => kind)).toEqual([
      "due",
      "escalation",
      "overdue",
      "second-escalation",
    ]);
  });

  test("nobody is told on a Saturday that a term of the Friday is due today", async () => {
    const saturday = await morning(
      world,
      (date) =>
        weekdayOf(date) === 6 &&
        isPlainFriday(plusDays(date, -1)) &&
        works(plusDays(date, -2)) &&
        works(plusDays(date, -3)),
    );
    const file = await fileAt(world, "complete", { on: plusDays(saturday, -3) });
    expect((await planned(file, "MOH-23")).map(([kind]) => kind)).toEqual([
      "escalation",
      "overdue",
      "second-escalation",
    ]);
    expect((await planned(file, "MOH-23"))[0]?.[2]).toBe(eight(plusDays(saturday, 2)));
  });

  test("a whole file entered late leaves only what still stands", async () => {
    await morning(world);
    const file = await fileAt(world, "verdict", { on: "2026-03-02" });
    const waiting = (await messages(file)).filter(({ state, deadline }) => state === "planned" && deadline !== null);
    const running = Object.values((await file.state()).deadlines)
      .filter(({ endedBy, cancelled }) => endedBy === undefined && cancelled === undefined)
      .map(({ id }) => id);
    expect(waiting.every(({ deadline }) => running.includes(deadline ?? ""))).toBe(true);
  });
});

describe("planned again, or no more", () => {
  test("a deadline that is met, cancelled or closed reminds nobody any more", async () => {
    await morning(world);
    const file = await fileAt(world, "asked");
    const states = async (deadline: string) => [...new Set((await messages(file, deadline)).map(({ state }) => state))];
    expect(await states("MOH-27")).toEqual(["planned"]);
    await file.give("notifyPatient");
    expect(await states("MOH-27")).toEqual(["dropped"]);
    expect(await states("MOH-69")).toEqual(["planned"]);
    await file.give("withdrawApplication", { payload: { reason: "x" } });
    for (const deadline of ["MOH-69", "MOH-42", "MOH-61:clinic-1", "MOH-73"])
      expect(await states(deadline)).toEqual(["dropped"]);
  });

  test("MOH-23 a moved due date drops the reminders of the old one and plans those of the new; moved back, the first are planned again, each once", async () => {
    const day = await morning(world, (date) => works(date) && works(plusDays(date, -1)) && works(plusDays(date, -2)));
    const earlier = plusDays(day, -1);
    const file = await fileAt(world, "complete");
    const [due, dueEarlier] = [workingDay(day, 2), workingDay(earlier, 2)];
    const first = await planned(file, "MOH-23");
    expect(first).toEqual(series(due));
    await correct(file, 1, { on: earlier });
    const about = async (date: string) =>
      (await messages(file, "MOH-23")).filter((row) => row.about === date).map(({ state }) => state);
    expect(new Set(await about(due))).toEqual(new Set(["dropped"]));
    expect(new Set(await about(dueEarlier))).toEqual(new Set(["planned"]));
    await correct(file, 1, { on: day });
    expect(new Set(await about(dueEarlier))).toEqual(new Set(["dropped"]));
    expect(await planned(file, "MOH-23")).toEqual(first);
    expect(await about(due)).toHaveLength(first.length);
  });

  test("a message that was sent is not planned a second time", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    await recipients(file, "MOH-23");
    await world.pool.query("UPDATE messages SET state = 'sent' WHERE case_id = $1 AND deadline_id = 'MOH-23'", [
      file.caseId,
    ]);
    await correct(file, 1, { on: workingDayBefore(day) });
    await correct(file, 1, { on: day });
    const rows = (await messages(file, "MOH-23")).filter(({ about }) => about === workingDay(day, 2));
    expect(rows.every(({ state }) => state === "issued")).toBe(true);
    const again = await recipients(file, "MOH-23");
    expect(Object.values(again).every((to) => to.length === 1)).toBe(true);
  });

  test("a letter that had not left when its deadline was met is dropped, and leaves after all when the deadline runs again", async () => {
    const day = await morning(world, (date) => works(date) && works(plusDays(date, -1)));
    const due = workingDay(day, 2);
    const file = await fileAt(world, "complete");
    const early = workingDayBefore(due);
    await issueOn(early);
    const before = async () => (await letters(file, "MOH-23")).map(({ kind, state }) => [kind, state]);
    expect(await before()).toEqual([["before", "planned"]]);
    await correct(file, 1, { on: plusDays(day, -1) });
    expect((await before())[0]).toEqual(["before", "dropped"]);
    await correct(file, 1, { on: day });
    await issueOn(early);
    expect(await before()).toEqual([["before", "planned"]]);
  });

  test("the passing of a deadline does not repeat what was said, nor say what is not true any more", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const due = workingDay(day, 2);
    await sleepTo(world, plusDays(due, 1), 0, 10);
    await eventually(async () => expect(await timesPassed(world, file, "MOH-23")).toBe(1));
    const rows = await messages(file, "MOH-23");
    expect(rows.filter(({ state }) => state === "planned").map(({ kind }) => kind)).toEqual([
      "escalation",
      "overdue",
      "second-escalation",
    ]);
    expect(rows.filter(({ state }) => state === "dropped").map(({ kind }) => kind)).toEqual(["before", "due"]);
  });
});

describe("news", () => {
  test("MOH-21, MOH-22 a receipt to the patient side, once, when it has an address", async () => {
    await morning(world);
    const file = await fileAt(world, "at-commission");
    const receipts = (await messages(file)).filter(({ kind }) => kind === "receipt");
    expect(receipts.map(({ audience }) => audience)).toEqual(["patient-side"]);
    await issueOn(await today(world));
    expect((await letters(file)).filter(({ kind }) => kind === "receipt").map(({ to }) => to)).toEqual([
      "patient-side",
    ]);
    const { email: _, ...patient } = ADULT;
    const silent = await fileAt(world, "complete", { open: { patient } });
    expect((await messages(silent)).filter(({ kind }) => kind === "receipt")).toEqual([]);
  });

  test("work that comes from another institution is news to those whose work it is, and to nobody else", async () => {
    await morning(world);
    const file = await fileAt(world, "decided");
    const news = async () =>
      (await messages(file)).filter(({ kind }) => kind === "work").map(({ about, state }) => [about, state]);
    expect((await news()).toSorted()).toEqual([
      ["begin-examination", "dropped"], // done since
      ["register-decision", "planned"],
    ]);
    await issueOn(await today(world));
    expect((await letters(file)).filter(({ kind }) => kind === "work").map(({ to }) => to)).toEqual([OFFICER]);
    const other = await fileAt(world, "at-commission");
    await issueOn(await today(world));
    expect((await letters(other)).filter(({ kind }) => kind === "work").map(({ to }) => to)).toEqual([
      PEOPLE.cst.userId,
    ]);
  });

  test("MOH-73 the DSP is told when the report of a delay falls to it", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    await ask(file, 1);
    await sleepTo(world, workingDay(day, 23), 0, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    const work = (await messages(file)).filter(({ kind, about }) => kind === "work" && about === "report-delay");
    // Time sent it, at midnight: the office hears of it when it opens.
    expect(work.map(({ audience, at }) => [audience, at.toISOString()])).toEqual([
      ["owner", eight(workingDay(day, 23))],
    ]);
    expect((await planned(file, "MOH-73:report")).map(([kind]) => kind)).toEqual([
      "due",
      "escalation",
      "overdue",
      "second-escalation",
    ]);
    expect(workingDayFrom(workingDay(day, 23))).toBe(workingDay(day, 23));
  });
});
