/** What offices do beside the files, in a simulation: requests to the product as its pages make them. */
import { randomUUID } from "node:crypto";
import type { Text } from "../../domain/case/commands.ts";
import type { RuleId } from "../../domain/law/index.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import type { PersonName } from "./people.ts";
import type { Answer, SimulationWorld } from "./world.ts";

interface OfficeActDefinition {
  readonly title: Text;
  /** Who does it when nobody is named. */
  readonly by: PersonName;
  readonly rules: readonly RuleId[];
  /** Makes the request, and waits until what it starts is done. @returns the answer. */
  readonly run: (world: SimulationWorld, by: PersonName, given: Readonly<Record<string, unknown>>) => Promise<Answer>;
}

export const OFFICE_ACTS = {
  declareDay: {
    title: { ro: "Declară o zi liberă", en: "Declare a day off" },
    by: "ministry-administrator",
    rules: [],
    run: (world, by, given) =>
      changeCalendar(world, by, [
        { type: "declareDayOff", for: "everyone", legalAct: "HG nr. 1 din simulare", ...given },
      ]),
  },
  declareRecoveryDay: {
    title: { ro: "Declară o zi de recuperare", en: "Declare a recovery day" },
    by: "ministry-administrator",
    rules: [],
    run: (world, by, given) =>
      changeCalendar(world, by, [
        { type: "declareRecoveryDay", for: "everyone", legalAct: "HG nr. 1 din simulare", ...given },
      ]),
  },
  changeSetting: {
    title: { ro: "Schimbă o setare", en: "Change a setting" },
    by: "ministry-administrator",
    rules: [],
    run: async (world, by, { key, ...given }) => {
      const { body } = await world.ask(by, "GET", "/api/settings");
      const known = (body.items as { key: string; version: number }[]).find((item) => item.key === key);
      return await world.ask(by, "PUT", `/api/settings/${String(key)}`, {
        expectedVersion: known?.version ?? 0,
        reason: "hotărâre din simulare",
        ...given,
      });
    },
  },
  allocateFunds: {
    title: { ro: "Alocă fondurile lunii", en: "Allocate the month’s funds" },
    by: "ministry",
    rules: ["MOH-77"],
    run: async (world, by, { month = monthOf(world), ...given }) => {
      const known = await world.ask(by, "GET", `/api/funds/${String(month)}`);
      return await world.ask(by, "PUT", `/api/funds/${String(month)}/allocation`, {
        commandId: randomUUID(),
        expectedVersion: known.body?.allocation?.version ?? 0,
        legalAct: "OMS nr. 1 din simulare",
        ...given,
      });
    },
  },
  rankRequests: {
    title: { ro: "Ordonează cererile după prioritate", en: "Rank the requests" },
    by: "ministry",
    rules: ["MOH-77", "MOH-78", "MOH-79"],
    run: (world, by, { month = monthOf(world) }) =>
      world.ask(by, "POST", `/api/funds/${String(month)}/rankings`, { commandId: randomUUID() }),
  },
  confirmRanking: {
    title: { ro: "Confirmă ordinea de prioritate", en: "Confirm the ranking" },
    by: "ministry",
    rules: ["MOH-77", "MOH-78", "MOH-79"],
    run: async (world, by, { month = monthOf(world), number = 1 }) => {
      const address = `/api/funds/${String(month)}/rankings/${String(number)}`;
      const confirmed = await world.ask(by, "POST", `${address}/confirm`, { commandId: randomUUID() });
      if (confirmed.status < 400) {
        await world.until(async () => (await world.ask(by, "GET", address)).body?.state === "done");
      }
      return confirmed;
    },
  },
} as const satisfies Record<string, OfficeActDefinition>;
export type OfficeAct = keyof typeof OFFICE_ACTS;

/** The month in which it is, `2027-03`. */
function monthOf(world: SimulationWorld): string {
  return bucharestDate(world.now()).slice(0, 7);
}

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
