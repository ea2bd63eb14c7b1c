/** The described files of one process, and the world in which they are run. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { ProcessName } from "../../../domain/process-words.ts";
import { simulated } from "../../simulate/process.ts";
import { readScenario, type ReadScenario } from "../../simulate/read-scenario.ts";
import { simulate } from "../../simulate/run.ts";
import { startWorld, type SimulationWorld } from "../../simulate/world.ts";
import { askBroker, atEndOfFile } from "../../support/broker-client.ts";
import { testDatabase } from "../../support/database.ts";

export async function scenariosOf(process: ProcessName): Promise<ReadScenario[]> {
  const folder = join(import.meta.dirname, "..", process);
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return await Promise.all(names.map((name) => readScenario(join(folder, name))));
}

/** Stopped at the end of the test file. */
export async function testWorld(): Promise<SimulationWorld> {
  const world = await startWorld({
    database: () => testDatabase(),
    testServer: async () => (await askBroker<{ path: string }>("test-server")).path,
    bundle: async () => (await askBroker<{ codePath: string }>("simulation-bundle")).codePath,
  });
  atEndOfFile(() => world.stop());
  return world;
}

export function eachDoesWhatItSays(world: SimulationWorld, scenarios: readonly ReadScenario[]): void {
  describe("each scenario does what it says", () => {
    test.each(scenarios.map((scenario) => [scenario.title.en, scenario] as const))(
      "%s",
      async (_title, scenario) => {
        const { misses, checked, rulesTouched } = await simulate(world, scenario);
        const said = misses.map(
          ({ line, date, expected, happened }) => `line ${line}, ${date}: expected ${expected}; happened: ${happened}`,
        );
        expect([scenario.file, ...said]).toEqual([scenario.file]);
        expect(checked).toBeGreaterThan(0);
        // What it names as shown did act.
        expect(scenario.rules.filter((rule) => !rulesTouched.includes(rule))).toEqual([]);
      },
      120_000,
    );
  });
}

/** The branches of the process that no scenario shows. */
export function branchesNotShown(process: ProcessName, scenarios: readonly ReadScenario[]): string[] {
  const shown = new Set(scenarios.flatMap(({ branches }) => branches));
  return Object.keys(simulated(process).branches).filter((branch) => !shown.has(branch));
}
