/** What the letters of the Ministry's route are made from, and how they name people. */
import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import type { MohState } from "../../../../domain/moh/facts.ts";
import type { MohHouse } from "../../../../domain/people/roles.ts";
import { addresseeOf, type LetterContext } from "../context.ts";

export type MohContext = LetterContext<MohCaseView, MohState, MohHouse>;

/** The clinic that a letter goes to, of those that the file names. */
export function clinicOf({ file, clinic }: MohContext): ClinicView | undefined {
  return file.clinics.find(({ id }) => id === clinic);
}

/** In which capacity somebody else than the patient filed; undefined for the patient. */
export function filerCapacity({ subject }: MohCaseView): string | undefined {
  const { role, kinshipDegree, isParent } = subject.filer;
  switch (role) {
    case "legalRepresentative":
      return isParent === true ? "părinte, reprezentant legal" : "reprezentant legal";
    case "spouse":
      return "soț/soție";
    case "relative":
      return isParent === true ? "părinte" : `rudă de gradul ${ROMAN[Number(kinshipDegree)] ?? String(kinshipDegree)}`;
    default:
      return undefined;
  }
}

const ROMAN: Readonly<Record<number, string>> = { 1: "I", 2: "al II-lea", 3: "al III-lea", 4: "al IV-lea" };

export function addressee(file: MohCaseView): string[] {
  return addresseeOf(file, filerCapacity(file));
}
