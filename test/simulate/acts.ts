/** The acts that a scenario may name: every command of the process, and what offices do beside the files. */
import { MOH_COMMANDS, type MohCommandType } from "../../domain/moh/commands.ts";
import { OFFICE_ACTS, type OfficeAct } from "./office-acts.ts";

export type ActName = MohCommandType | OfficeAct;

export const COMMAND_NAMES = Object.keys(MOH_COMMANDS) as MohCommandType[];
export const ACT_NAMES: readonly ActName[] = [...COMMAND_NAMES, ...(Object.keys(OFFICE_ACTS) as OfficeAct[])];

/** By its type, by its words (`send clinic request`), or by its title in either language. */
export function findAct(text: string): ActName | undefined {
  const wanted = plain(text);
  return ACT_NAMES.find((name) => plain(name) === wanted || titlesOf(name).some((title) => plain(title) === wanted));
}

export function isCommand(name: ActName): name is MohCommandType {
  return Object.hasOwn(MOH_COMMANDS, name);
}

function titlesOf(name: ActName): string[] {
  const { title } = isCommand(name) ? MOH_COMMANDS[name] : OFFICE_ACTS[name];
  return [title.ro, title.en];
}

function plain(text: string): string {
  return text.replaceAll(/[\s_-]+/g, "").toLowerCase();
}
