import type { Command, Refusal } from "../domain/case/commands.ts";
import type { ProcessName } from "../domain/process-words.ts";
import type { FundsRanking } from "../domain/moh/fund-views.ts";

/** A file to be opened: the command that files it, and what it has behind it when it comes from a register. */
export interface BroughtFile {
  readonly process: ProcessName;
  readonly caseId: string;
  readonly filing: Command;
  readonly inherited?: readonly Command[];
}

/** What became of a command: taken, refused with a code, or there is no such case any more. */
export type Given = { readonly refused: string | undefined } | "ended";

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
   * Opens a file, with what it inherits, and waits until all of it is written; nothing is opened twice. @returns the act
   * that the file refused, with those after it not given. @throws when it does not answer now.
   */
  bring(file: BroughtFile): Promise<{ readonly commandId: string; readonly refusal: Refusal } | undefined>;
  /** Starts the workflow of an import; nothing when it runs. */
  startImport(importId: string): Promise<void>;
  /** Gives a command to its case; the same one again is the same. @throws when the case does not answer now. */
  give(caseId: string, command: Command): Promise<Given>;
  /** Returns when the case answers, or is closed: what was sent to it before has then come to it. @throws otherwise. */
  answers(caseId: string): Promise<void>;
  /** Starts the workflow of a confirmed order of priority; nothing when it runs. */
  startRanking(ranking: FundsRanking): Promise<void>;
}
