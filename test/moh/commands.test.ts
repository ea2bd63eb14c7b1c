import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { WorkflowNotFoundError, type WorkflowUpdateFailedError } from "@temporalio/client";
import type { ApplicationFailure } from "@temporalio/common";
import { allowedCommands } from "../../domain/case/process.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { moh } from "../../domain/moh/process.ts";
import { plusDays, workingDay } from "./support/days.ts";
import {
  deadlineOf,
  eventsOf,
  expectCompleted,
  fileAt,
  MINUTES,
  PEOPLE,
  skippingWorld,
  today,
  type MohFile,
  type Place,
} from "./support/world.ts";

const world = await skippingWorld();
const now = await today(world);
const ON = "2026-06-15";

async function allowed(file: MohFile): Promise<string[]> {
  return [...new Set(allowedCommands(await file.state(), moh).map(({ type }) => type))].toSorted();
}

describe("the order of acts", () => {
  const EVER = ["addDocument", "correctDate", "correctContact", "recordDeath", "withdrawApplication"];
  const AT_MINISTRY = EVER.slice(1);
  const RUNNING = "suspendDeadline"; // while a deadline runs
  test.each<{ place: Place; next: string[] }>([
    { place: "complete", next: ["sendToCommission", RUNNING, ...EVER] },
    { place: "at-commission", next: ["beginExamination", ...EVER] },
    { place: "under-examination", next: ["finishExamination", ...EVER] },
    { place: "decided", next: ["registerDecision", RUNNING, ...EVER] },
    {
      place: "approved",
      next: [
        "notifyPatient",
        "presentCorrespondence",
        "signUndertaking",
        "sendClinicRequest",
        "recordClinicAnswer",
        "registerNewMinutes",
        "closeWithoutClinic",
        RUNNING,
        ...EVER,
      ],
    },
    {
      place: "sendable",
      next: [
        "notifyPatient",
        "presentCorrespondence",
        "signUndertaking",
        "sendClinicRequest",
        "recordClinicAnswer",
        "sendToMinistry",
        "registerNewMinutes",
        "closeWithoutClinic",
        RUNNING,
        ...EVER,
      ],
    },
    {
      place: "sent",
      next: ["notifyPatient", "registerAtMinistry", RUNNING, ...AT_MINISTRY],
    },
    {
      place: "at-ministry",
      next: ["notifyPatient", "askForMinistryNumber", "decideAtMinistry", RUNNING, ...AT_MINISTRY],
    },
    {
      place: "verdict",
      next: ["notifyPatient", "askForMinistryNumber", "confirmFunds", "chooseOwnExpense", ...AT_MINISTRY],
    },
  ])("$place: what is allowed, and everything else refused with it", async ({ place, next }) => {
    const file = await fileAt(world, place);
    expect(await allowed(file)).toEqual(next.toSorted());
    const payloads: Partial<Record<MohCommandType, Record<string, unknown>>> = {
      finishExamination: { decision: "approved" },
      registerDecision: { decision: "approved", minutes: MINUTES(2) },
      signUndertaking: { signedBy: "patient" },
      sendClinicRequest: { clinic: "clinic-1" },
      recordClinicAnswer: { clinic: "clinic-1", kind: "refusal" },
      reportDelay: { causes: "x" },
      decideAtMinistry: { decision: "rejected" },
      addDocument: { documents: [{ kind: "altDocument", form: "copy" }] },
    };
    const every: readonly MohCommandType[] = [
      "sendToCommission",
      "beginExamination",
      "finishExamination",
      "registerDecision",
      "notifyPatient",
      "signUndertaking",
      "sendClinicRequest",
      "recordClinicAnswer",
      "presentCorrespondence",
      "sendToMinistry",
      "reportDelay",
      "registerDelayReport",
      "intervene",
      "registerAtMinistry",
      "askForMinistryNumber",
      "decideAtMinistry",
      "addDocument",
    ];
    const before = (await eventsOf(world, file)).length;
    for (const type of every.filter((candidate) => !next.includes(candidate))) {
      const refused = await file.refused(type, { payload: payloads[type] ?? {} });
      expect(refused).toMatchObject({
        kind: "conflict",
        code: "NOT_ALLOWED_NOW",
        params: { type },
        version: (await file.state()).version,
      });
      expect([...refused.allowed].toSorted()).toEqual(next.toSorted());
    }
    expect(await eventsOf(world, file)).toHaveLength(before);
  });

  test("a refused command leaves no trace in the engine's history", async () => {
    const file = await fileAt(world, "complete");
    const count = async (): Promise<number> =>
      (await file.handle.fetchHistory()).events?.filter(
        ({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted != null,
      ).length ?? 0;
    const before = await count();
    await file.refused("intervene");
    expect(await count()).toBe(before);
  });

  test("DEC-10 an act dated before the act that it follows is refused, naming that act and its date", async () => {
    const file = await fileAt(world, "at-commission", { on: ON });
    expect(await file.refused("beginExamination", { on: "2026-06-14" })).toMatchObject({
      kind: "invalid",
      code: "BEFORE_PRECEDING_ACT",
      field: "occurredOn",
      params: { date: "2026-06-14", precedingAct: "sendToCommission", precedingOn: ON },
    });
    await file.give("beginExamination", { on: ON }); // the same day is in order
    expect(await file.refused("withdrawApplication", { on: "2026-06-14", payload: { reason: "x" } })).toMatchObject({
      params: { precedingAct: "fileDossier" },
    });
    expect(
      await file.refused("addDocument", {
        on: "2026-06-14",
        payload: { documents: [{ kind: "altDocument", form: "copy" }] },
      }),
    ).toMatchObject({
      params: { precedingAct: "fileDossier" },
    });
  });

  test("an act of the future is refused, and one from before the calendar", async () => {
    const file = await fileAt(world, "complete", { on: ON });
    const future = plusDays(await today(world), 2);
    expect(await file.refused("sendToCommission", { on: future })).toMatchObject({
      kind: "invalid",
      code: "FUTURE_DATE",
      field: "occurredOn",
      params: { date: future },
    });
    expect(await file.refused("sendToCommission", { on: "2011-12-31" })).toMatchObject({ code: "BEFORE_CALENDAR" });
    await file.give("sendToCommission");
  });

  test("late entries have the right terms all the way", async () => {
    const file = await fileAt(world, "verdict", {
      dates: {
        fileDossier: "2026-03-30",
        sendToCommission: "2026-03-31",
        beginExamination: "2026-04-01",
        finishExamination: "2026-04-02",
        registerDecision: "2026-04-03",
        sendClinicRequest: "2026-04-07",
        recordClinicAnswer: "2026-04-20",
        sendToMinistry: "2026-04-21",
        registerAtMinistry: "2026-04-23",
        decideAtMinistry: "2026-05-20",
      },
      urgencyClass: "B",
    });
    const state = await file.state();
    const of = (id: string) => {
      const { startsOn, dueOn, status } = deadlineOf(state, id, now) ?? {};
      return [id, startsOn, dueOn, status];
    };
    expect(["MOH-23", "MOH-26", "MOH-42", "MOH-61:clinic-1", "MOH-64", "MOH-70", "MOH-73", "MOH-76"].map(of)).toEqual([
      ["MOH-23", "2026-03-30", "2026-04-01", "met"],
      ["MOH-26", "2026-04-02", "2026-04-03", "met"],
      ["MOH-42", "2026-04-02", "2026-04-15", "met-late"],
      ["MOH-61:clinic-1", "2026-04-07", "2026-04-20", "met"],
      ["MOH-64", "2026-04-20", "2026-04-21", "met"],
      ["MOH-70", "2026-04-03", "2026-04-21", "met"],
      ["MOH-73", "2026-04-03", "2026-05-08", "met"],
      ["MOH-76", "2026-04-23", "2026-05-22", "met"],
    ]);
    // By hand over Easter and Labour Day, and by the naive count.
    expect([
      workingDay("2026-04-02", 7),
      workingDay("2026-04-03", 10),
      workingDay("2026-04-03", 22),
      workingDay("2026-04-23", 20),
    ]).toEqual(["2026-04-15", "2026-04-21", "2026-05-08", "2026-05-22"]);
  });
});

describe("several people at once", () => {
  test("a stale version is refused, telling who did what since", async () => {
    const file = await fileAt(world, "at-commission");
    await file.give("beginExamination");
    const refused = await file.refused("withdrawApplication", { expectedVersion: 1, payload: { reason: "x" } });
    expect(refused).toMatchObject({
      kind: "conflict",
      code: "STALE_VERSION",
      version: 3,
      params: { expected: 1, actual: 3 },
    });
    expect(refused.changes).toEqual([
      { type: "sendToCommission", userId: PEOPLE.dsp.userId, at: expect.any(String) },
      { type: "beginExamination", userId: PEOPLE.cst.userId, at: expect.any(String) },
    ]);
    expect(await file.refused("withdrawApplication", { expectedVersion: 4, payload: { reason: "x" } })).toMatchObject({
      code: "STALE_VERSION",
    });
  });

  test("of two commands given at once on the same version exactly one is accepted; the other is told who was first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await fileAt(world, "complete");
      const results = await Promise.allSettled([
        file.give("sendToCommission", { expectedVersion: 1 }),
        file.give("withdrawApplication", { expectedVersion: 1, by: PEOPLE.supervisor, payload: { reason: "x" } }),
      ]);
      const accepted = results.filter(({ status }) => status === "fulfilled");
      expect(accepted).toHaveLength(1);
      const [refused] = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
      const state = await file.state();
      expect(state.version).toBe(2);
      if (state.outcome === undefined) {
        const { details } = (refused as WorkflowUpdateFailedError).cause as ApplicationFailure;
        expect(details?.[0]).toMatchObject({
          code: "STALE_VERSION",
          changes: [{ type: "sendToCommission", userId: PEOPLE.dsp.userId }],
        });
      }
      const { rows } = await world.pool.query("SELECT version FROM commands WHERE case_id = $1 ORDER BY version", [
        file.caseId,
      ]);
      expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
    }
  });

  test("sixteen people give the same command at once: one is accepted", async () => {
    const file = await fileAt(world, "complete");
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, () => file.give("sendToCommission", { expectedVersion: 1 })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await file.state()).version).toBe(2);
    expect((await eventsOf(world, file)).filter(({ data }) => data.act?.type === "sendToCommission")).toHaveLength(1);
  });

  test("a command sent twice with the same id does nothing twice, at once or later, and after others", async () => {
    const file = await fileAt(world, "complete");
    const commandId = randomUUID();
    await Promise.all([1, 2, 3].map(() => file.give("sendToCommission", { commandId, expectedVersion: 1 })));
    await file.give("beginExamination");
    const state = await file.give("sendToCommission", { commandId, expectedVersion: 1 });
    expect(state.version).toBe(3);
    const given = (await eventsOf(world, file)).filter(({ data }) => data.act?.commandId === commandId);
    expect(given).toHaveLength(1);
    // Also when it is not allowed any more, or would be stale: it was accepted.
    expect(Object.values(state.acts).map(({ type }) => type)).toEqual([
      "fileDossier",
      "sendToCommission",
      "beginExamination",
    ]);
  });

  test("a closed file takes nothing more", async () => {
    const file = await fileAt(world, "complete");
    await file.give("withdrawApplication", { payload: { reason: "x" } });
    await expectCompleted(file);
    await expect(file.give("sendToCommission")).rejects.toBeInstanceOf(WorkflowNotFoundError);
    expect((await file.state()).version).toBe(2);
  });
});
