/**
 * A file run through its procedure without an engine and without a record: what would become of it, were these acts given.
 * The procedure, its refusals and its due dates are those of a real file; only the writing is left out. Not for the
 * sandbox: the calendar comes in.
 */
import type { CalendarOf } from "../domain/case/calendars.ts";
import type { Act } from "../domain/case/events.ts";
import type { Process } from "../domain/case/process.ts";
import { settleDues } from "../domain/case/settle.ts";
import type { CaseState } from "../domain/case/state.ts";
import { e112 } from "../domain/e112/process.ts";
import type { E112Facts } from "../domain/e112/facts.ts";
import type { MohFacts } from "../domain/moh/facts.ts";
import { moh } from "../domain/moh/process.ts";
import type { CaseInput, StoppedAct } from "./contract.ts";
import { procedure as e112Procedure, toMinistryRoute } from "./e112.ts";
import { procedure as mohProcedure } from "./moh-abroad-treatment.ts";
import { CaseFile } from "./runtime/case-file.ts";

/** A procedure to rehearse. */
export interface Piece<Facts> {
  readonly process: Process<Facts>;
  procedure(file: CaseFile<Facts>): Promise<string>;
  /** How it goes on after an act that takes over, where that is rehearsed. */
  readonly takenOver?: (file: CaseFile<Facts>, act: Act) => Promise<string>;
}

export const MOH_PIECE: Piece<MohFacts> = { process: moh, procedure: mohProcedure };
export const E112_PIECE: Piece<E112Facts> = {
  process: e112,
  procedure: e112Procedure,
  // The file at the DSP is not rehearsed.
  takenOver: (file, passed) => toMinistryRoute(file, passed, async () => undefined),
};

export interface Rehearsed<Facts> {
  readonly state: CaseState<Facts>;
  /** The act that would be refused; those after it were not tried. */
  readonly stopped?: StoppedAct;
}

/** What a rehearsal needs of the world: the calendar, and a way to let everything that can run on do so. */
export interface Stage {
  readonly calendarOf: CalendarOf;
  readonly turn: () => Promise<void>;
}

/** Opens a file and gives it what it inherits. The filing itself is taken as it is. */
export async function rehearse<Facts>(piece: Piece<Facts>, input: CaseInput, stage: Stage): Promise<Rehearsed<Facts>> {
  return await new Rehearsal(piece, input, stage).play();
}

class Rehearsal<Facts> extends CaseFile<Facts> {
  private readonly piece: Piece<Facts>;
  private readonly stage: Stage;

  constructor(piece: Piece<Facts>, input: CaseInput, stage: Stage) {
    super(input, piece.process);
    this.piece = piece;
    this.stage = stage;
  }

  async play(): Promise<Rehearsed<Facts>> {
    const { takenOver } = this.piece;
    if (takenOver !== undefined) this.takeOver = (act) => takenOver(this, act);
    this.record(this.input.filing);
    this.beside(this.piece.procedure(this).then((outcome) => this.close(outcome)));
    await this.inherit();
    if (this.failure !== undefined) throw this.failure;
    return { state: this.state, ...(this.stopped === undefined ? {} : { stopped: this.stopped }) };
  }

  /** A file that begins today follows the procedure as it is. */
  override patched(): boolean {
    return true;
  }

  protected override async pause(): Promise<void> {
    await this.stage.turn();
  }

  /** As the commit does it, and then the passing of what is over, until nothing more follows. */
  protected override async written(): Promise<void> {
    while (this.pending.length > 0) {
      this.pending.length = 0;
      settleDues(this.state, this.process, this.stage.calendarOf);
      this.changed();
      await this.pause();
      this.recordPassed();
      await this.pause();
    }
  }
}
