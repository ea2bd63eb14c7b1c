/** Reminders follow an institution's own policy, its hours and its calendar, for the files that are open already too. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { replanPage } from "../../activities/mail/replan.ts";
import { atLocalTime, plainDate } from "../../domain/plain-date.ts";
import type { ReminderStage } from "../../domain/reminders/policy.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { REPLAN_WORKFLOW, replanWorkflowId, type Replan } from "../../workflows/contract.ts";
import { plusDays, workingDay, workingDayBefore, works } from "../moh/support/days.ts";
import { fileAt, morning, PEOPLE, skippingWorld, type MohFile } from "../moh/support/world.ts";

const world = await skippingWorld();
const calendars = createCalendarReader(world.pool);

async function setPolicy(institution: string, policy: string, stages: readonly ReminderStage[]): Promise<void> {
  await world.pool.query(
    `INSERT INTO reminder_policies (institution_id, rule, stages, version, changed_by, changed_at)
     VALUES ($1, $2, $3, 1, $4, now())
     ON CONFLICT (institution_id, rule) DO UPDATE SET stages = excluded.stages, version = reminder_policies.version + 1`,
    [institution, policy, JSON.stringify(stages), PEOPLE.dsp.userId],
  );
}

/** Runs the workflow, as whoever changed something does. */
async function replan(scope: Replan): Promise<number> {
  const handle = await world.client.workflow.start(REPLAN_WORKFLOW, {
    workflowId: replanWorkflowId({ institution: "x", version: randomUUID() }),
    taskQueue: world.taskQueue,
    args: [scope],
  });
  // Not by its result: who waits for that lets the clock jump.
  for (;;) {
    const { status } = await handle.describe();
    if (status.name === "COMPLETED") return (await handle.result()) as number;
    if (status.name !== "RUNNING") throw new Error(`the workflow is ${status.name}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Planned = [kind: string, audience: string, at: string];

async function planned({ caseId }: MohFile, deadline = "MOH-23"): Promise<Planned[]> {
  const { rows } = await world.pool.query<{ kind: string; audience: string; at: Date }>(
    `SELECT kind, audience, planned_at AS at FROM planned_messages
       WHERE case_id = $1 AND deadline_id = $2 AND state = 'planned' ORDER BY planned_at, kind, audience`,
    [caseId, deadline],
  );
  return rows.map(({ kind, audience, at }) => [kind, audience, at.toISOString()]);
}

const at = (date: string, hour: number): string => atLocalTime(plainDate(date), hour).toISOString();

afterEach(async () => {
  await world.pool.query("DELETE FROM reminder_policies");
  await world.pool.query("UPDATE institutions SET office_opens = 8, office_closes = 16");
});

describe("the policy of an institution", () => {
  const OWN: readonly ReminderStage[] = [
    { kind: "due", audience: "supervisor", workingDays: 0 },
    {
      kind: "overdue",
      audience: "owner",
      workingDays: 2,
      words: { ro: { subject: "{number}", lead: "Grăbiți-vă" }, en: { subject: "{number}", lead: "Hurry" } },
    },
  ];

  test("a new file follows it, with its hours and its words; another institution does not", async () => {
    await setPolicy("DSP-CJ", "MOH-23", OWN);
    await world.pool.query("UPDATE institutions SET office_opens = 10 WHERE id = 'DSP-CJ'");
    const day = await morning(world);
    const file = await fileAt(world, "decided");
    const early = await fileAt(world, "complete");
    const due = workingDay(day, 2);
    expect(await planned(early)).toEqual([
      ["due", "supervisor", at(due, 10)],
      ["overdue", "owner", at(workingDay(due, 2), 10)],
    ]);
    const { rows } = await world.pool.query(
      "SELECT words FROM planned_messages WHERE case_id = $1 AND words IS NOT NULL",
      [early.caseId],
    );
    expect(rows).toEqual([{ words: OWN[1]?.words }]);
    // The commission's own term, and its own hours.
    expect((await planned(file, "MOH-26"))[0]).toEqual(["due", "owner", at(workingDay(day, 1), 8)]);
  });

  test("an open file is planned anew when it changes, each message once; back again, as before", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const due = workingDay(day, 2);
    const first = await planned(file);
    await setPolicy("DSP-CJ", "MOH-23", OWN);
    await replan({ institution: "DSP-CJ", policy: "MOH-23" });
    const own = await planned(file);
    expect(own).toEqual([
      ["due", "supervisor", at(due, 8)],
      ["overdue", "owner", at(workingDay(due, 2), 8)],
    ]);
    await replan({ institution: "DSP-CJ", policy: "MOH-23" });
    expect(await planned(file)).toEqual(own);
    await world.pool.query("DELETE FROM reminder_policies");
    await replan({ institution: "DSP-CJ", policy: "MOH-23" });
    expect(await planned(file)).toEqual(first);
  });

  test("it answers nobody for the past: what its new stages would have said before is not said, what was said is not said again", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const due = workingDay(day, 2);
    await issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(workingDayBefore(due)), 8) });
    await setPolicy("DSP-CJ", "MOH-23", [
      { kind: "before", audience: "owner", workingDays: -1 },
      { kind: "due", audience: "owner", workingDays: 0 },
      { kind: "overdue", audience: "owner", workingDays: 1 },
      { kind: "overdue", audience: "supervisor", workingDays: 1 },
    ]);
    const now = atLocalTime(plainDate(workingDay(due, 1)), 10);
    await replanPage({ pool: world.pool, calendars, now }, { institution: "DSP-CJ", policy: "MOH-23" });
    // The owner's "overdue" stood before; the supervisor's is new, and of a moment that is over.
    expect((await planned(file)).map(([kind, audience]) => [kind, audience])).toEqual([["overdue", "owner"]]);
    const { rows } = await world.pool.query("SELECT kind FROM messages WHERE case_id = $1 AND deadline_id = 'MOH-23'", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ kind: "before" }]);
  });

  test("more files than a page: every one is planned anew", async () => {
    await morning(world);
    const files: MohFile[] = [];
    for (let index = 0; index < 3; index += 1) files.push(await fileAt(world, "complete"));
    await setPolicy("DSP-CJ", "MOH-23", OWN);
    const ids = files.map(({ caseId }) => caseId).toSorted();
    // As if the page before had ended with the first of them.
    const { after } = await replanPage(
      { pool: world.pool, calendars, now: new Date(await world.now()) },
      { institution: "DSP-CJ", policy: "MOH-23", after: ids[0] ?? "" },
    );
    expect(after).toBeUndefined();
    const counts = await Promise.all(ids.map(async (caseId) => (await planned({ caseId } as MohFile)).length));
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts.slice(1)).toEqual([2, 2]);
  });
});

describe("a change of the calendar", () => {
  test("a day that ceases to work moves the reminders that lead over it, of its own institution alone", async () => {
    const day = await morning(world, (date) => works(date) && works(plusDays(date, 1)));
    const file = await fileAt(world, "at-ministry");
    const due = workingDay(day, 20);
    const eve = workingDayBefore(due);
    const before = await planned(file, "MOH-76");
    expect(before[0]).toEqual(["before", "owner", at(eve, 8)]);
    const declare = async (number: number, institution: string): Promise<void> => {
      await world.pool.query(
        `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state) VALUES ($1, gen_random_uuid(), '', '[]', 'done')`,
        [number],
      );
      await world.pool.query(
        `INSERT INTO declared_days (id, date, kind, scope, institution_id, legal_act, declared_in)
         VALUES (gen_random_uuid(), $1, 'day-off', 'institution', $2, 'Ordinul 1', $3)`,
        [eve, institution, number],
      );
    };
    await declare(1, "DSP-CJ");
    await replan({ change: 1 });
    expect(await planned(file, "MOH-76")).toEqual(before);
    await declare(2, "MS");
    await replan({ change: 2 });
    // The due date is the case's own affair; the reminder before it leaves a working day earlier.
    expect((await planned(file, "MOH-76"))[0]).toEqual(["before", "owner", at(workingDayBefore(eve), 8)]);
    const again = await planned(file, "MOH-76");
    await replan({ change: 2 });
    expect(await planned(file, "MOH-76")).toEqual(again);
  });
});
