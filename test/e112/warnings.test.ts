/** What does not agree between the papers is told to a person and blocks nothing; claims are matched to the form by its number. */
import { describe, expect, test } from "@jest/globals";
import type { OpenedWords } from "../../domain/e112/period.ts";
import { e112View } from "../../domain/e112/view.ts";
import { ACCEPTANCE, REPORT } from "./support/papers.ts";
import { played, preparation } from "./support/rehearsed.ts";

const reported = (report: object, more: object = {}) => ({
  recordMedicalReport: { report: { ...REPORT, ...report }, doctor: "Dr. Ionescu", casContract: true, ...more },
});

async function warningsOfReport(report: object, more: object = {}, words: OpenedWords = {}): Promise<string[]> {
  const { state, waits } = await played(preparation("recordMedicalReport", reported(report, more)));
  expect(waits).toEqual(["assemble-dossier"]); // never a block
  const line = e112View(state, words).preparation.find(({ step }) => step === "medical-report");
  return line?.warnings.map(({ code }) => code) ?? [];
}

describe("the appointment, from the day of the request, the 12th of March (E112-35, E112-36, E112-A5)", () => {
  test.each([
    ["2026-06-11", ["APPOINTMENT_SOON"]],
    ["2026-06-12", []],
    ["2026-08-12", []],
    ["2026-08-13", ["APPOINTMENT_LATE"]],
  ])("beginning on %s", async (periodFrom, codes) => {
    const acceptance = { ...ACCEPTANCE, periodFrom, periodTo: "2026-09-30" };
    const { state, waits } = await played(preparation("recordAcceptance", { recordAcceptance: { acceptance } }));
    expect(waits).toEqual(["legalise-translation"]);
    const line = e112View(state).preparation.find(({ step }) => step === "await-acceptance");
    expect(line?.warnings.map(({ code }) => code)).toEqual(codes);
  });
});

describe("the report beside the acceptance (E112-A7, E112-A13, DEC-14)", () => {
  test.each([
    ["the same period and place", {}, []],
    ["another period", { periodFrom: "2026-07-02" }, ["PERIOD_DIFFERS"]],
    ["another end of it", { periodTo: "2026-07-21" }, ["PERIOD_DIFFERS"]],
    ["beyond the maximum period", { maxPeriodUntil: "2026-07-19" }, ["PERIOD_BEYOND_MAXIMUM"]],
    ["up to the maximum period", { maxPeriodUntil: "2026-07-20" }, []],
    ["another country", { country: "AT" }, ["OTHER_COUNTRY"]],
  ])("%s", async (_case, report, codes) => {
    expect(await warningsOfReport(report)).toEqual(codes);
  });

  test("a doctor without a contract is a warning here, as the text asks for it of the agreement alone", async () => {
    expect(await warningsOfReport({}, { casContract: false })).toEqual(["REPORT_DOCTOR_WITHOUT_CONTRACT"]);
  });

  test("another hospital, another doctor: compared by words that were opened, a spelling is no difference", async () => {
    const same = {
      clinic: { name: "Klinikum München", city: "München" },
      agreementDoctor: "Dr. Ştefan Ionescu",
      report: { hospital: "KLINIKUM MUNCHEN ", doctor: "dr Ștefan Ionescu" },
    };
    expect(await warningsOfReport({}, {}, same)).toEqual([]);
    const other = { ...same, report: { hospital: "Charité", doctor: "Dr. Pop" } };
    expect(await warningsOfReport({}, {}, other)).toEqual(["OTHER_HOSPITAL", "OTHER_DOCTOR"]);
  });
});

describe("E112-85 claims beside the form", () => {
  const CLAIM = { number: "7", from: "AOK", to: "CAS", amount: "14000.00", currency: "EUR" };

  /** Of a file whose forms were numbered in their order by the commit: 1, and 2 when the first was replaced. */
  async function differences(claim: object, replaced = false): Promise<string[]> {
    const { state } = await played([
      ...preparation("handOverCopy"),
      ...(replaced ? [["replaceForm", "2026-04-27", { reason: "-" }] as const] : []),
      ["receiveInvoice", "2026-08-20", { ...CLAIM, formNumber: "1", ...claim }],
    ]);
    state.numbers = Object.fromEntries(state.facts.forms.map(({ act }, index) => [act, String(index + 1)]));
    return e112View(state).invoices.flatMap((invoice) => invoice.differences.map(({ code }) => code));
  }

  test.each<[string, object, boolean, string[]]>([
    ["its form, within its validity", { careFrom: "2026-07-01", careTo: "2026-07-20", country: "DE" }, false, []],
    ["no form of the file", { formNumber: "9" }, false, ["UNKNOWN_FORM"]],
    ["a form that was replaced", {}, true, ["FORM_REPLACED"]],
    ["the form in its place", { formNumber: "2" }, true, []],
    ["care before the validity", { careFrom: "2026-06-30" }, false, ["CARE_OUTSIDE_VALIDITY"]],
    ["care after the validity", { careTo: "2026-07-21" }, false, ["CARE_OUTSIDE_VALIDITY"]],
    ["another country", { country: "FR" }, false, ["OTHER_COUNTRY"]],
  ])("%s", async (_case, claim, replaced, codes) => {
    expect(await differences(claim, replaced)).toEqual(codes);
  });
});
