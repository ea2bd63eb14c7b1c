/** The bar of MOH-98 in another county, and companions by the child's age, over HTTP. */
import { expect, test } from "@jest/globals";
import type { MohCaseView } from "../../domain/case/view.ts";
import { ADULT, CHILD_DOSSIER, OFFER, PARENT } from "../support/moh-file.ts";
import { engineWorld, type Filed } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";

const world = await engineWorld();
const { file, given, give } = world;
const ON = "2026-06-15";
const LATE = { occurredOn: ON, lateReason: "întârziere" };
const CNP = "1800501123455";

/** A file whose clinic is paid and whose patient is back. */
async function returned({ view: filed }: Filed, companions: unknown[] = []): Promise<MohCaseView> {
  return await after(filed, wayTo(companions));
}

async function after(
  filed: MohCaseView,
  acts: readonly (readonly [PersonName, string, unknown?])[],
): Promise<MohCaseView> {
  let view = filed;
  for (const [name, type, payload = {}] of acts) view = await given(name, view, type, payload, LATE);
  return view;
}

function wayTo(companions: unknown[]): (readonly [PersonName, string, unknown?])[] {
  return [
    ["officer", "sendToCommission"],
    ["secretary", "beginExamination"],
    ["secretary", "finishExamination", { decision: "approved" }],
    [
      "officer",
      "registerDecision",
      {
        decision: "approved",
        minutes: { urgencyClass: "B", clinics: ["A", "B"].map((name) => ({ name, country: "DE" })) },
      },
    ],
    ["officer", "sendClinicRequest", { clinic: "clinic-1", evidence: "x" }],
    ["officer", "sendClinicRequest", { clinic: "clinic-2", evidence: "x" }],
    ["officer", "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }],
    ["officer", "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }],
    ["officer", "sendToMinistry", { proposedClinic: "clinic-1" }],
    ["ministry", "registerAtMinistry"],
    [
      "ministry",
      "decideAtMinistry",
      { decision: "approved", clinic: "clinic-1", amount: OFFER.costTotal, currency: "EUR" },
    ],
    ["ministry", "confirmFunds", { sufficient: true }],
    ["ministry", "recordLabourMinistryPart", { bearsPart: false }],
    ["ministry", "recordGovernmentDecision", { number: "HG 1" }],
    ["ministry", "recordPublication", { gazette: "nr. 1" }],
    ["officer", "recordDisposition", {}],
    ["officer", "payClinic", { clinic: "clinic-1", amount: OFFER.costTotal, currency: "EUR" }],
    ["officer", "recordDeparture", { companions }],
    ["officer", "recordReturn", {}],
  ];
}

test("MOH-98, DEC-12: a missed check bars the same person in any county until it is lifted; the name alone bars nobody", async () => {
  const patient = { ...ADULT, cnp: CNP };
  const view = await returned(await file("officer", { ...LATE, patient }));
  const way = wayTo([]);
  const decision = way.findIndex(([, type]) => type === "decideAtMinistry");
  const other = await after((await file("officer", { ...LATE, patient })).view, way.slice(0, decision));
  const missed = await given("officer", view, "confirmMissedCheck", { confirmedBy: "dr. X" });
  // A request that was open before is not approved either; a rejection is.
  const [, , approval] = way[decision] ?? [];
  const refused = await give("ministry", other, "decideAtMinistry", approval, LATE);
  expect([refused.status, refused.body.code]).toEqual([409, "PERSON_BARRED"]);
  const again = (more: Record<string, unknown>): Promise<Filed> =>
    file("stranger", { patient: { ...patient, domicileCounty: "BH", ...more } });
  await expect(again({})).rejects.toThrow(/PERSON_BARRED/);
  await expect(again({ cnp: undefined, surname: "POPÉSCU" })).rejects.toThrow(/PERSON_BARRED/);
  await expect(again({ surname: "Alta" })).rejects.toThrow(/PERSON_BARRED/);
  expect((await again({ cnp: "1800501123463" })).registrationNumber).toMatch(/^DSP-BH/);
  expect((await again({ cnp: undefined, birthDate: "1980-05-02" })).registrationNumber).toMatch(/^DSP-BH/);
  await given("supervisor", missed, "liftBar", { reason: "internat în acele zile" });
  expect((await again({})).registrationNumber).toMatch(/^DSP-BH/);
});

test("MOH-85, MOH-A22: the companions' travel, by the child's completed years on the day of departure", async () => {
  const child = (birthDate: string): Promise<Filed> =>
    file("officer", {
      ...LATE,
      patient: { ...ADULT, birthDate },
      filer: PARENT,
      documents: CHILD_DOSSIER,
    });
  const journeys = [{ companion: "M", direction: "outward", amount: "100", proof: "bilet" }];
  const claim = { journeys, currency: "EUR" };
  // Seven on the day after the departure.
  const six = await returned(await child("2019-06-16"), [{ name: "M" }]);
  expect((await give("officer", six, "settleCompanions", claim)).status).toBe(200);
  const seven = await returned(await child("2019-06-15"), [{ name: "M" }]);
  const refused = await give("officer", seven, "settleCompanions", claim);
  expect([refused.status, refused.body.code]).toEqual([409, "COMPANION_AGE"]);
});
