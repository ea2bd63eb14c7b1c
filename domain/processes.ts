/** Every process that the product runs, by name. Their facts differ; what is common to them is asked through `Process`. */
import type { CaseState } from "./case/state.ts";
import type { Process } from "./case/process.ts";
import { e112 } from "./e112/process.ts";
import { moh } from "./moh/process.ts";
import type { ProcessName } from "./process-words.ts";

const PROCESSES: Readonly<Record<ProcessName, Process<never>>> = {
  moh: moh as unknown as Process<never>,
  e112: e112 as unknown as Process<never>,
};

/** @throws RangeError for a process that the product does not run. */
export function processOf(name: string): Process<never> {
  const process = (PROCESSES as Readonly<Record<string, Process<never> | undefined>>)[name];
  if (process === undefined) throw new RangeError(`no process ${name}`);
  return process;
}

/** A state of any process, for what does not look into its facts. */
export function anyState(state: CaseState): CaseState<never> {
  return state as CaseState<never>;
}
