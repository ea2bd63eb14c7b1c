/** The rule that asks for a field of a command, so that a refusal names it. Offers have their own table, beside their schema. */
import type { RuleId } from "../law/index.ts";
import type { MohCommandType } from "../moh/commands.ts";
import type { ProcessName } from "../process-words.ts";

type FieldRules = Readonly<Record<string, RuleId>>;

const MOH_FIELD_RULES: Readonly<Partial<Record<MohCommandType, FieldRules>>> = {
  fileDossier: {
    "filer.role": "MOH-04",
    "filer.kinshipDegree": "MOH-04",
    filer: "MOH-04",
    "patient.domicileCounty": "MOH-10",
    "documents.*.waiver": "MOH-16",
    "documents.*.clinic": "MOH-66",
  },
  addDocument: { "documents.*.waiver": "MOH-16", "documents.*.clinic": "MOH-66" },
  finishExamination: { decision: "MOH-25" },
  registerDecision: {
    causes: "MOH-29",
    medicalConduct: "MOH-30",
    recommendedUnitInRomania: "MOH-31",
    communicatedOn: "MOH-26",
    minutes: "MOH-33",
    "minutes.clinics": "MOH-33",
    "minutes.clinics.*.name": "MOH-33",
  },
  notifyPatient: { causes: "MOH-29", medicalConduct: "MOH-30", recommendedUnitInRomania: "MOH-31" },
  signUndertaking: { signedBy: "MOH-34" },
  sendClinicRequest: { by: "MOH-36" },
  recordClinicAnswer: { offer: "MOH-44" },
  reportDelay: { causes: "MOH-74" },
  decideAtMinistry: { clinic: "MOH-84", amount: "MOH-84", vitalRisk: "MOH-78", benefit: "MOH-79" },
  registerNewMinutes: { clinics: "MOH-63", "clinics.*.name": "MOH-63", urgencyClass: "MOH-67", round: "MOH-63" },
  announceCommission: { silent: "MOH-62", refused: "MOH-62" },
  confirmFunds: { sufficient: "MOH-77" },
  recordLabourMinistryPart: { part: "MOH-80", bearsPart: "MOH-80" },
  recordGovernmentDecision: { number: "MOH-81" },
  recordPublication: { gazette: "MOH-82" },
  payClinic: { clinic: "MOH-84", amount: "MOH-84", currency: "MOH-84" },
  recordDeparture: { companions: "MOH-85" },
  settleCompanions: { journeys: "MOH-85" },
  fundCheckUp: { evaluation: "MOH-87", minutes: "MOH-88" },
  fileExpenseClaim: { expenses: "MOH-92", "expenses.*.kind": "MOH-92", "expenses.*.date": "MOH-93" },
  fileJustification: { sums: "MOH-94" },
  recordDeath: { diedOn: "MOH-99" },
};

const FIELD_RULES: Readonly<Record<ProcessName, Readonly<Record<string, FieldRules | undefined>>>> = {
  moh: MOH_FIELD_RULES,
  e112: {},
};

/** The rule behind `path` of this command's payload; numbers in the path stand for any place in a list. */
export function ruleOfField(process: ProcessName, type: string, path: string): RuleId | undefined {
  const rules: Readonly<Record<string, FieldRules | undefined>> = FIELD_RULES[process];
  return rules[type]?.[path.replaceAll(/(^|\.)\d+(?=\.|$)/g, "$1*")];
}
