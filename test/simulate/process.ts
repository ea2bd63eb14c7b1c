/** What a simulation knows of one process: its words, who files, what an act says by default, the way on which nothing is out of the ordinary. */
import type { CommandDefinition, Text } from "../../domain/case/commands.ts";
import type { CaseState } from "../../domain/case/state.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { PROCESS_NAMES, wordsOf, type ProcessName } from "../../domain/process-words.ts";
import type { Role } from "../../domain/people/roles.ts";
import { e112 } from "./e112/process.ts";
import { moh } from "./moh/process.ts";
import type { Scenario } from "./scenario.ts";

export type Data = Readonly<Record<string, unknown>>;

export interface StandardAct {
  readonly act: string;
  readonly with: Data;
}

/** The acts that bring a file so far when nothing is out of the ordinary, for scenarios that begin in the middle. */
export interface StandardWay {
  /** The acts, in their order. */
  readonly order: readonly string[];
  /** What a scenario may say beside `bring to`, by the act that it goes to. */
  readonly belongs: Readonly<Record<string, readonly string[]>>;
  /** The acts that one place of the order stands for. */
  actsOf(act: string, own: Data, given: Data): readonly StandardAct[];
}

export interface SimulatedProcess {
  readonly name: ProcessName;
  /** The branches of the procedure, and what else a file can go through. */
  readonly branches: Readonly<Record<string, Text>>;
  /** The act that opens a file. */
  readonly opens: string;
  /** Who reads the file that expectations are held against. */
  readonly reader: Role;
  /** Who files: the field that says so, and those whom it may name by one word. */
  readonly filer: { readonly field: "filer" | "applicant"; readonly roles: readonly [string, ...string[]] };
  readonly documentKinds: readonly [string, ...string[]];
  /** Steps of a preparation tell what they lack, and warn. */
  readonly prepares: boolean;
  readonly way: StandardWay;
  /** The step that is open while the product itself does something for the file, beside what people do. */
  readonly busy?: string;
  /** What the act that opens a file says. */
  filingOf(scenario: Scenario, filedOn: PlainDate, given: Data): Data;
  /** What another act says: the standard, with what the scenario says instead. */
  payloadOf(type: string, given: Data, state: CaseState, on: PlainDate, scenario: Scenario): Data;
}

const SIMULATED: Readonly<Record<ProcessName, SimulatedProcess>> = { moh, e112 };

export function simulated(process: ProcessName): SimulatedProcess {
  return SIMULATED[process];
}

export function isProcessName(name: unknown): name is ProcessName {
  return PROCESS_NAMES.some((process) => process === name);
}

/** The commands of a process, by type. */
export function commandsOf({ name }: Pick<SimulatedProcess, "name">): Readonly<Record<string, CommandDefinition>> {
  return wordsOf(name).commands;
}
