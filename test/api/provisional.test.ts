/** A due date in a year that nobody has confirmed says so in every list. */
import { expect, test } from "@jest/globals";
import { confirmYear } from "../support/calendar.ts";
import { apiWorld } from "./support/api-world.ts";
import { idOf } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();

const DUE = { "2026-12-30": undefined, "2027-01-04": [2027], "2028-01-10": [2027, 2028] };
for (const due of Object.keys(DUE)) {
  const caseId = await seedCase(world, { openedOn: "2026-12-28" });
  await world.owner.query(
    `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id, opened_at)
     SELECT id, 'send-to-commission', 'DSP-CJ', registration_number, 'DSP', true, '2026-12-28', $2, stage, $3, now()
     FROM cases WHERE id = $1`,
    [caseId, due, idOf("officer")],
  );
}

interface Line {
  readonly dueOn: string;
  readonly provisionalYears?: number[];
}

/** The years named beside each due date. */
async function named(answer: Promise<{ body: { items: Line[] } }>): Promise<Record<string, number[] | undefined>> {
  const { items } = (await answer).body;
  return Object.fromEntries(items.map(({ dueOn, provisionalYears }) => [dueOn, provisionalYears]));
}

test("in the queue, all the years on the way; in the files, that of the date; neither once they are confirmed", async () => {
  const queue = () => named(world.get("officer", "/api/tasks"));
  const files = () => named(world.get("officer", "/api/cases"));
  expect(await queue()).toEqual(DUE);
  expect(await files()).toEqual({ ...DUE, "2028-01-10": [2028] });
  await confirmYear(world.owner, 2027);
  expect(await queue()).toEqual({ ...DUE, "2027-01-04": undefined, "2028-01-10": [2028] });
  expect(await files()).toEqual({ ...DUE, "2027-01-04": undefined, "2028-01-10": [2028] });
});
