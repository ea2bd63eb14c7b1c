import { Context } from "@temporalio/activity";

const BEAT_MS = 4_000;

/** Tells the engine that the activity is at work; outside of one, as in a test of its own, there is nobody to tell. */
export function heartbeat(): void {
  current()?.heartbeat();
}

/** True when the worker stops: what is not under way is given back. */
export function isStopping(): boolean {
  return current()?.cancellationSignal.aborted ?? false;
}

/** The same work, with a sign of life as long as it lasts; given back when the worker stops. */
export async function atWork<Result>(work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(heartbeat, BEAT_MS);
  try {
    const stopped = current()?.cancelled;
    return await Promise.race([work(), ...(stopped === undefined ? [] : [stopped])]);
  } finally {
    clearInterval(beat);
  }
}

function current(): Context | undefined {
  try {
    return Context.current();
  } catch {
    return undefined; // no activity
  }
}
