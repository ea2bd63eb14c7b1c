/** An E112 file in a real browser, typed by the officer of the insurance house from its opening to its registration. */
import { expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { E112_SENTENCES } from "../../domain/i18n/e112-errors.ts";
import { act, choose, describedAs, field, formOf, openTab, send, toldDone } from "./support/pages.ts";
import { PATIENT, Scene } from "./support/scene.ts";
import { today, words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility } = scene;
const LONG_MS = 240_000;

const CLINIC = { name: "Charité", city: "Berlin", doctor: "Prof. Weber" };
const DOCTOR = "dr. Ion Ionescu";
const TICKED = [
  "doctorSignature",
  "doctorStamp",
  "doctorAgrees",
  "managementAgrees",
  "necessity",
  "travelSafe",
] as const;
const PERIOD = { from: "01.03.2027", to: "20.03.2027" };

function sentence(code: keyof typeof E112_SENTENCES): string {
  return E112_SENTENCES[code](() => "").ro;
}

async function tick(form: Locator, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await field(form, path).check();
}

test(
  "E112-11 … E112-61: opened at the house, prepared by typing, registered",
  async () => {
    const page = await scene.desk("cas");
    await page.getByRole("link", { name: words("newFile.title"), exact: true }).click();
    const filing = page.locator("form.new-file");
    const input = (name: string) => filing.locator(`[name="${name}"]`);
    const submit = filing.getByRole("button", { name: words("newFile.open") });
    await submit.click();
    await filing.locator("[aria-invalid=true]").first().waitFor();
    expect(await describedAs(input("patient.surname"))).toContain(
      words("form.error.required", { label: words("person.surname") }),
    );
    for (const [name, value] of Object.entries(PATIENT)) await input(`patient.${name}`).fill(value);
    expect(await input("patient.casId").inputValue()).toBe("CAS-CJ");

    // A child has a parent or a guardian apply; the adult applies alone.
    await input("patient.birthDate").fill("01.05.2015");
    expect(await filing.locator('[name="applicant.role"][value=parent]').isChecked()).toBe(true);
    await input("patient.birthDate").fill(PATIENT.birthDate);
    expect(await filing.locator('[name="applicant.role"][value=patient]').isChecked()).toBe(true);

    for (const [name, value] of Object.entries(CLINIC)) await input(`clinic.${name}`).fill(value);
    await submit.click();
    await filing.locator('[name="clinic.country"][aria-invalid=true]').waitFor();
    await accessibility.look(page, "new E112 file with errors");
    await input("clinic.country").selectOption("DE");
    await filing.locator('[name="clinic.publicInsuranceContract"][value=true]').check();

    // Another house is told by the API, at the field.
    await input("patient.casId").selectOption("CAS-BH");
    await submit.click();
    await filing.locator('[name="patient.casId"][aria-invalid=true]').waitFor();
    expect(await describedAs(input("patient.casId"))).toContain("CAS Bihor");
    await input("patient.casId").selectOption("CAS-CJ");
    await submit.click();

    await page.getByRole("heading", { level: 1, name: words("receipt.title") }).waitFor();
    const [number = ""] = await page.locator(".receipt-large").allInnerTexts();
    expect(number).toMatch(/^CAS-CJ\/\d{4}\/\d{6}$/);
    await page.getByRole("link", { name: words("receipt.open") }).click();
    await page.getByRole("heading", { level: 1, name: number }).waitFor();

    await act(page, "recordPriorAgreement", "agreed", async (form) => {
      await field(form, "doctor").fill(DOCTOR);
      await choose(form, "casContract", "false");
      await send(form);
      await form.locator("[data-notice]").getByText(sentence("NO_CAS_CONTRACT")).waitFor();
      await choose(form, "casContract", "true");
    });

    await act(page, "recordTranslations", "translated", async (form) => {
      expect(await field(form, "language").inputValue()).toBe("de");
      await choose(form, "papers.biletIesire", "translated");
      await choose(form, "papers.rmn", "existing");
      await send(form);
      await toldDone(page, "recordTranslations", "agreed");
      // What was said stands; only the MRI is left.
      expect(await field(form, "papers.biletIesire").and(form.locator("[value=translated]")).isChecked()).toBe(true);
      await choose(form, "papers.rmn", "translated");
    });

    await act(page, "sendRequestToClinic", "awaiting-acceptance", async (form) => {
      await form.getByText("Charité, Berlin").waitFor();
      await tick(form, "asksAcceptance", "asksCompleteCost");
      await send(form);
      await toldDone(page, "sendRequestToClinic", "translated");
      await tick(form, "phoned");
    });

    await act(page, "recordAcceptance", "accepted", async (form) => {
      await choose(form, "acceptance.form", "scan");
      await tick(form, ...TICKED.map((content) => `acceptance.${content}`));
      await field(form, "acceptance.periodFrom").fill(PERIOD.from);
      await field(form, "acceptance.periodTo").fill(PERIOD.to);
      await accessibility.look(page, "acceptance that lacks something");
      await send(form);
      await toldDone(page, "recordAcceptance", "awaiting-acceptance");
      await formOf(page, "recordAcceptance");
      expect(await field(form, "acceptance.travelSafe").isChecked()).toBe(true);
      await tick(form, "acceptance.unitStamp");
      await field(form, "acceptance.estimatedCost.amount").fill("12.500,50");
      await field(form, "acceptance.estimatedCost.currency").fill("eur");
      await form.getByText(words("e112.contents.complete")).waitFor();
    });

    await act(page, "recordLegalisedTranslation", "translation-legalised", async (form) => {
      await choose(form, "originalKeptBy", "doctor");
      await send(form);
      await form.locator("[data-notice]").getByText(sentence("ORIGINAL_WITH_DOCTOR")).waitFor();
      await choose(form, "originalKeptBy", "patient");
    });

    await act(page, "recordMedicalReport", "report-issued", async (form) => {
      expect(await field(form, "doctor").inputValue()).toBe(DOCTOR);
      expect(await field(form, "report.country").inputValue()).toBe("DE");
      expect(await field(form, "report.hospital").inputValue()).toBe(CLINIC.name);
      expect(await field(form, "report.periodFrom").inputValue()).toBe(PERIOD.from);
      await tick(form, ...["recommendation", "inBasicPackage", "notTimely", "travelSafe"].map((id) => `report.${id}`));
      await tick(form, "report.signature", "report.stamp", "report.point7.a", "report.point7.b", "report.point7.c");
      await field(form, "report.reasons").fill("lista de așteptare depășește un an");
      await field(form, "report.maxPeriodUntil").fill("30.06.2027");
      await field(form, "report.datedOn").fill(today());
      await form.getByText("Punctul 7, litera d)").first().waitFor();
      await accessibility.look(page, "medical report that lacks a letter");
      await tick(form, "report.point7.d");
      await form.getByText(words("e112.contents.complete")).waitFor();
    });

    await act(page, "assembleDossier", "dossier-assembled", async (form) => {
      await form.getByRole("button", { name: words("documents.addAll"), exact: true }).click();
      expect(await form.locator(".document-row").count()).toBe(6);
      expect(await field(form, "documents.5.form").inputValue()).toBe("originalWithTranslation");
      await accessibility.look(page, "E112 dossier being assembled");
    });

    await act(page, "registerApplication", "registered");
    await openTab(page, "istoric");
    const acts = await page.locator(".entry-act").allInnerTexts();
    expect(acts).toHaveLength(12);
    expect(acts.join("\n")).toContain(words("e112.contents.nothing"));
    await accessibility.look(page, "E112 timeline");
    expect(accessibility.findings).toEqual([]);
    expect(scene.complaints).toEqual([]);
  },
  LONG_MS,
);
