import type { ProcessName } from "../../domain/process-words.ts";
import type { Desk } from "./desk.ts";
import { e112Desk } from "./e112/desk.ts";
import { mohDesk } from "./moh/desk.ts";

// Each desk is asked about the files of its own process, and about no others.
const DESKS: Readonly<Record<ProcessName, Desk<never>>> = { moh: mohDesk, e112: e112Desk };

/** The desk of a process. */
export function deskOf(process: ProcessName): Desk {
  return DESKS[process];
}
