/** What the person may do at an open step. */
import { stepName } from "../../../domain/case/process.ts";
import type { AllowedCommandView, CaseView, StepView } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { E112Step } from "../../../domain/e112/steps.ts";

/** Acts that wait for no step and belong to the work of one all the same: what else may be done when a condition fails. */
const BESIDE: Partial<Record<E112Step, readonly E112CommandType[]>> = {
  "assemble-dossier": ["waiveSecondParent", "recordAcceptance", "recordMedicalReport"],
  "refuse-or-move": ["moveToMinistryRoute", "checkInsuredStatus", "analyseConditions"],
};

/** Its own acts, then those that belong to its work. */
export function commandsOf(view: CaseView, step: StepView): AllowedCommandView[] {
  const beside: readonly string[] = (BESIDE as Readonly<Record<string, readonly string[]>>)[stepName(step.step)] ?? [];
  return [
    ...view.allowedCommands.filter((command) => command.step === step.step),
    ...beside.flatMap(
      (type) => view.allowedCommands.find((command) => command.type === type && command.step === undefined) ?? [],
    ),
  ];
}
