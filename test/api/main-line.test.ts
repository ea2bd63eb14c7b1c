/** One file through HTTP, from the registry to the Ministry's decision. */
import { describe, expect, test } from "@jest/globals";
import { CaseViewSchema } from "../../api/schemas/answers.ts";
import type { MohCaseView } from "../../domain/case/view.ts";
import { OFFER } from "../support/moh-file.ts";
import { engineWorld } from "./support/api-world.ts";

const world = await engineWorld();
const { file, give, given } = world;
const CLINICS = ["A", "B"].map((name) => ({ name: `Klinik ${name}`, country: "DE" }));

/** The institution of the person who may give the command. */
function houseOf({ allowedCommands }: MohCaseView, command: string): string | undefined {
  return allowedCommands.find(({ type }) => type === command)?.institution;
}

describe("the main line over HTTP", () => {
  test("MOH-21 … MOH-76: every act answers the file as it then is", async () => {
    const filed = await file();
    expect(filed.registrationNumber).toMatch(/^DSP-CJ\/\d{4}\/\d{6}$/);
    expect(filed.accessCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    let view = filed.view;
    expect(CaseViewSchema.parse(view)).toBeTruthy();
    expect(view.steps.map(({ step }) => step)).toEqual(["send-to-commission"]);
    view = await given("officer", view, "sendToCommission");
    expect(view.allowedCommands.map(({ type }) => type)).not.toContain("beginExamination");
    view = await given("secretary", view, "beginExamination");
    expect(houseOf(view, "correctDate")).toBe("cst");
    view = await given("secretary", view, "finishExamination", { decision: "approved" });
    view = await given("officer", view, "registerDecision", {
      decision: "approved",
      minutes: { urgencyClass: "A", clinics: CLINICS },
    });
    expect(view.clinics.map(({ id, name, status }) => [id, name, status])).toEqual([
      ["clinic-1", "Klinik A", "not-asked"],
      ["clinic-2", "Klinik B", "not-asked"],
    ]);
    view = await given("officer", view, "notifyPatient", {});
    view = await given("officer", view, "sendClinicRequest", { clinic: "clinic-1", evidence: "e-mail 1" });
    const early = await give("officer", view, "sendToMinistry");
    expect([early.status, early.body.code, early.body.message]).toEqual([
      409,
      "NOT_ALLOWED_NOW",
      "„Trimite la Minister” nu se poate face acum în acest dosar. Mai este nevoie de: 2 răspunsuri ale clinicilor (acum 0 din 2); o ofertă completă (acum 0 din 1); dovada corespondenței cu clinica 2 (clinic-2).",
    ]);
    view = await given("officer", view, "sendClinicRequest", { clinic: "clinic-2", evidence: "e-mail 2" });
    view = await given("officer", view, "recordClinicAnswer", {
      clinic: "clinic-1",
      kind: "offer",
      offer: { ...OFFER, costTotal: "99.00" },
    });
    expect(view.clinics[0]?.offerWarnings).toEqual([{ code: "TOTAL_DIFFERS", sum: "21500.00", total: "99.00" }]);
    view = await given("officer", view, "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal", note: "plin" });
    expect(view.clinics[1]).toMatchObject({ status: "refused", answers: [{ note: "plin" }] });
    view = await given("officer", view, "sendToMinistry");
    view = await given("ministry", view, "registerAtMinistry");
    expect(view.ministryNumber).toMatch(/^MS\//);
    expect([houseOf(view, "suspendDeadline"), houseOf(view, "correctDate")]).toEqual(["ministry", "ministry"]);
    view = await given("ministry", view, "decideAtMinistry", {
      decision: "approved",
      clinic: "clinic-1",
      amount: "99.00",
      currency: "EUR",
    });
    view = await given("officer", view, "notifyPatient", {});
    expect(view).toMatchObject({ status: "approved-by-ministry", state: "S10b" });
    expect(view.outcome).toBeUndefined();
    expect(CaseViewSchema.parse(view)).toBeTruthy();
    const page = await world.post(undefined, "/api/public/status", {
      registrationNumber: view.ministryNumber,
      accessCode: filed.accessCode,
    });
    expect(page.body).toMatchObject({ registrationNumber: view.ministryNumber, closed: false });
  });
});
