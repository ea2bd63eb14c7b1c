import type { Text } from "../../domain/case/commands.ts";
import type { AllowedCommand } from "../../domain/case/process.ts";
import { wordsOf, type ProcessName } from "../../domain/process-words.ts";

/** The commands that the open steps wait for, as people call them. */
export function awaitedCommands(process: ProcessName, allowed: readonly AllowedCommand[]): Text {
  const { commands } = wordsOf(process);
  const types = new Set(allowed.flatMap(({ type, step }) => (step === undefined ? [] : [type])));
  const titles = [...types].flatMap((type) => commands[type]?.title ?? []);
  return {
    ro: titles.map(({ ro }) => `„${ro}”`).join(", "),
    en: titles.map(({ en }) => `“${en}”`).join(", "),
  };
}
