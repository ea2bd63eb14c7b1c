/** The issued form E112/S2: what its copies and its data say, as a form that holds and as one that does not. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { E112CaseView } from "../../domain/case/view.ts";
import type { S2Document } from "../../domain/e112/s2-document.schema.ts";
import { s2Document, type S2Input } from "../../domain/e112/s2-document.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { engineWorld } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";
import { ADULT } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { readPdf, type ReadPdf } from "./support/pdf.ts";

const world = await engineWorld();
const schema = JSON.parse((await world.get(undefined, "/api/schemas/s2.json")).text) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: true, allErrors: true });
// A CommonJS package: what it exports is its default export's default.
(addFormats as unknown as typeof addFormats.default)(ajv);
const fits = ajv.compile<S2Document>(schema);

const PATIENT = {
  ...ADULT,
  surname: "Țîrlea",
  givenName: "Ștefania",
  surnameAtBirth: "Bălănescu",
  cnp: "2800501123457",
  diagnosis: "Leucemie acută",
};

/** As `preparation`, through the API. */
async function issued(treatment?: string): Promise<E112CaseView> {
  let { view } = await world.open({ patient: PATIENT, occurredOn: "2026-03-02" });
  const form = treatment === undefined ? {} : { issueForm: { treatment } };
  for (const [type, occurredOn, payload] of preparation("issueForm", form)) {
    view = await world.given("cas", view, type, payload, { occurredOn });
  }
  return view;
}

function idOf({ e112: { forms } }: E112CaseView, index = 0): string {
  return forms[index]?.number?.replaceAll("/", "-") ?? "none";
}

async function paper(view: E112CaseView, formId: string, query = ""): Promise<ReadPdf> {
  const { status, headers, bytes } = await world.bytes(
    "cas",
    `/api/cases/${view.caseId}/forms/${formId}/form.pdf${query}`,
  );
  expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
  return await readPdf(bytes);
}

async function data(view: E112CaseView, formId: string, person: PersonName = "cas") {
  return await world.get(person, `/api/cases/${view.caseId}/forms/${formId}/s2.json`);
}

describe("a form that holds", () => {
  let view: E112CaseView;
  let formId: string;
  beforeAll(async () => {
    view = await issued("Transplant de celule stem");
    formId = idOf(view);
  });

  test("E112-79 … E112-81: two copies, each a page that says whose it is; the sections of S2, tagged", async () => {
    const read = await paper(view, formId);
    expect([read.tagged, read.claims, read.language]).toEqual([true, "PDF/UA-1", "ro"]);
    expect(read.pages).toHaveLength(2);
    expect(read.pages[0]).toContain("Exemplarul 1 – se păstrează la instituția emitentă (E112-80)");
    expect(read.pages[1]).toContain("Exemplarul 2 – pentru solicitant (E112-81)");
    for (const page of read.pages) {
      expect(page).toContain(view.e112.forms[0]?.number);
      expect(page).toMatch(/1\.2 Numele Surname Țîrlea/);
      expect(page).toMatch(/1\.4 Numele la naștere Surname at birth Bălănescu/);
      expect(page).toMatch(/2\.2 Tratamentul Treatment Transplant de celule stem/);
      expect(page).toMatch(/2\.5 Statul de tratament State of treatment Germania \/ Germany \(DE\)/);
      expect(page).toMatch(/Period: from – to 01\.07\.2026 – 20\.07\.2026/);
      expect(page).toMatch(/3\.6 Codul instituției Institution ID CAS-CJ/);
      expect(page).toContain("Nu este modelul tipărit al acestuia");
      expect(page).not.toContain("ANULAT");
    }
    const second = await paper(view, formId, "?copy=2");
    expect(second.pages).toHaveLength(1);
    expect(second.text).not.toContain("Exemplarul 1");
  });

  test("its data fit the schema that is served, the one in the documentation", async () => {
    expect(schema).toEqual(JSON.parse(readFileSync("docs/schemas/s2.json", "utf8")));
    const { status, headers, body } = await data(view, formId);
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect([fits(body), fits.errors]).toEqual([true, null]);
    expect(body).toMatchObject({
      version: "1.0",
      document: {
        name: "S2",
        state: "valid",
        issuedOn: "2026-04-22",
        validFrom: "2026-07-01",
        validUntil: "2026-07-20",
      },
      section1: {
        personalIdentificationNumber: "2800501123457",
        surname: "Țîrlea",
        surnameAtBirth: "Bălănescu",
        birthDate: "1980-05-01",
      },
      section2: { treatment: "Transplant de celule stem", provider: "Klinikum Test", countryCode: "DE" },
      section3: { institutionId: "CAS-CJ", countryCode: "RO", date: "2026-04-22" },
      remarks: [],
      legalBasis: { confirmed: false, reading: "E112-A15" },
    });
  });

  test("the schema refuses a form with a field less, a field more, or a date that is none", async () => {
    const { body } = await data(view, formId);
    const { surname: _, ...nameless } = body.section1;
    for (const [wrong, where] of [
      [{ ...body, section1: nameless }, "/section1"],
      [{ ...body, email: "ana@example.ro" }, ""],
      [{ ...body, section3: { ...body.section3, date: "22.04.2026" } }, "/section3/date"],
      [{ ...body, document: { ...body.document, state: "lost" } }, "/document/state"],
    ] as const) {
      expect(fits(wrong)).toBe(false);
      expect(fits.errors?.map(({ instancePath }) => instancePath)).toContain(where);
    }
  });

  test("is read by the house that keeps the file alone, and each reading is audited", async () => {
    for (const name of ["strangeCas", "officer", "ministry"] as const) {
      expect([name, (await data(view, formId, name)).status]).toEqual([name, 404]);
    }
    for (const name of ["cnas", "casAdmin"] as const) {
      expect([name, (await data(view, formId, name)).status]).toEqual([name, 403]);
    }
    expect((await data(view, "E112-CAS-CJ-2026-999999")).status).toBe(404);
    await world.app.services.audit.flush();
    const { rows } = await world.owner.query<{ action: string; outcome: string }>(
      "SELECT DISTINCT action FROM audit_log WHERE case_id = $1 AND action LIKE 'case.form%' ORDER BY action",
      [view.caseId],
    );
    expect(rows.map(({ action }) => action)).toEqual(["case.form", "case.form-data"]);
  });
});

test("a replaced form bears the mark, the day and the number that came in its place; a cancelled one its own", async () => {
  let view = await issued();
  const first = idOf(view);
  expect((await paper(view, first)).text).toContain("Tratamentul acceptat de clinică pentru: Leucemie acută");
  view = await world.given("cas", view, "replaceForm", { reason: "altă perioadă" }, { occurredOn: "2026-05-04" });
  const second = idOf(view, 1);
  const [one, two] = view.e112.forms.map(({ number }) => number);
  const replaced = await paper(view, first);
  for (const page of replaced.pages) {
    expect(page).toContain("ÎNLOCUIT · REPLACED");
    expect(page).toContain(`Înlocuit la 04.05.2026 de formularul nr. ${two}.`);
  }
  const { body: old } = await data(view, first);
  expect(old.document).toMatchObject({ state: "replaced", replacedBy: two, endedOn: "2026-05-04", replaces: null });
  expect(fits(old)).toBe(true);
  const current = await paper(view, second);
  expect(current.text).toContain(`Înlocuiește formularul nr. ${one}.`);
  expect(current.text).not.toContain("ÎNLOCUIT");
  view = await world.given(
    "cas",
    view,
    "cancelForm",
    { reason: "renunță", applicantGivesUp: true },
    { occurredOn: "2026-05-05" },
  );
  const cancelled = await paper(view, second, "?copy=1");
  expect(cancelled.text).toContain("ANULAT · CANCELLED");
  expect(cancelled.text).toContain("Anulat la 05.05.2026.");
  const { body } = await data(view, second);
  expect(body.document).toMatchObject({ state: "cancelled", replaces: one, replacedBy: null, endedOn: "2026-05-05" });
  expect(fits(body)).toBe(true);
});

describe("data from what a file may hold", () => {
  const INPUT: S2Input = {
    form: {
      number: "E112-CAS-CJ/2026/000001",
      name: "E112",
      state: "valid",
      issuedOn: plainDate("2026-05-12"),
      copies: [],
    },
    patient: { surname: "Pop", givenName: "Ion", birthDate: "1980-05-01" },
    issuer: { id: "CAS-CJ", nameRo: "CAS Cluj", nameEn: "Cluj house", county: null },
  };

  test("what the file does not know is null, and still fits", () => {
    const made = s2Document(INPUT);
    expect([fits(made), fits.errors]).toEqual([true, null]);
    expect(made.section2).toMatchObject({ treatment: null, provider: null, countryCode: null, startDate: null });
  });

  test("E112-83, E112-84: a departure before the issue is a remark with the house’s report; one after it is none", () => {
    const departure = { departedOn: plainDate("2026-05-02"), reportedOn: plainDate("2026-05-11") };
    const made = s2Document({ ...INPUT, departure });
    expect(made.remarks).toEqual([
      {
        code: "ISSUED_AFTER_DEPARTURE",
        text: {
          ro: "Eliberat după plecarea pacientului (02.05.2026), în forță majoră, pe baza referatului casei din 11.05.2026.",
          en: "Issued after the patient’s departure (2 May 2026), in force majeure, on the house’s report of 11 May 2026.",
        },
        rules: ["E112-83", "E112-84"],
      },
    ]);
    expect(fits(made)).toBe(true);
    expect(s2Document({ ...INPUT, departure: { departedOn: plainDate("2026-05-12") } }).remarks).toEqual([]);
  });
});
