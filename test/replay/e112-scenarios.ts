/** The E112 files whose histories are recorded: the main line, a refusal, an issue after the departure, the passage to the Ministry. */
import type { WorkflowHandle } from "@temporalio/client";
import { preparation, type Entry } from "../e112/support/rehearsed.ts";
import { eventually, type SkippingWorld } from "../moh/support/files.ts";
import { E112File } from "../support/e112-file.ts";

type Recorded = (world: SkippingWorld) => Promise<{ readonly handle: WorkflowHandle }>;

const ON = "2026-03-02";
const SETTLED = { form: "E125", from: "CAS Cluj", to: "AOK Bayern", currency: "EUR" };

/** Gives the acts, each on its day. */
async function give(file: E112File, acts: readonly Entry[]): Promise<void> {
  for (const [type, on, payload = {}] of acts) await file.give(type, { on, payload });
}

export const E112_SCENARIOS: Readonly<Record<string, Recorded>> = {
  "e112-main-line": async (world) => {
    const file = await E112File.open(world, { on: ON, longHistoryEvents: 60 });
    await give(file, preparation("sendRequestToClinic"));
    const lacking = { form: "scan", doctorSignature: true };
    await give(file, [
      ["recordAcceptance", "2026-03-20", { acceptance: lacking }],
      ["recordClinicRefusal", "2026-03-21"],
      ["sendRequestToClinic", "2026-03-22", requestTo("AKH", "AT")],
      ...preparation("recordTreatmentDone").slice(3),
      ["receiveInvoice", "2026-09-01", { ...CLAIM, number: "1" }],
      [
        "settleInvoice",
        "2026-09-02",
        { ...SETTLED, invoice: "1", amount: "9000.00", differenceReason: "x", last: false },
      ],
      ["settleInvoice", "2026-09-03", { ...SETTLED, amount: "1.00" }],
    ]);
    return file;
  },

  "e112-refused": async (world) => {
    const file = await E112File.open(world, { on: ON });
    const conditions = { clinicInEu: true, clinicContracted: true, inBasicPackage: true, notTimelyInRomania: false };
    await give(file, [
      ...preparation("registerApplication"),
      ["checkInsuredStatus", "2026-04-17", { insured: false }],
      ["checkInsuredStatus", "2026-04-18", { insured: true }],
      ["analyseConditions", "2026-04-20", conditions],
      ["refuseApplication", "2026-04-21", { reason: "x" }],
      ["communicateRefusal", "2026-04-22"],
    ]);
    return file;
  },

  "e112-after-departure": async (world) => {
    const file = await E112File.open(world, { on: ON });
    await give(file, [
      ...preparation("analyseConditions"),
      ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }],
      ["drawForceMajeureReport", "2026-04-22", { reasons: "x" }],
      ["issueForm", "2026-04-23", { forceMajeure: true, couldNotIssueBefore: true, costPaid: false }],
      ["handOverCopy", "2026-04-23", { copy: 1, to: "issuer" }],
      ["replaceForm", "2026-04-24", { reason: "x" }],
      ["handOverCopy", "2026-04-24", { copy: 1, to: "issuer" }],
      ["handOverCopy", "2026-04-25", { copy: 2, to: "applicant" }],
      ["cancelForm", "2026-05-01", { reason: "x", applicantGivesUp: true }],
    ]);
    return file;
  },

  "e112-passage": async (world) => {
    const file = await E112File.open(world, { on: ON, payload: { clinic: { name: "Clinic", country: "US" } } });
    await give(file, [
      ...preparation("recordPriorAgreement"),
      ["moveToMinistryRoute", "2026-03-05", { dsp: "DSP-CJ" }],
    ]);
    // The file at the DSP is there.
    await eventually(async () => {
      if ((await file.handle.describe()).status.name !== "COMPLETED") throw new Error("not yet");
    });
    return file;
  },
};

const CLAIM = { formNumber: "E112-1", from: "AOK Bayern", to: "CAS Cluj", amount: "14000.00", currency: "EUR" };

function requestTo(name: string, country: string): Record<string, unknown> {
  return { clinic: { name, country }, phoned: true, asksAcceptance: true, asksCompleteCost: true };
}
