/** The E112 procedure, path by path, as the guide is written; each test names its rule. */
import { describe, expect, test } from "@jest/globals";
import { refuseOpening } from "../../domain/e112/checks.ts";
import { e112View, type E112View, type PreparationLine } from "../../domain/e112/view.ts";
import {
  ACCEPTANCE,
  ADULT,
  ADULT_DOSSIER,
  ATTORNEY,
  CHILD,
  CLINIC,
  ONE_PARENT_DOSSIER,
  REPORT,
  REQUEST,
  SECOND_PARENT,
  WAIVER_PROOF,
} from "./support/papers.ts";
import { commandOf, OPENING, played, preparation, type Entry } from "./support/rehearsed.ts";

const PARENT = { role: "parent", surname: "Popescu", givenName: "Maria" };
const SETTLEMENT = { form: "E125", from: "CAS Cluj", to: "AOK Bayern", amount: "14000.00", currency: "EUR" };

function line(view: E112View, step: PreparationLine["step"]): PreparationLine {
  const found = view.preparation.find((each) => each.step === step);
  if (found === undefined) throw new Error(`no ${step}`);
  return found;
}

const codesOf = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);

describe("the main line", () => {
  test("an adult, from the agreement to the settlement (E0 to E13)", async () => {
    const { state, refusal } = await played([
      ...preparation("recordTreatmentDone"),
      ["settleInvoice", "2026-09-01", SETTLEMENT],
    ]);
    expect(refusal).toBeUndefined();
    expect(state.outcome).toBe("completed");
    expect(state.deadlines).toEqual({}); // E112-A4
  });

  test.each<[Entry[0], string, string]>([
    ["recordPriorAgreement", "agreed", "translate-documents"],
    ["recordTranslations", "translated", "request-acceptance"],
    ["sendRequestToClinic", "awaiting-acceptance", "await-acceptance"],
    ["recordAcceptance", "accepted", "legalise-translation"],
    ["recordLegalisedTranslation", "translation-legalised", "medical-report"],
    ["recordMedicalReport", "report-issued", "assemble-dossier"],
    ["assembleDossier", "dossier-assembled", "register-application"],
    ["registerApplication", "registered", "check-insured-status"],
    ["checkInsuredStatus", "medical-analysis", "analyse-conditions"],
    ["analyseConditions", "to-be-issued", "issue-form"],
    ["recordTreatmentDone", "settlement", "settle-invoices"],
  ])("after %s it stands at %s and waits for %s", async (act, stage, step) => {
    const { state, waits } = await played(preparation(act));
    expect([state.stage, waits]).toEqual([stage, [step]]);
  });

  test("E112-10 after the analysis no refusal exists, and the file says why", async () => {
    const { state, refusal } = await played([
      ...preparation("analyseConditions"),
      ["refuseApplication", "2026-04-21", { reason: "nu" }],
    ]);
    expect(refusal).toMatchObject({ kind: "conflict", code: "REFUSAL_IMPOSSIBLE", rule: "E112-10" });
    expect(e112View(state).refusal).toMatchObject({ possible: false, rule: "E112-10" });
  });

  test("E112-10 nor after the form was issued; before the analysis it is only not its time", async () => {
    const refuse: Entry = ["refuseApplication", "2026-04-24", { reason: "nu" }];
    const issued = await played([...preparation("issueForm"), refuse]);
    expect(issued.refusal?.code).toBe("REFUSAL_IMPOSSIBLE");
    const unexamined = await played([...preparation("checkInsuredStatus"), refuse]);
    expect(unexamined.refusal?.code).toBe("NOT_ALLOWED_NOW");
  });

  test("E112-86 category 1 is passed on, and is no treatment (E112-A16)", async () => {
    const transfer = { patient: ADULT, applicant: { role: "patient" }, category: 1 };
    const { state, waits } = await played([], transfer);
    expect([state.stage, waits]).toEqual(["residence-transfer", ["pass-on-transfer"]]);
    expect(e112View(state).preparation).toEqual([]);
    const passed = await played([["passOnResidenceTransfer", "2026-03-05", { to: "Serviciul formulare" }]], transfer);
    expect(passed.state.outcome).toBe("passed-on");
  });
});

describe("who files, and where", () => {
  const opening = (patient: object, applicant: object, casId?: string) =>
    refuseOpening(
      commandOf(["openFile", "2026-03-02", { patient: { ...patient, ...(casId && { casId }) }, applicant }])
        .facts as never,
      "CAS-CJ",
    );

  test("E112-59 at the house to which the patient belongs", () => {
    expect(opening(ADULT, { role: "patient" })).toBeUndefined();
    expect(opening(ADULT, { role: "patient" }, "CAS-BH")).toMatchObject({ code: "WRONG_HOUSE", rule: "E112-59" });
  });

  test("E112-64, E112-72 an adult does not have a parent file, nor a child itself (E112-A10)", () => {
    expect(opening(ADULT, PARENT)).toMatchObject({ code: "APPLICANT_MISMATCH", rule: "E112-64" });
    expect(opening(CHILD, { role: "patient" })).toMatchObject({ code: "APPLICANT_MISMATCH", rule: "E112-72" });
    expect(opening(CHILD, PARENT)).toBeUndefined();
    expect(opening(CHILD, { ...PARENT, role: "otherPerson" })).toBeUndefined();
  });

  test("E112-65 another person may file in an adult’s name", () => {
    expect(opening(ADULT, { ...PARENT, role: "otherPerson" })).toBeUndefined();
  });

  test("E112-64 another person needs an identity card and a power of attorney", async () => {
    const byOther = { ...OPENING, applicant: { ...PARENT, role: "otherPerson" } };
    const { waits, state } = await played(preparation("assembleDossier"), byOther);
    expect(waits).toEqual(["assemble-dossier"]);
    expect(line(e112View(state), "assemble-dossier")).toMatchObject({
      status: "lacking",
      lacks: [{ rule: "E112-64" }, { rule: "E112-64" }],
    });
    const complete = await played(
      [...preparation("assembleDossier"), ["addDocument", "2026-04-16", { documents: ATTORNEY }]],
      byOther,
    );
    expect(complete.waits).toEqual(["register-application"]);
  });

  test("E112-A10 a third person who files for a child is pointed out to a person", async () => {
    const { state } = await played([], { ...OPENING, patient: CHILD, applicant: { ...PARENT, role: "otherPerson" } });
    expect(codesOf(line(e112View(state), "assemble-dossier").warnings)).toEqual(["THIRD_PERSON_FOR_CHILD"]);
  });
});

describe("a child", () => {
  const OF_CHILD = { ...OPENING, patient: CHILD, applicant: PARENT };
  const assemble = (documents: object[]) => ({ assembleDossier: { documents } });
  const both = assemble([...ONE_PARENT_DOSSIER, ...SECOND_PARENT]);
  const check = (payload: Record<string, unknown>) =>
    played([...preparation("registerApplication", both), ["checkInsuredStatus", "2026-04-17", payload]], OF_CHILD);

  test("E112-72, E112-73 both parents’ documents are asked for", async () => {
    const { state, waits } = await played(preparation("assembleDossier", assemble(ONE_PARENT_DOSSIER)), OF_CHILD);
    expect(waits).toEqual(["assemble-dossier"]);
    expect(line(e112View(state), "assemble-dossier").lacks.map(({ rule }) => rule)).toEqual(["E112-72", "E112-73"]);
  });

  test("E112-A10 with one parent: waived on proof, and that parent’s status alone is checked", async () => {
    const waived: Entry[] = [
      ...preparation("assembleDossier", assemble([...ONE_PARENT_DOSSIER, ...WAIVER_PROOF])),
      ["waiveSecondParent", "2026-04-15", { proof: "death", reason: "certificat de deces" }],
      ["registerApplication", "2026-04-16"],
    ];
    const { waits } = await played(
      [...waived, ["checkInsuredStatus", "2026-04-17", { parent1Insured: true }]],
      OF_CHILD,
    );
    expect(waits).toEqual(["analyse-conditions"]);
    const asked = await played(
      [...waived, ["checkInsuredStatus", "2026-04-17", { parent1Insured: true, parent2Insured: true }]],
      OF_CHILD,
    );
    expect(asked.refusal).toMatchObject({ code: "PARENT_WAIVED", field: "parent2Insured" });
  });

  test("E112-A10 once the application is registered, a waiver asks for its proof in the dossier first", async () => {
    const registered = preparation("registerApplication", both);
    const waive: Entry = ["waiveSecondParent", "2026-04-17", { proof: "death", reason: "certificat de deces" }];
    const { refusal } = await played([...registered, waive], OF_CHILD);
    expect(refusal).toMatchObject({ code: "WAIVER_PROOF_NEEDED", field: "proof", rule: "E112-72" });
    const proven: Entry = ["addDocument", "2026-04-17", { documents: WAIVER_PROOF }];
    expect((await played([...registered, proven, waive], OF_CHILD)).refusal).toBeUndefined();
  });

  test("E112-30, E112-59 a complete dossier that lacks something again is not registered", async () => {
    const lacking: Entry = ["recordAcceptance", "2026-04-15", { acceptance: { ...ACCEPTANCE, unitStamp: false } }];
    const register: Entry = ["registerApplication", "2026-04-16"];
    const { refusal } = await played([...preparation("assembleDossier"), lacking, register]);
    expect(refusal).toMatchObject({ kind: "conflict", code: "DOSSIER_LACKING" });
    const whole: Entry = ["recordAcceptance", "2026-04-15", { acceptance: ACCEPTANCE }];
    expect((await played([...preparation("assembleDossier"), lacking, whole, register])).refusal).toBeUndefined();
  });

  test("E112-42, E112-59 nor is one whose medical report lacks something again", async () => {
    const report = (changed: object): Entry => [
      "recordMedicalReport",
      "2026-04-15",
      { report: { ...REPORT, ...changed }, doctor: "Dr. Ionescu", casContract: true },
    ];
    const register: Entry = ["registerApplication", "2026-04-16"];
    const { refusal } = await played([...preparation("assembleDossier"), report({ stamp: false }), register]);
    expect(refusal).toMatchObject({ kind: "conflict", code: "DOSSIER_LACKING" });
    const mended = [...preparation("assembleDossier"), report({ stamp: false }), report({}), register];
    expect((await played(mended)).refusal).toBeUndefined();
  });

  test("E112-A10 an adult’s file has no second parent to waive", async () => {
    const { refusal } = await played([["waiveSecondParent", "2026-03-03", { proof: "death", reason: "-" }]]);
    expect(refusal).toMatchObject({ kind: "conflict", code: "WAIVER_OF_ADULT" });
  });

  test("E112-73 each parent’s status is asked for (E112-A11)", async () => {
    expect((await check({ insured: true })).refusal).toMatchObject({ code: "PARENT_NEEDED", field: "parent1Insured" });
    expect((await check({ parent1Insured: true })).refusal).toMatchObject({ field: "parent2Insured" });
    expect((await check({ parent1Insured: true, parent2Insured: true })).waits).toEqual(["analyse-conditions"]);
    expect((await check({ parent1Insured: false, parent2Insured: false })).waits).toEqual(["refuse-or-move"]);
    const contrary = await check({ parent1Insured: false, parent2Insured: false, insured: true });
    expect(contrary.refusal).toMatchObject({ code: "INSURED_MISMATCH", field: "insured" });
  });

  test("DEC-14 one parent insured: a person decides, and says why", async () => {
    const one = { parent1Insured: true, parent2Insured: false };
    expect((await check(one)).refusal).toMatchObject({ code: "PERSON_DECIDES", field: "insured" });
    expect((await check({ ...one, insured: true })).refusal).toMatchObject({ code: "PERSON_DECIDES", field: "reason" });
    expect((await check({ ...one, insured: true, reason: "coasigurat" })).waits).toEqual(["analyse-conditions"]);
    expect((await check({ ...one, insured: false, reason: "nedovedit" })).waits).toEqual(["refuse-or-move"]);
  });
});

describe("the preparation", () => {
  test("E112-12 the agreement comes from under a contract", async () => {
    const { refusal } = await played(
      preparation("recordPriorAgreement", { recordPriorAgreement: { casContract: false, doctor: "Dr. X" } }),
    );
    expect(refusal).toMatchObject({ kind: "invalid", code: "NO_CAS_CONTRACT", field: "casContract", rule: "E112-12" });
  });

  test("E112-13 it waits until everything that exists is translated into the language of the country", async () => {
    const french: Entry = [
      "recordTranslations",
      "2026-03-10",
      { existing: ["ct"], translated: ["ct"], language: "fr" },
    ];
    const part: Entry = [
      "recordTranslations",
      "2026-03-11",
      { existing: ["ct", "rmn"], translated: ["ct"], language: "de" },
    ];
    const rest: Entry = [
      "recordTranslations",
      "2026-03-12",
      { existing: ["rmn"], translated: ["rmn"], language: "de" },
    ];
    const agreed = preparation("recordPriorAgreement");
    const { state, waits } = await played([...agreed, french, part]);
    expect(waits).toEqual(["translate-documents"]);
    const told = line(e112View(state), "translate-documents");
    expect(told).toMatchObject({ status: "lacking", lacks: [{ rule: "E112-18" }] });
    expect(codesOf(told.warnings)).toEqual(["OTHER_LANGUAGE"]);
    expect((await played([...agreed, french, part, rest])).waits).toEqual(["request-acceptance"]);
  });

  test.each([
    ["E112-14", "biletIesire"],
    ["E112-15", "analizeMedicale"],
    ["E112-16", "rapoarteMedicale"],
    ["E112-17", "histopatologie"],
    ["E112-18", "rmn"],
    ["E112-19", "ct"],
    ["E112-20", "petCt"],
    ["E112-21", "radiologie"],
    ["E112-22", "ecografie"],
    ["E112-13", "altele"],
  ])("%s what exists and is not translated is named: %s", async (rule, kind) => {
    const payload = { existing: [kind], translated: [], language: "de" };
    const { state, waits } = await played(preparation("recordTranslations", { recordTranslations: payload }));
    expect(waits).toEqual(["translate-documents"]);
    expect(line(e112View(state), "translate-documents").lacks).toMatchObject([{ rule }]);
  });

  test("E112-13 a paper that comes meanwhile does not stand for the translations", async () => {
    const paper: Entry = ["addDocument", "2026-03-04", { documents: [{ kind: "altDocument", form: "copy" }] }];
    const { waits } = await played([...preparation("recordPriorAgreement"), paper]);
    expect(waits).toEqual(["translate-documents"]);
  });

  test("E112-23 a translator who is not specialised is a warning, never a block", async () => {
    const payload = {
      existing: ["ct"],
      translated: ["ct"],
      language: "de",
      translator: { name: "X", specialised: false },
    };
    const { state, waits } = await played(preparation("recordTranslations", { recordTranslations: payload }));
    expect(waits).toEqual(["request-acceptance"]);
    expect(line(e112View(state), "translate-documents").warnings).toMatchObject([
      { code: "TRANSLATOR_NOT_SPECIALISED", rules: ["E112-23"] },
    ]);
  });

  test.each([
    ["E112-24", { ...REQUEST, byEmail: false }, "NOT_BY_EMAIL", "byEmail"],
    ["E112-26", { ...REQUEST, asksAcceptance: false }, "ACCEPTANCE_NOT_ASKED", "asksAcceptance"],
    ["E112-27", { ...REQUEST, asksCompleteCost: false }, "COST_NOT_ASKED", "asksCompleteCost"],
  ])("%s the request", async (rule, payload, code, field) => {
    const { refusal } = await played(preparation("sendRequestToClinic", { sendRequestToClinic: payload }));
    expect(refusal).toMatchObject({ kind: "invalid", code, field, rule });
  });

  test("E112-25 the request waits until the doctor abroad was phoned, and counts from its own day", async () => {
    const unphoned = preparation("sendRequestToClinic", { sendRequestToClinic: { ...REQUEST, phoned: false } });
    const { state, waits } = await played(unphoned);
    expect(waits).toEqual(["request-acceptance"]);
    expect(line(e112View(state), "request-acceptance").lacks).toMatchObject([{ rule: "E112-25" }]);
    const phoned = await played([...unphoned, ["sendRequestToClinic", "2026-03-20", REQUEST]]);
    expect(phoned.waits).toEqual(["await-acceptance"]);
    const sent = phoned.state.facts.request?.act ?? 0;
    expect(phoned.state.acts[sent]?.dates["occurredOn"]).toBe("2026-03-12");
  });

  test("E112-28 a clinic that refuses: the request goes to another one, which is named", async () => {
    const refused: Entry[] = [...preparation("sendRequestToClinic"), ["recordClinicRefusal", "2026-03-20"]];
    const { waits } = await played(refused);
    expect(waits).toEqual(["request-acceptance#2"]);
    const unnamed = await played([...refused, ["sendRequestToClinic", "2026-03-21", REQUEST]]);
    expect(unnamed.refusal).toMatchObject({ code: "CLINIC_NEEDED", field: "clinic" });
    const clinic = { name: "AKH", country: "AT" };
    const other = await played([
      ...refused,
      ["sendRequestToClinic", "2026-03-21", { ...REQUEST, clinic }],
      ["recordAcceptance", "2026-03-30", { acceptance: ACCEPTANCE }],
    ]);
    expect(other.waits).toEqual(["legalise-translation"]);
    expect(other.state.facts.clinic).toEqual({ country: "AT" });
  });

  test("E112-28 what the clinic that refused had accepted does not stand for the next one", async () => {
    const lacking = { recordAcceptance: { acceptance: { ...ACCEPTANCE, unitStamp: false } } };
    const { state } = await played([
      ...preparation("recordAcceptance", lacking),
      ["recordClinicRefusal", "2026-03-30"],
      ["sendRequestToClinic", "2026-03-31", { ...REQUEST, clinic: { name: "AKH", country: "AT" } }],
    ]);
    expect(e112View(state).acceptance.contents.filter(({ present }) => present)).toEqual([]);
  });

  test("E112-24 a file without a clinic names it in the request", async () => {
    const unknown = { patient: ADULT, applicant: { role: "patient" } };
    const { refusal } = await played(preparation("sendRequestToClinic"), unknown);
    expect(refusal).toMatchObject({ code: "CLINIC_NEEDED" });
    const named = { sendRequestToClinic: { ...REQUEST, clinic: CLINIC } };
    expect((await played(preparation("sendRequestToClinic", named), unknown)).waits).toEqual(["await-acceptance"]);
  });

  test.each([
    ["E112-29", { doctorSignature: false }],
    ["E112-29", { doctorStamp: false }],
    ["E112-30", { unitStamp: false }],
    ["E112-31", { doctorAgrees: false }],
    ["E112-31", { managementAgrees: false }],
    ["E112-32", { necessity: false }],
    ["E112-33", { travelSafe: false }],
    ["E112-34", { periodTo: undefined }],
    ["E112-37", { estimatedCost: undefined }],
  ])("%s an acceptance that lacks it is recorded, and the step waits for another", async (rule, lack) => {
    const lacking = { recordAcceptance: { acceptance: { ...ACCEPTANCE, ...lack } } };
    const { state, waits } = await played(preparation("recordAcceptance", lacking));
    expect(waits).toEqual(["await-acceptance"]);
    expect(line(e112View(state), "await-acceptance")).toMatchObject({ status: "lacking", lacks: [{ rule }] });
    const again: Entry = ["recordAcceptance", "2026-03-30", { acceptance: ACCEPTANCE }];
    expect((await played([...preparation("recordAcceptance", lacking), again])).waits).toEqual([
      "legalise-translation",
    ]);
  });

  test("E112-A6 a scan goes on to E4, but not into the dossier", async () => {
    const scan = { recordAcceptance: { acceptance: { ...ACCEPTANCE, form: "scan" } } };
    expect((await played(preparation("recordAcceptance", scan))).waits).toEqual(["legalise-translation"]);
    const scanned = ADULT_DOSSIER.map((each) => (each.kind === "acceptClinica" ? { ...each, form: "scan" } : each));
    const { state, waits } = await played(
      preparation("assembleDossier", { ...scan, assembleDossier: { documents: scanned } }),
    );
    expect(waits).toEqual(["assemble-dossier"]);
    expect(line(e112View(state), "assemble-dossier").lacks).toMatchObject([{ rule: "E112-69" }]);
  });

  test("E112-40 the original of the translation is not left with the doctor", async () => {
    const { refusal } = await played(
      preparation("recordLegalisedTranslation", { recordLegalisedTranslation: { originalKeptBy: "doctor" } }),
    );
    expect(refusal).toMatchObject({ code: "ORIGINAL_WITH_DOCTOR", rule: "E112-40" });
  });

  test("E112-51 a report that lacks a letter of point 7 waits for another (E112-A12)", async () => {
    const report = { ...REPORT, point7: { ...REPORT.point7, d: false } };
    const lacking = { recordMedicalReport: { report, doctor: "Dr. Ionescu", casContract: true } };
    const { state, waits } = await played(preparation("recordMedicalReport", lacking));
    expect(waits).toEqual(["medical-report"]);
    expect(line(e112View(state), "medical-report").lacks).toMatchObject([{ rule: "E112-51" }]);
  });

  test("E112-52 a report is not entered as of a day before its own date", async () => {
    const report = { ...REPORT, datedOn: "2026-04-11" };
    const { refusal } = await played(
      preparation("recordMedicalReport", { recordMedicalReport: { report, doctor: "Dr. Ionescu", casContract: true } }),
    );
    expect(refusal).toMatchObject({ code: "DATE_ORDER", field: "occurredOn" });
  });

  test("once the application is registered, a new acceptance has to be whole", async () => {
    const { refusal } = await played([
      ...preparation("registerApplication"),
      ["recordAcceptance", "2026-04-18", { acceptance: { ...ACCEPTANCE, unitStamp: false } }],
    ]);
    expect(refusal).toMatchObject({ code: "CONTENT_LACKING", field: "acceptance.unitStamp", rule: "E112-30" });
  });
});
