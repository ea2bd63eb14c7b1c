/** Every described file, run through the real product with skipped time: it does what it says of itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { BRANCHES } from "../simulate/branches.ts";
import { catalogue } from "../simulate/catalogue.ts";
import { DEADLINE_RULES } from "../simulate/covered.ts";
import { parseScenario, readScenario } from "../simulate/read-scenario.ts";
import { simulate } from "../simulate/run.ts";
import { startWorld } from "../simulate/world.ts";
import { askBroker, atEndOfFile } from "../support/broker-client.ts";
import { testDatabase } from "../support/database.ts";

const FOLDER = import.meta.dirname;
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
const scenarios = await Promise.all(names.map((name) => readScenario(join(FOLDER, name))));
const world = await startWorld({
  database: () => testDatabase(),
  testServer: async () => (await askBroker<{ path: string }>("test-server")).path,
  bundle: async () => (await askBroker<{ codePath: string }>("simulation-bundle")).codePath,
});
atEndOfFile(() => world.stop());

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

test("what is expected and does not come about is told with its line", async () => {
  const text = `title: { ro: greșit, en: wrong }
branches: []
rules: [MOH-23]
start: 2027-03-01
acts:
  - act: file dossier
    expect: { deadlines: { MOH-23: 2027-03-04, MOH-26: none }, emails: [{ kind: overdue }], no emails: [{ kind: receipt }] }
  - { act: begin examination }
  - { on: +1wd, act: send to commission, refused: FORBIDDEN }
`;
  const { misses, checked } = await simulate(world, parseScenario(text, "wrong.yaml"));
  expect(checked).toBe(5);
  expect(misses.map(({ line, expected, happened }) => `${line} ${expected} | ${happened}`)).toEqual([
    expect.stringMatching(/^6 MOH-23 due "2027-03-04" \| "2027-03-03"/),
    expect.stringMatching(/^6 e-mail .*overdue.* \| 2027-03-01 receipt to patient-side/),
    expect.stringMatching(/^6 no e-mail .*receipt.* \| 2027-03-01 receipt to patient-side/),
    expect.stringMatching(/^8 beginExamination is accepted \| refused: NOT_FOUND/),
    expect.stringMatching(/^9 sendToCommission is refused with FORBIDDEN \| it was accepted/),
  ]);
});

describe("together they show the procedure", () => {
  test("every rule with a deadline", () => {
    const shown = new Set(scenarios.flatMap(({ rules }) => rules));
    expect(DEADLINE_RULES.filter((rule) => !shown.has(rule))).toEqual([]);
  });

  test("every branch", () => {
    const shown = new Set<string>(scenarios.flatMap(({ branches }) => branches));
    expect(Object.keys(BRANCHES).filter((branch) => !shown.has(branch))).toEqual([]);
  });

  test("docs/scenarios.md lists them: npm run -s simulate -- moh --list > docs/scenarios.md", () => {
    const docs = readFileSync(join(FOLDER, "../../docs/scenarios.md"), "utf8");
    expect(words(docs)).toEqual(words(catalogue(scenarios)));
  });
});

/** Without the spaces by which tables are set. */
function words(markdown: string): string[] {
  return markdown
    .trim()
    .split("\n")
    .map((line) =>
      line
        .replaceAll(/ *\| */g, "|")
        .replaceAll(/-{3,}/g, "---")
        .trimEnd(),
    );
}
