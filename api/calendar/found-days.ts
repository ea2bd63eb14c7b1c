/** A day as a file names it, before anything of it is believed. */
import type { ErrorCode, Params } from "../../domain/i18n/errors.ts";

/** A longer event of a calendar is a mistake, not a row of days off. */
export const LONGEST_EVENT_DAYS = 31;

export interface Cell {
  readonly text: string;
  /** The column or property in which it stands. */
  readonly at: string;
}

export interface FoundDay {
  /** Counted from 1. */
  readonly line: number;
  readonly date: Cell;
  readonly kind: Cell;
  readonly for: Cell;
  readonly legalAct: Cell;
  /** What keeps it from being a day at all. */
  readonly problem?: ErrorCode;
}

/** Something is wrong with a line, or with the file from that line on. */
export class LineProblem extends Error {
  readonly line: number;
  readonly code: ErrorCode;
  readonly params: Params;
  readonly column: string | undefined;

  constructor(line: number, code: ErrorCode, params: Params = {}, column?: string) {
    super(code);
    this.name = "LineProblem";
    this.line = line;
    this.code = code;
    this.params = params;
    this.column = column;
  }
}
