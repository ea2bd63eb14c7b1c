import type { LocalText } from "../calendar/local-text.ts";

const ACTS_RO = "Ordinul MS 50/2004, modif. prin Ordinul 1011/2011";
const ACTS_EN = "Order of the Minister of Health 50/2004, amended by Order 1011/2011";

/** The list of steps that the patient takes up to filing. */
export function stepsToFile(ro: string, en: string): LocalText {
  return guide(`«Etapele care trebuie urmate de către pacient», ${ro}`, `“Steps for the patient”, ${en}`);
}

/** The second list of steps, after filing, which numbers again from 1. */
export function stepsAfterFiling(ro: string, en: string): LocalText {
  return guide(`etapele de după depunere, ${ro}`, `steps after filing, ${en}`);
}

/** The list of useful information for patients. */
export function usefulInformation(ro: string, en: string): LocalText {
  return guide(`«Informații utile pentru pacienți», ${ro}`, `“Useful information for patients”, ${en}`);
}

/** Any other place of the guide, with the acts on which the route rests. */
export function guide(ro: string, en: string): LocalText {
  return {
    ro: `Ghidul pacientului (neoficial), ${ro}; ${ACTS_RO}`,
    en: `Patients' guide (unofficial), ${en}; ${ACTS_EN}`,
  };
}
