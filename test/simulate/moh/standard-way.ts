/** The way of a file of the Ministry's process on which nothing is out of the ordinary. */
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { StandardWay } from "../process.ts";

const ORDER: readonly MohCommandType[] = [
  "fileDossier",
  "sendToCommission",
  "beginExamination",
  "finishExamination",
  "registerDecision",
  "notifyPatient",
  "sendClinicRequest",
  "recordClinicAnswer",
  "presentCorrespondence",
  "sendToMinistry",
  "registerAtMinistry",
  "askForMinistryNumber",
  "decideAtMinistry",
  "confirmFunds",
  "recordLabourMinistryPart",
  "recordGovernmentDecision",
  "recordPublication",
  "recordDisposition",
  "payClinic",
  "recordDeparture",
  "recordReturn",
  "fileJustification",
  "recordFirstCheck",
];

const BELONGS: Partial<Record<MohCommandType, readonly string[]>> = {
  fileDossier: ["patient", "filer"],
  registerDecision: ["class", "clinics"],
  decideAtMinistry: ["amount", "vitalRisk", "benefit"],
  recordLabourMinistryPart: ["part"],
  recordDeparture: ["companions"],
};

export const MOH_WAY: StandardWay = {
  order: ORDER,
  belongs: BELONGS,
  actsOf(act, own, given) {
    const count = typeof given["clinics"] === "number" ? given["clinics"] : 2;
    const clinics = Array.from({ length: count }, (_, index) => index + 1);
    switch (act as MohCommandType) {
      case "sendClinicRequest":
        return clinics.map((clinic) => ({ act, with: { clinic } }));
      case "recordClinicAnswer":
        // The first makes an offer, of the amount that is decided later; the others refuse.
        return clinics.map((clinic) => ({
          act,
          with: clinic === 1 ? { clinic, offer: given["amount"] ?? "21500 EUR" } : { clinic, refusal: true },
        }));
      case "decideAtMinistry":
        // The patient is told at once.
        return [
          { act, with: own },
          { act: "notifyPatient", with: {} },
        ];
      default:
        return [{ act, with: own }];
    }
  },
};
