/** What a person does on the officers' pages, and what they then see. */
import { expect } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { E112Stage } from "../../../domain/e112/steps.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { RuleId } from "../../../domain/law/index.ts";
import type { MohStage } from "../../../domain/moh/steps.ts";
import { emailOf, PASSWORD, type PersonName } from "../../api/support/people.ts";
import type { TabName } from "../../../web/pages/file/tabs.ts";
import { actTitle, firstDue, stageTitle, today, words } from "./words.ts";

/** How long something that should appear may take, milliseconds. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

/** Asks until the answer satisfies `check`, which is a Jest expectation; the last failure is the one told. */
export async function eventually<Answer>(ask: () => Promise<Answer>, check: (answer: Answer) => void): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      check(await ask());
      return;
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: words("signIn.submit"), exact: true }).click();
}

export async function signIn(page: Page, name: PersonName): Promise<void> {
  await page.goto("/autentificare");
  await fillSignIn(page, emailOf(name), PASSWORD);
  await page.getByRole("heading", { level: 1, name: words("queue.title") }).waitFor();
}

/** The line of a file in the queue. */
export function queueLine(page: Page, number: string): Locator {
  return page.locator("table.list tbody tr", { hasText: number });
}

/** Goes to the queue, finds the file and opens it. */
export async function openFromQueue(page: Page, number: string): Promise<void> {
  await page
    .getByRole("navigation")
    .getByRole("link", { name: words("queue.title"), exact: true })
    .click();
  await page.getByRole("link", { name: number, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
}

export async function openTab(page: Page, tab: TabName): Promise<void> {
  // A tab is named by its beginning: what it counts stands after it.
  const name = new RegExp(`^${words(`tab.${tab}`)}`);
  await page.getByRole("tab", { name }).click();
  await page.getByRole("tabpanel", { name }).waitFor();
}

/** The form of a command; opened when it stands folded among others. */
export async function formOf(page: Page, type: MohCommandType | E112CommandType): Promise<Locator> {
  const form = page.locator(`form.command-form[aria-label="${actTitle(type)}"]`);
  const toggle = page.locator(".command-toggle", { hasText: actTitle(type) });
  await form.or(toggle).first().waitFor();
  if (!(await form.isVisible())) await toggle.click();
  await form.waitFor();
  return form;
}

/** The input of a form by the name of its field. */
export function field(form: Locator, path: string): Locator {
  return form.locator(`[name$=".${path}"]`);
}

export async function choose(form: Locator, path: string, value: string): Promise<void> {
  await form.locator(`[name$=".${path}"][value="${value}"]`).check();
}

export async function send(form: Locator): Promise<void> {
  await form.locator("button[type=submit]").click();
}

/** Gives a command by its form, and waits until the page says that it was taken and what the file became. */
export async function act(
  page: Page,
  type: MohCommandType | E112CommandType,
  stage: MohStage | E112Stage,
  fill: (form: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  const form = await formOf(page, type);
  await fill(form);
  await send(form);
  await toldDone(page, type, stage);
}

export async function toldDone(
  page: Page,
  type: MohCommandType | E112CommandType,
  stage: MohStage | E112Stage,
): Promise<void> {
  const done = words("form.done", { title: actTitle(type), status: stageTitle(stage) });
  const notice = page.locator(".announcement", { hasText: done });
  await notice.waitFor();
  await notice.getByRole("button").click();
}

interface Seen {
  readonly stage: MohStage;
  /** The terms that run, each from today; the header shows the one that ends first. */
  readonly running?: readonly RuleId[];
  readonly acts: readonly MohCommandType[];
  /** Who gave the last act. */
  readonly by: PersonName;
}

/** The header and the timeline of the file on the page: status, next legal limit, and every act so far. */
export async function sees(page: Page, { stage, running = [], acts, by }: Seen): Promise<void> {
  const header = (label: string): Promise<string> =>
    page
      .locator(".file-header > div", { has: page.locator("dt", { hasText: label }) })
      .locator("dd")
      .innerText();
  await eventually(
    () => header(words("header.status")),
    (text) => expect(text).toContain(stageTitle(stage)),
  );
  const limit = await header(words("header.next"));
  const { on, rules } = firstDue(running);
  expect(limit).toContain(on ?? words("header.noLimit"));
  expect(rules.filter((rule) => limit.includes(rule))).toHaveLength(on === undefined ? 0 : 1);
  await openTab(page, "istoric");
  const entries = page.locator(".entry-act");
  await eventually(
    () => entries.locator(".entry-title > strong:not(.entry-date)").allInnerTexts(),
    (titles) => expect(titles).toEqual(acts.map(actTitle).toReversed()),
  );
  const last = await entries.first().innerText();
  expect(last).toContain(`Persoana ${by}`);
  expect(last).toContain(today());
  await openTab(page, "pasi");
}

/** The titles of the forms that this person is offered on the first tab. */
export async function offeredForms(page: Page): Promise<string[]> {
  await page.locator(".step-work").first().waitFor();
  const open = await page
    .locator(".step form.command-form")
    .evaluateAll((forms) => forms.map((form) => form.getAttribute("aria-label") ?? ""));
  const folded = await page.locator(".step .command-toggle").allInnerTexts();
  return [...new Set([...open, ...folded.map((text) => text.trim())])].toSorted();
}

/** What a screen reader says of an input beside its name. */
export async function describedAs(input: Locator): Promise<string> {
  return await input.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );
}

/** Walks with the Tab key until `target` has the focus, which must be visible there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const MOST_STEPS = 120;
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const isThere = await target.evaluate((element) => element === document.activeElement);
    if (!isThere) continue;
    const { outlineStyle, outlineWidth } = await target.evaluate((element) => getComputedStyle(element));
    expect(outlineStyle).not.toBe("none");
    expect(Number.parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
    return;
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}
