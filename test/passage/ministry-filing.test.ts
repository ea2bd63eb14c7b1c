/** What of an E112 file the Ministry's file begins with (E112-05, MOH-04, MOH-11 to MOH-20). */
import { expect, test } from "@jest/globals";
import { FileDossier, fileDossier } from "../../domain/commands/file-dossier.schema.ts";
import type { DocumentForm } from "../../domain/case/document-forms.ts";
import type { DocumentKind } from "../../domain/e112/documents.ts";
import { dossierChecklist } from "../../domain/moh/documents.ts";
import { ministryFiling, type PassingFile } from "../../domain/passage/ministry-filing.ts";
import { plainDate } from "../../domain/plain-date.ts";

const ON = plainDate("2026-06-15");
const PATIENT = {
  surname: "Popescu",
  givenName: "Ana",
  birthDate: plainDate("1980-05-01"),
  domicileCounty: "CJ",
} as const;
const PERSON = { surname: "Popescu", givenName: "Ion", email: "ion@exemplu.ro" };

function passing(file: Partial<PassingFile> = {}): PassingFile {
  return { patient: PATIENT, applicant: { role: "patient" }, existing: [], documents: [], ...file };
}

function papers(...kinds: (DocumentKind | readonly [DocumentKind, DocumentForm])[]): PassingFile["documents"] {
  return kinds.map((each) =>
    typeof each === "string" ? { kind: each, form: "copyWithOriginal" } : { kind: each[0], form: each[1] },
  );
}

/** The lines of the Ministry's list that the filing answers, by their rules. */
function answered(file: PassingFile): string[] {
  const filing = FileDossier.parse(ministryFiling(file, ON)); // it is a filing as any other
  const { minor, filerRole, filerIsParent, documents } = fileDossier.facts(filing, ON);
  const subject = { minor, otherFiler: filerRole !== "patient", filerIsParent };
  return dossierChecklist(subject, documents)
    .filter(({ status }) => status !== "missing" && status !== "wrong-form")
    .map(({ rule, kind }) => `${rule} ${kind}`);
}

test("an adult: the identity card and the medical documents whose kind is known serve, the papers of the insurance do not", () => {
  const documents = papers(
    ["cerereTip", "original"],
    "ciBeneficiar",
    ["adeverintaAsigurat", "original"],
    ["documenteMedicale", "copy"],
    ["raportMedical", "original"],
    ["acceptClinica", "originalWithTranslation"],
  );
  const file = passing({ documents, existing: ["biletIesire", "rmn", "rapoarteMedicale"] });
  expect(answered(file)).toEqual(["MOH-14 ciPacient", "MOH-18 biletIesire", "MOH-19 analize"]);
  // Of kinds that are only said to exist, and of scans, no copy is there.
  expect(answered({ ...file, documents: papers("ciBeneficiar") })).toEqual(["MOH-14 ciPacient"]);
  expect(answered({ ...file, documents: papers(["ciBeneficiar", "scan"], ["documenteMedicale", "scan"]) })).toEqual([]);
  expect(answered({ ...file, existing: ["altele"] })).toEqual(["MOH-14 ciPacient"]);
  // What answers for no line comes along under its name; the insurance keeps its own.
  const along = ministryFiling(file, ON).documents.filter(({ kind }) => kind === "altDocument");
  expect(along.map(({ title }) => title)).toEqual([
    "Copii ale documentelor medicale",
    "Raportul medical tipizat, completat de medicul curant",
    "Acceptul clinicii din străinătate, cu perioada în care se face tratamentul",
  ]);
});

test("who files: a parent and a guardian of a child, another person with a power of attorney made before a notary", () => {
  const child = { ...PATIENT, birthDate: plainDate("2015-03-03") };
  const filer = (file: Partial<PassingFile>) => ministryFiling(passing(file), ON).filer;
  const representative = { role: "legalRepresentative", ...PERSON };
  expect(filer({ patient: child, applicant: { role: "parent", ...PERSON } })).toEqual({
    ...representative,
    isParent: true,
  });
  expect(filer({ patient: child, applicant: { role: "guardian", ...PERSON } })).toEqual(representative);
  const other = { role: "otherPerson", ...PERSON } as const;
  expect(filer({ applicant: other, documents: papers(["procura", "notarised"]) })).toEqual(representative);
  expect(filer({ applicant: other, documents: papers(["procura", "copy"]) })).toEqual({ role: "patient" });
  expect(filer({ applicant: other })).toEqual({ role: "patient" });
});

test("a child: the birth certificate and the parents' cards serve; a waiver goes along; the guardian's card is nobody's parent's", () => {
  const child = { ...PATIENT, birthDate: plainDate("2015-03-03") };
  const parent = passing({
    patient: child,
    applicant: { role: "parent", ...PERSON },
    documents: papers("certificatNastere", "ciParinte1", "ciParinte2"),
  });
  expect(answered(parent)).toEqual([
    "MOH-14 ciPacient",
    "MOH-16 ciParinte1",
    "MOH-16 ciParinte2",
    "MOH-17 certificatNastere",
  ]);
  const alone = {
    ...parent,
    documents: papers("ciCopil", "ciParinte1", "dovadaUnParinte"),
    waiver: { proof: "soleCustody", reason: "custodie" },
  } as const;
  expect(answered(alone)).toEqual(["MOH-14 ciPacient", "MOH-16 ciParinte1", "MOH-16 ciParinte2"]);
  expect(answered({ ...parent, applicant: { role: "guardian", ...PERSON } })).toEqual([
    "MOH-14 ciPacient",
    "MOH-17 certificatNastere",
  ]);
});

test("MOH-A21: the day of the passage says who is a child; a parent of somebody of age is a relative of the first degree", () => {
  const ofAge = { ...PATIENT, birthDate: plainDate("2008-06-15") }; // eighteen on the day
  const file = passing({ patient: ofAge, applicant: { role: "parent", ...PERSON }, documents: papers("ciCopil") });
  const filing = ministryFiling(file, ON);
  expect(filing.filer).toEqual({ role: "relative", kinshipDegree: 1, ...PERSON });
  expect(fileDossier.facts(filing, ON).minor).toBe(false);
  const before = ministryFiling(file, plainDate("2026-06-14"));
  expect(before.filer).toMatchObject({ role: "legalRepresentative", isParent: true });
  expect(fileDossier.facts(before, plainDate("2026-06-14")).minor).toBe(true);
  expect(ministryFiling({ ...file, applicant: { role: "guardian", ...PERSON } }, ON).filer).toEqual({
    role: "patient",
  });
});

test("a scan has an id of its own in the new file; the house of the patient and the surname at birth stay behind; a long list is a filing too", () => {
  const upload = "0b1e8f5e-0000-4000-8000-000000000001";
  const documents = Array.from(
    { length: 70 },
    () => ({ kind: "altDocument", form: "copy", title: "x", upload }) as const,
  );
  const file = passing({
    patient: { ...PATIENT, casId: "CAS-CJ", surnameAtBirth: "Bălănescu" },
    documents: [...documents, ...papers("ciBeneficiar")],
  });
  const filing = FileDossier.parse(ministryFiling(file, ON, () => "0b1e8f5e-0000-4000-8000-000000000002"));
  expect(filing.patient).toEqual(PATIENT);
  expect(filing.documents).toHaveLength(60);
  expect(filing.documents[0]?.kind).toBe("ciPacient");
  expect(new Set(filing.documents.map((document) => document.upload))).toEqual(
    new Set([undefined, "0b1e8f5e-0000-4000-8000-000000000002"]),
  );
});
