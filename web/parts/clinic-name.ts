import type { CaseView } from "../../domain/case/view.ts";

/** The name of a clinic of the file by its id; undefined for any other word, and in files that name none. */
export function clinicName(view: CaseView, id: string | undefined): string | undefined {
  return view.process === "moh" ? view.clinics.find((clinic) => clinic.id === id)?.name : undefined;
}
