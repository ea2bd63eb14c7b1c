/** The offers of a file side by side over HTTP: in lei at the rate of the day, and a proposal with its reasons (MOH-84). */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { MohCaseViewSchema } from "../../api/schemas/answers.ts";
import type { MohCaseView } from "../../domain/case/view.ts";
import { addDays } from "../../domain/plain-date.ts";
import { OFFER } from "../support/moh-file.ts";
import { engineWorld } from "./support/api-world.ts";

const world = await engineWorld();
const { file, give, given } = world;
const CLINICS = ["A", "B", "C"].map((name) => ({ name: `Klinik ${name}`, country: "DE" }));

/** A file whose three clinics answered: A is the cheapest, B admits earliest, C refused. */
async function withOffers(): Promise<MohCaseView> {
  let { view } = await file();
  view = await given("officer", view, "sendToCommission");
  view = await given("secretary", view, "beginExamination");
  view = await given("secretary", view, "finishExamination", { decision: "approved" });
  const minutes = { urgencyClass: "A", clinics: CLINICS };
  view = await given("officer", view, "registerDecision", { decision: "approved", minutes });
  view = await given("officer", view, "notifyPatient", {});
  for (const { id } of view.clinics)
    view = await given("officer", view, "sendClinicRequest", { clinic: id, evidence: "e-mail" });
  const offers = [
    { clinic: "clinic-1", offer: OFFER },
    { clinic: "clinic-2", offer: { ...OFFER, currency: "CHF", admissionDate: "2030-02-01" } },
  ];
  for (const offer of offers) view = await given("officer", view, "recordClinicAnswer", { kind: "offer", ...offer });
  return await given("officer", view, "recordClinicAnswer", { clinic: "clinic-3", kind: "refusal" });
}

let offered: MohCaseView;

beforeAll(async () => {
  offered = await withOffers();
});

async function read(caseId: string): Promise<MohCaseView> {
  return (await world.get("officer", `/api/cases/${caseId}`)).body as MohCaseView;
}

describe("the comparison", () => {
  test("without rates says so, and tells no cheapest", () => {
    expect(offered.comparison).toMatchObject({ withoutRate: ["CHF", "EUR"], cheapest: [], earliest: ["clinic-2"] });
    expect(offered.comparison?.offers.map(({ clinic }) => clinic)).toEqual(["clinic-1", "clinic-2"]);
  });

  test("each total stands in lei by the latest rate, with its day; an old rate is marked", async () => {
    const [fresh, old] = [addDays(offered.today, -3), addDays(offered.today, -11)];
    await world.post("ministry", "/api/exchange-rates", { currency: "EUR", date: fresh, rate: "4.9770" });
    await world.post("ministry", "/api/exchange-rates", { currency: "CHF", date: old, rate: "5.2345" });
    const { comparison, ...view } = await read(offered.caseId);
    expect(comparison?.offers.map(({ totalInLei, rate }) => [totalInLei, rate?.date, rate?.old])).toEqual([
      ["107005.50", fresh, false],
      ["112541.75", old, true],
    ]);
    expect(comparison).toMatchObject({ on: view.today, cheapest: ["clinic-1"], withoutRate: [] });
    expect(MohCaseViewSchema.parse({ ...view, comparison }).comparison).toEqual(comparison);
  });
});

describe("a proposal", () => {
  test("of a clinic that is dearer or later asks for reasons, and names the better offers", async () => {
    const dearer = await give("officer", offered, "sendToMinistry", { proposedClinic: "clinic-2" });
    expect([dearer.status, dearer.body.code]).toEqual([422, "CHOICE_NEEDS_REASONS"]);
    expect(dearer.body.fields).toMatchObject([{ path: "reasons", rule: "MOH-84" }]);
    expect(dearer.body.message).toBe(
      "Propunerea clinicii 2 (clinic-2) cere o motivare; oferte mai bune: mai ieftină: Klinik A.",
    );
    const later = await give("officer", offered, "sendToMinistry", { proposedClinic: "clinic-1" });
    expect(later.body.message).toMatch(/cu internarea mai devreme: Klinik B\.$/);
  });

  test("a stale page is told that it is stale, and not to give reasons", async () => {
    const stale = { ...offered, version: offered.version - 1 };
    const { body } = await give("officer", stale, "sendToMinistry", { proposedClinic: "clinic-2" });
    expect(body.code).toBe("STALE_VERSION");
  });

  test("with reasons goes to the Ministry, whose own reasons are kept with the approval", async () => {
    let view = await withOffers();
    const reasons = "Numai clinica B are experiență cu această boală.";
    view = await given("officer", view, "sendToMinistry", { proposedClinic: "clinic-2", reasons });
    view = await given("ministry", view, "registerAtMinistry");
    const approval = { decision: "approved", clinic: "clinic-2", amount: "21500.00", currency: "CHF" };
    view = await given("ministry", view, "decideAtMinistry", { ...approval, reasons: "Se însușește propunerea DSP." });
    const payloads = view.timeline.map(({ type, payload }) => [type, payload?.["reasons"]]);
    expect(payloads).toContainEqual(["sendToMinistry", reasons]);
    expect(payloads).toContainEqual(["decideAtMinistry", "Se însușește propunerea DSP."]);
    const { rows } = await world.pool.query("SELECT data::text AS text FROM events WHERE case_id = $1", [view.caseId]);
    expect(rows.map(({ text }: { text: string }) => text).join()).not.toMatch(/însușește|experiență/);
  });
});
