import { dossierChecklist } from "../../domain/moh/documents.ts";
import { FileDossier } from "../../domain/commands/file-dossier.schema.ts";
import { plainDate } from "../../domain/plain-date.ts";
import {
  checkNewFile,
  emptyFile,
  newFileRequest,
  presentedDocuments,
  subjectOf,
} from "../../web/pages/new-file/moh-file.ts";
import { OpenFile } from "../../domain/commands/e112/open-file.schema.ts";
import { textAt, type Values } from "../../web/forms/values.ts";
import * as e112 from "../../web/pages/new-file/e112-file.ts";

const TODAY = plainDate("2026-11-20");

const MINOR: Values = {
  patient: { surname: "Țuțea", givenName: "Ilinca", birthDate: "2015-03-05", domicileCounty: "CJ", email: "" },
  filer: { role: "relative", kinshipDegree: "1", surname: "Țuțea", givenName: "Dan", isParent: true },
  documents: {
    cerereTip: { form: "original" },
    scrisoareMedicala: { form: "copy" },
    certificatNastere: { form: "copy" },
    ciParinte2: { form: "", waiver: { reason: "deces", proof: "certificat" } },
    ciDepunator: { form: "copy" },
  },
};

function kindsOf(values: Values): Set<string> {
  return new Set(dossierChecklist(subjectOf(values, TODAY), presentedDocuments(values)).map(({ kind }) => kind));
}

describe("new file", () => {
  test("MOH-15 MOH-16 MOH-17 the list is that of a minor whose parent files", () => {
    expect(subjectOf(MINOR, TODAY)).toEqual({ minor: true, otherFiler: true, filerIsParent: true });
    expect(kindsOf(MINOR)).toContain("ciParinte2");
    expect(kindsOf(MINOR)).not.toContain("ciDepunator");
  });

  test("MOH-A21 a patient is a minor until the day before the 18th birthday", () => {
    const born = (birthDate: string) => subjectOf({ patient: { birthDate }, filer: { role: "patient" } }, TODAY).minor;
    expect(born("2008-11-20")).toBe(false);
    expect(born("2008-11-21")).toBe(true);
  });

  test("the request is what the schema takes, without documents that the list does not ask for", () => {
    const request = newFileRequest({ values: MINOR, touched: true }, kindsOf(MINOR), TODAY);
    const { patient, filer, documents } = request;
    const parsed = FileDossier.safeParse({ patient, filer, documents });
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(request).toMatchObject({ process: "moh", occurredOn: TODAY, filer: { kinshipDegree: 1, isParent: true } });
    expect((documents as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      "cerereTip",
      "scrisoareMedicala",
      "ciParinte2",
      "certificatNastere",
    ]);
    expect(checkNewFile({ values: MINOR, touched: true }, TODAY)).toEqual({});
  });

  test("MOH-12 a copy where the original is asked is told as such", () => {
    const line = dossierChecklist(subjectOf(MINOR, TODAY), presentedDocuments(MINOR)).find(
      ({ rule }) => rule === "MOH-12",
    );
    expect(line?.status).toBe("wrong-form");
  });

  test("an empty form names what is missing; a wrong personal number is told before it is sent", () => {
    const empty = checkNewFile({ values: emptyFile([]), touched: false }, TODAY);
    expect(Object.keys(empty)).toEqual([
      "patient.surname",
      "patient.givenName",
      "patient.birthDate",
      "patient.domicileCounty",
    ]);
    const patient = {
      surname: "a",
      givenName: "b",
      birthDate: "1983-04-15",
      domicileCounty: "CJ",
      cnp: "1234567890123",
    };
    const wrong = checkNewFile({ values: { patient, filer: { role: "patient" } }, touched: true }, TODAY);
    expect(Object.keys(wrong)).toEqual(["patient.cnp"]);
  });

  test.each([
    ["2026-11-21", "form.error.future"],
    ["2026-11-11", "newFile.error.bornAfterFiling"],
    ["1899-12-31", "newFile.error.bornTooEarly"],
  ])("born on %s, filed on 10.11.2026: told before it is sent", (birthDate, message) => {
    const values = { ...MINOR, patient: { ...(MINOR["patient"] as Values), birthDate } };
    const draft = { values, touched: true, occurredOn: "2026-11-10", lateReason: "a" };
    expect(checkNewFile(draft, TODAY)["patient.birthDate"]?.message).toBe(message);
  });
});

describe("new E112 file", () => {
  const CHILD: Values = {
    patient: { surname: "Țuțea", givenName: "Ilinca", birthDate: "2015-03-05", domicileCounty: "CJ", casId: "CAS-CJ" },
    applicant: { role: "parent", surname: "Țuțea", givenName: "Dan", email: "" },
    category: "2",
    clinic: { name: "Charité", country: "DE", city: "", publicInsuranceContract: true },
    inBasicPackage: false,
  };
  const draft = (values: Values) => ({ values, touched: true });

  test("E112-87 the request is what the schema takes", () => {
    const { process, occurredOn, ...request } = e112.newFileRequest(draft(CHILD), TODAY);
    expect({ process, occurredOn }).toEqual({ process: "e112", occurredOn: TODAY });
    expect(OpenFile.safeParse(request).error?.issues ?? []).toEqual([]);
    expect(request).toMatchObject({ category: 2, inBasicPackage: false, clinic: { publicInsuranceContract: true } });
    expect(e112.checkNewFile(draft(CHILD), TODAY)).toEqual({});
  });

  test("E112-64, E112-72 who applies follows the age", () => {
    const applies = (birthDate: string, role: string) =>
      textAt(e112.withFittingApplicant({ patient: { birthDate }, applicant: { role } }, TODAY), "applicant.role");
    expect(applies("2008-11-21", "patient")).toBe("parent");
    expect(applies("2008-11-21", "guardian")).toBe("guardian");
    expect(applies("2008-11-20", "guardian")).toBe("patient");
    expect(applies("2008-11-20", "otherPerson")).toBe("otherPerson");
  });

  test("E112-86 a transfer of residence says nothing of a clinic", () => {
    const request = e112.newFileRequest(draft({ ...CHILD, category: "1", clinic: { city: "Berlin" } }), TODAY);
    expect(request).toMatchObject({ category: 1 });
    expect(request).not.toHaveProperty("clinic");
    expect(request).not.toHaveProperty("inBasicPackage");
  });

  test("a clinic of which something is known has its name and its country; another applicant a name", () => {
    const values = { ...CHILD, applicant: { role: "guardian" }, clinic: { city: "Berlin" } };
    expect(Object.keys(e112.checkNewFile(draft(values), TODAY))).toEqual([
      "applicant.surname",
      "applicant.givenName",
      "clinic.name",
      "clinic.country",
    ]);
    expect(e112.checkNewFile(draft({ ...CHILD, clinic: {} }), TODAY)).toEqual({});
  });
});
