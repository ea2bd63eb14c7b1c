import { Context } from "@temporalio/activity";

/** Tells the engine that the activity is at work; outside of one, as in a test of its own, there is nobody to tell. */
export function heartbeat(): void {
  try {
    Context.current().heartbeat();
  } catch {
    // no activity
  }
}
