/** The product in a real browser, whole: every server real, every act given by a person through the pages. */
import { expect, test } from "@jest/globals";
import type { BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { addWorkingDays, romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { MOH_STEPS } from "../../domain/moh/steps.ts";
import { bucharestDate, plainDate } from "../../domain/plain-date.ts";
import { OFFER_FIELDS } from "../../web/forms/moh/offer-fields.ts";
import { formatDate } from "../../web/i18n/dates.ts";
import { emailOf, PASSWORD, tokenOf, type PersonName } from "../api/support/people.ts";
import { browser } from "../support/browser.ts";
import { ADULT_DOSSIER, OFFER } from "../support/moh-file.ts";
import { Accessibility } from "./support/accessibility.ts";
import { romanianOn } from "./support/languages.ts";
import { openOffice } from "./support/office.ts";
import {
  act,
  choose,
  describedAs,
  eventually,
  field,
  fillSignIn,
  formOf,
  offeredForms,
  openFromQueue,
  openTab,
  queueLine,
  sees,
  send,
  signIn,
  tabTo,
  toldDone,
} from "./support/pages.ts";
import { actTitle, today, words } from "./support/words.ts";

const [chromium, office] = await Promise.all([browser(), openOffice()]);
const accessibility = new Accessibility();
/** What the browser itself complained of: an exception in a page, something that the content policy refused. */
const complaints: string[] = [];
const LONG_MS = 90_000;

const PATIENT = {
  surname: "Văcărescu",
  givenName: "Ilinca",
  birthDate: "01.05.1980",
  cnp: "2800501123457",
  address: "Strada Liliacului 7, Turda",
  phone: "0740555777",
  email: "ilinca@pacient.example",
  diagnosis: "miastenie generalizată",
};
const CLINICS = [
  { name: "Klinikum Rechts", country: "DE", city: "München" },
  { name: "Hôpital Saint-Louis", country: "FR", city: "Paris" },
  { name: "Ospedale Maggiore", country: "IT", city: "Milano" },
] as const;
/** What neither the status page nor an e-mail may say. */
const SECRETS = [
  ...Object.values(PATIENT).filter((value) => value !== PATIENT.birthDate),
  ...CLINICS.flatMap(({ name, city }) => [name, city]),
  "aprob",
  "respins",
  "approv",
  "reject",
];
/** What runs from an approval in class A until the file is sent. */
const APPROVED = ["MOH-42", "MOH-69", "MOH-73"] as const;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** What the journey has come to, from one test to the next. */
const journey = { number: "", code: "", caseId: "", acts: [] as MohCommandType[], stopped: false };
const desks = new Map<PersonName, Page>();

async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const made = await chromium.newContext({
    baseURL: office.origin,
    locale: "ro-RO",
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  made.setDefaultTimeout(15_000);
  made.on("weberror", (failure) => complaints.push(String(failure.error())));
  made.on("console", (message) => {
    // A refused request is part of the journey; the rest is not.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  return made;
}

/** A window of this person, signed in beforehand. */
async function windowOf(name: PersonName): Promise<Page> {
  const made = await context();
  await made.addCookies([{ name: "dosar", value: tokenOf(name), url: office.origin, httpOnly: true }]);
  return await made.newPage();
}

/** The one window of this person, in which they signed in by the form. */
async function desk(name: PersonName): Promise<Page> {
  const known = desks.get(name);
  if (known !== undefined) return known;
  const page = await (await context()).newPage();
  desks.set(name, page);
  await signIn(page, name);
  return page;
}

/** What anybody sees with number and code, by a browser that runs no scripts. */
async function publicStatus(number: string, code: string, language: "ro" | "en"): Promise<string> {
  const made = await context({ javaScriptEnabled: false });
  const page = await made.newPage();
  await page.goto(`/stare?lang=${language}`);
  await page.locator("#registrationNumber").fill(number);
  await page.locator("#accessCode").fill(code);
  await page.locator("form button").click();
  await page.locator("dl").waitFor();
  const text = await page.locator("main").innerText();
  const whole = await page.content();
  await made.close();
  for (const secret of SECRETS) expect(whole.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(whole).toContain(`<html lang="${language}">`);
  return text;
}

async function bothStatuses(expected: { ro: string; en: string }): Promise<void> {
  for (const language of ["ro", "en"] as const) {
    expect(await publicStatus(journey.number, journey.code, language)).toContain(expected[language]);
  }
}

/** One stretch of the journey; where an earlier one failed there is nothing to go on from. */
function stretch(name: string, go: () => Promise<void>): void {
  test(
    name,
    async () => {
      if (journey.stopped) throw new Error("not reached");
      journey.stopped = true;
      await go();
      journey.stopped = false;
    },
    LONG_MS,
  );
}

stretch("a wrong password is told calmly, the right one opens the queue", async () => {
  const page = await (await context()).newPage();
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
  desks.set("officer", page);
});

stretch("MOH-11 … MOH-22: an incomplete dossier is filed and gets number and code", async () => {
  const page = await desk("officer");
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
  await page.getByRole("link", { name: words("receipt.open") }).click();
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
  Object.assign(journey, { number, code, caseId: new URL(page.url()).pathname.split("/").at(-1) });
  journey.acts.push("fileDossier");
  await sees(page, { stage: "filed", acts: journey.acts, by: "officer" });
  await bothStatuses({ ro: "mai sunt documente de depus", en: "some documents are still to be filed" });
});

stretch("MOH-23: the missing documents come, one with its scan; the dossier goes to the commission", async () => {
  const page = await desk("officer");
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
  await bothStatuses({ ro: "Dosar la comisia de specialitate", en: "File at the specialist commission" });
});

stretch("MOH-24, MOH-25: the commission finds the file in its queue, examines and decides", async () => {
  const page = await desk("secretary");
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
});

stretch("MOH-26 … MOH-33: the DSP registers the approval with its minutes and notifies the patient", async () => {
  const page = await desk("officer");
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
  await bothStatuses({
    ro: "Decizia comisiei este în curs de comunicare",
    en: "The commission’s decision is being communicated",
  });

  await act(page, "notifyPatient", "approved-by-commission", (notice) => choose(notice, "channel", "post"));
  journey.acts.push("notifyPatient");
  await sees(page, { stage: "approved-by-commission", running: APPROVED, acts: journey.acts, by: "officer" });
  await bothStatuses({
    ro: "Decizia comisiei a fost comunicată",
    en: "The commission’s decision has been communicated",
  });
});

stretch(
  "MOH-36 … MOH-66: requests to clinics, an offer that lacks fields of Annex 10, a refusal, and the file is sent",
  async () => {
    const page = await desk("officer");
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
    for (const tab of ["clinici", "termene", "istoric", "mesaje"] as const) {
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
  },
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

stretch(
  "MOH-71, MOH-76: the Ministry registers and decides, the DSP notifies, and the patient's page tells no direction",
  async () => {
    const ministry = await desk("ministry");
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
    await bothStatuses({
      ro: "Decizia Ministerului este în curs de comunicare",
      en: "The Ministry’s decision is being communicated",
    });

    const page = await desk("officer");
    await openFromQueue(page, journey.number);
    await act(page, "notifyPatient", "approved-by-ministry");
    journey.acts.push("notifyPatient");
    await sees(page, { stage: "approved-by-ministry", acts: journey.acts, by: "officer" });
    await page.goto(`${new URL(page.url()).pathname}?fila=tot`);
    await page.locator(".whole-part").last().waitFor();
    await accessibility.look(page, "file, closed, whole");
    await bothStatuses({
      ro: "Decizia Ministerului a fost comunicată",
      en: "The Ministry’s decision has been communicated",
    });
    expect(await publicStatus(ministryNumber, journey.code, "ro")).toContain(ministryNumber);
  },
);

test("accessible", () => {
  expect(accessibility.findings).toEqual([]);
});
test("no complaints", () => {
  expect(complaints).toEqual([]);
});
