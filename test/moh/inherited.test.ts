/** A file that is opened with the acts that it has behind it. */
import { describe, expect, test } from "@jest/globals";
import { openedUpdate } from "../../workflows/contract.ts";
import { eventsOf, MINUTES, MohFile, openStepsOf, skippingWorld } from "./support/world.ts";

const world = await skippingWorld();
const APPROVED = [
  { type: "sendToCommission", on: "2026-03-03" },
  { type: "beginExamination", on: "2026-03-04" },
  { type: "finishExamination", on: "2026-03-05", payload: { decision: "approved" } },
  { type: "registerDecision", on: "2026-03-06", payload: { decision: "approved", minutes: MINUTES(2) } },
  { type: "sendClinicRequest", on: "2026-03-09", payload: { clinic: "clinic-1" } },
] as const;

describe("a file with acts behind it", () => {
  test("stands where they lead, written at once, with nothing passed that was kept", async () => {
    const answered = {
      type: "recordClinicAnswer",
      on: "2026-03-12",
      payload: { clinic: "clinic-1", kind: "refusal" },
    } as const;
    const file = await MohFile.open(world, { on: "2026-03-02", inherited: [...APPROVED, answered] });
    const events = await eventsOf(world, file);
    const acts = events.filter(({ type }) => type === "actRecorded");
    expect(acts).toHaveLength(7);
    expect(new Set(acts.map(({ transaction }) => transaction)).size).toBe(1);
    const passed = events.flatMap(({ type, data }) => (type === "deadlinePassed" ? [data.deadline] : []));
    expect(passed).not.toContain("MOH-61:clinic-1");
    expect(passed).not.toContain("MOH-23");
    expect(openStepsOf(await file.state())).toContain("correspond-with-clinics");
  });

  test("an act that is refused ends them: what came before stands, and it is said why", async () => {
    const early = { type: "sendClinicRequest", on: "2026-03-05", payload: { clinic: "clinic-2" } } as const;
    const after = { type: "sendClinicRequest", on: "2026-03-10", payload: { clinic: "clinic-2" } } as const;
    const file = await MohFile.open(world, { on: "2026-03-02", inherited: [...APPROVED, early, after] });
    const { version, stopped } = await file.handle.executeUpdate(openedUpdate);
    expect(version).toBe(6);
    expect(stopped?.refusal).toMatchObject({ code: "BEFORE_PRECEDING_ACT", field: "occurredOn" });
    // It goes on by hand.
    await file.give("sendClinicRequest", { payload: { clinic: "clinic-2" } });
    expect((await file.state()).version).toBe(7);
  });

  test("what it was given is not given again by another run", async () => {
    const file = await MohFile.open(world, { on: "2026-03-02", inherited: APPROVED, longHistoryEvents: 5 });
    await file.give("notifyPatient");
    await file.give("sendClinicRequest", { payload: { clinic: "clinic-2" } });
    const { events } = await world.client.workflow.getHandle(file.handle.workflowId).fetchHistory();
    expect(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toEqual(
      expect.stringMatching(/./),
    );
    const acts = (await eventsOf(world, file)).filter(({ type }) => type === "actRecorded");
    expect(acts.map(({ data }) => data.act?.type)).toEqual([
      "fileDossier",
      ...APPROVED.map(({ type }) => type),
      "notifyPatient",
      "sendClinicRequest",
    ]);
  });
});
