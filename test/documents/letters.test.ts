/** Letters and forms: what each says, when each can be made, and for whom. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { randomUUID } from "node:crypto";
import type { MohCaseView } from "../../domain/case/view.ts";
import type { LetterView } from "../../domain/case/letters.ts";
import { seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { OFFER } from "../support/moh-file.ts";
import { engineWorld, filingOf, type Filed } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";
import { readCode, readPdf, type ReadPdf } from "./support/pdf.ts";

const world = await engineWorld({ PUBLIC_URL: "http://dosar.example" });
const { file, given } = world;
const PATIENT = {
  surname: "Țîrlea",
  givenName: "Ștefania",
  birthDate: "1980-05-01",
  cnp: "2800501123457",
  domicileCounty: "CJ",
  diagnosis: "Leucemie acută",
};
const CLINICS = [
  { name: "Klinik Nord", country: "DE", city: "Hamburg", email: "nord@example.de" },
  { name: "Hôpital Sud", country: "FR", city: "Nice" },
  { name: "Spital Est", country: "AT", city: "Wien" },
];

async function decided(decision: "approved" | "rejected", urgencyClass?: "A" | "B"): Promise<MohCaseView> {
  const { cnp: _, ...patient } = PATIENT;
  let { view } = await file("officer", { patient, occurredOn: "2026-03-02" });
  view = await given("officer", view, "sendToCommission", {}, { occurredOn: "2026-03-03" });
  view = await given("secretary", view, "beginExamination", {}, { occurredOn: "2026-03-04" });
  view = await given("secretary", view, "finishExamination", { decision }, { occurredOn: "2026-03-05" });
  const rejection = {
    causes: "Se tratează în țară.",
    medicalConduct: "Chimioterapie după protocol.",
    recommendedUnitInRomania: "Institutul Fundeni",
  };
  const payload =
    decision === "rejected"
      ? rejection
      : { approvedOn: "2026-03-05", minutes: { number: "17", urgencyClass, clinics: CLINICS } };
  return await given("officer", view, "registerDecision", { decision, ...payload }, { occurredOn: "2026-03-06" });
}

async function letter({ caseId }: MohCaseView, name: string, query = "", person: PersonName = "officer") {
  const { status, headers, bytes } = await world.bytes(person, `/api/cases/${caseId}/letters/${name}.pdf${query}`);
  if (status !== 200) throw new Error(`${name} answered ${status}: ${Buffer.from(bytes).toString("utf8")}`);
  return { ...(await readPdf(bytes)), name: headers["content-disposition"] ?? "" };
}

async function standing({ caseId }: MohCaseView, person: PersonName = "officer"): Promise<Map<string, LetterView>> {
  const { body } = await world.get(person, `/api/cases/${caseId}/letters`);
  return new Map((body as LetterView[]).map((view) => [view.letter, view]));
}

function isWellSet(read: ReadPdf, language: string, basis: string): void {
  expect([read.tagged, read.claims, read.language]).toEqual([true, "PDF/UA-1", language]);
  for (const page of read.pages) expect(page).toContain(basis);
}

describe("of an approved file", () => {
  let view: MohCaseView;
  beforeAll(async () => {
    view = await decided("approved");
  });

  test("MOH-27, MOH-32, MOH-A5: the notice names decision, date, clinics and when the correspondence is due", async () => {
    const read = await letter(view, "approval-notice");
    isWellSet(read, "ro", "Ordinul MS nr. 50/2004");
    expect(read.text).toContain(
      "a aprobat trimiterea la tratament în străinătate a pacientului Țîrlea Ștefania, la 05.03.2026",
    );
    expect(read.text).toContain("înregistrată la instituția noastră la 06.03.2026");
    for (const { name } of CLINICS) expect(read.text).toContain(name);
    expect(read.text).toContain("până la 16.03.2026");
    expect(read.text).toMatch(/abia după \d\d\.\d\d\.\d{4}/);
    expect(read.text).toContain("pagina 1 din 1");
    expect(read.name).toBe(`inline; filename="approval-notice-${view.registrationNumber.replaceAll("/", "-")}.pdf"`);
  });

  test("MOH-38 … MOH-61: the request asks for all that the law names, complete in each language", async () => {
    const said = {
      en: [
        "the total cost of the treatment",
        "your terms of payment",
        "with its letterhead and signed",
        "16. Date of admission",
      ],
      fr: ["le coût total du traitement", "vos conditions de paiement", "à en-tête et signé", "16. Date d’admission"],
      de: [
        "die Gesamtkosten der Behandlung",
        "Ihre Zahlungsbedingungen",
        "mit Briefkopf und unterschrieben",
        "16. Tag der Aufnahme",
      ],
      ro: ["costul total al tratamentului", "condițiile de plată", "cu antet și semnătură", "16. Data internării"],
    };
    for (const [language, words] of Object.entries(said)) {
      const read = await letter(view, "clinic-request", `?lang=${language}&clinic=clinic-2`);
      isWellSet(read, language, "50/2004");
      expect(read.text).toContain("Hôpital Sud");
      expect(read.text).not.toContain("Klinik Nord");
      expect(read.text).toContain("Țîrlea Ștefania");
      for (const word of words) expect(read.text).toContain(word);
      expect(read.text.match(/(?<!\d)(?:[1-9]|1[0-6])\. \p{Lu}/gu)?.length).toBeGreaterThanOrEqual(16); // Annex 10
      expect(read.name).toContain("clinic-request-clinic-2-DSP-CJ-");
      expect(read.name).not.toMatch(/Sud|rlea/);
    }
    expect((await letter(view, "clinic-request", "?clinic=clinic-1")).language).toBe("en");
  });

  test("a letter that cannot be made says why, in the list and when it is asked for", async () => {
    const letters = await standing(view);
    expect(letters.get("approval-notice")).toMatchObject({ possible: true, steps: ["notify-approval"] });
    expect(letters.get("cover")?.reason?.ro).toContain("Mai este nevoie de: 2 răspunsuri ale clinicilor");
    expect(letters.get("delay-report")?.reason?.ro).toContain("MOH-74");
    const path = `/api/cases/${view.caseId}/letters`;
    const refused = await world.get("officer", `${path}/rejection-notice.pdf`);
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      "LETTER_NOT_POSSIBLE",
      "Comisia a aprobat cererea.",
    ]);
    const codes = async (query: string) => {
      const { status, body } = await world.get("officer", `${path}/${query}`);
      return [status, body.code];
    };
    expect(await codes("clinic-request.pdf")).toEqual([422, "VALIDATION"]);
    expect(await codes("clinic-request.pdf?clinic=clinic-9")).toEqual([422, "UNKNOWN_CLINIC"]);
    expect(await codes("approval-notice.pdf?lang=de")).toEqual([422, "LETTER_LANGUAGE"]);
    expect(await codes("no-such-letter.pdf")).toEqual([404, "NOT_FOUND"]);
  });

  test("a letter is its house’s: the commission that reads the file makes none of the DSP’s", async () => {
    const path = `/api/cases/${view.caseId}/letters/approval-notice.pdf`;
    expect((await world.get("secretary", path)).status).toBe(403);
    expect((await world.get("stranger", path)).status).toBe(404);
    expect((await standing(view, "secretary")).get("approval-notice")).toMatchObject({
      possible: false,
      reason: { ro: "O întocmește DSP." },
    });
    expect((await letter(view, "approval-notice", "", "head")).text).toContain("a aprobat");
  });

  test("MOH-35: the undertaking ticks the clinics that it covers; MOH-64 … MOH-66: cover and inventory", async () => {
    view = await given("officer", view, "notifyPatient", {}, { occurredOn: "2026-03-09" });
    const signed = { signedBy: "patient", clinics: ["clinic-2"] };
    view = await given("officer", view, "signUndertaking", signed, { occurredOn: "2026-03-10" });
    const undertaking = await letter(view, "undertaking");
    expect(undertaking.text).toMatch(/× Hôpital Sud/);
    expect(undertaking.text).not.toMatch(/× Klinik Nord/);
    for (const clinic of ["clinic-1", "clinic-2", "clinic-3"]) {
      const by = clinic === "clinic-2" ? "patientSide" : "DSP";
      view = await given("officer", view, "sendClinicRequest", { clinic, by, evidence: `recomandata ${clinic}` });
    }
    const refusal = { clinic: "clinic-3", kind: "refusal", note: "nu are locuri" };
    view = await given("officer", view, "recordClinicAnswer", refusal);
    // One may still offer and two may still answer.
    expect((await standing(view)).get("commission-announcement")?.possible).toBe(false);
    view = await given("officer", view, "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER });
    const cover = await letter(view, "cover");
    expect(cover.text).toMatch(/Clinici care au răspuns 2 Oferte complete 1/);
    const { text } = await letter(view, "inventory");
    expect(text).toMatch(/1 Cererea-tip de examinare de către comisia de specialitate original/);
    expect(text).toMatch(/4 Copia cărții de identitate a pacientului copie/);
    expect(text).toContain("Procesul-verbal nr. 17");
    expect(text).toMatch(/Klinik Nord, Hamburg, Germania ofertă completă/);
    expect(text).toMatch(/Spital Est, Wien, Austria refuz/);
    for (const clinic of ["clinic-1", "clinic-2", "clinic-3"]) expect(text).toContain(`recomandata ${clinic}`);
    view = await given("officer", view, "sendToMinistry", { proposedClinic: "clinic-1" });
    view = await given("ministry", view, "registerAtMinistry");
    const approval = { decision: "approved", clinic: "clinic-1", amount: "21500.00", currency: "EUR" };
    view = await given("ministry", view, "decideAtMinistry", approval);
    const notice = await letter(view, "ministry-notice");
    expect(notice.text).toContain("21.500,00 EUR");
    expect(notice.text).toContain("DSP Cluj");
    expect((await letter(view, "ministry-notice", "", "ministry")).text).toContain("Director general");
  });
});

describe("of a file whose clinics are silent", () => {
  test("MOH-62: the announcement says which, and since when; MOH-73, MOH-74: the report has its causes", async () => {
    let view = await decided("approved");
    view = await given("officer", view, "notifyPatient", {}, { occurredOn: "2026-03-09" });
    for (const clinic of ["clinic-1", "clinic-2", "clinic-3"]) {
      view = await given("officer", view, "sendClinicRequest", { clinic }, { occurredOn: "2026-03-10" });
    }
    const { text } = await letter(await silenced(view), "commission-announcement");
    expect(text).toMatch(/Klinik Nord, Hamburg, Germania 10\.03\.2026 nu a răspuns în 7 zile lucrătoare 19\.03\.2026/);
    expect(text).toContain("alte clinici");
    view = await given("officer", await latest(view), "reportDelay", {
      causes: "Clinicile nu răspund.\n\nLipsă de personal.",
    });
    const report = await letter(view, "delay-report");
    expect(report.text).toMatch(/Cauzele întârzierii Clinicile nu răspund\. Lipsă de personal\./);
    expect(report.text).toMatch(/A 22-a zi lucrătoare \d\d\.04\.2026/);
    isWellSet(report, "ro", "MOH-73, MOH-74, MOH-75");
  });
});

describe("about money", () => {
  const on = (occurredOn: string) => ({ occurredOn });

  /** Approved by the Ministry on 13 March: 21.500 EUR to the first clinic. */
  async function approvedByMinistry(urgencyClass: "A" | "B"): Promise<MohCaseView> {
    let view = await decided("approved", urgencyClass);
    view = await given("officer", view, "notifyPatient", {}, on("2026-03-09"));
    for (const clinic of ["clinic-1", "clinic-2", "clinic-3"]) {
      view = await given("officer", view, "sendClinicRequest", { clinic, evidence: clinic }, on("2026-03-10"));
    }
    const offer = { clinic: "clinic-1", kind: "offer", offer: OFFER };
    view = await given("officer", view, "recordClinicAnswer", offer, on("2026-03-11"));
    const refusal = { clinic: "clinic-3", kind: "refusal" };
    view = await given("officer", view, "recordClinicAnswer", refusal, on("2026-03-11"));
    view = await given("officer", view, "sendToMinistry", {}, on("2026-03-11"));
    view = await given("ministry", view, "registerAtMinistry", {}, on("2026-03-12"));
    const approval = { decision: "approved", clinic: "clinic-1", amount: "21500.00", currency: "EUR" };
    view = await given("ministry", view, "decideAtMinistry", approval, on("2026-03-13"));
    return await given("officer", view, "notifyPatient", {}, on("2026-03-13"));
  }

  test("MOH-80 … MOH-84: the Ministry’s disposition says what is to be paid, to whom, on which decision; MOH-100: the statement after a death", async () => {
    let view = await approvedByMinistry("B");
    view = await given("ministry", view, "confirmFunds", { sufficient: true }, on("2026-03-13"));
    const part = { bearsPart: true, part: "1500.00", currency: "EUR" };
    view = await given("ministry", view, "recordLabourMinistryPart", part, on("2026-03-16"));
    view = await given("ministry", view, "recordGovernmentDecision", { number: "nr. 99/2026" }, on("2026-03-20"));
    expect((await standing(view, "ministry")).get("disposition")?.reason?.ro).toContain("nu este încă publicată");
    view = await given("ministry", view, "recordPublication", { gazette: "nr. 301/2026" }, on("2026-03-23"));
    const { text, ...read } = await letter(view, "disposition", "", "ministry");
    isWellSet({ text, ...read }, "ro", "MOH-83");
    expect(text).toContain("Ministerul Sănătății");
    expect(text).toMatch(/Hotărârea Guvernului nr\. 99\/2026 Publicată în Monitorul Oficial nr\. 301\/2026/);
    expect(text).toContain(OFFER.bankAccount);
    expect(text).toMatch(/Suma aprobată 21\.500,00 EUR/);
    expect(text).toMatch(/De plătit 20\.000,00 EUR/);
    const path = `/api/cases/${view.caseId}/letters/disposition.pdf`;
    expect((await world.get("officer", path)).status).toBe(403);

    view = await given("officer", view, "recordDisposition", {}, on("2026-03-24"));
    const payment = { clinic: "clinic-1", amount: "20000.00", currency: "EUR" };
    view = await given("officer", view, "payClinic", payment, on("2026-03-25"));
    expect((await standing(view)).get("statement-of-expenses")?.possible).toBe(false);
    view = await given("officer", view, "recordDeath", { diedOn: "2026-04-01" }, on("2026-04-02"));
    view = await given("officer", view, "announceDeath", {}, on("2026-04-03"));
    const sums = [{ purpose: "Spitalizare", amount: "12000.50", document: "factura 7" }];
    const drawn = { sums, currency: "EUR" };
    view = await given("officer", view, "drawStatementOfExpenses", drawn, on("2026-04-06"));
    const statement = await letter(view, "statement-of-expenses");
    expect(statement.text).toMatch(/Spitalizare factura 7 12\.000,50/);
    expect(statement.text).toMatch(/Diferența 7\.999,50 EUR/);
    expect(statement.text).toContain("01.04.2026");
  });

  test("MOH-92, MOH-93: the settlement tells of each expense what is granted and why", async () => {
    let view = await approvedByMinistry("A");
    view = await given("officer", view, "chooseOwnExpense", {}, on("2026-03-13"));
    view = await given("officer", view, "recordReturn", {}, on("2026-03-27"));
    const expense = (kind: string, date: string, proof?: string) => ({
      kind,
      date,
      amount: "1000.00",
      ...(proof === undefined ? {} : { proof }),
    });
    const expenses = [
      expense("treatment", "2026-03-16", "factura 1"),
      expense("transport", "2026-03-12", "bilet"),
      expense("other", "2026-03-17", "bon"),
      expense("hospitalisation", "2026-03-17"),
    ];
    view = await given("officer", view, "fileExpenseClaim", { expenses, currency: "EUR" }, on("2026-03-28"));
    expect((await standing(view)).get("settlement")?.possible).toBe(false);
    const lines = [{ line: 1, granted: "900.00", reason: "o parte privește însoțitorul" }];
    view = await given("officer", view, "settleClaim", { lines }, on("2026-04-01"));
    const { text } = await letter(view, "settlement");
    expect(text).toContain("Din 4.000,00 EUR cerute se decontează 900,00 EUR");
    expect(text).toMatch(/factura 1 16\.03\.2026 1\.000,00 900,00 o parte privește însoțitorul/);
    expect(text).toMatch(/bilet 12\.03\.2026 1\.000,00 0,00 făcută înainte de aprobarea din 13\.03\.2026/);
    expect(text).toMatch(/0,00 nu este o cheltuială de tratament, spitalizare sau transport/);
    expect(text).toMatch(/0,00 nu are document justificativ/);
  });
});

async function latest({ caseId }: MohCaseView): Promise<MohCaseView> {
  return (await world.get("officer", `/api/cases/${caseId}`)).body as MohCaseView;
}

/** The file once the windows of its clinics, long over, have been recorded as passed. */
async function silenced(view: MohCaseView): Promise<MohCaseView> {
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await latest(view);
    if (now.clinics.every(({ status }) => status === "silent")) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the windows did not pass");
}

describe("of a rejected file", () => {
  let view: MohCaseView;
  const path = () => `/api/cases/${view.caseId}/letters/rejection-notice.pdf`;
  beforeAll(async () => {
    view = await decided("rejected");
  });

  test("MOH-29, MOH-30, MOH-31: the notice has its three contents", async () => {
    const { text } = await letter(view, "rejection-notice");
    expect(text).toContain("a respins cererea");
    expect(text).toMatch(/Cauzele pentru care .* Se tratează în țară\./);
    expect(text).toMatch(/Conduita medicală .* Chimioterapie după protocol\./);
    expect(text).toMatch(/Unitatea sanitară din România .* Institutul Fundeni/);
  });

  test("without one of them it is refused, and the sentence names what is missing", async () => {
    await rewriteDecision(view, { decision: "rejected", causes: "Se tratează în țară.", medicalConduct: "  " });
    const { status, body } = await world.get("officer", path());
    expect([status, body.code]).toEqual([422, "LETTER_INCOMPLETE"]);
    expect(body.message).toBe(
      "Înștiințarea de respingere nu se poate face: lipsesc conduita medicală (MOH-30), unitatea sanitară din România (MOH-31).",
    );
    expect(body.fields.map(({ path: field, rule }: { path: string; rule: string }) => [field, rule])).toEqual([
      ["medicalConduct", "MOH-30"],
      ["recommendedUnitInRomania", "MOH-31"],
    ]);
  });
});

describe("at the registry", () => {
  test("MOH-21, MOH-22: the receipt has the code for who filed; its QR leads to the page, and never has the code", async () => {
    const filing = filingOf({ patient: PATIENT, commandId: randomUUID() });
    const { body } = await world.post("officer", "/api/cases", filing);
    const { caseId, accessCode, registrationNumber, view } = body as Filed;
    const url = `/api/cases/${caseId}/receipt.pdf`;
    const { bytes } = await world.bytes("officer", url, { commandId: filing["commandId"] });
    const { text } = await readPdf(bytes);
    expect(text).toContain(accessCode);
    expect(text).toContain(registrationNumber);
    const code = (await readCode(bytes, "left")) ?? "";
    expect(code).toBe(`http://dosar.example/stare?numar=${registrationNumber}`);
    expect((await world.get(undefined, code.replace("http://dosar.example", ""))).text).toContain(
      `value="${registrationNumber}"`,
    );
    for (const [person, commandId] of [
      ["officer", randomUUID()],
      ["colleague", filing["commandId"]],
    ] as const) {
      const refused = await world.post(person, url, { commandId });
      expect([refused.status, refused.body.code]).toEqual([409, "NOT_THE_FILING"]);
    }
    expect((await letter(view, "receipt")).text).not.toContain(accessCode);
  });

  test("MOH-11: the application is filled from the file, and for anybody it is empty", async () => {
    const { view } = await file("officer", { patient: PATIENT });
    const { text } = await letter(view, "application");
    expect(text).toMatch(/× pacient/);
    expect(text).toContain("Țîrlea Ștefania");
    expect(text).toContain("2800501123457");
    expect(text).toMatch(/× Scrisoarea sau raportul medical/);
    const { status, bytes } = await world.bytes(undefined, "/api/forms/application.pdf?institution=DSP-CJ");
    expect(status).toBe(200);
    const empty = await readPdf(bytes);
    isWellSet(empty, "ro", "Ordinul MS nr. 50/2004");
    expect(empty.text).toContain("DSP Cluj");
    expect(empty.text).toContain("Copia certificatului de naștere (pentru minori)");
    expect(empty.text).not.toContain("×");
  });
});

/** The words of a registered decision as no command can make them: as an import, or an old file, may bring them. */
async function rewriteDecision({ caseId, timeline }: MohCaseView, payload: object): Promise<void> {
  const seq = timeline.find(({ type }) => type === "registerDecision")?.seq;
  const { rows } = await world.owner.query<{ wrapped_key: Buffer; command_id: string }>(
    "SELECT c.wrapped_key, e.data->'act'->>'commandId' AS command_id FROM cases c JOIN events e ON e.case_id = c.id AND e.seq = $2 WHERE c.id = $1",
    [caseId, seq],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no decision");
  const key = world.keyring.unwrapCaseKey(row.wrapped_key);
  const sealed = seal(key, { payload }, sealedAs.payload(caseId, row.command_id));
  await world.owner.query("UPDATE events SET sealed = $3 WHERE case_id = $1 AND seq = $2", [caseId, seq, sealed]);
}
