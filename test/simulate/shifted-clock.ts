/**
 * Put into the bundle of the workflows for simulations alone: a case that was started with a shift lives at the engine's
 * time plus that shift, so a described file can begin on any day. Its timers are durations, and need none.
 */
import type { WorkflowInterceptors } from "@temporalio/workflow";

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
          const first = input.args[0] as Shifted | undefined;
          if (first?.clockShiftMs !== undefined) shiftClock(first.clockShiftMs);
          return await next(input);
        },
      },
    ],
  };
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
