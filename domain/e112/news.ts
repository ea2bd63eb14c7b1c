/**
 * What the patient side of an E112 file hears of by e-mail. That the decision is being communicated is said when the analysis
 * ends, in the same words whichever way it went (decision 17).
 */
import type { CaseEvent } from "../case/events.ts";
import { stepName, type PatientNews } from "../case/process.ts";
import type { E112CommandType } from "./commands.ts";
import type { E112State } from "./facts.ts";
import { acceptanceLacks, reportLacks } from "./preparation.ts";
import type { E112Step } from "./steps.ts";

export function newsOf(state: E112State, event: CaseEvent): PatientNews | undefined {
  if (event.seq === 1) return { kind: "opened", about: "opening" };
  if (event.type === "stepOpened") return concludes(event.step) ? { kind: "deciding", about: "decision" } : undefined;
  if (event.type !== "actRecorded") return undefined;
  const { seq } = event;
  switch (event.act.type as E112CommandType) {
    case "recordAcceptance":
      return acceptanceLacks(state).length > 0 ? { kind: "lacking", about: `acceptance-${seq}` } : undefined;
    case "recordMedicalReport":
      return reportLacks(state).length > 0 ? { kind: "lacking", about: `report-${seq}` } : undefined;
    case "registerApplication": {
      const application = state.numbers?.[seq];
      return {
        kind: "registered",
        about: "application",
        ...(application === undefined ? {} : { params: { application } }),
      };
    }
    case "issueForm":
    case "replaceForm":
      return { kind: "form-ready", about: `form-${seq}` };
    default:
      return undefined;
  }
}

/** The analysis has ended, one way or the other. */
function concludes(step: string): boolean {
  const name = stepName(step) as E112Step;
  return name === "issue-form" || name === "refuse-or-move";
}
