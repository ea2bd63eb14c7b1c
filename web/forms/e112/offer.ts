import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { E112Step } from "../../../domain/e112/steps.ts";
import type { Offer } from "../offer.ts";

export const E112_OFFER: Offer<E112CommandType, E112Step> = {
  usual: [
    "recordDeparture",
    "waiveSecondParent",
    "drawForceMajeureReport",
    "recordCosts",
    "receiveInvoice",
    "moveToMinistryRoute",
  ],
  rare: [
    "recordTranslations",
    "recordAcceptance",
    "recordMedicalReport",
    "annulEntry",
    "replaceForm",
    "cancelForm",
    "closeAfterDeparture",
    "recordDeath",
  ],
  grave: ["refuseApplication", "moveToMinistryRoute", "cancelForm", "closeAfterDeparture", "recordDeath"],
  // What else may be done when the dossier lacks something, or when a condition fails.
  beside: {
    "assemble-dossier": ["waiveSecondParent", "recordAcceptance", "recordMedicalReport"],
    "refuse-or-move": ["moveToMinistryRoute", "checkInsuredStatus", "analyseConditions"],
  },
};
