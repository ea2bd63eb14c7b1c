import type { Process } from "../../domain/case/process.ts";
import { moh } from "../../domain/moh/process.ts";

// Every process that this worker runs; their facts differ, the engine does not look into them.
const PROCESSES: Readonly<Record<string, Process<never>>> = { moh: moh as unknown as Process<never> };

/** @throws RangeError for a process that this worker does not run. */
export function processOf(name: string): Process<never> {
  const process = PROCESSES[name];
  if (process === undefined) throw new RangeError(`no process ${name}`);
  return process;
}
