/** A month's funds in a real browser: allocated, ranked, confirmed by a person, and the place of a file at its own DSP. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { monthText } from "../../web/forms/moh/MonthField.tsx";
import type { PersonName } from "../api/support/people.ts";
import { ADULT, OFFER } from "../support/moh-file.ts";
import { CLINICS, Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 180_000;
const MONTH = bucharestDate(Date.now()).slice(0, 7);

/** A file that the Ministry approved. */
async function approved(surname: string, decision: Record<string, unknown>): Promise<string> {
  let { view } = await office.file({ patient: { ...ADULT, surname } });
  const given = async (name: PersonName, type: MohCommandType, payload?: unknown): Promise<void> => {
    view = await office.given(name, view, type, payload);
  };
  await given("officer", "sendToCommission");
  await given("secretary", "beginExamination");
  await given("secretary", "finishExamination", { decision: "approved" });
  const clinics = CLINICS.slice(0, 2).map(({ name, country }) => ({ name, country }));
  await given("officer", "registerDecision", { decision: "approved", minutes: { urgencyClass: "A", clinics } });
  await given("officer", "sendClinicRequest", { clinic: "clinic-1", evidence: "e-mail" });
  await given("officer", "sendClinicRequest", { clinic: "clinic-2", evidence: "e-mail" });
  await given("officer", "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER });
  await given("officer", "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" });
  await given("officer", "sendToMinistry");
  await given("ministry", "registerAtMinistry");
  await given("ministry", "decideAtMinistry", {
    decision: "approved",
    clinic: "clinic-1",
    currency: "RON",
    reasons: "alegere",
    ...decision,
  });
  return view.caseId;
}

async function told(page: Page, text: string): Promise<void> {
  const notice = page.locator(".announcement", { hasText: text });
  await notice.waitFor();
  await notice.getByRole("button").click();
}

test(
  "MOH-77 to MOH-79: the Ministry allocates, sees who waits and why, makes the order and confirms it",
  async () => {
    await approved("Ionescu", { amount: "90000.00", vitalRisk: 5, benefit: 3 });
    await approved("Marinescu", { amount: "240000.50", vitalRisk: 4, benefit: 4 });
    await approved("Dobre", { amount: "15000.00", vitalRisk: 4, benefit: 2 });
    const last = await approved("Văcărescu", { amount: "12000.00", currency: "CHF" });
    const page = await scene.windowOf("ministry");
    await page.goto("/");
    await page.getByRole("link", { name: words("funds.title"), exact: true }).click();
    const title = words("funds.of", { month: monthText(MONTH, "ro") });
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByText(words("funds.noAllocation")).waitFor();
    await page.locator("[name=amount]").fill("100.000,50");
    await page.locator("[name=legalAct]").fill("Ordinul nr. 12/2026");
    await page.getByRole("button", { name: words("funds.allocate.new"), exact: true }).click();
    await told(page, "100.000,50");
    await page.getByText(words("funds.exceeded")).waitFor();
    const names = page.locator(".fund-lines .cell-patient");
    expect(await names.allInnerTexts()).toEqual(["Ionescu Ana", "Marinescu Ana", "Dobre Ana", "Văcărescu Ana"]);
    const lines = page.locator(".fund-lines tbody tr");
    expect(await lines.nth(1).innerText()).toContain("risc vital 5 înaintea lui 4");
    expect(await lines.nth(2).innerText()).toContain("beneficiu 4 înaintea lui 2");
    expect(await lines.nth(3).innerText()).toContain(words("funds.vitalRisk.missing"));
    expect(await page.getByRole("button", { name: words("funds.confirmOne") }).count()).toBe(0);
    await accessibility.look(page, "funds");

    await page.getByRole("button", { name: words("funds.rank"), exact: true }).click();
    const heading = (number: number): string => words("funds.ranking.title", { number, month: monthText(MONTH, "ro") });
    await page.getByRole("heading", { level: 1, name: heading(1) }).waitFor();
    await accessibility.look(page, "ranking");
    // Somebody allocates more while the order is being read: it is no longer what was seen.
    const colleague = await scene.windowOf("ministry");
    await colleague.goto(`/fonduri?luna=${MONTH}`);
    await colleague.locator("[name=amount]").fill("100001");
    await colleague.locator("[name=legalAct]").fill("Ordinul nr. 13/2026");
    await colleague.getByRole("button", { name: words("funds.allocate.change"), exact: true }).click();
    await told(colleague, "100.001,00");
    await page.getByRole("button", { name: words("funds.ranking.confirm"), exact: true }).click();
    await page.getByText("Ordinul nr. 13/2026").waitFor();
    await accessibility.look(page, "ranking, changed");
    await page.getByRole("link", { name: words("funds.rank.again"), exact: true }).click();
    await page.getByRole("button", { name: words("funds.rank.again"), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: heading(2) }).waitFor();
    await page.getByRole("button", { name: words("funds.ranking.confirm"), exact: true }).click();
    await told(page, words("funds.ranking.told", { number: 2 }));
    expect(await page.locator(".fund-lines", { hasText: words("funds.line.done") }).count()).toBe(1);

    const officer = await scene.windowOf("officer");
    await officer.goto(`/dosare/${last}`);
    const place = words("funds.inFile", { place: 3, of: 3, month: monthText(MONTH, "ro") });
    await officer.getByText(place).waitFor();
    expect(await officer.getByRole("link", { name: words("funds.inFile.page") }).count()).toBe(0);
    expect(accessibility.findings).toEqual([]);
    expect(scene.complaints).toEqual([]);
  },
  LONG_MS,
);
