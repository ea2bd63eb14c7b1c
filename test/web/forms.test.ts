import type { z } from "zod";
import type { CaseView, MohCaseView } from "../../domain/case/view.ts";
import { E112_COMMAND_SCHEMAS } from "../../domain/commands/e112/index.schema.ts";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { OFFER_RULES } from "../../domain/commands/record-clinic-answer.schema.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { normalPath } from "../../web/forms/answer.ts";
import { checkDraft, payloadOf, toAmount } from "../../web/forms/check.ts";
import { MOH_FORMS } from "../../web/forms/moh/index.ts";
import { fillInOffer } from "../../web/forms/moh/OfferField.tsx";
import { OFFER_FIELDS } from "../../web/forms/moh/offer-fields.ts";
import { findForm } from "../../web/forms/registry.ts";
import { filledIn, setAt, textAt, type Values } from "../../web/forms/values.ts";
import { caseViewWith } from "./support/case-view.ts";
import { E112_FILLED } from "./support/e112-filled.ts";

const TODAY = plainDate("2026-11-20");
type FormType = keyof typeof MOH_FORMS;

const COMPLETE_OFFER = {
  letterhead: true,
  signature: true,
  clinicName: "AKH Wien",
  clinicAddress: "Währinger Gürtel 18-20",
  contactPerson: "Frau Huber",
  phone: "+43 1 40400",
  fax: "none",
  email: "office@akh.example",
  bankAccount: "AT61 1904 3002 3457 3201",
  patientSurname: "Țuțea",
  patientGivenName: "Ilinca",
  diagnosis: "Cardiopatie",
  costEvaluation: "1.500,00",
  costProcedure: "52 000",
  costPostEvaluation: "800",
  costPerDay: "610,5",
  costTotal: "60000",
  currency: "eur",
  paymentConditions: "în avans",
  admissionDate: "2027-01-15",
};

/** What a person fills in, form by form; each is to be taken by the schema of its command. */
const FILLED = {
  addDocument: {
    documents: [
      {
        kind: "analize",
        form: "copy",
        title: "",
        upload: { id: "0b7f7f6e-6c1c-4f0b-9a35-2f9a6b3f0c11", name: "a.pdf" },
      },
      { kind: "ciParinte2", form: "copy", waiver: { reason: "deces", proof: "certificat" } },
      { kind: "dovadaCorespondenta", form: "copy", clinic: "clinic-1" },
    ],
  },
  sendToCommission: {},
  beginExamination: {},
  finishExamination: { decision: "approved" },
  registerDecision: {
    decision: "approved",
    causes: "typed before the decision was changed",
    communicatedOn: "",
    minutes: {
      number: "12",
      receivedOn: "2026-11-19",
      urgencyClass: "A",
      clinics: [{ name: "AKH", country: "AT", city: "" }],
    },
  },
  notifyPatient: { channel: "post" },
  signUndertaking: { signedBy: "carer", clinics: ["clinic-1"] },
  sendClinicRequest: { clinic: "clinic-1", by: "DSP", evidence: "e-mail 1", translations: "" },
  recordClinicAnswer: { clinic: "clinic-1", kind: "offer", offer: COMPLETE_OFFER, note: "" },
  presentCorrespondence: { clinics: ["clinic-1"] },
  sendToMinistry: { proposedClinic: "", reasons: "" },
  reportDelay: { causes: "clinicile nu au răspuns" },
  registerDelayReport: {},
  intervene: { note: "" },
  registerAtMinistry: {},
  askForMinistryNumber: {},
  decideAtMinistry: {
    decision: "approved",
    clinic: "clinic-1",
    amount: "12.500,50",
    currency: "eur",
    vitalRisk: "5",
    benefit: "",
  },
  announceCommission: { silent: ["clinic-1"], refused: [], note: "" },
  registerNewMinutes: {
    awaited: true,
    what: "clinics",
    number: "13",
    urgencyClass: "",
    clinics: [{ name: "AKH", country: "AT" }],
  },
  closeWithoutClinic: { reason: "nicio clinică nu primește" },
  confirmFunds: { sufficient: "no", month: "2026-12", note: "" },
  chooseOwnExpense: { note: "cerere scrisă" },
  recordLabourMinistryPart: { bearsPart: "yes", part: "1.000,50", currency: "eur", confirmedOn: "2026-11-19" },
  recordGovernmentDecision: { number: "HG 900/2026" },
  recordPublication: { gazette: "nr. 812/14.10.2026" },
  recordDisposition: { number: "", receivedOn: "" },
  payClinic: {
    expected: { amount: "50000.00", currency: "EUR" },
    clinic: "clinic-1",
    amount: "49.000",
    currency: "EUR",
    explanation: "reducere",
    reference: "OP 7",
  },
  recordDeparture: { companions: [{ name: "Ana Pop", relation: "mama" }, {}] },
  recordReturn: { note: "" },
  fileJustification: {
    expected: { amount: "50000.00", currency: "EUR" },
    currency: "EUR",
    sums: [{ purpose: "tratament", amount: "50.000,00", document: "factura 1" }, {}],
  },
  recordFirstCheck: { doctor: "dr. Ionescu", findings: "" },
  scheduleAppointment: { appointmentOn: "2027-02-01" },
  recordLaterCheck: { appointment: "2", findings: "bine" },
  confirmMissedCheck: { appointment: "first", confirmedBy: "dr. Ionescu" },
  liftBar: { reason: "internat" },
  drawOneYearReport: { sentToDspOn: "2026-11-19", report: "" },
  settleCompanions: {
    journeys: [{ companion: "Ana Pop", direction: "outward", amount: "150,5", proof: "bilet" }],
    currency: "EUR",
  },
  requestClinicCheckUp: { clinic: "clinic-1" },
  fundCheckUp: { decision: "approved", evaluation: "12/2026", minutes: "PV 3", amount: "", currency: "" },
  fileExpenseClaim: {
    currency: "EUR",
    expenses: [{ kind: "transport", date: "2026-11-01", amount: "99,90", proof: "bilet", description: "" }],
  },
  settleClaim: {
    lines: [
      { verdict: "reimbursable", amount: "99.90", granted: "99,90" },
      { verdict: "on-approval-day", amount: "10.00", granted: "0", reason: "înainte de oră" },
    ],
  },
  recordDeath: { diedOn: "2026-11-18", note: "" },
  announceDeath: { announcedBy: "fiica" },
  drawStatementOfExpenses: { currency: "EUR", sums: [{ purpose: "transport", amount: "100" }] },
  correctContact: { whose: "filer", email: "ana@example.ro" },
  correctDate: { correction: { corrects: 3, field: "receivedOn", date: "2026-11-18" }, reason: "greșeală" },
  suspendDeadline: {
    deadline: "MOH-69",
    causedBy: "PATIENT_SIDE",
    cause: "se așteaptă o traducere",
    legalBasis: "art. 5 din ordin",
  },
  resumeDeadline: { deadline: "MOH-61:clinic-1" },
  withdrawApplication: { reason: "renunță" },
} as const satisfies Record<FormType, Values>;

interface Example {
  readonly process: CaseView["process"];
  readonly type: string;
  readonly values: Values;
  readonly schema: z.ZodType;
}

/** Each form of each process, filled in. */
const EXAMPLES: readonly Example[] = [
  ...(Object.keys(FILLED) as FormType[]).map((type) => ({
    process: "moh" as const,
    type,
    values: FILLED[type],
    schema: MOH_COMMAND_SCHEMAS[type].payload,
  })),
  ...(Object.keys(E112_FILLED) as (keyof typeof E112_FILLED)[]).map((type) => ({
    process: "e112" as const,
    type,
    values: E112_FILLED[type],
    schema: E112_COMMAND_SCHEMAS[type].payload,
  })),
];

describe("forms", () => {
  test.each(EXAMPLES)("$process: $type sends what its schema takes", ({ process, type, values, schema }) => {
    const form = findForm({ process }, type);
    if (form === undefined) throw new Error(`no form ${type}`);
    const parsed = schema.safeParse(payloadOf(form, values));
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(checkDraft(form, { values, touched: true }, TODAY)).toEqual({});
  });

  test("MOH-84, MOH-94 a sum that is not the one expected asks why, in another currency too", () => {
    const asked = (values: Values, type: "payClinic" | "fileJustification") =>
      Object.keys(checkDraft(MOH_FORMS[type], { values, touched: true }, TODAY));
    const paid = { ...FILLED.payClinic, explanation: "" };
    expect(asked(paid, "payClinic")).toEqual(["explanation"]);
    expect(asked({ ...paid, amount: "50.000,00" }, "payClinic")).toEqual([]);
    expect(asked({ ...paid, amount: "50.000,00", currency: "ron" }, "payClinic")).toEqual(["explanation"]);
    const sums = (amount: string) => ({ ...FILLED.fileJustification, sums: [{ purpose: "x", amount }, {}] });
    expect(asked(sums("49.999,99"), "fileJustification")).toEqual(["explanation"]);
    expect(asked(sums("50.000,00"), "fileJustification")).toEqual([]);
    expect(asked({ ...FILLED.fileJustification, sums: [] }, "fileJustification")).toEqual([
      "sums.0.purpose",
      "sums.0.amount",
    ]);
  });

  test("MOH-93, DEC-15 a held line is to be decided with its reason, a cut one explained", () => {
    const held = { lines: [{ verdict: "on-approval-day", amount: "10.00", granted: "" }] };
    expect(Object.keys(checkDraft(MOH_FORMS.settleClaim, { values: held, touched: true }, TODAY))).toEqual([
      "lines.0.granted",
      "lines.0.reason",
    ]);
    const cut = { lines: [{ verdict: "reimbursable", amount: "10.00", granted: "9,99" }] };
    expect(Object.keys(checkDraft(MOH_FORMS.settleClaim, { values: cut, touched: true }, TODAY))).toEqual([
      "lines.0.reason",
    ]);
  });

  test("MOH-85, MOH-89 what this file cannot have is told instead of the form", () => {
    const treatment = (departedOn?: string): Partial<MohCaseView> => ({
      treatment: {
        appointments: [],
        checkUps: [],
        ...(departedOn === undefined
          ? {}
          : { departure: { act: 1, on: plainDate(departedOn), companions: [{ name: "Ana" }] } }),
      },
    });
    const patient = { birthDate: "2019-11-21" };
    const why = (view: Partial<MohCaseView>) =>
      MOH_FORMS.settleCompanions.blocked?.(caseViewWith({ patient, view }))?.message;
    expect(why(treatment())).toBe("companions.noDeparture");
    expect(why(treatment("2026-11-20"))).toBeUndefined(); // the eve of the seventh birthday
    expect(why(treatment("2026-11-21"))).toBe("companions.tooOld");
    expect(MOH_FORMS.chooseOwnExpense.blocked?.(caseViewWith({ view: { urgencyClass: "B" } }))).toBeDefined();
    expect(MOH_FORMS.chooseOwnExpense.blocked?.(caseViewWith({ view: { urgencyClass: "A" } }))).toBeUndefined();
  });

  test("MOH-29 a field that is hidden is not sent", () => {
    expect(payloadOf(MOH_FORMS.registerDecision, FILLED.registerDecision)).not.toHaveProperty("causes");
  });

  test("MOH-29 MOH-30 MOH-31 a rejection asks for its three contents", () => {
    const wrong = checkDraft(MOH_FORMS.registerDecision, { values: { decision: "rejected" }, touched: true }, TODAY);
    expect(Object.keys(wrong).toSorted()).toEqual(["causes", "medicalConduct", "recommendedUnitInRomania"]);
  });

  test("MOH-43 to MOH-60 the offer asks for every field of Annex 10, each by its rule", () => {
    expect(Object.fromEntries(OFFER_FIELDS.map(({ name, rule }) => [name, rule]))).toEqual(OFFER_RULES);
    const values = { clinic: "clinic-1", kind: "offer", offer: {} };
    const wrong = checkDraft(MOH_FORMS.recordClinicAnswer, { values, touched: true }, TODAY);
    expect(Object.keys(wrong)).toHaveLength(OFFER_FIELDS.length);
  });

  test("MOH-A8 an incomplete offer may lack anything", () => {
    const values = { clinic: "clinic-1", kind: "incomplete-offer", offer: { costTotal: "48.000" } };
    expect(checkDraft(MOH_FORMS.recordClinicAnswer, { values, touched: true }, TODAY)).toEqual({});
    const payload = payloadOf(MOH_FORMS.recordClinicAnswer, values);
    expect(payload).toEqual({ ...values, offer: { costTotal: "48000" } });
    expect(MOH_COMMAND_SCHEMAS.recordClinicAnswer.payload.safeParse(payload).success).toBe(true);
  });

  test("a complete offer is filled in with the names of the clinic and the patient, and follows the clinic", () => {
    const view = caseViewWith({
      clinics: ["AKH Wien", "Royal Brompton"],
      patient: { surname: "Pop", givenName: "Ana" },
    });
    const first = fillInOffer({ clinic: "clinic-1", kind: "offer" }, view);
    expect(first).toHaveProperty("offer", { clinicName: "AKH Wien", patientSurname: "Pop", patientGivenName: "Ana" });
    const second = fillInOffer({ ...first, clinic: "clinic-2" }, view);
    expect(textAt(second, "offer.clinicName")).toBe("Royal Brompton");
    expect(fillInOffer({ clinic: "clinic-1", kind: "incomplete-offer" }, view)).not.toHaveProperty("offer");
  });

  test("an earlier date asks why it is entered late, a later one is refused", () => {
    const on = (occurredOn: string) =>
      checkDraft(MOH_FORMS.sendToCommission, { values: {}, touched: true, occurredOn }, TODAY);
    expect(on("2026-11-19")).toHaveProperty("lateReason");
    expect(on("2026-11-21")).toHaveProperty("occurredOn");
    expect(on("20.11")).toHaveProperty("occurredOn");
    expect(on("2026-11-20")).toEqual({});
  });

  test.each([
    ["12500", "12500"],
    ["12500.5", "12500.5"],
    ["12500,50", "12500.50"],
    ["12.500,50", "12500.50"],
    ["1.250.000", "1250000"],
    ["12 500", "12500"],
    ["o mie", "omie"],
  ])("the amount %s is sent as %s", (typed, sent) => {
    expect(toAmount(typed)).toBe(sent);
  });

  test.each([
    "payload.minutes.clinics.0.name",
    "minutes.clinics[0].name",
    "/payload/minutes/clinics/0/name",
    "body.payload.minutes.clinics.0.name",
  ])("the API’s path %s finds its field", (path) => {
    expect(normalPath(path)).toBe("minutes.clinics.0.name");
  });

  test("what is left empty is not sent, lists keep their places", () => {
    const values = setAt(setAt({ clinics: [{}, {}] }, "clinics.1.name", " AKH "), "minutes.number", "  ");
    expect(filledIn(values)).toEqual({ clinics: [{}, { name: "AKH" }] });
  });
});
