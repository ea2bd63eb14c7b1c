/** The way of an E112 file on which nothing is out of the ordinary. */
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { StandardWay } from "../process.ts";

const ORDER: readonly E112CommandType[] = [
  "openFile",
  "recordPriorAgreement",
  "recordTranslations",
  "sendRequestToClinic",
  "recordAcceptance",
  "recordLegalisedTranslation",
  "recordMedicalReport",
  "assembleDossier",
  "registerApplication",
  "checkInsuredStatus",
  "analyseConditions",
  "issueForm",
  "handOverCopy",
  "recordDeparture",
  "recordTreatmentDone",
  "settleInvoice",
];

const BELONGS: Partial<Record<E112CommandType, readonly string[]>> = {
  openFile: ["patient", "applicant", "clinic", "category", "inBasicPackage"],
};

export const E112_WAY: StandardWay = {
  order: ORDER,
  belongs: BELONGS,
  actsOf: (act, own) =>
    // One copy stays with the house, the other goes to the applicant.
    act === ("handOverCopy" satisfies E112CommandType)
      ? [1, 2].map((copy) => ({ act, with: { copy } }))
      : [{ act, with: own }],
};
