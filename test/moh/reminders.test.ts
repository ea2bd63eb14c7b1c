import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Actor } from "../../domain/case/events.ts";
import { atLocalTime, bucharestDate, plainDate } from "../../domain/plain-date.ts";
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
} from "./support/world.ts";

const world = await skippingWorld();

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
  readonly to: string;
  readonly at: Date;
  readonly state: string;
  readonly deadline: string | null;
}

async function messages({ caseId }: MohFile, deadline?: string): Promise<Row[]> {
  const { rows } = await world.pool.query<Row>(
    `SELECT kind, about, coalesce(recipient_id::text, recipient_kind) AS to, planned_at AS at, state, deadline_id AS deadline
       FROM messages WHERE case_id = $1 AND ($2::text IS NULL OR deadline_id = $2) ORDER BY planned_at, kind, 3`,
    [caseId, deadline ?? null],
  );
  return rows;
}

/** The rows of a deadline that wait to be sent, as kind, recipient and office hour. */
async function planned(file: MohFile, deadline: string): Promise<[kind: string, to: string, at: string][]> {
  return (await messages(file, deadline))
    .filter(({ state }) => state === "planned")
    .map(({ kind, to, at }) => [kind, to, at.toISOString()]);
}

/** Eight in the morning of a day in Bucharest. */
function eight(date: string): string {
  return atLocalTime(plainDate(date), 8).toISOString();
}

const OFFICER = PEOPLE.dsp.userId;
const SUPERVISOR = PEOPLE.supervisor.userId;

/** The whole series of a deadline. */
function series(due: string, owners: readonly string[], supervisors: readonly string[]): [string, string, string][] {
  const [overdue, second] = [workingDay(due, 1), workingDay(due, 3)];
  const rows: [string, string, string][] = [
    ...owners.flatMap((to): [string, string, string][] => [
      ["before", to, eight(workingDayBefore(due))],
      ["due", to, eight(due)],
      ["overdue", to, eight(overdue)],
    ]),
    ...supervisors.flatMap((to): [string, string, string][] => [
      ["escalation", to, eight(overdue)],
      ["second-escalation", to, eight(second)],
    ]),
  ];
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ([kind, to, at]: [string, string, string]): string => `${at} ${kind} ${to}`;

describe("when people are reminded of a deadline", () => {
  test("MOH-69 the working day before, on the day, from the day after also the supervisor, again after 3 working days", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const due = workingDay(day, 7);
    expect(await planned(file, "MOH-69")).toEqual(series(due, [OFFICER], [SUPERVISOR]));
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
    const due = workingDay(day, 1);
    const commission = PEOPLE.cst.userId;
    // The commission has no supervisor: the one of the file's DSP is told.
    expect(await planned(file, "MOH-26")).toEqual(
      series(due, [commission], [SUPERVISOR]).filter(([kind]) => kind !== "before"),
    );
  });

  test("MOH-64 a term that ends on a week-end reminds of the practical day, the eve being the Friday before", async () => {
    const friday = await morning(world, isPlainFriday);
    const file = await fileAt(world, "sendable");
    const monday = plusDays(friday, 3);
    // The Friday is the day on which the term starts: nothing the day before.
    expect(await planned(file, "MOH-64")).toEqual(
      series(monday, [OFFICER], [SUPERVISOR]).filter(([kind]) => kind !== "before"),
    );
  });
});

describe("who is reminded", () => {
  test("MOH-42 the DSP that corresponds, then the patient side by e-mail too, once the duty is its own", async () => {
    const day = await morning(world);
    const due = workingDay(day, 7);
    const file = await fileAt(world, "approved");
    expect(await planned(file, "MOH-42")).toEqual(series(due, [OFFICER], [SUPERVISOR]));
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    expect(await planned(file, "MOH-42")).toEqual(series(due, [OFFICER, "patient-side"], [SUPERVISOR]));
    expect((await planned(file, "MOH-27")).some(([, to]) => to === "patient-side")).toBe(false);
  });

  test("MOH-42 a patient side without an e-mail address is not written to", async () => {
    await morning(world);
    const { email: _, ...patient } = ADULT;
    const file = await fileAt(world, "approved", { open: { patient } });
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    expect((await messages(file)).some(({ to }) => to === "patient-side")).toBe(false);
  });

  test("MOH-61 whoever corresponds is told that a clinic's window ended, MOH-76 the Ministry is reminded of its own term", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "asked");
    expect(await planned(file, "MOH-61:clinic-1")).toEqual([
      ["overdue", OFFICER, eight(workingDay(workingDay(day, 7), 1))],
    ]);
    const other = await fileAt(world, "at-ministry");
    expect(await planned(other, "MOH-76")).toEqual(series(workingDay(day, 20), [PEOPLE.ministry.userId], [SUPERVISOR]));
  });

  test("MOH-73 the watch reminds until its day; from then on the report that it opens does", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    expect((await planned(file, "MOH-73")).map(([kind]) => kind)).toEqual(["before", "due"]);
    expect((await planned(file, "MOH-73"))[1]).toEqual(["due", OFFICER, eight(workingDay(day, 22))]);
  });

  test("the administrators where an institution has no supervisor", async () => {
    const day = await morning(world);
    const file = await MohFile.open(world, {
      by: SMALL,
      opening: { dspId: "DSP-BH", cstId: "CST-BH", officerId: SMALL.userId },
    });
    expect(await planned(file, "MOH-23")).toEqual(series(workingDay(day, 2), [SMALL.userId], [SMALL_ADMIN]));
  });

  test("every officer of the DSP when the one of the file has left", async () => {
    const day = await morning(world);
    const file = await MohFile.open(world, { opening: { officerId: LEFT } });
    expect(await planned(file, "MOH-23")).toEqual(series(workingDay(day, 2), [OFFICER, COLLEAGUE], [SUPERVISOR]));
  });
});

describe("late entries", () => {
  test("a deadline long over tells where it stands, once, and not its history", async () => {
    await morning(world);
    const file = await fileAt(world, "complete", { on: "2026-03-02" });
    const rows = await planned(file, "MOH-23");
    expect(rows.map(([kind, to]) => [kind, to])).toEqual([
      ["overdue", OFFICER],
      ["second-escalation", SUPERVISOR],
    ]);
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
      ["escalation", SUPERVISOR],
      ["overdue", OFFICER],
      ["second-escalation", SUPERVISOR],
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
    expect(first).toEqual(series(due, [OFFICER], [SUPERVISOR]));
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
    await world.pool.query("UPDATE messages SET state = 'sent' WHERE case_id = $1 AND deadline_id = 'MOH-23'", [
      file.caseId,
    ]);
    await correct(file, 1, { on: workingDayBefore(day) });
    await correct(file, 1, { on: day });
    const rows = (await messages(file, "MOH-23")).filter(({ about }) => about === workingDay(day, 2));
    expect(rows.every(({ state }) => state === "sent")).toBe(true);
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
    expect(receipts.map(({ to }) => to)).toEqual(["patient-side"]);
    const { email: _, ...patient } = ADULT;
    const silent = await fileAt(world, "complete", { open: { patient } });
    expect((await messages(silent)).filter(({ kind }) => kind === "receipt")).toEqual([]);
  });

  test("work that comes from another institution is news to those whose work it is, and to nobody else", async () => {
    await morning(world);
    const file = await fileAt(world, "decided");
    const news = async () =>
      (await messages(file)).filter(({ kind }) => kind === "work").map(({ about, to, state }) => [about, to, state]);
    expect((await news()).toSorted()).toEqual([
      ["begin-examination", PEOPLE.cst.userId, "dropped"], // done since
      ["register-decision", OFFICER, "planned"],
    ]);
  });

  test("MOH-73 the DSP is told when the report of a delay falls to it", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    await ask(file, 1);
    await sleepTo(world, workingDay(day, 23), 0, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    const work = (await messages(file)).filter(({ kind, about }) => kind === "work" && about === "report-delay");
    expect(work.map(({ to }) => to)).toEqual([OFFICER]);
    expect((await planned(file, "MOH-73:report")).map(([kind]) => kind)).toEqual([
      "due",
      "escalation",
      "overdue",
      "second-escalation",
    ]);
    expect(workingDayFrom(workingDay(day, 23))).toBe(workingDay(day, 23));
  });
});
