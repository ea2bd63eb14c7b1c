/**
 * Put into the bundle of the workflows for simulations alone: a case that was started with a shift lives at the engine's
 * time plus that shift, so a described file can begin on any day. Its timers are durations, and need none.
 */
import type { WorkflowInterceptors } from "@temporalio/workflow";
import type { CaseInput } from "../../workflows/contract.ts";

/** What the simulation adds to the input of a case. */
export interface Shifted {
  /** Milliseconds by which the case's clock is ahead of the engine's; negative when behind. */
  readonly clockShiftMs?: number;
}

export function interceptors(): WorkflowInterceptors {
  return {
    inbound: [
      {
        async execute(input, next) {
          const first = input.args[0] as Partial<Shifted & CaseInput> | undefined;
          const shift = first?.clockShiftMs ?? untilFiled(first?.filing);
          if (shift !== undefined) shiftClock(shift);
          return await next(input);
        },
      },
    ],
  };
}

/** A file that the product opens by itself, as another goes over to it, begins in the morning of the day of its filing. */
function untilFiled(filing: CaseInput["filing"] | undefined): number | undefined {
  return filing === undefined ? undefined : Date.parse(`${filing.occurredOn}T08:00:00Z`) - Date.now();
}

/** Of this workflow only: each has global objects of its own. */
function shiftClock(ms: number): void {
  const EngineDate = globalThis.Date;
  class ShiftedDate extends EngineDate {
    constructor(...given: [] | [string | number]) {
      super(...((given.length === 0 ? [EngineDate.now() + ms] : given) as [number]));
    }

    static override now(): number {
      return EngineDate.now() + ms;
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor;
}
