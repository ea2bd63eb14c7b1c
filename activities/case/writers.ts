/** What a process keeps of its files beside what every file has, written in the transaction of the commit. */
import type pg from "pg";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { CaseState } from "../../domain/case/state.ts";
import type { Houses } from "../../domain/people/houses.ts";
import { writeApplicationNumber, writeForms, writeInvoices } from "./e112-forms.ts";
import { writeFunds } from "./funds.ts";

/** What a commit wrote: its events, the houses of the file, and the instant (ISO) of the last event. */
export interface Written {
  readonly houses: Houses;
  readonly events: readonly CaseEvent[];
  readonly at: string;
}

export type ProcessWriter<Facts = never> = (
  client: pg.PoolClient,
  state: CaseState<Facts>,
  written: Written,
) => Promise<void>;

// Each writer is given the files of its own process, and no others.
const WRITERS: Readonly<Record<string, readonly unknown[]>> = {
  moh: [writeFunds],
  e112: [writeApplicationNumber, writeForms, writeInvoices],
};

/** The writers of a process, in their order. */
export function writersOf(process: string): readonly ProcessWriter[] {
  return (WRITERS[process] ?? []) as readonly ProcessWriter[];
}
