/** The file as its own patient side sees it, by number and code: where it stands and what lacks; no names, no officers, no history. */
import type { E112CaseView } from "../case/view.ts";
import { E112_STAGES } from "./steps.ts";

/** Narrows a whole view to what the preparation needs. Everything else is left out, whatever is added to a view later. */
export function preparationView(view: E112CaseView): E112CaseView {
  const { caseId, process, registrationNumber, applicationNumber } = view;
  const { today, openedOn, institutions, checklist, missing } = view;
  const { role } = view.subject.filer;
  const { category, clinic, preparation, acceptance, report, period, waiver } = view.e112;
  return {
    caseId,
    process,
    registrationNumber,
    ...(applicationNumber === undefined ? {} : { applicationNumber }),
    ...standing(view),
    today,
    openedOn,
    institutions,
    officer: { name: "" },
    closedSteps: [],
    deadlines: [],
    daysByDuty: [],
    checklist,
    missing,
    documents: [],
    subject: { patient: {}, filer: role === undefined ? {} : { role }, minor: view.subject.minor },
    timeline: [],
    emails: [],
    e112: {
      ...NOTHING_OF_THE_HOUSE,
      category,
      ...(clinic === undefined ? {} : { clinic }),
      preparation,
      acceptance,
      report,
      ...(period === undefined ? {} : { period }),
      ...(waiver === undefined ? {} : { waiver }),
    },
  };
}

/**
 * Once the application is registered the file is the house's: the public status tells where it stands, and when. The
 * version would count what the house does, and so tell a refusal before it is communicated (decision 17).
 */
function standing(
  view: E112CaseView,
): Pick<
  E112CaseView,
  "version" | "status" | "statusTitle" | "state" | "statusSince" | "outcome" | "steps" | "allowedCommands"
> {
  if (isWithHouse(view)) {
    // What is done afterwards is not even counted: the number of acts would tell a decision before its notice.
    const acts = view.timeline.filter(({ kind }) => kind === "act");
    const registered = acts.findIndex(({ type }) => type === "registerApplication");
    const { title, state } = E112_STAGES.registered;
    return {
      version: registered + 1,
      status: "registered",
      statusTitle: title,
      state,
      statusSince: acts[registered]?.occurredOn ?? view.openedOn,
      steps: [],
      allowedCommands: [],
    };
  }
  const { version, status, statusTitle, state, statusSince, outcome, steps, allowedCommands } = view;
  return {
    version,
    status,
    statusTitle,
    state,
    statusSince,
    ...(outcome === undefined ? {} : { outcome }),
    steps: steps.map(({ alert: _, ...step }) => step),
    allowedCommands,
  };
}

/** The application has its number: what is recorded from now on, the house records. */
export function isWithHouse({ applicationNumber }: Pick<E112CaseView, "applicationNumber">): boolean {
  return applicationNumber !== undefined;
}

/** What the house finds, decides and settles is told by the public status, when it is told. */
const NOTHING_OF_THE_HOUSE: Pick<
  E112CaseView["e112"],
  "conditions" | "refusal" | "route" | "costs" | "forms" | "invoices" | "warnings"
> = {
  conditions: [],
  refusal: { possible: false, why: { ro: "", en: "" }, rule: "E112-78" },
  route: { open: false, failing: [] },
  costs: [],
  forms: [],
  invoices: [],
  warnings: [],
};
