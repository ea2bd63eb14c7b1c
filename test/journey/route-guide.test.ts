/** "Which way" in a browser that runs no scripts: a telephone and a desk, both languages, on screen and on paper. */
import { expect, test } from "@jest/globals";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions, Page } from "playwright-core";
import { apiWorld } from "../api/support/api-world.ts";
import { browser } from "../support/browser.ts";
import { Accessibility } from "./support/accessibility.ts";

const [world, chromium] = await Promise.all([apiWorld(), browser()]);
const origin = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
const accessibility = new Accessibility();
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

async function open(language: "ro" | "en", options: BrowserContextOptions): Promise<Page> {
  const context = await chromium.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  await page.goto(`/ce-cale?lang=${language}`);
  return page;
}
async function choose(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    if (name === "country") await page.locator("select[name=country]").selectOption(value);
    else await page.locator(`main [name=${name}][value=${value}]`).check();
  }
}
const MET = { clinicContracted: "yes", inBasicPackage: "yes", timely: "no", insured: "yes" };

test("on a telephone, without scripts: a child with one parent, to form E112, then a changed answer", async () => {
  const page = await open("ro", { viewport: PHONE, javaScriptEnabled: false });
  const oneParent = page.locator("[type=checkbox][name=oneParent]");
  expect(await oneParent.isVisible()).toBe(false);
  await choose(page, { who: "child" });
  await choose(page, { oneParent: "yes", country: "AT", ...MET });
  await page.getByRole("button", { name: "Arată calea" }).click();
  await page.getByText("Formularul E112 (S2)", { exact: true }).waitFor();
  expect(page.url()).toBe(`${origin}/ce-cale?lang=ro`);
  const papers = page.locator(".papers li");
  expect(await papers.filter({ hasText: "Dovada că celălalt părinte" }).count()).toBe(1);
  expect(await papers.filter({ hasText: "celuilalt părinte" }).count()).toBe(0);
  expect(await page.locator("main").innerText()).toContain("germană");

  await page.getByRole("button", { name: "Schimbă răspunsurile" }).click();
  expect(await oneParent.isChecked()).toBe(true);
  await choose(page, { country: "other" });
  await page.getByRole("button", { name: "Arată calea" }).click();
  await page.getByText("Fondurile Ministerului Sănătății", { exact: true }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Funds of the Ministry of Health", { exact: true }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}, 60_000);

test("at a desk: what is not known is to be asked; wide, narrow, on paper, nothing is cut off and axe finds nothing", async () => {
  const page = await open("en", { viewport: DESK });
  await accessibility.look(page, "the questions", { open: true });
  await page.getByRole("button", { name: "Show the way" }).click(); // the browser asks for who first
  expect(await page.locator("[name=who]:invalid").count()).toBe(5);
  await choose(page, { who: "adult" });
  await page.getByRole("button", { name: "Show the way" }).click();
  await page.getByText("Ask first", { exact: true }).waitFor();
  expect(await page.locator("dl").first().locator("dt").count()).toBe(5);
  await accessibility.look(page, "what to ask", { open: true });

  await page.getByRole("button", { name: "Change the answers" }).click();
  await choose(page, { country: "DE", ...MET });
  await page.getByRole("button", { name: "Show the way" }).click();
  await page.getByText("Form E112 (S2)", { exact: true }).waitFor();
  await page.getByText("The rules and readings").click();
  await accessibility.look(page, "the way of E112", { open: true });
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "On paper (PDF)" }).isVisible()).toBe(false);
  expect(await page.locator(".papers li").first().isVisible()).toBe(true);
  await page.context().close();
  expect(accessibility.findings).toEqual([]);
}, 60_000);
