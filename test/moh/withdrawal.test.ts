import { moh } from "../../domain/moh/process.ts";
import { describe, expect, test } from "@jest/globals";
import { caseStatus } from "../../domain/case/present.ts";
import { workingDay } from "./support/days.ts";
import {
  ADULT_DOSSIER,
  eventsOf,
  expectCompleted,
  eventually,
  fileAt,
  MohFile,
  morning,
  openStepsOf,
  rejectedFile,
  skippingWorld,
  sleepTo,
  type Place,
} from "./support/world.ts";

const world = await skippingWorld();

async function expectEnded(file: MohFile): Promise<void> {
  const state = await file.state();
  expect(state.outcome).toBe("withdrawn");
  expect(caseStatus(moh, state)).toMatchObject({ status: "withdrawn", state: "END" });
  expect(openStepsOf(state)).toEqual([]);
  expect(
    Object.values(state.deadlines).filter(({ endedBy, cancelled }) => endedBy === undefined && cancelled === undefined),
  ).toEqual([]);
  const count = async (query: string): Promise<number> => {
    const { rows } = await world.pool.query<{ count: string }>(`SELECT count(*) FROM ${query}`, [file.caseId]);
    return Number(rows[0]?.count);
  };
  expect(await count("work_items WHERE case_id = $1 AND closed_at IS NULL")).toBe(0);
  expect(await count("deadlines WHERE case_id = $1 AND state = 'running'")).toBe(0);
  expect(await count("planned_messages WHERE case_id = $1 AND state = 'planned' AND kind <> 'receipt'")).toBe(0);
  expect(await count("messages WHERE case_id = $1 AND state = 'planned' AND kind <> 'receipt'")).toBe(0);
  expect(await count("cases WHERE id = $1 AND outcome = 'withdrawn' AND closed_at IS NOT NULL")).toBe(1);
  // The act and all that it ends are one transaction.
  const events = await eventsOf(world, file);
  const act = events.find(({ data }) => data.act?.type === "withdrawApplication");
  const after = events.filter(({ seq }) => seq >= Number(act?.seq));
  expect(new Set(after.map(({ transaction }) => transaction)).size).toBe(1);
  expect(after.at(-1)).toMatchObject({ type: "caseClosed", data: { outcome: "withdrawn" } });
  await expectCompleted(file);
}

const withdraw = (file: MohFile) => file.give("withdrawApplication", { payload: { reason: "s-a răzgândit" } });

describe("MOH-04 the applicant may withdraw from every stage, and everything that was open ends", () => {
  test("while the dossier is incomplete", async () => {
    const file = await MohFile.open(world, { documents: ADULT_DOSSIER.slice(1) });
    await withdraw(file);
    await expectEnded(file);
  });

  test.each<Place>([
    "complete",
    "at-commission",
    "under-examination",
    "decided",
    "approved",
    "asked",
    "sendable",
    "sent",
    "at-ministry",
    "verdict",
  ])("%s", async (place) => {
    const file = await fileAt(world, place);
    await withdraw(file);
    await expectEnded(file);
  });

  test("when its rejection is to be notified", async () => {
    const file = await rejectedFile(world);
    await withdraw(file);
    await expectEnded(file);
  });

  test("while deadlines are overdue and the delay is to be reported, registered, or answered by the Ministry", async () => {
    const day = await morning(world);
    const files = [];
    for (let index = 0; index < 3; index += 1) files.push(await fileAt(world, "asked"));
    await sleepTo(world, workingDay(day, 23));
    for (const [index, file] of files.entries()) {
      await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
      if (index > 0) await file.give("reportDelay", { payload: { causes: "x" } });
      if (index > 1) await file.give("registerDelayReport");
      await withdraw(file);
      await expectEnded(file);
    }
  });

  test("nothing passes and nobody is reminded after it", async () => {
    const file = await fileAt(world, "sendable");
    await withdraw(file);
    const before = await eventsOf(world, file);
    await world.sleep("60 days");
    expect(await eventsOf(world, file)).toEqual(before);
  });
});
