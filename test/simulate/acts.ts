/** The acts that a scenario may name: every command of its process, and what offices do beside the files. */
import type { CommandDefinition, Text } from "../../domain/case/commands.ts";
import { OFFICE_ACTS, type OfficeAct } from "./office-acts.ts";
import { commandsOf, type SimulatedProcess } from "./process.ts";

export function actNames(process: SimulatedProcess): readonly string[] {
  return [...Object.keys(commandsOf(process)), ...Object.keys(OFFICE_ACTS)];
}

/** By its type, by its words (`send clinic request`), or by its title in either language. */
export function findAct(process: SimulatedProcess, text: string): string | undefined {
  const wanted = plain(text);
  return actNames(process).find(
    (name) => plain(name) === wanted || titlesOf(process, name).some((title) => plain(title) === wanted),
  );
}

export function isOfficeAct(name: string): name is OfficeAct {
  return Object.hasOwn(OFFICE_ACTS, name);
}

/** @throws RangeError for an act that the process does not have. */
export function commandOf(process: SimulatedProcess, name: string): CommandDefinition {
  const commands = commandsOf(process);
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found === undefined) throw new RangeError(`no act ${name}`);
  return found;
}

function titlesOf(process: SimulatedProcess, name: string): string[] {
  const title: Text = isOfficeAct(name) ? OFFICE_ACTS[name].title : commandOf(process, name).title;
  return [title.ro, title.en];
}

function plain(text: string): string {
  return text.replaceAll(/[\s_-]+/g, "").toLowerCase();
}
