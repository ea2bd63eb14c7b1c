/** What offices do beside the files, in a simulation: requests to the product as its pages make them. */
import { randomUUID } from "node:crypto";
import type { Text } from "../../domain/case/commands.ts";
import type { PersonName } from "./people.ts";
import type { Answer, SimulationWorld } from "./world.ts";

interface OfficeActDefinition {
  readonly title: Text;
  /** Who does it when nobody is named. */
  readonly by: PersonName;
  /** Makes the request, and waits until what it starts is done. @returns the answer. */
  readonly run: (world: SimulationWorld, by: PersonName, given: Readonly<Record<string, unknown>>) => Promise<Answer>;
}

export const OFFICE_ACTS = {
  declareDay: {
    title: { ro: "Declară o zi liberă", en: "Declare a day off" },
    by: "ministry-administrator",
    run: (world, by, given) =>
      changeCalendar(world, by, [
        { type: "declareDayOff", for: "everyone", legalAct: "HG nr. 1 din simulare", ...given },
      ]),
  },
  declareRecoveryDay: {
    title: { ro: "Declară o zi de recuperare", en: "Declare a recovery day" },
    by: "ministry-administrator",
    run: (world, by, given) =>
      changeCalendar(world, by, [
        { type: "declareRecoveryDay", for: "everyone", legalAct: "HG nr. 1 din simulare", ...given },
      ]),
  },
} as const satisfies Record<string, OfficeActDefinition>;
export type OfficeAct = keyof typeof OFFICE_ACTS;

/** Saves a change of the calendar and waits until it is in the files. */
async function changeCalendar(world: SimulationWorld, by: PersonName, acts: readonly object[]): Promise<Answer> {
  const { number } = await world.calendars.latest();
  const saved = await world.ask(by, "POST", "/api/calendar/changes", {
    commandId: randomUUID(),
    expectedNumber: number,
    acts,
  });
  if (saved.status >= 400) return saved;
  await world.until(async () => {
    const { rows } = await world.pool.query<{ state: string }>("SELECT state FROM calendar_changes WHERE number = $1", [
      saved.body.number,
    ]);
    return rows[0]?.state === "done";
  });
  return saved;
}
