import type { Command, Refusal } from "../domain/case/commands.ts";

/** A file that is brought from a register: the command that files it, and what it has behind it. */
export interface BroughtFile {
  readonly caseId: string;
  readonly filing: Command;
  readonly inherited: readonly Command[];
}

/** What activities ask of the engine that they run in. */
export interface EngineCalls {
  /**
   * Tells a case of a change of the calendar. @returns how many of its deadlines moved, or undefined when it is closed.
   * @throws when it does not answer now; it is to be told again.
   */
  recompute(caseId: string, change: number): Promise<{ readonly moved: number } | undefined>;
  /** Starts the workflow of a change of the calendar; nothing when it runs. */
  startCalendarChange(number: number): Promise<void>;
  /**
   * Opens a file with what it inherits, and waits until all of it is written; nothing is opened twice. @returns the act
   * that the file refused, with those after it not given. @throws when it does not answer now.
   */
  bring(file: BroughtFile): Promise<{ readonly commandId: string; readonly refusal: Refusal } | undefined>;
  /** Starts the workflow of an import; nothing when it runs. */
  startImport(importId: string): Promise<void>;
}
