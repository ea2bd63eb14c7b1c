import { Context } from "@temporalio/activity";

/** Tells the engine that the activity is at work; outside of one, as in a test of its own, there is nobody to tell. */
export function heartbeat(): void {
  current()?.heartbeat();
}

/** True when the worker stops: what is not under way is given back. */
export function isStopping(): boolean {
  return current()?.cancellationSignal.aborted ?? false;
}

function current(): Context | undefined {
  try {
    return Context.current();
  } catch {
    return undefined; // no activity
  }
}
