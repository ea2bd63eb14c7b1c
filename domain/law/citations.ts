import type { LocalText } from "../calendar/local-text.ts";
import { E112_LEGAL_BASIS } from "./legal-basis.ts";

const MOH_ACTS = {
  ro: "Ordinul MS 50/2004, modif. prin Ordinul 1011/2011",
  en: "Order of the Minister of Health 50/2004, amended by Order 1011/2011",
} satisfies LocalText;

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

/** Any other place of the guide, with the acts on which the Ministry's route rests. */
export function guide(ro: string, en: string): LocalText {
  return placeInGuide({ ro, en }, MOH_ACTS);
}

/** The conditions that open the E112 route, before the form itself is described. */
export function e112Entry(ro: string, en: string): LocalText {
  return e112Guide(
    `«Pentru a putea beneficia de formularul E112», ${ro}`,
    `“To be able to benefit from form E112”, ${en}`,
  );
}

/** What the form is and when it cannot be refused. */
export function e112Form(ro: string, en: string): LocalText {
  return e112Guide(`«Formularul E112», ${ro}`, `“Form E112”, ${en}`);
}

/** The numbered steps by which the dossier of form E112 is made. */
export function e112Step(ro: string, en: string): LocalText {
  return e112Guide(`«Pentru întocmirea dosarului», ${ro}`, `“To make up the dossier”, ${en}`);
}

/** What happens once the application for the form is registered. */
export function e112Analysis(ro: string, en: string): LocalText {
  return e112Guide(`«După înregistrarea cererii», ${ro}`, `“After the application is registered”, ${en}`);
}

/** Any other place of the guide, with the act on which the E112 route rests. */
export function e112Guide(ro: string, en: string): LocalText {
  return placeInGuide({ ro, en }, E112_LEGAL_BASIS.citation);
}

function placeInGuide(place: LocalText, acts: LocalText): LocalText {
  return {
    ro: `Ghidul pacientului (neoficial), ${place.ro}; ${acts.ro}`,
    en: `Patients' guide (unofficial), ${place.en}; ${acts.en}`,
  };
}
