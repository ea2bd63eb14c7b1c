/** Where an offer says something else than the file: a mark for the person, never a refusal. */
import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import { foldedText } from "../../../../domain/moh/compare-offers.ts";

/** What the file says instead; undefined when it agrees or has nothing to compare with. */
export function differsFromFile(
  field: string,
  value: string | boolean,
  clinic: ClinicView,
  view: MohCaseView,
): string | undefined {
  const known = knownToFile(field, clinic, view);
  return known !== undefined && typeof value === "string" && foldedText(value) !== foldedText(known)
    ? known
    : undefined;
}

function knownToFile(field: string, clinic: ClinicView, view: MohCaseView): string | undefined {
  switch (field) {
    case "clinicName":
      return clinic.name;
    case "patientSurname":
      return view.subject.patient["surname"];
    case "patientGivenName":
      return view.subject.patient["givenName"];
    default:
      return undefined;
  }
}
