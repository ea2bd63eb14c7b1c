/** Letters and forms of the insurance house: what each says, when each can be made, and for whom. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { randomUUID } from "node:crypto";
import type { LetterView } from "../../domain/case/letters.ts";
import type { E112CaseView } from "../../domain/case/view.ts";
import type { E112CommandType } from "../../domain/e112/commands.ts";
import { engineWorld, type Opened } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";
import { ACCEPTANCE, ADULT, CHILD, CONDITIONS, REPORT } from "../e112/support/papers.ts";
import { OPENING, preparation } from "../e112/support/rehearsed.ts";
import { readCode, readPdf, type ReadPdf } from "./support/pdf.ts";

const world = await engineWorld({ PUBLIC_URL: "http://dosar.example" });
const PATIENT = { ...ADULT, surname: "Țîrlea", givenName: "Ștefania", diagnosis: "Leucemie acută" };

/** A file that has had these acts of the preparation, on 2 March and after; some of them told otherwise. */
async function prepared(
  upTo: E112CommandType | undefined,
  otherwise: Parameters<typeof preparation>[1] = {},
  opening: Record<string, unknown> = { patient: PATIENT },
): Promise<E112CaseView> {
  let { view } = await world.open({ ...opening, occurredOn: "2026-03-02" });
  if (upTo === undefined) return view;
  for (const [type, occurredOn, payload] of preparation(upTo, otherwise)) {
    view = await world.given("cas", view, type, payload, { occurredOn });
  }
  return view;
}

async function letter(
  { caseId }: E112CaseView,
  name: string,
  query = "",
  person: PersonName = "cas",
): Promise<ReadPdf> {
  const { status, bytes } = await world.bytes(person, `/api/cases/${caseId}/letters/${name}.pdf${query}`);
  if (status !== 200) throw new Error(`${name} answered ${status}: ${Buffer.from(bytes).toString("utf8")}`);
  return await readPdf(bytes);
}

async function refusal({ caseId }: E112CaseView, name: string): Promise<unknown[]> {
  const { status, body } = await world.get("cas", `/api/cases/${caseId}/letters/${name}.pdf`);
  return [status, body.code, body.message];
}

async function standing({ caseId }: E112CaseView): Promise<Map<string, LetterView>> {
  const { body } = await world.get("cas", `/api/cases/${caseId}/letters`);
  return new Map((body as LetterView[]).map((view) => [view.letter, view]));
}

function isWellSet(read: ReadPdf, language: string, basis: string): void {
  expect([read.tagged, read.claims, read.language]).toEqual([true, "PDF/UA-1", language]);
  for (const page of read.pages) expect(page).toContain(basis);
}

describe("at the desk", () => {
  test("E112-59: the receipt has number and code, for who opened the file alone; its QR leads to the public page", async () => {
    const commandId = randomUUID();
    const filing = { commandId, process: "e112", ...OPENING, patient: PATIENT };
    const { body } = await world.post("cas", "/api/cases", filing);
    const { caseId, accessCode, registrationNumber, view } = body as Opened;
    const url = `/api/cases/${caseId}/receipt.pdf`;
    const { bytes } = await world.bytes("cas", url, { commandId });
    const { text } = await readPdf(bytes);
    expect(text).toContain(accessCode);
    expect(text).toContain(registrationNumber);
    expect(text).toContain("Cartea de identitate a pacientului (copie + original pentru conformitate)");
    expect(await readCode(bytes, "left")).toBe(`http://dosar.example/stare?numar=${registrationNumber}`);
    for (const [person, asked] of [
      ["cas", randomUUID()],
      ["casSupervisor", commandId],
    ] as const) {
      expect((await world.post(person, url, { commandId: asked })).body.code).toBe("NOT_THE_FILING");
    }
    expect((await letter(view, "receipt")).text).not.toContain(accessCode);
  });

  test("E112-62, E112-88: the application is filled from the file; a child’s has the parents’ papers", async () => {
    const { text, ...read } = await letter(await prepared(undefined), "application");
    isWellSet({ text, ...read }, "ro", "Contractul-cadru nr. 324/2008 (de verificat)");
    expect(text).toMatch(/× pacient /);
    expect(text).toMatch(/× pentru un tratament medical programat/);
    expect(text).toContain("Țîrlea Ștefania");
    expect(text).toContain("Klinikum Test");
    expect(text).toContain(
      "Adeverința de asigurat de la casa de asigurări de sănătate la care pacientul este asigurat",
    );
    const parent = { role: "parent", surname: "Pop", givenName: "Maria" };
    const child = await letter(await prepared(undefined, {}, { patient: CHILD, applicant: parent }), "application");
    expect(child.text).toMatch(/× părinte al copilului/);
    expect(child.text).toContain("Cartea de identitate a celuilalt părinte");
    expect(child.text).not.toContain("Procura");
  });

  test("E112-88, E112-89: application and report are handed out empty to anybody", async () => {
    const blank = async (name: string) => {
      const { status, bytes } = await world.bytes(undefined, `/api/forms/${name}.pdf?institution=CAS-CJ`);
      expect(status).toBe(200);
      return await readPdf(bytes);
    };
    const application = await blank("e112-application");
    isWellSet(application, "ro", "324/2008");
    expect(application.text).toContain("CAS Cluj");
    expect(application.text).toContain("Actele pentru un copil");
    expect(application.text).not.toContain("×");
    const report = await blank("e112-medical-report");
    for (const said of ["a) tratamentul se află", "b) tratamentul nu poate", "c) deplasarea", "d) perioada maximă"]) {
      expect(report.text).toContain(said);
    }
    const wrong = await world.get(undefined, "/api/forms/e112-application.pdf?institution=DSP-CJ");
    expect([wrong.status, wrong.body.code]).toEqual([422, "UNKNOWN_INSTITUTION"]);
  });

  test("E112-61: the confirmation has the number of the application, once there is one", async () => {
    const before = await prepared("assembleDossier");
    expect(await refusal(before, "registration")).toEqual([
      409,
      "LETTER_NOT_POSSIBLE",
      "Cererea nu este încă înregistrată.",
    ]);
    const view = await world.given("cas", before, "registerApplication", {}, { occurredOn: "2026-04-16" });
    const { text } = await letter(view, "registration");
    expect(text).toContain(`Numărul de înregistrare al cererii ${view.applicationNumber}`);
    expect(text).toContain("16.04.2026");
    expect(text).toContain("eliberarea nu poate fi refuzată");
  });

  test("a letter is made by the house that keeps the file, and by nobody else", async () => {
    const view = await prepared(undefined);
    const path = `/api/cases/${view.caseId}/letters/application.pdf`;
    for (const name of ["strangeCas", "officer", "ministry"] as const) {
      expect([name, (await world.get(name, path)).status]).toEqual([name, 404]);
    }
    for (const name of ["cnas", "casAdmin"] as const) {
      expect([name, (await world.get(name, path)).status]).toEqual([name, 403]);
    }
    expect((await letter(view, "application", "", "casHead")).pages).toHaveLength(2);
    expect((await world.get("cas", `/api/cases/${view.caseId}/letters/cover.pdf`)).status).toBe(404); // the Ministry's
  });
});

describe("to the clinic", () => {
  const CONTENTS = {
    en: ["your acceptance", "a complete estimated cost", "signature of the doctor", "the hospital management agrees"],
    fr: ["votre accord", "un coût estimatif complet", "la signature du médecin", "la direction de l’hôpital"],
    de: ["Ihre Zusage", "einen vollständigen Kostenvoranschlag", "Unterschrift der Ärztin", "die Krankenhausleitung"],
    ro: ["acceptul", "un cost estimativ complet", "semnătura medicului", "conducerea spitalului"],
  };

  test("E112-26, E112-27: the request asks for acceptance and complete cost, and lists the contents, in each language", async () => {
    const view = await prepared("recordTranslations");
    for (const [language, words] of Object.entries(CONTENTS)) {
      const read = await letter(view, "clinic-request", `?lang=${language}`);
      isWellSet(read, language, "324/2008");
      for (const word of words) expect(read.text).toContain(word);
      expect(read.text).toContain("Klinikum Test");
      expect(read.text).toContain("Țîrlea Ștefania");
      expect(read.pages).toHaveLength(2);
    }
    const nowhere = await prepared(undefined, {}, { patient: PATIENT, clinic: undefined });
    expect(await refusal(nowhere, "clinic-request")).toEqual([
      409,
      "LETTER_NOT_POSSIBLE",
      "Dosarul nu numește încă nicio clinică.",
    ]);
  });

  test("E112-30, E112-34: an acceptance that lacks two contents is told those two, each with its rule", async () => {
    const { periodFrom: _from, periodTo: _to, ...rest } = ACCEPTANCE;
    const lacking = { acceptance: { ...rest, unitStamp: false } };
    const view = await prepared("recordAcceptance", { recordAcceptance: lacking });
    const { text } = await letter(view, "acceptance-lacks", "?lang=de");
    expect(text).toMatch(/1 Stempel der Einrichtung E112-30 2 den Zeitraum, .* E112-34/);
    expect(text).toContain("vom 25. März 2026");
    expect(text).not.toContain("E112-37 ");
    const complete = { acceptance: ACCEPTANCE };
    const whole = await world.given("cas", view, "recordAcceptance", complete, { occurredOn: "2026-03-27" });
    expect(await refusal(whole, "acceptance-lacks")).toEqual([
      409,
      "LETTER_NOT_POSSIBLE",
      "Acceptul clinicii cuprinde tot ce trebuie.",
    ]);
  });

  test("a clinic that refused is not asked again", async () => {
    const asked = await prepared("sendRequestToClinic");
    const view = await world.given("cas", asked, "recordClinicRefusal", {}, { occurredOn: "2026-03-20" });
    expect((await standing(view)).get("clinic-request")?.reason?.ro).toContain("Clinica a refuzat");
  });
});

describe("the medical report", () => {
  test("E112-41, E112-55 … E112-58: the form has the place and the period of the acceptance, and point 7 with its letters", async () => {
    const { text, ...read } = await letter(await prepared("recordLegalisedTranslation"), "medical-report");
    isWellSet({ text, ...read }, "ro", "E112-89");
    expect(text).toContain("Dr. Ionescu");
    expect(text).toMatch(/Țara Germania Orașul München Spitalul Klinikum Test/);
    expect(text).toContain("01.07.2026 – 20.07.2026");
    expect(text).toMatch(/a\) tratamentul se află .* E112-43, E112-44/);
    expect(text).toMatch(/d\) perioada maximă .* E112-50, E112-51/);
  });

  test("E112-49, E112-53: what a report lacks is named, each with its rule", async () => {
    const report = { ...REPORT, signature: false, point7: { ...REPORT.point7, c: false } };
    const lacking = { recordMedicalReport: { report, doctor: "Dr. Ionescu", casContract: true } };
    const { text } = await letter(await prepared("recordMedicalReport", lacking), "report-lacks");
    expect(text).toMatch(/1 Punctul 7, litera c\) încercuită E112-49 2 Semnătura medicului E112-53/);
    expect(text).toContain("întocmit de Dr. Ionescu");
  });
});

describe("a refusal", () => {
  test("E112-05, E112-07: names the condition that fails, and the Ministry’s way where that is open", async () => {
    const conditions = { ...CONDITIONS, inBasicPackage: false, found: "Procedura nu este în pachet." };
    let view = await prepared("analyseConditions", { analyseConditions: conditions });
    expect(await refusal(view, "refusal-notice")).toEqual([409, "LETTER_NOT_POSSIBLE", "Cererea nu a fost refuzată."]);
    const because = { reason: "Nu este în pachetul de bază." };
    view = await world.given("cas", view, "refuseApplication", because, { occurredOn: "2026-04-21" });
    const { text } = await letter(view, "refusal-notice");
    expect(text).toContain("a fost refuzată la 21.04.2026");
    expect(text).toContain("tratamentul nu se află pe lista serviciilor din pachetul de servicii de bază (E112-07)");
    expect(text).toContain("Procedura nu este în pachet.");
    expect(text).toMatch(/Calea Ministerului Sănătății .* direcția de sănătate publică .* E112-05/);
  });

  test("E112-08: treatment that can be had in time in Romania opens no other way", async () => {
    const conditions = { ...CONDITIONS, notTimelyInRomania: false };
    let view = await prepared("analyseConditions", { analyseConditions: conditions });
    view = await world.given(
      "cas",
      view,
      "refuseApplication",
      { reason: "Se poate în țară." },
      { occurredOn: "2026-04-21" },
    );
    const { text } = await letter(view, "refusal-notice");
    expect(text).toContain("(E112-08)");
    expect(text).not.toContain("Calea Ministerului");
  });

  test("E112-10: when the conditions are met there is no notice of refusal, and the reason says so", async () => {
    const [status, code, message] = await refusal(await prepared("analyseConditions"), "refusal-notice");
    expect([status, code]).toEqual([409, "LETTER_NOT_POSSIBLE"]);
    expect(message).toContain("eliberarea formularului nu poate fi refuzată");
  });
});

describe("after the issue", () => {
  let view: E112CaseView;
  beforeAll(async () => {
    view = await prepared("issueForm");
  });

  test("E112-81, E112-85: the notice tells of the form; its second page records the handing-over of copy 2", async () => {
    const number = view.e112.forms[0]?.number ?? "none";
    const { pages } = await letter(view, "issue-notice");
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain(`S2, nr. ${number}`);
    expect(pages[0]).toContain("01.07.2026 – 20.07.2026");
    expect(pages[0]).toContain("E125 (E112-85)");
    expect(pages[1]).toContain("Proces-verbal de predare a exemplarului 2");
    const handing = { copy: 2, to: "applicant", receivedBy: "Țîrlea Ștefania" };
    view = await world.given("cas", view, "handOverCopy", handing, { occurredOn: "2026-04-23" });
    expect((await letter(view, "issue-notice")).pages[1]).toMatch(/Predat la 23\.04\.2026 Primit de Țîrlea Ștefania/);
  });

  test("E112-85: an E125 invoice with differences is told to who sent it", async () => {
    const formNumber = view.e112.forms[0]?.number;
    expect((await standing(view)).get("e125-differences")?.possible).toBe(false);
    const invoice = {
      number: "AOK-77/2026",
      formNumber,
      from: "AOK Bayern",
      to: "CAS Cluj",
      amount: "15750.00",
      currency: "EUR",
      careFrom: "2026-06-25",
      careTo: "2026-07-18",
    };
    const agreeing = { ...invoice, number: "AOK-76/2026", careFrom: "2026-07-02" };
    view = await world.given("cas", view, "receiveInvoice", agreeing, { occurredOn: "2026-08-31" });
    expect((await standing(view)).get("e125-differences")?.possible).toBe(false);
    view = await world.given("cas", view, "receiveInvoice", invoice, { occurredOn: "2026-09-01" });
    const read = await letter(view, "e125-differences");
    isWellSet(read, "en", "324/2008");
    expect(read.text).toContain("AOK Bayern");
    expect(read.text).toMatch(/E125 invoice no\. AOK-77\/2026/);
    expect(read.text).not.toContain("AOK-76/2026");
    expect(read.text).toContain("The care that is charged lies outside the validity of the form.");
    expect((await letter(view, "e125-differences", "?lang=ro")).text).toContain("15.750,00 EUR");
  });
});

test("E112-84: the report on the force majeure is printed with its arguments, once it is drawn", async () => {
  let view = await prepared("analyseConditions");
  const left = { departedOn: "2026-04-20" };
  view = await world.given("cas", view, "recordDeparture", left, { occurredOn: "2026-04-21" });
  expect((await standing(view)).get("force-majeure-report")?.reason?.ro).toContain("E112-84");
  const reasons = { reasons: "Clinica a chemat pacienta de urgență.\n\nZborul nu putea fi amânat." };
  view = await world.given("cas", view, "drawForceMajeureReport", reasons, { occurredOn: "2026-04-21" });
  const before = await letter(view, "force-majeure-report");
  expect(before.text).toMatch(/Clinica a chemat pacienta de urgență\. Zborul nu putea fi amânat\./);
  expect(before.text).toContain("20.04.2026");
  expect(before.text).not.toContain("×");
  const issue = { forceMajeure: true, couldNotIssueBefore: true, costPaid: false };
  view = await world.given("cas", view, "issueForm", issue, { occurredOn: "2026-04-22" });
  expect((await letter(view, "force-majeure-report")).text.match(/×/g)).toHaveLength(3);
});

test("E112-86: a transfer of residence has no papers of a treatment", async () => {
  const view = await prepared(undefined, {}, { patient: PATIENT, category: 1 });
  const letters = await standing(view);
  for (const id of ["clinic-request", "medical-report"]) {
    expect(letters.get(id)?.reason?.ro).toContain("transfer de reședință");
  }
  expect((await letter(view, "application")).text).toMatch(/× pentru transferul temporar/);
});
