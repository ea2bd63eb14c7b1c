import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { WorkflowUpdateFailedError } from "@temporalio/client";
import type { ApplicationFailure } from "@temporalio/common";
import { commit } from "../../activities/case/commit.ts";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import type { RefusalDetail } from "../../workflows/contract.ts";
import { commitBehind, giveAgain, sentBehind } from "./support/behind.ts";
import { plusDays, workingDay } from "./support/days.ts";
import {
  actOf,
  ADULT_DOSSIER,
  ask,
  correct,
  deadlineOf,
  decline,
  eventsOf,
  eventually,
  expectCompleted,
  fileAt,
  MINUTES,
  MohFile,
  morning,
  offer,
  OFFER,
  openStepsOf,
  PEOPLE,
  skippingWorld,
  sleepTo,
  timesPassed,
  today,
} from "./support/world.ts";

const world = await skippingWorld();

async function runOf(file: MohFile): Promise<string> {
  return (await file.handle.describe()).runId;
}

/** What a file recorded, without who and when. */
async function storyOf(file: MohFile): Promise<string[]> {
  return (await eventsOf(world, file)).map(({ seq, type, data }) =>
    [seq, type, data.act?.type, data.step, data.deadline, data.cause, data.outcome]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}

describe("a long history is continued as new", () => {
  test("at every stage: the file goes on as one that never was, with its watches, windows and timers", async () => {
    const day = await morning(world);
    const [plain, continued] = await Promise.all([
      MohFile.open(world, { documents: [] }),
      MohFile.open(world, { documents: [], longHistoryEvents: 3 }),
    ]);
    const both = [plain, continued];
    const runs = new Set<string>();
    const give = async (type: MohCommandType, payload: Record<string, unknown> = {}): Promise<void> => {
      for (const file of both) await file.give(type, { payload });
      runs.add(await runOf(continued));
    };
    await give("addDocument", { documents: ADULT_DOSSIER.slice(0, 4) });
    await give("addDocument", { documents: ADULT_DOSSIER.slice(4) });
    await sleepTo(world, workingDay(day, 3)); // MOH-23 passes
    await give("sendToCommission");
    await give("beginExamination");
    await give("finishExamination", { decision: "approved" });
    await give("registerDecision", { decision: "approved", minutes: MINUTES(3, "B") });
    const registered = await today(world);
    await give("signUndertaking", { signedBy: "patient" });
    await give("sendClinicRequest", { clinic: "clinic-1", by: "patientSide", evidence: "x" });
    await give("sendClinicRequest", { clinic: "clinic-2", evidence: "x" });
    await sleepTo(world, workingDay(registered, 9)); // windows, MOH-27, MOH-42 pass
    await give("notifyPatient");
    await give("recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" });
    await sleepTo(world, workingDay(registered, 23)); // the watch passes, the report is owed
    for (const file of both)
      await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
    await give("reportDelay", { causes: "x" });
    await give("registerDelayReport");
    await sleepTo(world, workingDay(registered, 27)); // MOH-75 passes
    await give("intervene");
    await give("recordClinicAnswer", {
      clinic: "clinic-1",
      kind: "offer",
      offer: OFFER,
    });
    await give("sendClinicRequest", { clinic: "clinic-3", evidence: "x" });
    await give("presentCorrespondence");
    await give("sendToMinistry");
    await give("registerAtMinistry");
    await sleepTo(world, workingDay(registered, 60)); // MOH-76 passes
    await give("askForMinistryNumber");
    await give("decideAtMinistry", { decision: "rejected" });
    for (const file of both) await file.give("notifyPatient");

    expect(runs.size).toBeGreaterThan(12);
    const story = await storyOf(plain);
    expect(await storyOf(continued)).toEqual(story);
    expect(story.filter((line) => line.includes("deadlinePassed")).length).toBeGreaterThanOrEqual(8);
    const facts = ({ facts, deadlines, steps, outcome, stage }: MohState) => ({
      facts,
      outcome,
      stage,
      deadlines: Object.keys(deadlines),
      steps: Object.keys(steps),
    });
    expect(facts(await continued.state())).toEqual(facts(await plain.state()));
    expect((await verifyChain(world.pool, continued.caseId)).fault).toBeUndefined();
    await expectCompleted(continued);
  });

  test("at the given length, between two commands, while nothing is under way", async () => {
    const short = await fileAt(world, "approved");
    const first = await runOf(short);
    const long = await fileAt(world, "decided", { open: { longHistoryEvents: 100 } });
    const before = await runOf(long);
    await ask(short, 1);
    expect(await runOf(short)).toBe(first);
    const paper = { documents: [{ kind: "altDocument", form: "copy" }] };
    // How many events a command costs depends on how busy the machine is.
    for (let given = 0; given < 25 && (await runOf(long)) === before; given += 1) {
      await long.give("addDocument", { payload: paper });
    }
    await eventually(async () => expect(await runOf(long)).not.toBe(before));
  });

  test("a command sent again after it does nothing twice", async () => {
    const file = await fileAt(world, "complete", { open: { longHistoryEvents: 3 } });
    const commandId = randomUUID();
    await file.give("sendToCommission", { commandId });
    const run = await runOf(file);
    await file.give("beginExamination");
    await eventually(async () => expect(await runOf(file)).not.toBe(run));
    const state = await file.give("sendToCommission", { commandId, expectedVersion: 1 });
    expect(state.version).toBe(3);
    expect((await eventsOf(world, file)).filter(({ data }) => data.act?.commandId === commandId)).toHaveLength(1);
  });

  test("a watch that was moved goes on after it, and a corrected file too", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved", { on: "2026-02-02", open: { longHistoryEvents: 3 } });
    await correct(file, actOf(await file.state(), "registerDecision"), { field: "registeredOn", to: day });
    await ask(file, 1);
    await sleepTo(world, workingDay(day, 23), 0, 10);
    await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay#2"));
    const state = await file.give("reportDelay", { payload: { causes: "x" } });
    expect(openStepsOf(state)).toContain("register-delay-report");
  });
});

describe("the record is ahead of the engine: a commit of which it never heard", () => {
  const withoutAt = (state: MohState): unknown =>
    JSON.parse(
      JSON.stringify(state, (key, value: unknown) =>
        key === "openedAt" || key === "at" || key === "recordedAt" || key === "commandId" || key === "passedAt"
          ? undefined
          : value,
      ),
    );

  async function refusalOf(given: Promise<unknown>): Promise<RefusalDetail> {
    const error = await given.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const cause = (error as WorkflowUpdateFailedError).cause as ApplicationFailure;
    return cause.details?.[0] as RefusalDetail;
  }

  test("the next command, made on the version that the record shows, resumes the file from it and is accepted", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const run = await runOf(file);
    await sentBehind(world, file, day);
    const state = await giveAgain(file, "beginExamination", { expectedVersion: 2 });
    expect(state.version).toBe(3);
    expect(openStepsOf(state)).toEqual(["finish-examination"]);
    expect(await runOf(file)).not.toBe(run);
    const other = await fileAt(world, "under-examination");
    expect(await storyOf(file)).toEqual(await storyOf(other));
    expect(withoutAt(state)).toEqual({ ...(withoutAt(await other.state()) as object), caseId: file.caseId });
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
    // And on to its end.
    await giveAgain(file, "finishExamination", { payload: { decision: "rejected" } });
  });

  test("a command made on the version before it is told who was first", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    await sentBehind(world, file, day);
    const refusal = await refusalOf(
      giveAgain(file, "withdrawApplication", { expectedVersion: 1, payload: { reason: "x" } }),
    );
    expect(refusal).toMatchObject({
      code: "STALE_VERSION",
      version: 2,
      changes: [{ type: "sendToCommission", userId: PEOPLE.dsp.userId }],
    });
    expect((await file.state()).version).toBe(2);
    expect((await eventsOf(world, file)).some(({ data }) => data.act?.type === "withdrawApplication")).toBe(false);
  });

  test("the same command sent again is the one that was committed", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const commandId = await sentBehind(world, file, day);
    const state = await giveAgain(file, "sendToCommission", { commandId, expectedVersion: 1 });
    expect(state.version).toBe(2);
    expect((await eventsOf(world, file)).filter(({ data }) => data.act?.type === "sendToCommission")).toHaveLength(1);
    expect((await giveAgain(file, "beginExamination")).version).toBe(3);
  });

  test("a timer of the engine notices it: what was met does not pass", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    const run = await runOf(file);
    await sentBehind(world, file, day);
    await sleepTo(world, plusDays(workingDay(day, 2), 1), 0, 10);
    await eventually(async () => expect(await runOf(file)).not.toBe(run));
    expect(await timesPassed(world, file, "MOH-23")).toBe(0);
    expect((await giveAgain(file, "beginExamination")).version).toBe(3);
  });

  test("deadlines that ran go on, and one that the record started passes on its day", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    const seq = (await file.state()).lastSeq + 1;
    const window = {
      type: "deadlineStarted",
      deadline: "MOH-61:clinic-1",
      rule: "MOH-61",
      basis: "term",
      duty: "CLINIC",
      from: [{ act: seq, field: "occurredOn" }],
      clinic: "clinic-1",
    } as const;
    await commitBehind(world, file, "sendClinicRequest", day, [window], {
      clinic: "clinic-1",
      by: "DSP",
      evidence: true,
    });
    const state = await giveAgain(file, "sendClinicRequest", { expectedVersion: 6, payload: { clinic: "clinic-2" } });
    expect(deadlineOf(state, "MOH-61:clinic-1", day)?.dueOn).toBe(workingDay(day, 7));
    await sleepTo(world, plusDays(workingDay(day, 7), 1), 0, 10);
    for (const id of ["MOH-69", "MOH-61:clinic-1", "MOH-61:clinic-2"]) {
      await eventually(async () => expect(await timesPassed(world, file, id)).toBe(1));
    }
    expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  });

  test("a withdrawal of which the engine did not hear ends the file when it does", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    await commitBehind(world, file, "withdrawApplication", day, [
      { type: "deadlineCancelled", deadline: "MOH-23", cause: "case-closed" },
      { type: "stepClosed", step: "send-to-commission", cause: "case-closed" },
      { type: "caseClosed", outcome: "withdrawn" },
    ]);
    await giveAgain(file, "sendToCommission", { expectedVersion: 2 }).catch(() => undefined);
    await expectCompleted(file);
    expect((await file.state()).version).toBe(2);
  });

  test("a version that nobody has seen yet is refused as any other, and the file goes on", async () => {
    const file = await fileAt(world, "complete");
    const run = await runOf(file);
    expect(await file.refused("sendToCommission", { expectedVersion: 7 })).toMatchObject({
      code: "STALE_VERSION",
      version: 1,
    });
    expect((await file.give("sendToCommission")).version).toBe(2);
    expect(await runOf(file)).toBe(run);
  });

  test("a batch that comes a second time changes nothing and is answered the same", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "approved");
    await offerAndDecline(file);
    const { rows } = await world.pool.query<{ type: string; data: object; seq: number; at: Date }>(
      "SELECT seq, type, at, data FROM events WHERE case_id = $1 AND xmin = (SELECT xmin FROM events WHERE case_id = $1 ORDER BY seq DESC LIMIT 1) ORDER BY seq",
      [file.caseId],
    );
    const events = rows.map(({ seq, type, at, data }) => ({ ...data, seq, type, at: at.toISOString() }) as CaseEvent);
    const before = await file.state();
    const result = await commit(
      { caseId: file.caseId, process: "moh", events },
      {
        pool: world.pool,
        calendars: createCalendarReader(world.pool),
      },
    );
    expect(result.ahead).toBeUndefined();
    expect(result.dues["MOH-64"]).toMatchObject({ startsOn: day });
    expect(await file.state()).toEqual(before);
    expect(deadlineOf(before, "MOH-64", day)?.startsOn).toBe(day);
  });

  async function offerAndDecline(file: MohFile): Promise<void> {
    await ask(file, 1);
    await ask(file, 2);
    await offer(file, 1);
    await decline(file, 2);
  }
});
