/** What a register that is brought into the product looks like to its reader: before, while and after. */
import type { Text } from "../case/commands.ts";
import type { PlainDate } from "../plain-date.ts";

/** What is wrong, or worth knowing, in one cell. */
export interface CellProblem {
  /** The heading of the column, in the language of the reader; absent for what concerns the whole row. */
  readonly column?: string;
  readonly code: string;
  readonly message: string;
}

export interface RehearsedDeadline {
  readonly rule: string;
  readonly title: Text;
  /** Which of several of the same rule: that of a clinic, the report on a delay. */
  readonly about?: Text;
  /** The last day in time. */
  readonly dueOn: PlainDate;
  readonly overdue: boolean;
}

/** What will become of one row. */
export interface ImportedRow {
  /** Its place in the sheet, from 1. */
  readonly row: number;
  readonly legacyNumber?: string;
  readonly patient?: string;
  /** `new`: a file will be opened; `there`: it was brought before and nothing changes; `wrong`: it must be mended. */
  readonly state: "new" | "there" | "wrong";
  readonly problems: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
  /** The stage in which it lands, and since when; `place` is its place in the procedure (S1 to S10). */
  readonly stage?: string;
  readonly stageTitle?: Text;
  readonly place?: string;
  readonly since?: PlainDate;
  /** The terms that will run then. */
  readonly deadlines?: readonly RehearsedDeadline[];
  /** The file that is there already. */
  readonly caseId?: string;
  readonly registrationNumber?: string;
}

export interface ImportPreview {
  /** The import that is ready to be started; absent while a row is wrong, or when there is nothing new. */
  readonly id?: string;
  readonly institution: string;
  readonly rows: readonly ImportedRow[];
  readonly counts: { readonly new: number; readonly there: number; readonly wrong: number };
  /** Headings that are not known and were not read. */
  readonly ignored: readonly string[];
}

export type ImportState = "ready" | "saved" | "running" | "done";

/** An import and how far it is. */
export interface ImportProgress {
  readonly id: string;
  readonly institution: string;
  readonly by: string;
  readonly at: string;
  readonly state: ImportState;
  readonly rows: number;
  readonly done: number;
  readonly there: number;
  readonly failed: readonly FailedRow[];
  /** How many files landed in which stage. */
  readonly stages: readonly { readonly stage: string; readonly title: Text; readonly files: number }[];
  readonly finishedAt?: string;
  /** When the access codes were first handed out. */
  readonly codesAt?: string;
}

export interface FailedRow {
  readonly row: number;
  readonly legacyNumber: string;
  /** The file, when it was opened. */
  readonly caseId?: string;
  readonly message: string;
}

/** What is handed to the patient side of a file that was brought: its new number and its code. */
export interface ImportedCode {
  readonly legacyNumber: string;
  readonly registrationNumber: string;
  readonly patient: string;
  readonly accessCode: string;
}
