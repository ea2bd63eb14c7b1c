/** What the stages, steps, ends and commands of every process are called. Data alone, for screens and sentences. */
import type { CommandDefinition, Text } from "./case/commands.ts";
import { stepName, type Stage, type StepDefinition } from "./case/process.ts";
import { E112_COMMANDS } from "./e112/commands.ts";
import { E112_OUTCOMES, E112_STAGES, E112_STEPS } from "./e112/steps.ts";
import { MOH_COMMANDS } from "./moh/commands.ts";
import { MOH_OUTCOMES, MOH_STAGES, MOH_STEPS } from "./moh/steps.ts";

export interface ProcessWords {
  readonly stages: Readonly<Record<string, Stage>>;
  readonly steps: Readonly<Record<string, StepDefinition>>;
  readonly outcomes: Readonly<Record<string, Text>>;
  readonly commands: Readonly<Record<string, CommandDefinition>>;
}

export const PROCESS_WORDS = {
  moh: { stages: MOH_STAGES, steps: MOH_STEPS, outcomes: MOH_OUTCOMES, commands: MOH_COMMANDS },
  e112: { stages: E112_STAGES, steps: E112_STEPS, outcomes: E112_OUTCOMES, commands: E112_COMMANDS },
} as const satisfies Record<string, ProcessWords>;
export type ProcessName = keyof typeof PROCESS_WORDS;
export const PROCESS_NAMES = Object.keys(PROCESS_WORDS) as readonly ProcessName[];

/** @throws RangeError for a process that the product does not know. */
export function wordsOf(process: string): ProcessWords {
  if (!Object.hasOwn(PROCESS_WORDS, process)) throw new RangeError(`no process ${process}`);
  return PROCESS_WORDS[process as ProcessName];
}

/** A step, or a repetition of it; undefined for one that the process does not have. */
export function findStep(process: string, step: string): StepDefinition | undefined {
  const { steps } = wordsOf(process);
  const name = stepName(step);
  return Object.hasOwn(steps, name) ? steps[name] : undefined;
}

/** An end as people call it; its own name for one that the process does not know. */
export function outcomeText(process: string, outcome: string): Text {
  const { outcomes } = wordsOf(process);
  return (Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined) ?? { ro: outcome, en: outcome };
}

/** What a command is called, where its process is not known: a type that several processes have is called the same. */
export function commandTitle(type: string): Text | undefined {
  return fromAny(({ commands }) => (Object.hasOwn(commands, type) ? commands[type]?.title : undefined));
}

/** An end, where its process is not known. */
export function anyOutcomeText(outcome: string): Text | undefined {
  return fromAny(({ outcomes }) => (Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined));
}

/** A step, or a repetition of it, where its process is not known: steps of all processes have names of their own. */
export function findAnyStep(step: string): StepDefinition | undefined {
  const name = stepName(step);
  return fromAny(({ steps }) => (Object.hasOwn(steps, name) ? steps[name] : undefined));
}

/** The same. @throws RangeError for one that no process has. */
export function getStep(step: string): StepDefinition {
  const found = findAnyStep(step);
  if (found === undefined) throw new RangeError(`no step ${step}`);
  return found;
}

/** Every stage of every process, once. */
export function stageNames(): readonly string[] {
  return [...new Set(PROCESS_NAMES.flatMap((process) => Object.keys(PROCESS_WORDS[process].stages)))];
}

/** A stage or end as people call it; its own name for one that the process does not know. */
export function stageTitle(process: string, stage: string): Text {
  const { stages } = wordsOf(process);
  return (Object.hasOwn(stages, stage) ? stages[stage]?.title : undefined) ?? outcomeText(process, stage);
}

function fromAny<Found>(find: (words: ProcessWords) => Found | undefined): Found | undefined {
  for (const process of PROCESS_NAMES) {
    const found = find(PROCESS_WORDS[process]);
    if (found !== undefined) return found;
  }
  return undefined;
}
