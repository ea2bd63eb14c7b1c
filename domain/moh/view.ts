/** What a file of the Ministry's route shows of itself without any personal data, beside what every file shows: list, clinics. */
import type { Surroundings } from "../case/present.ts";
import type { MohCaseView, ClinicView, RequestWindow } from "../case/view.ts";
import { computeDeadline } from "../law/index.ts";
import { institutionOfDuty } from "../people/roles.ts";
import { dossierChecklist } from "./documents.ts";
import type { ClinicFacts, MohState } from "./facts.ts";
import { sendableCheck } from "./process.ts";
import { isCorresponding, roundOf, sendingCap } from "./rounds.ts";

/** The dossier list, what it still lacks, and how the correspondence stands. */
export function dossierView(state: MohState): Pick<MohCaseView, "checklist" | "missing" | "sendable"> {
  const checklist = dossierChecklist(state.facts.subject, state.facts.documents);
  return {
    checklist,
    missing: checklist.filter(({ status }) => status === "missing" || status === "wrong-form").map(({ kind }) => kind),
    ...(state.facts.clinics.length === 0 ? {} : { sendable: sendableCheck(state) }),
  };
}

/** How the correspondence with one clinic stands; a refusal counts as an answer (decision 2). */
export function clinicStatus(clinic: ClinicFacts): ClinicView["status"] {
  if (clinic.answers.some(({ kind }) => kind !== "refusal")) return "answered";
  if (clinic.answers.length > 0) return "refused";
  if (clinic.silent) return "silent";
  return clinic.request === undefined ? "not-asked" : "asked";
}

/** The window of the clinic's request, or of one that would leave today, against the term of sending (MOH-A6). */
export function requestWindow(
  state: MohState,
  { id, request, answers }: ClinicFacts,
  { today, calendarOf }: Surroundings,
): RequestWindow | undefined {
  if (!isCorresponding(state) || answers.length > 0 || roundOf(state) === 0) return undefined;
  const cap = state.deadlines[sendingCap(state).id]?.due;
  const window =
    request === undefined
      ? computeDeadline("MOH-61", today, calendarOf(institutionOfDuty("CLINIC")), { duty: "CLINIC" })
      : state.deadlines[`MOH-61:${id}`]?.due;
  if (cap === undefined || window === undefined) return undefined;
  const endsOn = window.practicalDueOn ?? window.dueOn;
  const sendBy = cap.practicalDueOn ?? cap.dueOn;
  return { endsOn, sendBy, late: endsOn > sendBy };
}
