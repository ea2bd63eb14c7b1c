/** What the person may do at an open step. */
import { stepName } from "../../../domain/case/process.ts";
import type { AllowedCommandView, CaseView, StepView } from "../../../domain/case/view.ts";
import { offerOf } from "../../forms/offer.ts";

/** Its own acts, then those that belong to its work. */
export function commandsOf(view: CaseView, step: StepView): AllowedCommandView[] {
  const beside = offerOf(view).beside[stepName(step.step)] ?? [];
  return [
    ...view.allowedCommands.filter((command) => command.step === step.step),
    ...beside.flatMap(
      (type) => view.allowedCommands.find((command) => command.type === type && command.step === undefined) ?? [],
    ),
  ];
}
