/**
 * `npm run simulate -- moh --scenario FILE` (or `e112`): a described file through the real workflow with skipped time, and what would
 * happen and when. Ends with 1 when an expectation of the file is not met, with 2 when the file or the question is wrong.
 */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { describeFailure } from "../../dev/stack/failure.ts";
import { ROOT } from "../../dev/stack/sources.ts";
import { isLanguage, LANGUAGES, type Language } from "../../domain/i18n/language.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import { Resources } from "../support/resources.ts";
import { catalogue } from "./catalogue.ts";
import { printed } from "./print.ts";
import { isProcessName } from "./process.ts";
import { readScenario, ScenarioFault, type ReadScenario } from "./read-scenario.ts";
import { simulate } from "./run.ts";
import { startWorld } from "./world.ts";

const EXAMPLES = join(ROOT, "test/scenarios");
const USAGE = `npm run simulate -- moh|e112 --scenario FILE [--scenario FILE …] [--lang ro|en] [--json]
npm run simulate -- --list              which scenarios there are, by process, branch and rule

A scenario is a YAML file; test/scenarios holds one for each branch of the procedure, to begin from.`;

interface Asked {
  /** Absent for a list, which is of all. */
  readonly process?: ProcessName;
  readonly files: readonly string[];
  readonly language: Language;
  readonly json: boolean;
  readonly list: boolean;
}

function readArguments(args: readonly string[]): Asked | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      scenario: { type: "string", multiple: true, short: "s", default: [] },
      lang: { type: "string", default: "ro" },
      json: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
    },
  });
  const { scenario, lang, json, list } = values;
  const [process, ...others] = positionals;
  if (others.length > 0 || !isLanguage(lang) || !(process === undefined || isProcessName(process))) return undefined;
  const isRun = process !== undefined && scenario.length > 0;
  if (!isRun && !list) return undefined;
  return { ...(process === undefined ? {} : { process }), files: scenario, language: lang, json, list };
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === undefined) throw new ScenarioFault(`${USAGE}\nLanguages: ${LANGUAGES.join(", ")}.`);
  if (asked.list) {
    console.log(catalogue(await readAll()));
    return 0;
  }
  const scenarios = await Promise.all(asked.files.map(readScenario));
  const other = scenarios.find(({ process }) => process !== asked.process);
  if (other !== undefined) throw new ScenarioFault(`${other.file}: is a scenario of ${other.process}.`);
  return await runAll(scenarios, asked);
}

async function readAll(): Promise<ReadScenario[]> {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return await Promise.all(names.map((name) => readScenario(relative(ROOT, join(EXAMPLES, name)))));
}

async function runAll(scenarios: readonly ReadScenario[], { language, json }: Asked): Promise<number> {
  // What is told on the way goes to the terminal, not into what another program reads.
  const say = (line: string): void => console.error(line);
  const resources = new Resources();
  process.once("SIGINT", () => void resources.stop().finally(() => process.exit(130)));
  try {
    say("Starting the product with skipped time …");
    const world = await startWorld(groundOf(resources), (what) => say(`  ${what}`));
    let missed = false;
    try {
      for (const scenario of scenarios) {
        say(`Running ${scenario.file} …`);
        const simulation = await simulate(world, scenario, language);
        console.log(json ? JSON.stringify(simulation, undefined, 2) : printed(simulation, language));
        missed ||= simulation.misses.length > 0;
      }
    } finally {
      await world.stop();
    }
    return missed ? 1 : 0;
  } finally {
    await resources.stop();
  }
}

function groundOf(resources: Resources): Parameters<typeof startWorld>[0] {
  const asked = async <Answer>(resource: string): Promise<Answer> => (await resources.handle(resource, {})) as Answer;
  return {
    database: () => asked("database"),
    testServer: async () => (await asked<{ path: string }>("test-server")).path,
    bundle: async () => (await asked<{ codePath: string }>("simulation-bundle")).codePath,
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isWrongQuestion = error instanceof ScenarioFault || (error instanceof TypeError && "code" in error);
  console.error(isWrongQuestion ? error.message : describeFailure(error));
  process.exitCode = isWrongQuestion ? 2 : 1;
}
await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
process.exit();
