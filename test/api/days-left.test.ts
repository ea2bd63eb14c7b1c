/** The days left of a line of the queue are those of its term: its rule, its calendar, who owes it. */
import { expect, test } from "@jest/globals";
import { romanianCalendar, addWorkingDays, isWorkingDay } from "../../domain/calendar/working-calendar.ts";
import { addDays, bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { declareDay, setInterruption } from "../support/calendar.ts";
import { apiWorld } from "./support/api-world.ts";
import { idOf } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const today = bucharestDate(new Date());
const plain = romanianCalendar();
const off = nextWorking(addDays(today, 1));
const due = addWorkingDays(plain, off, 3);

function nextWorking(date: PlainDate): PlainDate {
  return isWorkingDay(plain, date) ? date : nextWorking(addDays(date, 1));
}

/** A line due on `due`, of the DSP's step, with the deadline that is due then. */
async function line(rule: string, duty: string): Promise<string> {
  const caseId = await seedCase(world, { openedOn: "2026-01-05" });
  await world.owner.query("DELETE FROM deadlines WHERE case_id = $1", [caseId]);
  await world.owner.query(
    `INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state)
     VALUES ($1, $2::text, $2, $3, 'DSP-CJ', '2026-01-05', $4, now(), 'running')`,
    [caseId, rule, duty, due],
  );
  await world.owner.query(
    `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id, opened_at)
     SELECT id, 'present-correspondence', 'DSP-CJ', registration_number, 'DSP', true, '2026-01-05', $2, stage, $3, now()
     FROM cases WHERE id = $1`,
    [caseId, due, idOf("officer")],
  );
  return caseId;
}

test("a day off of the public sector is left out for the DSP, not for the patient side, nor for a rule that it does not interrupt", async () => {
  const [ofDsp, ofPatient, settled] = [
    await line("MOH-42", "DSP"),
    await line("MOH-42", "PATIENT_SIDE"),
    await line("MOH-69", "DSP"),
  ];
  const left = async (): Promise<(number | undefined)[]> => {
    const { items } = (await world.get("officer", "/api/tasks")).body as {
      items: { caseId: string; workingDaysLeft?: number }[];
    };
    return [ofDsp, ofPatient, settled].map((id) => items.find(({ caseId }) => caseId === id)?.workingDaysLeft);
  };
  expect(await left()).toEqual([4, 4, 4]);
  await declareDay(world.owner, { date: off, scope: "public-sector" });
  expect(await left()).toEqual([3, 4, 3]);
  await setInterruption(world.owner, { rule: "MOH-69", interrupted: false, citation: "OMS nr. 1" });
  expect(await left()).toEqual([3, 4, 4]);
});
