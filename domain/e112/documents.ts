/** The dossier of form E112: for an adult (E112-62 to E112-69) and for a child (E112-70 to E112-76). */
import { checklistOf, isChecklistComplete, type ChecklistLine, type Requirement } from "../case/checklist.ts";
import type { DocumentForm } from "../case/document-forms.ts";
import type { RuleId } from "../law/index.ts";

export const DOCUMENT_KINDS = [
  "cerereTip",
  "ciBeneficiar",
  "ciMandatar",
  "procura",
  "adeverintaAsigurat",
  "documenteMedicale",
  "raportMedical",
  "acceptClinica",
  "certificatNastere",
  "ciCopil",
  "ciParinte1",
  "ciParinte2",
  "adeverintaParinte1",
  "adeverintaParinte2",
  "dovadaUnParinte",
  "altDocument",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document in the file: what it is and in which form. */
export interface FiledDocument {
  readonly kind: DocumentKind;
  readonly form: DocumentForm;
  readonly upload?: string;
}

/** Who applies: the patient; for a child a parent or guardian; for an adult another person, with power of attorney (E112-64). */
export const APPLICANT_ROLES = ["patient", "parent", "guardian", "otherPerson"] as const;
export type ApplicantRole = (typeof APPLICANT_ROLES)[number];

/** For whom the dossier is and who files it: what the list depends on. */
export interface DossierSubject {
  /** Under 18 on the day of filing (E112-A10). */
  readonly minor: boolean;
  readonly applicantRole: ApplicantRole;
  /** The second parent's documents are not asked for, on proof (E112-A10); means nothing for an adult. */
  readonly secondParentWaived: boolean;
}

export type DocumentRequirement = Requirement<DocumentKind, DocumentForm, RuleId, DossierSubject>;

const forAdults = ({ minor }: DossierSubject): boolean => !minor;
const forChildren = ({ minor }: DossierSubject): boolean => minor;
const forOthersThanTheAdult = ({ minor, applicantRole }: DossierSubject): boolean =>
  !minor && applicantRole === "otherPerson";
const forBothParents = ({ minor, secondParentWaived }: DossierSubject): boolean => minor && !secondParentWaived;
const forOneParent = ({ minor, secondParentWaived }: DossierSubject): boolean => minor && secondParentWaived;

const APPLICATION = {
  ro: "Cererea-tip de eliberare a formularului E112 (S2)",
  en: "Standard application for the issue of form E112 (S2)",
};
const MEDICAL_DOCUMENTS = { ro: "Copii ale documentelor medicale", en: "Copies of the medical documents" };
const MEDICAL_REPORT = {
  ro: "Raportul medical tipizat, completat de medicul curant",
  en: "Standard medical report, completed by the treating doctor",
};
const ACCEPTANCE = {
  ro: "Acceptul clinicii din străinătate, cu perioada în care se face tratamentul",
  en: "Acceptance of the clinic abroad, with the period of the treatment",
};

export const DOSSIER = [
  { kind: "cerereTip", form: "original", rule: "E112-62", title: APPLICATION, appliesTo: forAdults },
  {
    kind: "ciBeneficiar",
    form: "copyWithOriginal",
    rule: "E112-63",
    title: { ro: "Cartea de identitate a pacientului", en: "The patient’s identity card" },
    appliesTo: forAdults,
  },
  {
    kind: "ciMandatar",
    form: "copyWithOriginal",
    rule: "E112-64",
    title: {
      ro: "Cartea de identitate a persoanei care depune cererea",
      en: "Identity card of the person who files the application",
    },
    appliesTo: forOthersThanTheAdult,
  },
  {
    kind: "procura",
    form: "notarised",
    rule: "E112-64",
    title: {
      ro: "Procura persoanei care depune cererea în numele pacientului",
      en: "Power of attorney of the person who files in the patient’s name",
    },
    appliesTo: forOthersThanTheAdult,
  },
  {
    kind: "adeverintaAsigurat",
    form: "original",
    rule: "E112-66",
    title: {
      ro: "Adeverința de asigurat de la casa de asigurări de sănătate la care pacientul este asigurat",
      en: "Certificate of insured status from the health insurance house where the patient is insured",
    },
    appliesTo: forAdults,
  },
  { kind: "documenteMedicale", form: "copy", rule: "E112-67", title: MEDICAL_DOCUMENTS, appliesTo: forAdults },
  { kind: "raportMedical", form: "original", rule: "E112-68", title: MEDICAL_REPORT, appliesTo: forAdults },
  {
    kind: "acceptClinica",
    form: "originalWithTranslation",
    rule: "E112-69",
    title: ACCEPTANCE,
    appliesTo: forAdults,
  },
  { kind: "cerereTip", form: "original", rule: "E112-70", title: APPLICATION, appliesTo: forChildren },
  {
    kind: "certificatNastere",
    form: "copyWithOriginal",
    rule: "E112-71",
    title: {
      ro: "Certificatul de naștere sau cartea de identitate a copilului",
      en: "The child’s birth certificate or identity card",
    },
    appliesTo: forChildren,
    insteadOf: { kind: "ciCopil", when: forChildren, reading: "E112-A10" },
  },
  {
    kind: "ciParinte1",
    form: "copyWithOriginal",
    rule: "E112-72",
    title: {
      ro: "Cartea de identitate a unui părinte (sau a tutorelui)",
      en: "Identity card of one parent (or of the guardian)",
    },
    appliesTo: forChildren,
  },
  {
    kind: "ciParinte2",
    form: "copyWithOriginal",
    rule: "E112-72",
    title: { ro: "Cartea de identitate a celuilalt părinte", en: "Identity card of the other parent" },
    appliesTo: forBothParents,
  },
  {
    kind: "dovadaUnParinte",
    form: "copyWithOriginal",
    rule: "E112-72",
    title: {
      ro: "Dovada că celălalt părinte lipsește: deces, custodie exclusivă sau tutelă",
      en: "Proof that the other parent is absent: death, sole custody or guardianship",
    },
    appliesTo: forOneParent,
  },
  {
    kind: "adeverintaParinte1",
    form: "original",
    rule: "E112-73",
    title: {
      ro: "Adeverința de asigurat a unui părinte (sau a tutorelui), de la casa sa de asigurări de sănătate",
      en: "Certificate of insured status of one parent (or of the guardian), from their health insurance house",
    },
    appliesTo: forChildren,
  },
  {
    kind: "adeverintaParinte2",
    form: "original",
    rule: "E112-73",
    title: {
      ro: "Adeverința de asigurat a celuilalt părinte, de la casa sa de asigurări de sănătate",
      en: "Certificate of insured status of the other parent, from their health insurance house",
    },
    appliesTo: forBothParents,
  },
  { kind: "documenteMedicale", form: "copy", rule: "E112-74", title: MEDICAL_DOCUMENTS, appliesTo: forChildren },
  { kind: "raportMedical", form: "original", rule: "E112-75", title: MEDICAL_REPORT, appliesTo: forChildren },
  {
    kind: "acceptClinica",
    form: "originalWithTranslation",
    rule: "E112-76",
    title: ACCEPTANCE,
    appliesTo: forChildren,
  },
] as const satisfies readonly DocumentRequirement[];

/** How one line of the dossier stands. */
export type ChecklistItem = ChecklistLine<DocumentKind, DocumentForm, RuleId>;

/** The dossier list for this subject, with what has been filed so far. */
export function dossierChecklist(subject: DossierSubject, documents: readonly FiledDocument[]): ChecklistItem[] {
  return checklistOf<DocumentKind, DocumentForm, RuleId, DossierSubject>(DOSSIER, subject, documents, serves);
}

/** True when nothing of the dossier is missing: the application can be filed (E7). */
export function isDossierComplete(subject: DossierSubject, documents: readonly FiledDocument[]): boolean {
  return isChecklistComplete(dossierChecklist(subject, documents));
}

/** A copy is asked: any paper serves. Everything else is asked in its own form. A scan serves nowhere (E112-A6). */
function serves(filed: DocumentForm, asked: DocumentForm): boolean {
  switch (asked) {
    case "copy":
      return filed !== "scan";
    case "original":
      return filed === "original" || filed === "originalWithTranslation";
    case "copyWithOriginal":
    case "originalWithTranslation":
    case "notarised":
    case "scan":
      return filed === asked;
  }
}
