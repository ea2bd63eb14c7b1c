/** An insurance house reads its E112 files in the browser: what is prepared, what holds, what was issued and settled, and no term anywhere. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { E112CaseView } from "../../domain/case/view.ts";
import { E112_STAGES, E112_STEPS } from "../../domain/e112/steps.ts";
import { addDays, bucharestDate } from "../../domain/plain-date.ts";
import { formatDate } from "../../web/i18n/dates.ts";
import { ACCEPTANCE, ADULT, CHILD, REQUEST } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { openTab, queueLine } from "./support/pages.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 240_000;

async function fileOf(page: Page, { caseId, registrationNumber }: E112CaseView): Promise<void> {
  await page.goto(`/dosare/${caseId}`);
  await page.getByRole("heading", { level: 1, name: registrationNumber }).waitFor();
}

test(
  "E112-29 … E112-37: an acceptance is read content by content; an appointment that is too soon is a warning to a person",
  async () => {
    const from = addDays(bucharestDate(Date.now()), 30);
    const acceptance = { ...ACCEPTANCE, unitStamp: false, periodFrom: from, periodTo: addDays(from, 10) };
    const opened = await office.openE112({ patient: { ...ADULT, surname: "Marinescu" } });
    const file = await office.givenE112(opened, [
      ...preparation("recordTranslations"),
      ["sendRequestToClinic", addDays(from, -40), REQUEST],
      ["recordAcceptance", addDays(from, -31), { acceptance }],
    ]);
    const page = await scene.windowOf("cas");
    await fileOf(page, file);
    const header = await page.locator(".file-header").innerText();
    expect(header).toContain(words("header.noTerm"));
    expect(header).toContain(words("header.treatment.ahead", { days: 30 }));
    expect(await page.getByRole("tab", { name: words("tab.termene") }).count()).toBe(0);
    await openTab(page, "pregatire");
    const line = page.locator(".preparation-line", { hasText: E112_STEPS["await-acceptance"].title.ro });
    expect(await line.locator(".content-lacking").allInnerTexts()).toEqual([expect.stringContaining("E112-30")]);
    expect(await line.locator(".content-there").count()).toBe(8);
    const warning = await line.locator(".warning-note").innerText();
    expect(warning).toContain(formatDate(from));
    expect(warning).toContain(words("warnings.nature"));
    await line.getByRole("button", { name: words("readings.about", { reading: "E112-A5" }) }).click();
    await page.locator(".rules-bubble", { hasText: "E112-A5" }).waitFor();
    await page.keyboard.press("Escape");
    await accessibility.look(page, "E112 preparation");
    await line
      .getByRole("link", { name: words("preparation.openStep.of", { step: E112_STEPS["await-acceptance"].title.ro }) })
      .click();
    await page.locator("#pas-await-acceptance .progress", { hasText: "E112-30" }).waitFor();
    await accessibility.look(page, "E112 steps");
  },
  LONG_MS,
);

test(
  "E112-10: where all conditions are met there is no refusing button, and the screen says why; where one fails it names what may be done",
  async () => {
    const opened = await office.openE112({ patient: { ...ADULT, surname: "Marinescu" } });
    const met = await office.givenE112(opened, preparation("analyseConditions"));
    const page = await scene.windowOf("cas");
    await fileOf(page, met);
    await page.locator("#pas-issue-form .notice-right", { hasText: words("decision.impossible") }).waitFor();
    expect(await page.getByText("Refuză cererea", { exact: true }).count()).toBe(0);
    await openTab(page, "conditii");
    expect(await page.locator(".condition-met").count()).toBe(6);
    expect(await page.locator(".notice-right").innerText()).toContain("E112-10");
    await accessibility.look(page, "E112 conditions, met");

    const child = await office.openE112({
      patient: { ...CHILD, surname: "Marinescu", domicileCounty: "CJ" },
      applicant: { role: "parent", surname: "Marinescu", givenName: "Dan" },
      clinic: { name: "Klinikum Test", country: "DE", publicInsuranceContract: false },
    });
    await fileOf(page, child);
    await openTab(page, "conditii");
    expect(await page.locator(".condition-failed").allInnerTexts()).toEqual([expect.stringContaining("E112-03")]);
    expect(await page.locator(".notice-quiet", { hasText: words("decision.route") }).innerText()).toContain("E112-05");
    await openTab(page, "acte");
    await page.getByText(words("dossier.child")).waitFor();
    await accessibility.look(page, "E112 dossier of a child");
  },
  LONG_MS,
);

test(
  "E112-79 … E112-85: the issued form with its copies, the claims with their differences, and no money to the patient",
  async () => {
    const opened = await office.openE112({ patient: { ...ADULT, surname: "Marinescu" } });
    const issued = await office.givenE112(opened, preparation("recordTreatmentDone"));
    const form = issued.e112.forms[0]?.number ?? "";
    const file = await office.givenE112(issued, [
      [
        "receiveInvoice",
        "2026-08-10",
        {
          number: "DE-77",
          formNumber: form,
          from: "AOK Bayern",
          to: "CAS Cluj",
          amount: "14000.00",
          currency: "EUR",
          careFrom: "2026-06-01",
          careTo: "2026-07-10",
        },
      ],
    ]);
    const page = await scene.windowOf("casSupervisor");
    await page.goto("/");
    await queueLine(page, file.registrationNumber).waitFor();
    expect(await page.locator("table.list thead").innerText()).not.toContain(words("column.due"));
    await accessibility.look(page, "E112 queue");
    await page.goto("/dosare");
    const listed = page.locator("table.list tbody tr", { hasText: file.registrationNumber });
    expect(await listed.innerText()).toContain(words("files.application", { number: file.applicationNumber ?? "" }));
    expect(await listed.innerText()).toContain(E112_STAGES.settlement.title.ro);
    const stages = await page.locator("select").first().locator("option").allInnerTexts();
    expect(stages).toEqual([words("files.status.all"), ...Object.values(E112_STAGES).map(({ title }) => title.ro)]);
    await accessibility.look(page, "E112 files");
    await fileOf(page, file);
    await openTab(page, "formular");
    const card = page.locator(".issued", { hasText: form });
    expect(await card.innerText()).toContain(words("issued.to.applicant", { date: "23.04.2026" }));
    expect(await card.innerText()).toContain(words("issued.period", { from: "01.07.2026", to: "20.07.2026" }));
    for (const [label, type] of [
      ["issued.pdf", "application/pdf"],
      ["issued.json", "application/json"],
    ] as const) {
      const href = await card.getByRole("link", { name: words(label) }).getAttribute("href");
      const answer = await page.request.get(href ?? "");
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, expect.stringContaining(type)]);
    }
    await accessibility.look(page, "E112 form");
    await openTab(page, "decontare");
    await page.getByText(words("settlement.text")).waitFor();
    expect(await page.locator(".differences li").count()).toBe(1);
    await accessibility.look(page, "E112 settlement");
    await page.getByRole("button", { name: "EN English" }).click();
    await page.getByText("Nothing is paid by the house to the patient").waitFor();
    expect(scene.complaints).toEqual([]);
  },
  LONG_MS,
);

test(
  "nobody at an insurance house or at the CNAS is shown the Ministry’s terms, funds or settings",
  async () => {
    for (const name of ["casSupervisor", "casHead", "casAdmin", "cnas", "cnasAdmin"] as const) {
      const page = await scene.windowOf(name);
      for (const path of ["/statistica", "/administrare/mementouri", "/administrare/setari"]) {
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle");
        expect([name, path, /MOH-\d/.exec(await page.locator("main").innerText())?.[0]]).toEqual([
          name,
          path,
          undefined,
        ]);
      }
      const menu = await page.getByRole("navigation", { name: words("shell.navigation") }).innerText();
      for (const other of ["funds.title", "rates.short"] as const)
        expect([name, menu]).toEqual([name, expect.not.stringContaining(words(other))]);
      await page.context().close();
    }
  },
  LONG_MS,
);

test("every one of these pages can be used by everybody, wide and on a phone", () => {
  expect(accessibility.findings).toEqual([]);
});
