import { ACCEPTANCE_CONTENTS } from "../../domain/e112/acceptance.ts";
import { REPORT_CONTENTS } from "../../domain/e112/report.ts";
import type { E112CaseView } from "../../domain/case/view.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { checkDraft, payloadOf } from "../../web/forms/check.ts";
import { shownFields } from "../../web/forms/describe.ts";
import { ACCEPTANCE_LINES } from "../../web/forms/e112/acceptance.tsx";
import { E112_FORMS } from "../../web/forms/e112/index.ts";
import type { ContentLine } from "../../web/forms/e112/PaperContents.tsx";
import { REPORT_LINES } from "../../web/forms/e112/report.tsx";
import { setAt, type Values } from "../../web/forms/values.ts";
import { e112ViewWith } from "./support/e112-case-view.ts";
import { E112_FILLED } from "./support/e112-filled.ts";

const TODAY = plainDate("2026-11-20");
type FormType = keyof typeof E112_FORMS;

const CLINIC = { name: "Charité", country: "DE", city: "Berlin", publicInsuranceContract: true };
const OPENED = ["openFile", { clinic: CLINIC, inBasicPackage: true }] as const;
const ACCEPTED = [
  "recordAcceptance",
  { acceptance: { form: "scan", unitStamp: true, periodFrom: "2027-03-01", periodTo: "2027-03-20" } },
] as const;

/** What the file proposes in a form. */
function proposed(type: FormType, view: E112CaseView): Values {
  return E112_FORMS[type].initial?.(view) ?? {};
}

function shownPaths(type: FormType, values: Values): string[] {
  return shownFields(E112_FORMS[type], values).map(({ path }) => path);
}

function wrong(type: FormType, values: Values): string[] {
  return Object.keys(checkDraft(E112_FORMS[type], { values, touched: true }, TODAY));
}

describe("forms of E112 files", () => {
  const idsOf = (lines: readonly ContentLine[]) =>
    lines.flatMap(({ id, letter }) => [id, ...(letter === undefined ? [] : [letter.id])]);

  test("E112-29 … E112-58 every content of acceptance and report has its line, in the order of the guide", () => {
    expect(idsOf(ACCEPTANCE_LINES)).toEqual(ACCEPTANCE_CONTENTS.map(({ id }) => id));
    expect(idsOf(REPORT_LINES)).toEqual(REPORT_CONTENTS.map(({ id }) => id));
  });

  test("E112-29 … E112-37 what is not ticked is sent as not there; the cost is exact", () => {
    expect(payloadOf(E112_FORMS.recordAcceptance, E112_FILLED.recordAcceptance)).toEqual({
      acceptance: {
        form: "scan",
        doctorSignature: true,
        doctorStamp: false,
        unitStamp: false,
        doctorAgrees: false,
        managementAgrees: false,
        necessity: false,
        travelSafe: false,
        periodFrom: "2027-03-01",
        estimatedCost: { amount: "12500.5", currency: "EUR" },
      },
    });
    const ends = setAt(E112_FILLED.recordAcceptance, "acceptance.periodTo", "2027-02-28");
    expect(wrong("recordAcceptance", ends)).toEqual(["acceptance.periodTo"]);
  });

  test("E112-55 … E112-58 the report is proposed the clinic’s place, the acceptance’s period and the doctor who agreed", () => {
    const agreed = ["recordPriorAgreement", { doctor: "dr. Ionescu", casContract: true }] as const;
    expect(proposed("recordMedicalReport", e112ViewWith({ acts: [OPENED, agreed, ACCEPTED] }))).toEqual({
      doctor: "dr. Ionescu",
      casContract: true,
      report: {
        country: "DE",
        city: "Berlin",
        hospital: "Charité",
        periodFrom: "2027-03-01",
        periodTo: "2027-03-20",
      },
    });
  });

  test("E112-28 an acceptance is proposed again to be completed, but not that of a clinic that refused", () => {
    const refused = ["recordClinicRefusal", {}] as const;
    const asked = ["sendRequestToClinic", { clinic: { name: "AKH", country: "AT" } }] as const;
    const of = (...acts: Parameters<typeof e112ViewWith>[0]["acts"] & object) =>
      proposed("recordAcceptance", e112ViewWith({ acts }))["acceptance"];
    expect(of(OPENED, ACCEPTED)).toEqual(ACCEPTED[1].acceptance);
    expect(of(OPENED, ACCEPTED, refused)).toEqual({});
    expect(of(OPENED, ACCEPTED, refused, asked)).toEqual({});
  });

  test("E112-24 the clinic is asked for while the file has none, and after a refusal", () => {
    const of = (...acts: Parameters<typeof e112ViewWith>[0]["acts"] & object) =>
      wrong("sendRequestToClinic", proposed("sendRequestToClinic", e112ViewWith({ acts })));
    expect(of()).toEqual(["clinic.name", "clinic.country"]);
    expect(of(OPENED)).toEqual([]);
    expect(of(OPENED, ["recordClinicRefusal", {}])).toEqual(["clinic.name", "clinic.country"]);
  });

  test("E112-13 a document that was recorded as existing is still to be translated; the language is that of the clinic", () => {
    const before = ["recordTranslations", { existing: ["rmn", "ct"], translated: ["ct"], language: "de" }] as const;
    expect(proposed("recordTranslations", e112ViewWith({ acts: [OPENED, before] }))).toEqual({
      papers: { rmn: "existing", ct: "translated" },
      language: "de",
    });
    expect(proposed("recordTranslations", e112ViewWith({ acts: [OPENED] }))).toMatchObject({ language: "de" });
    expect(wrong("recordTranslations", { papers: {}, language: "de" })).toEqual(["papers"]);
  });

  test("E112-73, E112-A10, E112-A11 of an adult the own status is asked, of a child that of the parents that are not waived", () => {
    const asked = (wanted: Parameters<typeof e112ViewWith>[0], typed: Values = {}) =>
      shownPaths("checkInsuredStatus", { ...proposed("checkInsuredStatus", e112ViewWith(wanted)), ...typed });
    const waiver = { proof: "death", on: TODAY } as const;
    expect(asked({})).toEqual(["insured", "reason"]);
    expect(asked({ minor: true })).toEqual(["parent1Insured", "parent2Insured", "reason"]);
    expect(asked({ minor: true, e112: { waiver } })).toEqual(["parent1Insured", "reason"]);
    const one = { parent1Insured: true, parent2Insured: false };
    expect(asked({ minor: true }, one)).toEqual(["parent1Insured", "parent2Insured", "insured", "reason"]);
    expect(wrong("checkInsuredStatus", { of: "parents", ...one })).toEqual(["insured", "reason"]);
  });

  test("E112-02 the answer about the country follows from it; the time is left to the house", () => {
    expect(proposed("analyseConditions", e112ViewWith({ acts: [OPENED] }))).toEqual({
      clinicInEu: true,
      clinicContracted: true,
      inBasicPackage: true,
    });
    const abroad = ["openFile", { clinic: { name: "Anadolu", country: "TR" } }] as const;
    expect(proposed("analyseConditions", e112ViewWith({ acts: [abroad] }))).toEqual({ clinicInEu: false });
  });

  test("E112-83 force majeure is asked about only when the patient had left", () => {
    const asked = (departedOn?: string) =>
      shownPaths(
        "issueForm",
        proposed(
          "issueForm",
          e112ViewWith({ acts: departedOn === undefined ? [] : [["recordDeparture", { departedOn }]] }),
        ),
      );
    expect(asked()).toEqual(["validity", "name", "treatment"]);
    expect(asked("2026-11-20")).toEqual(["validity", "name", "treatment"]);
    expect(asked("2026-11-19")).toEqual([
      "validity",
      "name",
      "treatment",
      "forceMajeure",
      "couldNotIssueBefore",
      "costPaid",
    ]);
  });

  test("E112-80, E112-81 the copy that is left is proposed, and goes where it belongs", () => {
    const form = { name: "S2", state: "valid", number: "E112-CAS-CJ/2026/000001" } as const;
    const view = e112ViewWith({
      e112: {
        forms: [
          {
            ...form,
            copies: [
              { copy: 1, to: "issuer", on: TODAY },
              { copy: 2, to: "applicant" },
            ],
          },
        ],
      },
    });
    expect(payloadOf(E112_FORMS.handOverCopy, proposed("handOverCopy", view))).toEqual({
      copy: 2,
      to: "applicant",
      receivedBy: "Pop Ana",
    });
    expect(payloadOf(E112_FORMS.handOverCopy, { copy: "1", receivedBy: "Pop Ana" })).toEqual({ copy: 1, to: "issuer" });
  });

  test("E112-85 a received invoice brings its parties and its sum; what differs asks why", () => {
    const claim = { number: "E125/77", from: "AOK", to: "CAS Cluj", amount: "12000.00", currency: "EUR" };
    const invoice = { number: "E125/77", amount: "12000.00", currency: "EUR", state: "received" } as const;
    const view = (differences: E112CaseView["e112"]["invoices"][number]["differences"]) =>
      e112ViewWith({
        acts: [["receiveInvoice", claim]],
        e112: { invoices: [{ ...invoice, differences }] },
      });
    const chosen = proposed("settleInvoice", view([]));
    expect(payloadOf(E112_FORMS.settleInvoice, chosen)).toEqual({
      form: "E125",
      invoice: "E125/77",
      from: "CAS Cluj",
      to: "AOK",
      amount: "12000.00",
      currency: "EUR",
      last: true,
    });
    expect(wrong("settleInvoice", chosen)).toEqual([]);
    expect(wrong("settleInvoice", { ...chosen, amount: "11.000" })).toEqual(["differenceReason"]);
    const unknown = { code: "UNKNOWN_FORM", text: { ro: "", en: "" } } as const;
    expect(wrong("settleInvoice", proposed("settleInvoice", view([unknown])))).toEqual(["differenceReason"]);
  });
});
