/** The product in a real browser, whole: every server real, every act given by a person through the pages. */
import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { MOH_STEPS } from "../../domain/moh/steps.ts";
import { OFFER_FIELDS } from "../../web/forms/moh/offer-fields.ts";
import { formatDate } from "../../web/i18n/dates.ts";
import { emailOf, PASSWORD } from "../api/support/people.ts";
import { readPdf } from "../documents/support/pdf.ts";
import { subtractAmounts } from "../../domain/money/amounts.ts";
import { ADULT_DOSSIER, OFFER } from "../support/moh-file.ts";
import {
  act,
  choose,
  describedAs,
  field,
  fillSignIn,
  formOf,
  offeredForms,
  openFromQueue,
  openTab,
  queueLine,
  sees,
  send,
  toldDone,
} from "./support/pages.ts";
import { CLINICS, PATIENT, Scene } from "./support/scene.ts";
import { actTitle, words } from "./support/words.ts";
import { engineAway } from "./engine-away.ts";
import { keyboardAndLanguage } from "./keyboard-and-language.ts";
import { letters } from "./letters.ts";
import { openPages } from "./open-pages.ts";
import { severalPeople } from "./several-people.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 90_000;

/** What runs from an approval in class A until the file is sent. */
const APPROVED = ["MOH-42", "MOH-69", "MOH-73"] as const;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** What the journey has come to, from one stretch to the next. */
const journey = { number: "", code: "", caseId: "", acts: [] as MohCommandType[], stopped: false };
/** The patient's page while the commission's decision was being communicated, in both languages. */
const whileDecided: string[] = [];

/** The patient's page in both languages, each of which must say this. @returns both. */
async function patientSees(expected: { ro: string; en: string }): Promise<string[]> {
  const pages: string[] = [];
  for (const language of ["ro", "en"] as const) {
    const text = await scene.publicStatus(journey.number, journey.code, language);
    expect(text).toContain(expected[language]);
    pages.push(text);
  }
  return pages;
}

/** One stretch of the journey; where an earlier one failed there is nothing to go on from. */
function stretch(go: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (journey.stopped) throw new Error("not reached");
    journey.stopped = true;
    await go();
    await office.sendMail();
    journey.stopped = false;
  };
}

test(
  "a wrong password is told calmly, the right one opens the queue",
  stretch(async () => {
    const page = await scene.window();
    await page.goto("/dosare");
    await page.getByRole("heading", { level: 1, name: words("signIn.title") }).waitFor();
    await accessibility.look(page, "sign-in", { open: true });
    await fillSignIn(page, emailOf("officer"), "alta parolă");
    await page.getByRole("alert").getByText(words("signIn.wrong")).waitFor();
    await accessibility.look(page, "sign-in refused", { open: true });
    await fillSignIn(page, emailOf("officer"), PASSWORD);
    // Back to the page that was asked for.
    await page.getByRole("heading", { level: 1, name: words("files.title") }).waitFor();
    await page.getByRole("link", { name: words("queue.title"), exact: true }).click();
    await page.getByText(words("queue.empty")).waitFor();
    await accessibility.look(page, "queue, empty");
  }),
  LONG_MS,
);

test(
  "MOH-11 … MOH-22: an incomplete dossier is filed and gets number and code",
  stretch(async () => {
    const page = await scene.desk("officer");
    await page.getByRole("link", { name: words("newFile.title"), exact: true }).click();
    const form = page.locator("form.new-file");
    const submit = form.getByRole("button", { name: words("newFile.submit") });
    await submit.click();
    await form.locator("[aria-invalid=true]").first().waitFor();
    const required = {
      "patient.surname": words("person.surname"),
      "patient.givenName": words("person.givenName"),
      "patient.birthDate": words("person.birthDate"),
    };
    for (const [path, label] of Object.entries(required)) {
      const input = form.locator(`[name="${path}"]`);
      expect(await input.getAttribute("aria-invalid")).toBe("true");
      expect(await describedAs(input)).toContain(words("form.error.required", { label }));
    }
    expect(await form.locator('[name="patient.surname"]').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    await accessibility.look(page, "new file with errors");

    for (const [name, value] of Object.entries(PATIENT)) await form.locator(`[name="patient.${name}"]`).fill(value);
    // The county of the DSP where it is filed.
    expect(await form.locator('[name="patient.domicileCounty"]').inputValue()).toBe("CJ");
    for (const kind of ["cerereTip", "scrisoareMedicala"]) {
      await form.locator(`[name="documents.${kind}.form"][value=original]`).check();
    }
    await form.getByText(words("documents.missing.count", { count: ADULT_DOSSIER.length - 2 })).waitFor();
    expect(await form.locator("[aria-invalid=true]").count()).toBe(0);
    await submit.click();

    await page.getByRole("heading", { level: 1, name: words("receipt.title") }).waitFor();
    const [number = "", code = ""] = await page.locator(".receipt-large").allInnerTexts();
    expect(number).toMatch(/^DSP-CJ\/\d{4}\/\d{6}$/);
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await page.locator(".receipt-missing li").count()).toBe(ADULT_DOSSIER.length - 2);
    await accessibility.look(page, "receipt");
    const [paper] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words("letters.receipt") }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`dovada-${number.replaceAll("/", "-")}.pdf`);
    expect((await readPdf(await readFile(await paper.path()))).text).toContain(code);
    await page.getByRole("link", { name: words("receipt.open") }).click();
    await page.getByRole("heading", { level: 1, name: number }).waitFor();
    Object.assign(journey, { number, code, caseId: new URL(page.url()).pathname.split("/").at(-1) });
    journey.acts.push("fileDossier");
    await sees(page, { stage: "filed", acts: journey.acts, by: "officer" });
    await patientSees({ ro: "mai sunt documente de depus", en: "some documents are still to be filed" });
  }),
  LONG_MS,
);

test(
  "MOH-23: the missing documents come, one with its scan; the dossier goes to the commission",
  stretch(async () => {
    const page = await scene.desk("officer");
    const form = await formOf(page, "addDocument");
    await send(form);
    await form.getByText(words("documents.error.none")).first().waitFor();
    await form.getByRole("button", { name: words("documents.addAll"), exact: true }).click();
    const rows = form.locator(".document-row");
    expect(await rows.count()).toBe(ADULT_DOSSIER.length - 2);
    await rows
      .first()
      .locator("input[type=file]")
      .setInputFiles({ name: "adeverință.txt", mimeType: "application/pdf", buffer: Buffer.from("nu este pdf") });
    await rows.first().getByRole("alert").waitFor();
    await rows
      .first()
      .locator("input[type=file]")
      .setInputFiles({ name: "adeverință.pdf", mimeType: "application/pdf", buffer: PDF });
    await rows.first().locator(".upload-name", { hasText: "adeverință.pdf" }).waitFor();
    await accessibility.look(page, "file, documents being added");
    await send(form);
    await toldDone(page, "addDocument", "complete");
    journey.acts.push("addDocument");
    await sees(page, { stage: "complete", running: ["MOH-23"], acts: journey.acts, by: "officer" });
    await openTab(page, "acte");
    await accessibility.look(page, "file, dossier");
    const scan = page.getByRole("link", { name: "adeverință.pdf" });
    const kept = await page.request.get((await scan.getAttribute("href")) ?? "");
    expect(await kept.body()).toEqual(PDF);

    await openFromQueue(page, journey.number);
    await accessibility.look(page, "file, steps");
    await act(page, "sendToCommission", "at-commission");
    journey.acts.push("sendToCommission");
    await sees(page, { stage: "at-commission", acts: journey.acts, by: "officer" });
    // The next act is the commission's: the DSP is told so, and offered no form.
    await page.getByText(words("steps.waiting", { institution: "Comisia Cluj" })).waitFor();
    expect(await offeredForms(page)).toEqual([]);
    await patientSees({ ro: "Dosar la comisia de specialitate", en: "File at the specialist commission" });
  }),
  LONG_MS,
);

test(
  "MOH-24, MOH-25: the commission finds the file in its queue, examines and decides",
  stretch(async () => {
    const page = await scene.desk("secretary");
    const line = queueLine(page, journey.number);
    await line.getByText(MOH_STEPS["begin-examination"].title.ro).waitFor();
    await accessibility.look(page, "queue");
    await openFromQueue(page, journey.number);
    await act(page, "beginExamination", "under-examination");
    journey.acts.push("beginExamination");
    await sees(page, { stage: "under-examination", acts: journey.acts, by: "secretary" });

    const form = await formOf(page, "finishExamination");
    await send(form);
    await form
      .getByText(words("form.error.required", { label: words("field.decision") }))
      .first()
      .waitFor();
    await choose(form, "decision", "approved");
    await send(form);
    await toldDone(page, "finishExamination", "decided");
    journey.acts.push("finishExamination");
    await sees(page, { stage: "decided", running: ["MOH-26"], acts: journey.acts, by: "secretary" });
  }),
  LONG_MS,
);

test(
  "MOH-26 … MOH-33: the DSP registers the approval with its minutes and notifies the patient",
  stretch(async () => {
    const page = await scene.desk("officer");
    await openFromQueue(page, journey.number);
    const form = await formOf(page, "registerDecision");
    // Proposed as the commission decided.
    expect(await form.locator('[name$=".decision"][value=approved]').isChecked()).toBe(true);
    await field(form, "minutes.number").fill("PV 12");
    await field(form, "minutes.urgencyClass").selectOption("A");
    for (const [index, { name, country, city }] of CLINICS.entries()) {
      if (index > 0) await form.getByRole("button", { name: words("field.clinics.add") }).click();
      await field(form, `minutes.clinics.${index}.name`).fill(name);
      if (index > 0) await field(form, `minutes.clinics.${index}.country`).selectOption(country);
      await field(form, `minutes.clinics.${index}.city`).fill(city);
    }
    await send(form);
    const country = field(form, "minutes.clinics.0.country");
    await form.locator("[aria-invalid=true]").first().waitFor();
    expect(await describedAs(country)).toContain(words("form.error.required", { label: words("field.country") }));
    await accessibility.look(page, "file, decision with errors");
    await country.selectOption(CLINICS[0].country);
    await send(form);
    await toldDone(page, "registerDecision", "approved-by-commission");
    journey.acts.push("registerDecision");
    await sees(page, {
      stage: "approved-by-commission",
      running: ["MOH-27", ...APPROVED],
      acts: journey.acts,
      by: "officer",
    });
    whileDecided.push(
      ...(await patientSees({
        ro: "Decizia comisiei este în curs de comunicare",
        en: "The commission’s decision is being communicated",
      })),
    );

    await act(page, "notifyPatient", "approved-by-commission", (notice) => choose(notice, "channel", "post"));
    journey.acts.push("notifyPatient");
    await sees(page, { stage: "approved-by-commission", running: APPROVED, acts: journey.acts, by: "officer" });
    await patientSees({
      ro: "Decizia comisiei a fost comunicată",
      en: "The commission’s decision has been communicated",
    });
  }),
  LONG_MS,
);

test(
  "MOH-36 … MOH-66: requests to clinics, an offer that lacks fields of Annex 10, a refusal, and the file is sent",
  stretch(async () => {
    const page = await scene.desk("officer");
    for (const [index, { name }] of CLINICS.entries()) {
      await act(page, "sendClinicRequest", "approved-by-commission", async (form) => {
        await field(form, "clinic").selectOption({ label: `${name} (${CLINICS[index]?.country ?? ""})` });
        await field(form, "evidence").fill(`e-mail ${index + 1}`);
      });
      journey.acts.push("sendClinicRequest");
    }
    await sees(page, {
      stage: "approved-by-commission",
      running: ["MOH-61", ...APPROVED],
      acts: journey.acts,
      by: "officer",
    });

    const form = await formOf(page, "recordClinicAnswer");
    await field(form, "clinic").selectOption("clinic-1");
    await choose(form, "kind", "offer");
    await send(form);
    await form.locator("[aria-invalid=true]").first().waitFor();
    await expectMissing(form);
    await accessibility.look(page, "file, incomplete offer");
    await fillOffer(form);
    expect(await form.locator("[aria-invalid=true]").count()).toBe(0);
    await send(form);
    await toldDone(page, "recordClinicAnswer", "approved-by-commission");
    journey.acts.push("recordClinicAnswer");
    await page.getByText(words("sendable.no")).first().waitFor();

    await act(page, "recordClinicAnswer", "sendable", async (answer) => {
      await field(answer, "clinic").selectOption("clinic-2");
      await choose(answer, "kind", "refusal");
      await field(answer, "note").fill("nu are locuri");
    });
    journey.acts.push("recordClinicAnswer");
    await sees(page, {
      stage: "sendable",
      running: ["MOH-64", "MOH-61", ...APPROVED],
      acts: journey.acts,
      by: "officer",
    });
    for (const tab of ["clinici", "termene", "scrisori", "istoric", "mesaje"] as const) {
      await openTab(page, tab);
      if (tab === "termene") await page.locator(".deadline-toggle").first().click();
      if (tab === "termene") await page.locator(".day").first().waitFor();
      await accessibility.look(page, `file, ${tab}`);
    }
    await openTab(page, "clinici");
    const answers = await page.locator("table.compare tbody").first().innerText();
    for (const status of ["clinic.answered", "clinic.refused", "clinic.asked"] as const) {
      expect(answers).toContain(words(status));
    }
    await openTab(page, "pasi");
    await act(page, "sendToMinistry", "sent-to-ministry");
    journey.acts.push("sendToMinistry");
    await sees(page, { stage: "sent-to-ministry", acts: journey.acts, by: "officer" });
  }),
  LONG_MS,
);

/** Each empty field of Annex 10 says by itself that it is missing; those that the file knows are filled in. */
async function expectMissing(form: Locator): Promise<void> {
  const known = new Set(["clinicName", "patientSurname", "patientGivenName"]);
  for (const { name, kind, label } of OFFER_FIELDS) {
    const input = field(form, `offer.${name}`);
    if (known.has(name)) {
      expect({ name, value: await input.inputValue() }).not.toEqual({ name, value: "" });
      continue;
    }
    const sentence =
      kind === "check" ? words("offer.error.notOfficial") : words("form.error.required", { label: words(label) });
    expect({ name, said: await describedAs(input) }).toEqual({ name, said: expect.stringContaining(sentence) });
  }
}

async function fillOffer(form: Locator): Promise<void> {
  for (const { name, kind } of OFFER_FIELDS) {
    const input = field(form, `offer.${name}`);
    if (kind === "check") await input.check();
    else if (name === "fax") await form.getByLabel(words("offer.noFax")).check();
    else if ((await input.inputValue()) === "") {
      const value = String(OFFER[name as keyof typeof OFFER]);
      await input.fill(kind === "date" ? formatDate(value) : value);
    }
  }
}

test(
  "MOH-71, MOH-76: the Ministry registers and decides, the DSP notifies, and the patient's page tells no direction",
  stretch(async () => {
    const ministry = await scene.desk("ministry");
    await queueLine(ministry, journey.number).getByText(MOH_STEPS["register-at-ministry"].title.ro).waitFor();
    await openFromQueue(ministry, journey.number);
    await act(ministry, "registerAtMinistry", "at-ministry");
    journey.acts.push("registerAtMinistry");
    await sees(ministry, { stage: "at-ministry", running: ["MOH-76"], acts: journey.acts, by: "ministry" });
    const ministryNumber = await ministry.getByText(/^MS\//).first().innerText();

    await act(ministry, "decideAtMinistry", "approved-by-ministry", async (form) => {
      await choose(form, "decision", "approved");
      // The one complete offer is proposed.
      expect(await field(form, "clinic").inputValue()).toBe("clinic-1");
      expect(await field(form, "amount").inputValue()).toBe(OFFER.costTotal);
    });
    journey.acts.push("decideAtMinistry");
    await sees(ministry, { stage: "approved-by-ministry", acts: journey.acts, by: "ministry" });
    await patientSees({
      ro: "Decizia Ministerului este în curs de comunicare",
      en: "The Ministry’s decision is being communicated",
    });

    await office.sendMail(); // before the work that it tells of is done
    const page = await scene.desk("officer");
    await openFromQueue(page, journey.number);
    await act(page, "notifyPatient", "approved-by-ministry");
    journey.acts.push("notifyPatient");
    await sees(page, { stage: "approved-by-ministry", acts: journey.acts, by: "officer" });
    await page.goto(`${new URL(page.url()).pathname}?fila=tot`);
    await page.locator(".whole-part").last().waitFor();
    await accessibility.look(page, "file, whole");
    await patientSees({
      ro: "Decizia Ministerului a fost comunicată",
      en: "The Ministry’s decision has been communicated",
    });
    // By the Ministry's number too, MOH-72.
    await scene.publicStatus(ministryNumber, journey.code, "ro");
  }),
  LONG_MS,
);

test(
  "MOH-77 … MOH-84: the funds, the Government and the Gazette at the Ministry, the disposition and the payment at the DSP",
  stretch(async () => {
    const ministry = await scene.desk("ministry");
    await openFromQueue(ministry, journey.number);
    await act(ministry, "confirmFunds", "other-payers", (form) => choose(form, "sufficient", "yes"));
    await act(ministry, "recordLabourMinistryPart", "before-government", async (form) => {
      await choose(form, "bearsPart", "yes");
      await field(form, "part").fill("1.500,00");
    });
    await act(ministry, "recordGovernmentDecision", "government-decided", (form) =>
      field(form, "number").fill("HG 900"),
    );
    await act(ministry, "recordPublication", "government-decided", (form) => field(form, "gazette").fill("nr. 812"));
    journey.acts.push("confirmFunds", "recordLabourMinistryPart", "recordGovernmentDecision", "recordPublication");
    await sees(ministry, { stage: "government-decided", acts: journey.acts, by: "ministry" });
    // Until the clinic is paid, nothing more is told.
    await patientSees({
      ro: "Decizia Ministerului a fost comunicată",
      en: "The Ministry’s decision has been communicated",
    });

    await office.sendMail();
    const page = await scene.desk("officer");
    await openFromQueue(page, journey.number);
    await act(page, "recordDisposition", "payment");
    const form = await formOf(page, "payClinic");
    const toPay = subtractAmounts(OFFER.costTotal, "1500.00");
    expect(await field(form, "amount").inputValue()).toBe(toPay);
    await field(form, "amount").fill("19.000,00");
    await send(form);
    await form
      .getByText(words("form.error.required", { label: words("field.paymentExplanation") }))
      .first()
      .waitFor();
    await accessibility.look(page, "file, payment with errors");
    await field(form, "explanation").fill("Reducere pentru plata în avans");
    await send(form);
    await toldDone(page, "payClinic", "treatment-abroad");
    journey.acts.push("recordDisposition", "payClinic");
    await sees(page, { stage: "treatment-abroad", acts: journey.acts, by: "officer" });
    await patientSees({ ro: "Plata tratamentului a fost făcută", en: "The treatment has been paid" });
  }),
  LONG_MS,
);

test(
  "MOH-85, MOH-94, MOH-95: departure, return, the sums added up against what was paid",
  stretch(async () => {
    const page = await scene.desk("officer");
    await openFromQueue(page, journey.number);
    await act(page, "recordDeparture", "treatment-abroad", async (form) => {
      await form.getByRole("button", { name: words("rows.add") }).click();
      await field(form, "companions.0.name").fill("Ana Pop");
    });
    await act(page, "recordReturn", "follow-up");
    journey.acts.push("recordDeparture", "recordReturn");
    await sees(page, { stage: "follow-up", running: ["MOH-94", "MOH-95"], acts: journey.acts, by: "officer" });
    await patientSees({ ro: "(MOH-94)", en: "(MOH-94)" });

    const form = await formOf(page, "fileJustification");
    await field(form, "sums.0.purpose").fill("implant");
    await field(form, "sums.0.amount").fill("18.000");
    await form.getByText(words("sums.left", { sum: "1.000,00\u00A0EUR" })).waitFor();
    await form.getByRole("button", { name: words("rows.add") }).click();
    await field(form, "sums.1.purpose").fill("transport");
    await field(form, "sums.1.amount").fill("1.000,00");
    await accessibility.look(page, "file, after the return");
    await send(form);
    await toldDone(page, "fileJustification", "follow-up");
    journey.acts.push("fileJustification");
    // The companions of an adult are not reimbursed, and the page says why instead of asking.
    await page.locator(".command-toggle", { hasText: actTitle("settleCompanions") }).click();
    await page.locator(".waiting-for", { hasText: "MOH-A22" }).waitFor();
    await openTab(page, "urmarire");
    await page.getByText("HG 900").waitFor();
    await accessibility.look(page, "file, payment and follow-up");
    await openTab(page, "pasi");
    await sees(page, { stage: "follow-up", running: ["MOH-95"], acts: journey.acts, by: "officer" });
  }),
  LONG_MS,
);

severalPeople(scene, () => whileDecided);
engineAway(scene);
openPages(scene, journey);
letters(scene, journey);
keyboardAndLanguage(scene, journey);

test("every page of the journey passes axe-core, wide and on a phone, and none scrolls sideways", async () => {
  expect(accessibility.findings).toEqual([]);
  // The check itself finds faults that are put there.
  const page = await scene.window();
  await page.goto("/autentificare");
  await page.locator("[name=email]").evaluate((input) => {
    input.removeAttribute("id");
    document.body.style.width = "2000px";
  });
  await accessibility.look(page, "spoilt");
  expect(accessibility.findings.join("\n")).toMatch(/spoilt at 375: label .*spoilt at 375: the page is/s);
});

test("no page threw, and the content policy refused nothing", () => {
  expect(scene.complaints).toEqual([]);
});
