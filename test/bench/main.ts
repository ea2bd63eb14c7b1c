/** All the benchmarks, or those named: `npm run bench -- calendar queue`. */
import { benchCalendar } from "./calendar.ts";
import { benchCommands } from "./commands.ts";
import { benchDocuments } from "./documents.ts";
import { benchLongFile } from "./long-file.ts";
import { benchPassing } from "./passing.ts";
import { benchQueue } from "./queue.ts";
import { benchReminders } from "./reminders.ts";
import { benchSimulation } from "./simulation.ts";
import { benchStatistics } from "./statistics.ts";
import { startBenchStack, type BenchStack } from "./stack.ts";

/** Those of the first kind need nothing that runs. */
const PURE: Readonly<Record<string, () => void>> = { calendar: benchCalendar };
const ON_STACK: Readonly<Record<string, (stack: BenchStack) => Promise<void>>> = {
  commands: benchCommands,
  documents: benchDocuments,
  "long-file": benchLongFile,
  passing: benchPassing,
  reminders: benchReminders,
  queue: benchQueue,
  simulation: benchSimulation,
  statistics: benchStatistics,
};

const known = [...Object.keys(PURE), ...Object.keys(ON_STACK)];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${known.join(", ")}.`);
  process.exit(1);
}
const isWanted = ([name]: readonly [string, unknown]): boolean => asked.length === 0 || asked.includes(name);

for (const [, bench] of Object.entries(PURE).filter(isWanted)) bench();
const onStack = Object.entries(ON_STACK).filter(isWanted);
if (onStack.length > 0) {
  console.log("Starting the product on throw-away data …");
  const stack = await startBenchStack();
  try {
    for (const [, bench] of onStack) await bench(stack);
  } finally {
    await stack.stop();
  }
}
