/**
 * What a file of the Ministry's route begins with when an E112 file passes to it (E112-05): what is known, in the words of
 * MOH-04 and MOH-11 to MOH-20, and nothing that is not. Originals stay with the insurance house; copies go along.
 */
import type { Text } from "../case/commands.ts";
import type { OpenFile } from "../commands/e112/open-file.schema.ts";
import type { FileDossier } from "../commands/file-dossier.schema.ts";
import type { TranslatedKind, WaiverProof } from "../e112/commands.ts";
import { DOSSIER, type DocumentKind, type FiledDocument } from "../e112/documents.ts";
import type { DocumentKind as MinistryKind } from "../moh/documents.ts";
import { isMinor } from "../people/age.ts";
import type { PlainDate } from "../plain-date.ts";

/** What an E112 file knows when it passes. */
export interface PassingFile {
  readonly patient: OpenFile["patient"];
  readonly applicant: OpenFile["applicant"];
  /** The kinds of medical documents that the patient has (E112-14 to E112-22). */
  readonly existing: readonly TranslatedKind[];
  readonly documents: readonly (FiledDocument & { readonly title?: string })[];
  readonly waiver?: { readonly proof: WaiverProof; readonly reason: string };
}

type Filer = FileDossier["filer"];
type DocumentEntry = FileDossier["documents"][number];

/** As many as a filing takes. */
const MOST_DOCUMENTS = 60;
const LONGEST_TITLE = 200;
const LONGEST_REASON = 500;

/** Why an act of before is entered when the file is opened. In the file it stands in Romanian. */
export const PASSAGE_REASON: Text = {
  ro: "trecut de la casa de asigurări de sănătate, la data trecerii",
  en: "passed on by the health insurance house, as of the day of the passage",
};

/** The filing of the new file, on the day of the passage. `uploadIn`: the id that a scan has in the new file. */
export function ministryFiling(
  file: PassingFile,
  on: PlainDate,
  uploadIn: (upload: string) => string = (upload) => upload,
): FileDossier {
  const { casId: _, surnameAtBirth: __, ...patient } = file.patient;
  const filer = filerOf(file, on);
  const minor = isMinor(patient.birthDate, on);
  return { patient, filer, documents: documentsOf(file, { filer, minor }, uploadIn) };
}

/**
 * Who files (MOH-04). A child's parent or guardian represents it; a parent of somebody who has come of age is a relative of
 * the first degree. Another person represents an adult by power of attorney made before a notary; without it the file is
 * the patient's own.
 */
function filerOf({ patient, applicant, documents }: PassingFile, on: PlainDate): Filer {
  if (applicant.role === "patient") return applicant;
  const { role, ...person } = applicant;
  const minor = isMinor(patient.birthDate, on);
  switch (role) {
    case "parent":
      return minor
        ? { role: "legalRepresentative", isParent: true, ...person }
        : { role: "relative", kinshipDegree: 1, ...person };
    case "guardian":
      return minor ? { role: "legalRepresentative", ...person } : { role: "patient" };
    case "otherPerson": {
      const isEmpowered = documents.some(({ kind, form }) => kind === "procura" && form === "notarised");
      return isEmpowered ? { role: "legalRepresentative", ...person } : { role: "patient" };
    }
  }
}

/** Each document as the Ministry's list knows it; what answers for none of its lines comes along under its own name. */
function documentsOf(
  { applicant, existing, documents, waiver }: PassingFile,
  { filer, minor }: { readonly filer: Filer; readonly minor: boolean },
  uploadIn: (upload: string) => string,
): DocumentEntry[] {
  const coming = documents.filter(({ kind }) => !STAYS.includes(kind));
  const entries = coming.map((document): DocumentEntry => {
    const kind = document.form === "scan" ? undefined : sameDocument(document.kind, applicant.role, filer);
    const { upload } = document;
    const title = kind === undefined ? ownName(document) : document.title;
    return {
      kind: kind ?? "altDocument",
      form: "copy",
      ...(title === undefined ? {} : { title }),
      ...(upload === undefined ? {} : { upload: uploadIn(upload) }),
    };
  });
  const waived = minor && waiver !== undefined && entries.every(({ kind }) => kind !== "ciParinte2");
  return [
    ...entries.filter(({ kind }) => kind !== "altDocument"),
    ...medicalKinds(existing, coming),
    ...(waived ? [waiverOf(waiver)] : []),
    ...entries.filter(({ kind }) => kind === "altDocument"),
  ].slice(0, MOST_DOCUMENTS);
}

/** The line of the Ministry's list that asks for this very document. */
function sameDocument(kind: DocumentKind, role: OpenFile["applicant"]["role"], filer: Filer): MinistryKind | undefined {
  switch (kind) {
    case "ciBeneficiar":
    case "ciCopil":
      return "ciPacient";
    case "certificatNastere":
      return "certificatNastere";
    case "ciMandatar":
      return filer.role === "patient" ? undefined : "ciDepunator";
    case "ciParinte1":
    case "ciParinte2":
      // Where no parent applies it may be the guardian's (E112-72).
      return role === "parent" ? kind : undefined;
    default:
      return undefined;
  }
}

/** Copies of the medical documents are there: of those kinds that the patient has (MOH-18, MOH-19). */
function medicalKinds(existing: readonly TranslatedKind[], documents: PassingFile["documents"]): DocumentEntry[] {
  if (!documents.some(({ kind, form }) => kind === "documenteMedicale" && form !== "scan")) return [];
  const kinds = new Set(existing.map((kind) => MEDICAL[kind]));
  return (["biletIesire", "analize"] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => ({ kind, form: "copy" }));
}

/** What they are called in MOH-18 and MOH-19; a report is asked in original (MOH-12). */
const MEDICAL: Readonly<Partial<Record<TranslatedKind, "biletIesire" | "analize">>> = {
  biletIesire: "biletIesire",
  analizeMedicale: "analize",
  histopatologie: "analize",
  rmn: "analize",
  ct: "analize",
  petCt: "analize",
  radiologie: "analize",
  ecografie: "analize",
};

/** Both routes ask for both parents, with the same waiver (DEC-13). */
function waiverOf({ reason, proof }: NonNullable<PassingFile["waiver"]>): DocumentEntry {
  return {
    kind: "ciParinte2",
    form: "copy",
    waiver: { reason: reason.slice(0, LONGEST_REASON), proof: PROOFS[proof] },
  };
}

const PROOFS: Readonly<Record<WaiverProof, string>> = {
  death: "decesul celuilalt părinte, dovedit la casa de asigurări",
  soleCustody: "custodia exclusivă, dovedită la casa de asigurări",
  guardianship: "tutela, dovedită la casa de asigurări",
};

/** Papers of the insurance, which the Ministry's route does not know. */
const STAYS: readonly DocumentKind[] = ["cerereTip", "adeverintaAsigurat", "adeverintaParinte1", "adeverintaParinte2"];

const TITLES: ReadonlyMap<DocumentKind, string> = new Map(DOSSIER.map(({ kind, title }) => [kind, title.ro]));

/** As the insurance house names it. */
function ownName({ kind, title }: PassingFile["documents"][number]): string | undefined {
  const words = [TITLES.get(kind), title].filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join(": ").slice(0, LONGEST_TITLE);
}
