/** What anybody with the number and the code may know (decision 17), and that they learn no more. */
import { describe, expect, test } from "@jest/globals";
import { callerKey } from "../../api/public/caller.ts";
import { statusPage } from "../../api/public/status-page.ts";
import type { MohCaseView, MohPublicStatus } from "../../domain/case/view.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { OFFER } from "../support/moh-file.ts";
import { engineWorld, type Filed } from "./support/api-world.ts";

const world = await engineWorld();
const { file, given } = world;
const CLINICS = [
  { name: "Klinik Geheim", country: "DE" },
  { name: "Klinik B", country: "DE" },
];
const REJECTED = {
  decision: "rejected",
  causes: "fără indicație",
  medicalConduct: "tratament în țară",
  recommendedUnitInRomania: "Institutul X",
};

function status({ registrationNumber, accessCode }: Pick<Filed, "registrationNumber" | "accessCode">) {
  return world.post(undefined, "/api/public/status", { registrationNumber, accessCode });
}
function page(fields: Record<string, string>, language = "ro") {
  const body = new URLSearchParams(fields).toString();
  return world.as(undefined, {
    method: "POST",
    url: `/stare?lang=${language}`,
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}
/** What is said of a file, its own number left out. */
function said(text: string, { registrationNumber }: Filed): string {
  return text.replaceAll(registrationNumber, "N");
}

async function decided(decision: "approved" | "rejected"): Promise<{ filed: Filed; view: MohCaseView }> {
  const filed = await file("officer", { occurredOn: "2026-03-02" });
  let view = await given("officer", filed.view, "sendToCommission", {}, { occurredOn: "2026-03-03" });
  view = await given("secretary", view, "beginExamination", {}, { occurredOn: "2026-03-04" });
  view = await given("secretary", view, "finishExamination", { decision }, { occurredOn: "2026-03-05" });
  return { filed, view };
}

describe("step by step", () => {
  test("from filing to the commission: step, holder, since, legal limit, what to do", async () => {
    const filed = await file("officer", { occurredOn: "2026-03-02" });
    expect((await status(filed)).body).toMatchObject({
      registrationNumber: filed.registrationNumber,
      since: "2026-03-02",
      limit: { on: "2026-03-04", rule: "MOH-23" },
      closed: false,
    });
    await given("officer", filed.view, "sendToCommission", {}, { occurredOn: "2026-03-03" });
    const { body } = await status(filed);
    expect(body).toMatchObject({ holder: { ro: "Comisia de specialitate teritorială" }, since: "2026-03-03" });
    expect(body.limit).toBeUndefined();
  });

  test("a term that stands still is said to, and no other date is given; one that may change says so", async () => {
    const filed = await file();
    const payload = { deadline: "MOH-23", causedBy: "PATIENT_SIDE", cause: "SECRET", legalBasis: "SECRET" };
    await given("supervisor", filed.view, "suspendDeadline", payload);
    const { body } = await status(filed);
    expect(body).toMatchObject({ suspended: { since: filed.view.today, rule: "MOH-23" } });
    expect(body.limit).toBeUndefined();
    const { registrationNumber, accessCode } = filed;
    const { text } = await page({ registrationNumber, accessCode });
    expect(text).toContain("Termenul este suspendat din");
    expect(text).not.toContain("Legea nu pune un termen");
    expect(`${text}${JSON.stringify(body)}`).not.toContain("SECRET");
    const { suspended: _, ...plain } = body as MohPublicStatus;
    const on = plainDate("2027-01-08");
    const limit = { on, rule: "MOH-23", citation: { ro: "", en: "" }, provisionalYears: [2027] } as const;
    const shown = statusPage("ro", { ...plain, limit }, on);
    expect(shown).toContain("08.01.2027");
    expect(shown).toContain("calendarul anului 2027 nu este confirmat");
  });

  test("the code is read as people type it", async () => {
    const filed = await file();
    const accessCode = filed.accessCode.toLowerCase().replaceAll("-", " ");
    const registrationNumber = ` ${filed.registrationNumber.toLowerCase()} `;
    expect((await status({ registrationNumber, accessCode })).status).toBe(200);
  });
});

describe("decision 17: approval and rejection cannot be told apart", () => {
  test("neither before, nor while it is communicated, nor after", async () => {
    const [yes, no] = [await decided("approved"), await decided("rejected")];
    const same = async () => {
      const [a, b] = [await status(yes.filed), await status(no.filed)];
      expect(said(a.text, yes.filed)).toBe(said(b.text, no.filed));
      expect(a.headers["content-length"]).toBe(b.headers["content-length"]);
      const [c, d] = [await page({ ...form(yes.filed), view: "" }), await page({ ...form(no.filed), view: "" })];
      expect([c.status, d.status]).toEqual([404, 404]); // a form with more fields is no form of ours
      const pages = [await page(form(yes.filed)), await page(form(no.filed))];
      expect(said(pages[0]?.text ?? "", yes.filed)).toBe(said(pages[1]?.text ?? "", no.filed));
      return a.body;
    };
    expect(await same()).toMatchObject({ limit: { on: "2026-03-06", rule: "MOH-26" } });

    const on = { occurredOn: "2026-03-06" };
    yes.view = await given(
      "officer",
      yes.view,
      "registerDecision",
      { decision: "approved", approvedOn: "2026-03-05", minutes: { urgencyClass: "A", clinics: CLINICS } },
      on,
    );
    no.view = await given("officer", no.view, "registerDecision", REJECTED, on);
    expect(await same()).toMatchObject({
      step: { ro: "Decizia comisiei este în curs de comunicare" },
      since: "2026-03-06",
      limit: { on: "2026-03-17", rule: "MOH-27" },
      closed: false,
    });

    const noticed = { occurredOn: "2026-03-09" };
    yes.view = await given("officer", yes.view, "notifyPatient", {}, noticed);
    no.view = await given("officer", no.view, "notifyPatient", {}, noticed);
    expect(no.view.outcome).toBe("rejected-by-commission");
    const after = await same();
    expect(after).toMatchObject({
      step: { ro: "Decizia comisiei a fost comunicată" },
      since: "2026-03-09",
      closed: false,
    });
    expect(after.limit).toBeUndefined();

    yes.view = await given(
      "officer",
      yes.view,
      "sendClinicRequest",
      { clinic: "clinic-1", evidence: "e-mail" },
      noticed,
    );
    await same();
    yes.view = await given("officer", yes.view, "withdrawApplication", { reason: "renunță" }, noticed);
    await same();
    const { text } = await page(form(yes.filed), "en");
    for (const secret of ["Popescu", "Geheim", "approv", "reject", "indicație"]) expect(text).not.toContain(secret);
  });
});

describe("after the Ministry’s decision", () => {
  /** Sent to the Ministry and registered there. */
  async function atMinistry(): Promise<{ filed: Filed; view: MohCaseView }> {
    const { filed, view: examined } = await decided("approved");
    const on = { occurredOn: "2026-03-06" };
    const minutes = { urgencyClass: "A", clinics: CLINICS };
    let view = await given("officer", examined, "registerDecision", { decision: "approved", minutes }, on);
    view = await given("officer", view, "notifyPatient", {}, on);
    for (const clinic of ["clinic-1", "clinic-2"]) {
      view = await given("officer", view, "sendClinicRequest", { clinic, evidence: "e" }, on);
    }
    view = await given("officer", view, "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }, on);
    view = await given("officer", view, "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }, on);
    view = await given("officer", view, "sendToMinistry", {}, on);
    return { filed, view: await given("ministry", view, "registerAtMinistry", {}, on) };
  }
  const on = { occurredOn: "2026-03-09" };
  const APPROVED = { decision: "approved", clinic: "clinic-1", amount: "21500.00", currency: "EUR" };

  test("decision 17: open and rejected look the same until the payment, then it says what the patient must do", async () => {
    const [yes, no] = [await atMinistry(), await atMinistry()];
    const same = async () => {
      const [a, b] = [await status(yes.filed), await status(no.filed)];
      expect(said(a.text, yes.filed)).toBe(said(b.text, no.filed));
      return a.body;
    };
    yes.view = await given("ministry", yes.view, "decideAtMinistry", APPROVED, on);
    no.view = await given("ministry", no.view, "decideAtMinistry", { decision: "rejected" }, on);
    await same();
    yes.view = await given("officer", yes.view, "notifyPatient", {}, on);
    no.view = await given("officer", no.view, "notifyPatient", {}, on);
    expect(no.view.outcome).toBe("rejected-by-ministry");
    expect(await same()).toMatchObject({ step: { ro: "Decizia Ministerului a fost comunicată" }, closed: false });
    const ministryActs = [
      ["confirmFunds", { sufficient: true }],
      ["recordLabourMinistryPart", { bearsPart: false }],
      ["recordGovernmentDecision", { number: "HG 1" }],
      ["recordPublication", { gazette: "nr. 1" }],
    ] as const;
    for (const [type, payload] of ministryActs) yes.view = await given("ministry", yes.view, type, payload, on);
    yes.view = await given("officer", yes.view, "recordDisposition", {}, on);
    await same();
    const { clinic, amount, currency } = APPROVED;
    yes.view = await given("officer", yes.view, "payClinic", { clinic, amount, currency }, on);
    expect((await status(yes.filed)).body).toMatchObject({ step: { ro: "Plata tratamentului a fost făcută" } });

    yes.view = await given("officer", yes.view, "recordReturn", {}, { occurredOn: "2026-05-08" });
    const back = (await status(yes.filed)).body;
    expect(back).toMatchObject({ since: "2026-05-08", limit: { on: "2026-05-11", rule: "MOH-94" }, closed: false });
    for (const rule of ["MOH-94", "MOH-95"]) expect(back.patientMust.ro).toContain(rule);
    const appointment = { appointmentOn: "2026-12-01" };
    yes.view = await given("officer", yes.view, "scheduleAppointment", appointment, { occurredOn: "2026-05-08" });
    expect((await status(yes.filed)).body.patientMust.ro).toContain("01.12.2026");

    // A bar is not told: only that the DSP is to be asked.
    yes.view = await given("officer", yes.view, "confirmMissedCheck", { confirmedBy: "SECRET" });
    const barred = (await status(yes.filed)).body;
    expect(barred.patientMust.ro).toContain("întrebați la DSP");
    expect(barred.patientMust.ro).not.toContain("MOH-95");
    yes.view = await given("officer", yes.view, "liftBar", { reason: "SECRET" });
    // Nor a death.
    yes.view = await given("officer", yes.view, "recordDeath", { diedOn: "2026-06-01", note: "SECRET" });
    const { text } = await page(form(yes.filed));
    expect(text).toContain("Dosarul este în lucru la DSP");
    for (const secret of ["deces", "SECRET", "21500", "21.500", "Geheim", "oprit"]) expect(text).not.toContain(secret);
  });

  test("decision 17: neither a withdrawal nor a death tells that a file was still open", async () => {
    const [left, dead, no] = [await atMinistry(), await atMinistry(), await atMinistry()];
    for (const one of [left, dead]) one.view = await given("ministry", one.view, "decideAtMinistry", APPROVED, on);
    no.view = await given("ministry", no.view, "decideAtMinistry", { decision: "rejected" }, on);
    for (const one of [left, dead, no]) one.view = await given("officer", one.view, "notifyPatient", {}, on);
    await given("officer", left.view, "withdrawApplication", { reason: "x" }, on);
    await given("officer", dead.view, "recordDeath", { diedOn: "2026-03-09" }, on);
    const pages = await Promise.all([left, dead, no].map(async ({ filed }) => said((await status(filed)).text, filed)));
    expect(new Set(pages).size).toBe(1);
  });
});

function form({ registrationNumber, accessCode }: Filed): Record<string, string> {
  return { registrationNumber, accessCode };
}

describe("a wrong number and a wrong code", () => {
  test("get one identical answer", async () => {
    const filed = await file();
    const answers = [
      await status({ ...filed, registrationNumber: "DSP-CJ/2026/999999" }),
      await status({ ...filed, accessCode: "0000-0000-0000-0000" }),
      await status({ registrationNumber: "x", accessCode: "y" }),
    ];
    expect(new Set(answers.map(({ status: code, text }) => `${code} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: "STATUS_NOT_FOUND" } });
    const pages = [
      await page({ ...form(filed), registrationNumber: "<b>DSP-CJ/2026/999999</b>" }),
      await page({ ...form(filed), accessCode: "0000" }),
      await page({}),
    ];
    expect(new Set(pages.map(({ status: code, text }) => `${code} ${text}`)).size).toBe(1);
    expect(pages[0]?.text).toContain('role="alert"');
  });
});

describe("the page", () => {
  test("works without a script, is small, and may be framed by nobody", async () => {
    const filed = await file();
    const { text, headers, status: code } = await page(form(filed));
    expect(code).toBe(200);
    expect(text).toContain('<html lang="ro">');
    expect(text).not.toContain("<script");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(headers["cache-control"]).toBe("no-store");
    const css = await world.get(undefined, "/stare.css");
    expect(text.length + css.text.length).toBeLessThan(50 * 1024);
    expect((await world.get(undefined, "/stare?lang=en")).text).toContain("Registration number");
    expect((await world.get(undefined, "/stare")).text).toContain("Numărul de înregistrare");
  });
});

describe("callers", () => {
  test("are counted by address, in IPv6 by network", () => {
    expect(["192.0.2.1", "::ffff:192.0.2.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9", "::1"].map(callerKey)).toEqual([
      "192.0.2.1",
      "192.0.2.1",
      "2001:db8:1:2",
      "2001:db8:1:2",
      "0:0:0:0",
    ]);
  });
});
