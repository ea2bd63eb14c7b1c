/** What a register of one process is: its columns, its acts, who keeps it, and what only this process checks. */
import type { Text } from "../../domain/case/commands.ts";
import type { Houses } from "../../domain/people/houses.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { CaseState } from "../../domain/case/state.ts";
import type { Opening } from "../../domain/case/opening.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import type { Piece } from "../../workflows/rehearsal.ts";
import type { Membership } from "../authorisation.ts";
import type { ReadFiling } from "../cases/desk.ts";
import type { Services } from "../services.ts";
import type { RowCells, RowProblem } from "./cells.ts";
import type { ColumnKey, Columns } from "./columns.ts";
import type { RowAct } from "./row-act.ts";

/** A number that a paper has had in the register of before; no two files have the same. */
export interface KeptNumber {
  readonly column: ColumnKey;
  /** The number, and the file that has it: `SELECT … AS number, … AS file`, of those in `$1`. */
  readonly taken: string;
  readonly code: "MINISTRY_NUMBER_TAKEN" | "NUMBER_TAKEN";
}

export interface Register<Facts> {
  readonly process: ProcessName;
  readonly columns: Columns;
  /** The roles that may have a file. */
  readonly officers: readonly Role[];
  readonly piece: Piece<Facts>;
  readonly keptNumbers: readonly KeptNumber[];
  actsOf(cells: RowCells, house: Membership): RowAct[];
  /** The houses of its files. @throws RangeError when the house lacks one. */
  housesOf(house: Membership): Houses;
  /** What no file exists yet to refuse; what is wrong is left in `cells`. */
  checkFiling(cells: RowCells, filing: RowAct | undefined, house: Membership, dspOf: (county: string) => Text): void;
  /** Whom the product keeps from opening a file, from a register either. */
  barOf(services: Services, subject: ReadFiling["subject"]): Promise<RowProblem | undefined>;
  /** The facts of an act with the settings that act in it. */
  factsOf(settings: SettingsInForce, type: string, facts: Record<string, unknown>): Record<string, unknown>;
  /** What is set down of the row when the file is opened, beside what every file has. */
  openingOf(cells: RowCells): Partial<Opening>;
  /** What the file waits for instead of an act. */
  awaited(state: CaseState<Facts>): Text;
}
