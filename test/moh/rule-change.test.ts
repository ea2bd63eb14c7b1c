/** Files around the day on which MOH-76 goes from 20 working days to 15. */
import { expect, test } from "@jest/globals";
import { CHANGED_ON } from "../support/rule-change.ts";
import { plusDays, workingDay } from "./support/days.ts";

// After the change: what they import knows the law.
const { actOf, correct, deadlineOf, fileAt, skippingWorld } = await import("./support/files.ts");

const world = await skippingWorld();
const BEFORE = plusDays(CHANGED_ON, -1);
const due = { old: workingDay(BEFORE, 20), shorter: workingDay(CHANGED_ON, 15) };

async function registered(on: string) {
  return await fileAt(world, "at-ministry", { on: BEFORE, dates: { registerAtMinistry: on } });
}

test("MOH-76 a file registered before keeps 20 working days, one registered on the day has 15", async () => {
  const [old, shorter] = [await registered(BEFORE), await registered(CHANGED_ON)];
  expect(deadlineOf(await old.state(), "MOH-76", CHANGED_ON)).toMatchObject({ startsOn: BEFORE, dueOn: due.old });
  expect(deadlineOf(await shorter.state(), "MOH-76", CHANGED_ON)).toMatchObject({ dueOn: due.shorter });
  expect((await old.state()).deadlines["MOH-76"]?.due?.lawVersion).toMatch(/^MOH-76\/2011-06-14\+/);
  expect((await shorter.state()).deadlines["MOH-76"]?.due?.lawVersion).toMatch(/^MOH-76\/2026-04-02\+/);
  const { rows } = await world.pool.query("SELECT due_on FROM deadlines WHERE rule = 'MOH-76' ORDER BY starts_on");
  expect(rows).toEqual([{ due_on: due.old }, { due_on: due.shorter }]);
});

test("MOH-76 a correction that moves the start over the day changes the version, in both directions", async () => {
  const file = await registered(BEFORE);
  const act = actOf(await file.state(), "registerAtMinistry");
  const later = await correct(file, act, { on: CHANGED_ON });
  expect(deadlineOf(later, "MOH-76", CHANGED_ON)).toMatchObject({ startsOn: CHANGED_ON, dueOn: due.shorter });
  const back = await correct(file, act, { on: BEFORE });
  expect(deadlineOf(back, "MOH-76", CHANGED_ON)).toMatchObject({ startsOn: BEFORE, dueOn: due.old });
});
