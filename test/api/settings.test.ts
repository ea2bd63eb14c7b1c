/** The readings that are settings (MOH-A4, MOH-A8, MOH-A22, E112-A2): who changes them, and that each changes what it should and only that. */
import { afterEach, describe, expect, test } from "@jest/globals";
import { MohCaseViewSchema } from "../../api/schemas/answers.ts";
import type { E112CaseView, MohCaseView } from "../../domain/case/view.ts";
import type { E112CommandType } from "../../domain/e112/commands.ts";
import type { SettingKey, SettingValue } from "../../domain/settings/settings.ts";
import type { SettingView } from "../../domain/settings/views.ts";
import { CLINIC, CONDITIONS } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { ADULT, CHILD_DOSSIER, OFFER, PARENT } from "../support/moh-file.ts";
import { engineWorld, type Answer } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";

const world = await engineWorld();
const { file, give, given } = world;
const SETTINGS = "/api/settings";

async function setting(key: SettingKey, by: PersonName = "officer"): Promise<SettingView> {
  const { body } = await world.get(by, SETTINGS);
  const found = (body.items as SettingView[]).find((item) => item.key === key);
  if (found === undefined) throw new Error(`no setting ${key}`);
  return found;
}

async function put(key: string, body: unknown, by: PersonName = "ministryAdmin"): Promise<Answer> {
  return await world.as(by, { method: "PUT", url: `${SETTINGS}/${key}`, body });
}

async function set(key: SettingKey, value: SettingValue): Promise<void> {
  const { version, house } = await setting(key);
  const by = house === "cnas" ? "cnasAdmin" : "ministryAdmin";
  const { status, text } = await put(key, { expectedVersion: version, value, reason: "hotărâre internă" }, by);
  if (status !== 200) throw new Error(text);
}

afterEach(async () => {
  await world.owner.query("DELETE FROM setting_changes");
});

describe("a change of a setting", () => {
  test("is kept with who, when, from what, to what and why; whoever is signed in reads it", async () => {
    const change = { expectedVersion: 0, value: 2, reason: "Nota 12", legalBasis: "Ordinul 50/2004, art. 5" };
    const { status, body } = await put("offers-needed", change);
    expect([status, body.value, body.version]).toEqual([200, 2, 1]);
    await set("offers-needed", 1);
    const read = await setting("offers-needed", "strangeSecretary");
    expect(read).toMatchObject({ reading: "MOH-A8", value: 1, default: 1, version: 2 });
    expect(read.history.map(({ from, to, by, reason, legalBasis }) => [from, to, by, reason, legalBasis])).toEqual([
      [2, 1, "Persoana ministryAdmin", "hotărâre internă", undefined],
      [1, 2, "Persoana ministryAdmin", "Nota 12", "Ordinul 50/2004, art. 5"],
    ]);
    expect((await world.get("officer", SETTINGS)).body.mayChange).toBe(false);
    expect((await world.get("ministryAdmin", SETTINGS)).body.mayChange).toBe(true);
  });

  test("on what somebody changed meanwhile is refused, saying who and what; the same change again stands", async () => {
    const change = { expectedVersion: 0, value: 2, reason: "Nota 12" };
    await put("offers-needed", change);
    expect((await put("offers-needed", change)).body.version).toBe(1);
    const late = await put("offers-needed", { ...change, reason: "altă notă" });
    expect([late.status, late.body.code, late.body.version]).toEqual([409, "SETTING_CHANGED", 1]);
    expect(late.body.message).toContain("Persoana ministryAdmin");
    expect(late.body.changes).toEqual([
      expect.objectContaining({ by: "Persoana ministryAdmin", title: expect.stringContaining("2 oferte complete") }),
    ]);
  });

  test.each([
    ["offers-needed", { value: 3 }, "value"],
    ["offers-needed", { value: "off" }, "value"],
    ["offers-needed", { value: 1 }, "value"],
    ["offers-needed", { value: "două" }, "value"],
    ["last-companion-age", { value: 7 }, "value"],
    ["examination-alert", { value: 4 }, "value"],
    ["examination-alert", { value: 251 }, "value"],
    ["examination-alert", { value: 10.5 }, "value"],
    ["offers-needed", { value: 2, reason: " " }, "reason"],
    ["offers-needed", { value: 2, reason: undefined }, "reason"],
    ["offers-needed", { value: 2, expectedVersion: undefined }, "expectedVersion"],
  ])("%s %j is refused for its %s, in words", async (key, wrong, field) => {
    const { status, body } = await put(key, { expectedVersion: 0, reason: "x", ...wrong });
    expect([status, body.fields[0].path]).toEqual([422, field]);
    expect(body.fields[0].message).not.toBe("");
  });

  test("is the Ministry's administrator's alone, of a setting that there is, and never rewritten", async () => {
    const change = { expectedVersion: 0, value: 2, reason: "x" };
    for (const by of [
      "admin",
      "strangeAdmin",
      "ministry",
      "ministryHead",
      "supervisor",
      "casAdmin",
      "cnasAdmin",
    ] as const)
      expect((await put("offers-needed", change, by)).status).toBe(403);
    expect((await put("nothing", change)).status).toBe(404);
    await set("offers-needed", 2);
    await expect(world.pool.query("UPDATE setting_changes SET value = '1'")).rejects.toThrow(/permission denied/);
    await expect(world.pool.query("DELETE FROM setting_changes")).rejects.toThrow(/permission denied/);
  });
});

const CLINICS = ["A", "B", "C"].map((name) => ({ name: `Klinik ${name}`, country: "DE" }));

/** A file whose decision is registered now. */
async function decided(): Promise<MohCaseView> {
  let { view } = await file();
  view = await given("officer", view, "sendToCommission");
  view = await given("secretary", view, "beginExamination");
  view = await given("secretary", view, "finishExamination", { decision: "approved" });
  return await given("officer", view, "registerDecision", {
    decision: "approved",
    minutes: { urgencyClass: "B", clinics: CLINICS },
  });
}

/** All clinics asked; the first offers, the second declines. */
async function answered(before: MohCaseView): Promise<MohCaseView> {
  let view = before;
  for (const clinic of ["clinic-1", "clinic-2", "clinic-3"])
    view = await given("officer", view, "sendClinicRequest", { clinic, evidence: "x" });
  view = await given("officer", view, "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER });
  return await given("officer", view, "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" });
}

describe("MOH-A8: complete offers needed", () => {
  test("of two, one offer and a refusal do not suffice; a file decided before, or after it was set back, keeps its own", async () => {
    const before = await decided();
    await set("offers-needed", 2);
    const during = await decided();
    await set("offers-needed", 1);
    const after = await decided();
    expect([before, during, after].map(({ sendable }) => sendable?.completeOffersNeeded)).toEqual([1, 2, 1]);

    expect((await answered(before)).sendable).toMatchObject({ sendable: true });
    const short = await answered(during);
    expect(short.sendable).toMatchObject({ sendable: false, completeOffers: 1, completeOffersNeeded: 2 });
    const refused = await give("officer", short, "sendToMinistry");
    expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining("acum 1 din 2")]);
    const enough = await given("officer", short, "recordClinicAnswer", {
      clinic: "clinic-3",
      kind: "offer",
      offer: OFFER,
    });
    expect((await given("officer", enough, "sendToMinistry")).status).toBe("sent-to-ministry");
  });

  test("a default is not written into a file, a rejection has none", async () => {
    const { caseId } = await decided();
    await set("offers-needed", 2);
    let { view } = await file();
    view = await given("officer", view, "sendToCommission");
    view = await given("secretary", view, "beginExamination");
    view = await given("secretary", view, "finishExamination", { decision: "rejected" });
    view = await given("officer", view, "registerDecision", {
      decision: "rejected",
      causes: "c",
      medicalConduct: "m",
      recommendedUnitInRomania: "s",
    });
    const { rows } = await world.pool.query<{ facts: Record<string, unknown> }>(
      "SELECT data->'act'->'facts' AS facts FROM events WHERE case_id = ANY ($1::uuid[]) AND data->'act'->>'type' = 'registerDecision'",
      [[caseId, view.caseId]],
    );
    expect(rows).toHaveLength(2);
    for (const { facts } of rows) expect(facts).not.toHaveProperty("offersNeeded");
  });
});

/** A child of six years whose file is paid and who is back, with a companion. */
async function childOfSix(): Promise<MohCaseView> {
  const late = { occurredOn: "2026-06-15", lateReason: "întârziere" };
  const filed = await file("officer", {
    ...late,
    patient: { ...ADULT, birthDate: "2020-01-10" },
    filer: PARENT,
    documents: CHILD_DOSSIER,
  });
  let { view } = filed;
  const minutes = { urgencyClass: "B", clinics: CLINICS.slice(0, 2) };
  const money = { clinic: "clinic-1", amount: OFFER.costTotal, currency: "EUR" };
  const acts: [PersonName, string, unknown?][] = [
    ["officer", "sendToCommission"],
    ["secretary", "beginExamination"],
    ["secretary", "finishExamination", { decision: "approved" }],
    ["officer", "registerDecision", { decision: "approved", minutes }],
    ["officer", "sendClinicRequest", { clinic: "clinic-1", evidence: "x" }],
    ["officer", "sendClinicRequest", { clinic: "clinic-2", evidence: "x" }],
    ["officer", "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }],
    ["officer", "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }],
    ["officer", "sendToMinistry", { proposedClinic: "clinic-1" }],
    ["ministry", "registerAtMinistry"],
    ["ministry", "decideAtMinistry", { decision: "approved", ...money }],
    ["ministry", "confirmFunds", { sufficient: true }],
    ["ministry", "recordLabourMinistryPart", { bearsPart: false }],
    ["ministry", "recordGovernmentDecision", { number: "HG 1" }],
    ["ministry", "recordPublication", { gazette: "nr. 1" }],
    ["officer", "recordDisposition", {}],
    ["officer", "payClinic", money],
    ["officer", "recordDeparture", { companions: [{ name: "M" }] }],
    ["officer", "recordReturn", {}],
  ];
  for (const [name, type, payload = {}] of acts) view = await given(name, view, type, payload, late);
  return view;
}

test("MOH-A22: with five as the last age, the companions of a child of six are refused, until it is six again", async () => {
  const view = await childOfSix();
  const claim = {
    journeys: [{ companion: "M", direction: "outward", amount: "100", proof: "bilet" }],
    currency: "EUR",
  };
  await set("last-companion-age", 5);
  const refused = await give("officer", view, "settleCompanions", claim);
  expect([refused.status, refused.body.code, refused.body.message]).toEqual([
    409,
    "COMPANION_AGE",
    expect.stringContaining("0–5 ani"),
  ]);
  await set("last-companion-age", 6);
  expect(MohCaseViewSchema.parse(await given("officer", view, "settleCompanions", claim))).toBeTruthy();
});

describe("E112-A2: the states of the list", () => {
  const LATE = { occurredOn: "2026-03-02", lateReason: "registrul casei" };
  const clinic = { ...CLINIC, country: "GB" };
  const opened = async (): Promise<E112CaseView> => (await world.open({ ...LATE, clinic })).view;

  async function carried(from: E112CaseView, upTo: E112CommandType): Promise<E112CaseView> {
    let view = from;
    const english = { recordTranslations: { existing: ["ct"], translated: ["ct"], language: "en" } };
    for (const [type, occurredOn, payload] of preparation(upTo, english))
      view = await given("cas", view, type, payload, { ...LATE, occurredOn });
    return view;
  }

  /** Whether the clinic meets condition A, and whether the Ministry's way is open. */
  const stands = ({ e112 }: E112CaseView) => [e112.conditions[0]?.met, e112.route.open];

  async function guided(country: string): Promise<string> {
    const met = { clinicContracted: true, inBasicPackage: true, notTimely: true, insured: true };
    return (await world.post(undefined, "/api/public/route", { country, ...met })).body.outcome;
  }

  test("is the CNAS's to set; the guide answers by the list of the day, and offers it", async () => {
    expect([await guided("CH"), await guided("GB")]).toEqual(["e112", "ministry"]);
    await set("s2-states", "CH,GB");
    expect([await guided("CH"), await guided("GB")]).toEqual(["e112", "e112"]);
    expect((await world.get(undefined, "/ce-cale")).text).toContain("Regatul Unit</option>");
    await set("s2-states", "none");
    expect([await guided("CH"), await guided("GB"), await guided("DE")]).toEqual(["ministry", "ministry", "e112"]);
    expect((await world.get(undefined, "/ce-cale")).text).not.toMatch(/Elveția|Regatul Unit/);
    const wrong = { country: "CH", clinicInEu: true };
    expect((await world.post(undefined, "/api/public/route", wrong)).body.fields).toMatchObject([
      { path: "clinicInEu", code: "CLINIC_COUNTRY", rule: "E112-02" },
    ]);
    expect((await setting("s2-states")).history.map(({ from, to }) => [from, to])).toEqual([
      ["CH,GB", "none"],
      ["CH", "CH,GB"],
    ]);
    const change = { expectedVersion: 2, value: "CH", reason: "x" };
    expect((await put("s2-states", change, "ministryAdmin")).status).toBe(403);
  });

  test("a file is judged by the list of the day on which its clinic is named or its conditions are analysed, and keeps it", async () => {
    const before = await opened();
    expect(stands(before)).toEqual([false, true]);
    await set("s2-states", "CH,GB");
    expect(stands(await opened())).toEqual([true, false]);
    const analysed = await carried(before, "analyseConditions"); // named outside the list, analysed within it
    expect(stands(analysed)).toEqual([true, false]);

    await set("s2-states", "none");
    const kept = await given("cas", analysed, "issueForm", {}, { ...LATE, occurredOn: "2026-04-22" });
    expect([kept.e112.forms.length, ...stands(kept)]).toEqual([1, true, false]);
    const after = await carried(await opened(), "checkInsuredStatus");
    const wrong = await give("cas", after, "analyseConditions", CONDITIONS, { ...LATE, occurredOn: "2026-04-20" });
    expect([wrong.status, wrong.body.code, wrong.body.fields[0].rule]).toEqual([422, "CLINIC_COUNTRY", "E112-02"]);
  });
});

describe("MOH-A4: the alert over the examination", () => {
  const sentLongAgo = { occurredOn: "2026-06-15", lateReason: "întârziere" };

  /** What the commission's queue says of a file. */
  async function inQueue(view: MohCaseView): Promise<{ alert?: unknown; dueOn?: string } | undefined> {
    const { body } = await world.get("secretary", "/api/tasks?sort=since");
    return body.items.find(({ caseId }: { caseId: string }) => caseId === view.caseId);
  }

  test("is shown in the file and in the queue from its day on, beside no due date; off, it is not shown", async () => {
    const filed = await file("officer", sentLongAgo);
    const sent = await given("officer", filed.view, "sendToCommission", {}, sentLongAgo);
    const alert = { reading: "MOH-A4", since: "2026-06-15", days: 30, on: "2026-07-27", reached: true };
    expect(sent.steps).toMatchObject([{ step: "begin-examination", alert }]);
    expect(sent.steps[0]).not.toHaveProperty("dueOn");
    expect(sent.deadlines.every(({ rule }) => rule !== "MOH-24" && rule !== "MOH-25")).toBe(true);
    const begun = await given("secretary", sent, "beginExamination");
    expect(MohCaseViewSchema.parse(begun).steps).toMatchObject([{ step: "finish-examination", alert }]);
    const line = await inQueue(begun);
    expect(line).toMatchObject({ alert });
    expect(line).not.toHaveProperty("dueOn");

    await set("examination-alert", 250);
    expect((await world.get("officer", `/api/cases/${begun.caseId}`)).body.steps[0].alert).toMatchObject({
      days: 250,
      reached: false,
    });
    expect(await inQueue(begun)).not.toHaveProperty("alert");
    await set("examination-alert", "off");
    expect((await world.get("officer", `/api/cases/${begun.caseId}`)).body.steps[0]).not.toHaveProperty("alert");
  });

  test("a change of it has the open files planned anew; of the others nothing", async () => {
    const { view } = await file("officer", sentLongAgo);
    const sent = await given("officer", view, "sendToCommission");
    await set("examination-alert", "off");
    for (;;) {
      const { rows } = await world.pool.query(
        "SELECT state FROM planned_messages WHERE case_id = $1 AND kind = 'alert' AND state = 'planned'",
        [sent.caseId],
      );
      if (rows.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
});
