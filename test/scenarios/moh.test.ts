/** Every described file of the Ministry's process, run through the real product with skipped time: it does what it says of itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PROCESS_NAMES } from "../../domain/process-words.ts";
import { catalogue } from "../simulate/catalogue.ts";
import { DEADLINE_RULES } from "../simulate/covered.ts";
import { parseScenario } from "../simulate/read-scenario.ts";
import { simulate } from "../simulate/run.ts";
import { branchesNotShown, eachDoesWhatItSays, scenariosOf, testWorld } from "./support/scenarios.ts";

const scenarios = await scenariosOf("moh");
const world = await testWorld();

eachDoesWhatItSays(world, scenarios);

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
    expect(branchesNotShown("moh", scenarios)).toEqual([]);
  });
});

test("docs/scenarios.md lists those of every process: npm run -s simulate -- --list > docs/scenarios.md", async () => {
  const docs = readFileSync(join(import.meta.dirname, "../../docs/scenarios.md"), "utf8");
  const all = await Promise.all(PROCESS_NAMES.map(scenariosOf));
  expect(words(docs)).toEqual(words(catalogue(all.flat())));
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
