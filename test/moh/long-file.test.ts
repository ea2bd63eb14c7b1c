/** A file lives for more than a year: its history goes on in new ones, nothing is lost, and it stays as quick. */
import { expect, test } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { caseWorkflowId } from "../../workflows/contract.ts";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { deadlineOf, eventsOf, fileAt, openStepsOf, skippingWorld, today } from "./support/world.ts";

const world = await skippingWorld();
const CHECKS = 70;

test("MOH-96, design 2: 400 days and 300 events, over several histories: every act once, and the term of a year keeps its day", async () => {
  const file = await fileAt(world, "verdict", { open: { longHistoryEvents: 400 } });
  for (const [type, payload] of [
    ["notifyPatient", {}],
    ["askForMinistryNumber", {}],
    ["confirmFunds", { sufficient: true }],
    ["recordLabourMinistryPart", { bearsPart: false }],
    ["recordGovernmentDecision", { number: "HG 1" }],
    ["recordPublication", { gazette: "nr. 1" }],
    ["recordDisposition", {}],
    ["payClinic", { clinic: "clinic-1", amount: "21500", currency: "EUR" }],
    ["recordReturn", {}],
    ["fileJustification", { sums: [{ purpose: "t", amount: "21500" }], currency: "EUR" }],
    ["recordFirstCheck", {}],
  ] as const) {
    await file.give(type, { payload });
  }
  const checkedOn = await today(world);
  const yearLater = `${Number(checkedOn.slice(0, 4)) + 1}${checkedOn.slice(4)}`;
  const commandIds = new Set<string>();
  for (let check = 1; check <= CHECKS; check += 1) {
    const commandId = randomUUID();
    commandIds.add(commandId);
    await file.give("scheduleAppointment", { commandId, payload: { appointmentOn: await today(world) } });
    await file.give("recordLaterCheck", { payload: { appointment: check } });
    if (check % 5 === 0) await world.sleep("30 days");
  }
  const state = await file.state();
  expect(Object.values(state.acts).filter(({ commandId }) => commandIds.has(commandId))).toHaveLength(CHECKS);
  expect(state.facts.appointments).toHaveLength(CHECKS);
  expect((await eventsOf(world, file)).length).toBeGreaterThan(300);
  expect((await verifyChain(world.pool, file.caseId)).fault).toBeUndefined();
  expect(deadlineOf(state, "MOH-96", await today(world))).toMatchObject({ dueOn: yearLater, status: "overdue" });
  const { runId, status } = await world.client.workflow.getHandle(caseWorkflowId(file.caseId)).describe();
  const { firstExecutionRunId } = file.handle as unknown as { firstExecutionRunId: string };
  expect([status.name, runId === firstExecutionRunId]).toEqual(["RUNNING", false]);
  expect(openStepsOf(state)).toEqual(["draw-one-year-report"]);
  const closed = await file.give("drawOneYearReport", { payload: { report: "x" } });
  expect(closed.outcome).toBe("completed");
}, 180_000);
