import type { CaseEvent } from "../../domain/case/events.ts";

/** What a batch is recognised by when it comes a second time: its places and what they hold, instants left out. */
export function fingerprintOf(events: readonly CaseEvent[]): string {
  return events.map((event) => `${event.seq} ${event.type} ${subjectOf(event)}`).join("\n");
}

function subjectOf(event: CaseEvent): string {
  switch (event.type) {
    case "actRecorded":
      return event.act.commandId;
    case "stepOpened":
    case "stepClosed":
      return event.step;
    case "deadlineStarted":
    case "deadlineMet":
    case "deadlineCancelled":
    case "deadlinePassed":
    case "dutyPassed":
      return event.deadline;
    case "calendarChanged":
      return String(event.change);
    case "caseClosed":
      return event.outcome;
  }
}
