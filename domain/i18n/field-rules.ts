/** The rule that asks for a field of a command, so that a refusal names it. Offers have their own table, beside their schema. */
import type { RuleId } from "../law/index.ts";
import type { E112CommandType } from "../e112/commands.ts";
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

const E112_FIELD_RULES: Readonly<Partial<Record<E112CommandType, FieldRules>>> = {
  openFile: {
    "patient.casId": "E112-59",
    applicant: "E112-64",
    "applicant.role": "E112-64",
    category: "E112-87",
    "clinic.country": "E112-02",
    "clinic.publicInsuranceContract": "E112-03",
    inBasicPackage: "E112-04",
  },
  recordPriorAgreement: { doctor: "E112-11", casContract: "E112-12" },
  recordTranslations: {
    existing: "E112-13",
    translated: "E112-13",
    language: "E112-13",
    "translator.specialised": "E112-23",
  },
  sendRequestToClinic: {
    clinic: "E112-24",
    "clinic.country": "E112-02",
    "clinic.publicInsuranceContract": "E112-03",
    byEmail: "E112-24",
    phoned: "E112-25",
    asksAcceptance: "E112-26",
    asksCompleteCost: "E112-27",
  },
  recordAcceptance: {
    acceptance: "E112-28",
    "acceptance.doctorSignature": "E112-29",
    "acceptance.doctorStamp": "E112-29",
    "acceptance.unitStamp": "E112-30",
    "acceptance.doctorAgrees": "E112-31",
    "acceptance.managementAgrees": "E112-31",
    "acceptance.necessity": "E112-32",
    "acceptance.travelSafe": "E112-33",
    "acceptance.periodFrom": "E112-34",
    "acceptance.periodTo": "E112-34",
    "acceptance.estimatedCost": "E112-37",
    "acceptance.estimatedCost.amount": "E112-37",
    "acceptance.estimatedCost.currency": "E112-37",
  },
  addDocument: { copyKeptBy: "E112-40" },
  recordLegalisedTranslation: { originalKeptBy: "E112-40", translator: "E112-39" },
  recordMedicalReport: {
    doctor: "E112-41",
    casContract: "E112-12",
    report: "E112-41",
    "report.recommendation": "E112-42",
    "report.inBasicPackage": "E112-43",
    "report.point7.a": "E112-44",
    "report.notTimely": "E112-45",
    "report.point7.b": "E112-46",
    "report.reasons": "E112-47",
    "report.travelSafe": "E112-48",
    "report.point7.c": "E112-49",
    "report.maxPeriodUntil": "E112-50",
    "report.point7.d": "E112-51",
    "report.datedOn": "E112-52",
    "report.signature": "E112-53",
    "report.stamp": "E112-54",
    "report.country": "E112-55",
    "report.city": "E112-56",
    "report.hospital": "E112-57",
    "report.periodFrom": "E112-58",
    "report.periodTo": "E112-58",
  },
  waiveSecondParent: { proof: "E112-72" },
  registerApplication: { registry: "E112-60" },
  checkInsuredStatus: {
    insured: "E112-77",
    reason: "E112-77",
    parent1Insured: "E112-73",
    parent2Insured: "E112-73",
  },
  analyseConditions: {
    clinicInEu: "E112-02",
    clinicContracted: "E112-03",
    inBasicPackage: "E112-07",
    notTimelyInRomania: "E112-08",
  },
  refuseApplication: { reason: "E112-78" },
  cancelForm: { applicantGivesUp: "E112-10" },
  moveToMinistryRoute: { reason: "E112-05" },
  recordDeparture: { departedOn: "E112-82" },
  recordCosts: { costs: "E112-38", "costs.*.payer": "E112-38", "costs.*.paid": "E112-83" },
  drawForceMajeureReport: { reasons: "E112-84" },
  issueForm: {
    copies: "E112-79",
    name: "E112-09",
    forceMajeure: "E112-83",
    couldNotIssueBefore: "E112-83",
    costPaid: "E112-83",
  },
  closeAfterDeparture: { ground: "E112-83" },
  handOverCopy: { copy: "E112-79", to: "E112-81" },
  receiveInvoice: { number: "E112-85", from: "E112-85", to: "E112-85", amount: "E112-85" },
  settleInvoice: { form: "E112-85", from: "E112-85", to: "E112-85", amount: "E112-85", differenceReason: "E112-85" },
  passOnResidenceTransfer: { to: "E112-86" },
};

const FIELD_RULES: Readonly<Record<ProcessName, Readonly<Record<string, FieldRules | undefined>>>> = {
  moh: MOH_FIELD_RULES,
  e112: E112_FIELD_RULES,
};

/** The rule behind `path` of this command's payload; numbers in the path stand for any place in a list. */
export function ruleOfField(process: ProcessName, type: string, path: string): RuleId | undefined {
  const rules: Readonly<Record<string, FieldRules | undefined>> = FIELD_RULES[process];
  return rules[type]?.[path.replaceAll(/(^|\.)\d+(?=\.|$)/g, "$1*")];
}
