/** A row of a register, ready to become a file: sealed in the database until it has. */
import type { Text } from "../case/commands.ts";
import type { Opening } from "../case/opening.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ProcessName } from "../process-words.ts";

/** Why the acts of a file that was brought are entered late. In the file it stands in Romanian. */
export const INHERITED_REASON: Text = {
  ro: "preluat din registrul existent",
  en: "taken over from the existing register",
};

export interface ReadyAct {
  readonly commandId: string;
  readonly type: string;
  readonly occurredOn: PlainDate;
  readonly requestHash: string;
  /** Ids, codes and dates: what of it may travel. */
  readonly facts: Record<string, unknown>;
  readonly payload: unknown;
}

/** The first act opens the file. */
export interface ReadyRow {
  /** Absent in a row of an earlier release, which knew the Ministry's process alone. */
  readonly process?: ProcessName;
  readonly opening: Opening;
  readonly subject: unknown;
  readonly filing: ReadyAct;
  readonly acts: readonly ReadyAct[];
}

/** The place that a sealed row belongs to. */
export function sealedRow(importId: string, row: number): string {
  return `import ${importId} ${row}`;
}
