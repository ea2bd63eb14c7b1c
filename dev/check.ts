/** `npm run check`: everything that can be said about the code without running it, one line for each step. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { checkTree } from "./check-imports.ts";
import { checkMigrations } from "./migrations.ts";
import { describeFailure, Failure } from "./stack/failure.ts";
import { ROOT } from "./stack/sources.ts";

interface Step {
  name: string;
  run: () => Promise<void>;
}

/** The slow ones first: two run at a time. */
const STEPS: Step[] = [
  { name: "format", run: tool("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "--cache", ".") },
  { name: "lint", run: tool("oxlint/bin/oxlint", "--type-aware", "--quiet", ".") },
  { name: "types", run: tool("typescript/bin/tsc", "--project", "tsconfig.json") },
  { name: "types, pure folders", run: tool("typescript/bin/tsc", "--project", "tsconfig.pure.json") },
  { name: "dead code", run: tool("knip/bin/knip.js", "--no-progress", "--cache") },
  { name: "imports", run: checkImports },
  { name: "migrations", run: checkMigrations },
];

function tool(program: string, ...args: string[]): () => Promise<void> {
  return async () => {
    const options = { cwd: ROOT, maxBuffer: 50_000_000 };
    try {
      await promisify(execFile)(process.execPath, [`node_modules/${program}`, ...args], options);
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      throw new Failure(`${stdout}${stderr}`.trim() || String(error));
    }
  };
}

async function checkImports(): Promise<void> {
  const faults = checkTree(ROOT);
  if (faults.length > 0) throw new Failure(faults.join("\n"));
}

async function report({ name, run }: Step): Promise<boolean> {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    await run();
    console.log(`ok      ${name}, ${seconds()}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}, ${seconds()}\n${describeFailure(error)}`);
    return false;
  }
}

/** Only the steps named, or all. */
async function main(wanted: string[]): Promise<void> {
  const queue = STEPS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  let failed = false;
  const work = async (): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) failed = !(await report(step)) || failed;
  };
  await Promise.all([work(), work()]);
  if (failed) process.exitCode = 1;
}

await main(process.argv.slice(2));
