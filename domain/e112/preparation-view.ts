/** What the patient side sees of its own file while it keeps the preparation: no names, no officers, no history. */
import type { AllowedCommandView, E112CaseView } from "../case/view.ts";
import type { E112View } from "./view.ts";

export type PreparationView = Pick<
  E112CaseView,
  | "caseId"
  | "process"
  | "registrationNumber"
  | "applicationNumber"
  | "status"
  | "statusTitle"
  | "state"
  | "outcome"
  | "version"
  | "today"
  | "checklist"
  | "missing"
> & {
  readonly allowedCommands: readonly AllowedCommandView[];
  readonly e112: Pick<E112View, "category" | "preparation" | "acceptance" | "report" | "period"> &
    Pick<E112CaseView["e112"], "clinic">;
};

/** Narrows a whole view. */
export function preparationView(view: E112CaseView): PreparationView {
  const { caseId, process, registrationNumber, applicationNumber, status, statusTitle, state, outcome } = view;
  const { version, today, checklist, missing, allowedCommands } = view;
  const { category, preparation, acceptance, report, period, clinic } = view.e112;
  return {
    caseId,
    process,
    registrationNumber,
    ...(applicationNumber === undefined ? {} : { applicationNumber }),
    status,
    statusTitle,
    state,
    ...(outcome === undefined ? {} : { outcome }),
    version,
    today,
    checklist,
    missing,
    allowedCommands,
    e112: {
      category,
      preparation,
      acceptance,
      report,
      ...(period === undefined ? {} : { period }),
      ...(clinic === undefined ? {} : { clinic }),
    },
  };
}
