/** The lists of the E112 dossier: who files for whom, and in which form each paper counts. */
import { DOCUMENT_FORM_TITLES, DOCUMENT_FORMS, type DocumentForm } from "../../domain/case/document-forms.ts";
import { describe, expect, test } from "@jest/globals";
import {
  DOCUMENT_KINDS,
  DOSSIER,
  dossierChecklist,
  isDossierComplete,
  type DossierSubject,
  type FiledDocument,
} from "../../domain/e112/documents.ts";

const ADULT: DossierSubject = { minor: false, applicantRole: "patient", secondParentWaived: false };
const CHILD: DossierSubject = { minor: true, applicantRole: "parent", secondParentWaived: false };

const asked = (subject: DossierSubject): string[] =>
  dossierChecklist(subject, []).map(({ rule, kind, form }) => `${rule} ${kind} ${form}`);
const complete = (subject: DossierSubject): FiledDocument[] =>
  dossierChecklist(subject, []).map(({ kind, form }) => ({ kind, form }));

describe("the dossier of form E112", () => {
  test("E112-62 to E112-69: the adult's list", () => {
    expect(asked(ADULT)).toEqual([
      "E112-62 cerereTip original",
      "E112-63 ciBeneficiar copyWithOriginal",
      "E112-66 adeverintaAsigurat original",
      "E112-67 documenteMedicale copy",
      "E112-68 raportMedical original",
      "E112-69 acceptClinica originalWithTranslation",
    ]);
  });

  test("E112-64 another person adds an identity card and a power of attorney, and nothing else changes", () => {
    const list = asked({ ...ADULT, applicantRole: "otherPerson" });
    const added = list.filter((line) => !asked(ADULT).includes(line));
    expect(added).toEqual(["E112-64 ciMandatar copyWithOriginal", "E112-64 procura notarised"]);
    expect(list).toHaveLength(asked(ADULT).length + 2);
  });

  test("E112-70 to E112-76: the child's list, without a power of attorney", () => {
    const list = [
      "E112-70 cerereTip original",
      "E112-71 certificatNastere copyWithOriginal",
      "E112-72 ciParinte1 copyWithOriginal",
      "E112-72 ciParinte2 copyWithOriginal",
      "E112-73 adeverintaParinte1 original",
      "E112-73 adeverintaParinte2 original",
      "E112-74 documenteMedicale copy",
      "E112-75 raportMedical original",
      "E112-76 acceptClinica originalWithTranslation",
    ];
    expect(asked(CHILD)).toEqual(list);
    expect(asked({ ...CHILD, applicantRole: "guardian" })).toEqual(list);
  });

  test("E112-A10 with one parent, the other's papers give way to the proof; an adult has no second parent", () => {
    const list = asked({ ...CHILD, secondParentWaived: true });
    expect(list).toContain("E112-72 dovadaUnParinte copyWithOriginal");
    expect(list.join()).not.toMatch(/Parinte2/);
    expect(asked({ ...ADULT, secondParentWaived: true })).toEqual(asked(ADULT));
  });

  test.each([ADULT, CHILD, { ...CHILD, secondParentWaived: true }])(
    "every paper in its form completes the list; each one that lacks leaves it open",
    (subject) => {
      const documents = complete(subject);
      expect(isDossierComplete(subject, documents)).toBe(true);
      for (const left of documents) {
        const rest = documents.filter((document) => document !== left);
        expect(dossierChecklist(subject, rest).filter(({ status }) => status !== "filed")).toMatchObject([
          { kind: left.kind, status: "missing" },
        ]);
        expect(isDossierComplete(subject, rest)).toBe(false);
      }
    },
  );

  test("E112-71 the identity card serves for the birth certificate, in the form that is asked", () => {
    const withCard = (form: DocumentForm): FiledDocument[] => [
      ...complete(CHILD).filter(({ kind }) => kind !== "certificatNastere"),
      { kind: "ciCopil", form },
    ];
    const line = (form: DocumentForm) =>
      dossierChecklist(CHILD, withCard(form)).find(({ kind }) => kind === "certificatNastere");
    expect(line("copyWithOriginal")).toMatchObject({ status: "satisfied-by", satisfiedBy: { kind: "ciCopil" } });
    expect(isDossierComplete(CHILD, withCard("copyWithOriginal"))).toBe(true);
    expect(line("copy")).toMatchObject({ status: "wrong-form" });
    expect(isDossierComplete(CHILD, withCard("copy"))).toBe(false);
  });

  test("E112-A6 a scan satisfies no line of either list", () => {
    for (const subject of [ADULT, { ...ADULT, applicantRole: "otherPerson" as const }, CHILD]) {
      const scans = complete(subject).map(({ kind }): FiledDocument => ({ kind, form: "scan" }));
      expect(new Set(dossierChecklist(subject, scans).map(({ status }) => status))).toEqual(new Set(["wrong-form"]));
    }
  });

  test.each([
    ["documenteMedicale", ["original", "copy", "copyWithOriginal", "originalWithTranslation", "notarised"]],
    ["raportMedical", ["original", "originalWithTranslation"]],
    ["ciBeneficiar", ["copyWithOriginal"]],
    ["acceptClinica", ["originalWithTranslation"]],
    ["procura", ["notarised"]],
  ] as const)("%s counts as %p", (kind, forms) => {
    const subject: DossierSubject = { ...ADULT, applicantRole: "otherPerson" };
    const counts = DOCUMENT_FORMS.filter(
      (form) => dossierChecklist(subject, [{ kind, form }]).find((line) => line.kind === kind)?.status === "filed",
    );
    expect(counts).toEqual(forms);
  });

  test("every form has its words, and every kind is asked for, stands in for another, or is free", () => {
    expect(Object.keys(DOCUMENT_FORM_TITLES)).toEqual(DOCUMENT_FORMS);
    const listed = new Set<string>([...DOSSIER.map(({ kind }) => kind), "ciCopil", "altDocument"]);
    expect([...DOCUMENT_KINDS].filter((kind) => !listed.has(kind))).toEqual([]);
  });
});
