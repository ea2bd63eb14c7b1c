import { PROCESS_NAMES, type ProcessName } from "../../domain/process-words.ts";
import { processOf } from "../../domain/processes.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import { e112Register } from "./e112/register.ts";
import { mohRegister } from "./moh/register.ts";
import type { Register } from "./register.ts";

// Each register is asked about the files of its own process, and about no others.
const REGISTERS: Readonly<Record<ProcessName, Register<never>>> = {
  moh: mohRegister as unknown as Register<never>,
  e112: e112Register as unknown as Register<never>,
};

/** The register that a house of this kind brings; undefined for one that keeps no files. */
export function registerOfHouse(kind: InstitutionKind): Register<never> | undefined {
  const process = PROCESS_NAMES.find((name) => processOf(name).keptBy === kind);
  return process === undefined ? undefined : REGISTERS[process];
}
