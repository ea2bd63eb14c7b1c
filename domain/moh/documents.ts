/** The dossier of the Ministry's route: which documents, in which form, for whom (MOH-11 to MOH-20). */
import type { DocumentForm as FormOfDocument } from "../case/document-forms.ts";
import { checklistOf, isChecklistComplete, type ChecklistLine, type Requirement } from "../case/checklist.ts";
import type { RuleId } from "../law/index.ts";

export const DOCUMENT_KINDS = [
  "cerereTip",
  "scrisoareMedicala",
  "adeverintaMedicFamilie",
  "ciPacient",
  "ciDepunator",
  "ciParinte1",
  "ciParinte2",
  "certificatNastere",
  "biletIesire",
  "analize",
  "foaieObservatie",
  "dovadaCorespondenta",
  "altDocument",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The two forms that this list knows. */
export type DocumentForm = Extract<FormOfDocument, "original" | "copy">;

/** A document in the file: what it is, in which form, filed by which act. */
export interface FiledDocument {
  readonly kind: DocumentKind;
  readonly form: DocumentForm;
  /** Present when the document is not asked for, on proof, for example one parent's identity copy in a one-parent family. */
  readonly waived?: boolean;
  /** The clinic whose correspondence it proves, for `dovadaCorespondenta` (MOH-66). */
  readonly clinic?: string;
  readonly upload?: string;
}

/** Who files and for whom: what the dossier list depends on. */
export interface DossierSubject {
  /** Under 18 on the day of filing (MOH-A21). */
  readonly minor: boolean;
  /** Somebody else than the patient files (MOH-15). */
  readonly otherFiler: boolean;
  /** The filer is a parent: one identity copy serves MOH-15 and MOH-16 (decision 13). */
  readonly filerIsParent: boolean;
}

export type DocumentRequirement = Requirement<DocumentKind, DocumentForm, RuleId, DossierSubject>;

const always = (): boolean => true;
const forMinors = (subject: DossierSubject): boolean => subject.minor;

export const DOSSIER = [
  {
    kind: "cerereTip",
    form: "original",
    rule: "MOH-11",
    title: {
      ro: "Cererea-tip de examinare de către comisia de specialitate",
      en: "Standard application for examination by the specialist commission",
    },
    appliesTo: always,
  },
  {
    kind: "scrisoareMedicala",
    form: "original",
    rule: "MOH-12",
    title: {
      ro: "Scrisoarea sau raportul medical al medicului curant de specialitate",
      en: "Letter or medical report of the treating specialist",
    },
    appliesTo: always,
  },
  {
    kind: "adeverintaMedicFamilie",
    form: "original",
    rule: "MOH-13",
    title: {
      ro: "Adeverința medicului de familie că bolnavul este pe lista sa",
      en: "Family doctor’s certificate that the patient is on the doctor’s list",
    },
    appliesTo: always,
  },
  {
    kind: "ciPacient",
    form: "copy",
    rule: "MOH-14",
    title: { ro: "Copia cărții de identitate a pacientului", en: "Copy of the patient’s identity card" },
    appliesTo: always,
    insteadOf: { kind: "certificatNastere", when: forMinors, reading: "MOH-A21" },
  },
  {
    kind: "ciDepunator",
    form: "copy",
    rule: "MOH-15",
    title: {
      ro: "Copia cărții de identitate a persoanei care depune actele",
      en: "Copy of the identity card of the person who files",
    },
    appliesTo: (subject) => subject.otherFiler && !(subject.minor && subject.filerIsParent),
  },
  {
    kind: "ciParinte1",
    form: "copy",
    rule: "MOH-16",
    title: { ro: "Copia actului de identitate al unui părinte", en: "Copy of one parent’s identity document" },
    appliesTo: forMinors,
    insteadOf: { kind: "ciDepunator", when: (subject) => subject.filerIsParent, reading: "DEC-13" },
  },
  {
    kind: "ciParinte2",
    form: "copy",
    rule: "MOH-16",
    title: {
      ro: "Copia actului de identitate al celuilalt părinte",
      en: "Copy of the other parent’s identity document",
    },
    appliesTo: forMinors,
    waivable: true,
  },
  {
    kind: "certificatNastere",
    form: "copy",
    rule: "MOH-17",
    title: { ro: "Copia certificatului de naștere", en: "Copy of the birth certificate" },
    appliesTo: forMinors,
  },
  {
    kind: "biletIesire",
    form: "copy",
    rule: "MOH-18",
    title: { ro: "Copia biletului de ieșire din spital", en: "Copy of the hospital discharge note" },
    appliesTo: always,
  },
  {
    kind: "analize",
    form: "copy",
    rule: "MOH-19",
    title: {
      ro: "Copii ale analizelor și rezultatelor investigațiilor medicale",
      en: "Copies of tests and results of medical investigations",
    },
    appliesTo: always,
  },
  {
    kind: "foaieObservatie",
    form: "copy",
    rule: "MOH-20",
    title: { ro: "Copia foii de observație", en: "Copy of the clinical observation sheet" },
    appliesTo: always,
  },
] as const satisfies readonly DocumentRequirement[];

/** How one line of the dossier stands. */
export type ChecklistItem = ChecklistLine<DocumentKind, DocumentForm, RuleId>;

/** The dossier list for this subject, with what has been filed so far. */
export function dossierChecklist(subject: DossierSubject, documents: readonly FiledDocument[]): ChecklistItem[] {
  return checklistOf<DocumentKind, DocumentForm, RuleId, DossierSubject>(DOSSIER, subject, documents, serves);
}

/** True when nothing of the dossier is missing: the clock of MOH-23 starts. */
export function isDossierComplete(subject: DossierSubject, documents: readonly FiledDocument[]): boolean {
  return isChecklistComplete(dossierChecklist(subject, documents));
}

function serves(filed: DocumentForm, asked: DocumentForm): boolean {
  return asked === "copy" || filed === "original";
}
