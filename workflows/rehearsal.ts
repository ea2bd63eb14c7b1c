/**
 * A file run through its procedure without an engine and without a record: what would become of it, were these acts given.
 * The procedure, its refusals and its due dates are those of a real file; only the writing is left out. Not for the
 * sandbox: the calendar comes in.
 */
import type { CalendarOf } from "../domain/case/calendars.ts";
import type { Process } from "../domain/case/process.ts";
import { settleDues } from "../domain/case/settle.ts";
import type { MohFacts, MohState } from "../domain/moh/facts.ts";
import { moh } from "../domain/moh/process.ts";
import type { CaseInput, StoppedAct } from "./contract.ts";
import { procedure } from "./moh-abroad-treatment.ts";
import { CaseFile } from "./runtime/case-file.ts";

export interface Rehearsed {
  readonly state: MohState;
  /** The act that would be refused; those after it were not tried. */
  readonly stopped?: StoppedAct;
}

/** What a rehearsal needs of the world: the calendar, and a way to let everything that can run on do so. */
export interface Stage {
  readonly calendarOf: CalendarOf;
  readonly turn: () => Promise<void>;
}

/** Opens a file and gives it what it inherits. The filing itself is taken as it is. */
export async function rehearse(input: CaseInput, stage: Stage): Promise<Rehearsed> {
  return await new Rehearsal(input, moh, stage).play();
}

class Rehearsal extends CaseFile<MohFacts> {
  private readonly stage: Stage;

  constructor(input: CaseInput, process: Process<MohFacts>, stage: Stage) {
    super(input, process);
    this.stage = stage;
  }

  async play(): Promise<Rehearsed> {
    this.record(this.input.filing);
    this.beside(procedure(this).then((outcome) => this.close(outcome)));
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
