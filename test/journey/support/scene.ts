/** The office with its people at their windows, and what is noted on the way. */
import { expect } from "@jest/globals";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { tokenOf, type PersonName } from "../../api/support/people.ts";
import { browser } from "../../support/browser.ts";
import { Accessibility } from "./accessibility.ts";
import { openOffice, type Office } from "./office.ts";
import { signIn } from "./pages.ts";

export const PATIENT = {
  surname: "Văcărescu",
  givenName: "Ilinca",
  birthDate: "01.05.1980",
  cnp: "2800501123457",
  address: "Strada Liliacului 7, Turda",
  phone: "0740555777",
  email: "ilinca@pacient.example",
  diagnosis: "miastenie generalizată",
};
export const CLINICS = [
  { name: "Klinikum Rechts", country: "DE", city: "München" },
  { name: "Hôpital Saint-Louis", country: "FR", city: "Paris" },
  { name: "Ospedale Maggiore", country: "IT", city: "Milano" },
] as const;

/** Who, where, of what. */
export const PERSONAL: readonly string[] = [
  ...Object.values(PATIENT),
  "1980",
  ...CLINICS.flatMap(({ name, city }) => [name, city]),
];
/** Words by which a decision would show its direction, in both languages. */
export const DIRECTIONS: readonly string[] = ["aprob", "respin", "approv", "reject"];

/** Fails when a text holds one of these words, in whatever letters. */
export function expectWithout(text: string, words: readonly string[]): void {
  const lower = text.toLowerCase();
  const found = words.filter((word) => lower.includes(word.toLowerCase()));
  expect({ found, text: found.length === 0 ? "" : text }).toEqual({ found: [], text: "" });
}

/** How long one action in a window may take, milliseconds. */
const PATIENCE_MS = 15_000;

export class Scene {
  readonly office: Office;
  readonly accessibility = new Accessibility();
  /** What the browser itself complained of: an exception in a page, something that the content policy refused. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #desks = new Map<PersonName, Page>();

  /** At the top of a test file. */
  static async open(): Promise<Scene> {
    const [chromium, office] = await Promise.all([browser(), openOffice()]);
    return new Scene(chromium, office);
  }

  private constructor(chromium: Browser, office: Office) {
    this.#browser = chromium;
    this.office = office;
  }

  async window(options: BrowserContextOptions = {}): Promise<Page> {
    const made = await this.#browser.newContext({
      baseURL: this.office.origin,
      locale: "ro-RO",
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    made.setDefaultTimeout(PATIENCE_MS);
    this.#listen(made);
    return await made.newPage();
  }

  /** A window of this person, signed in beforehand. */
  async windowOf(name: PersonName): Promise<Page> {
    const page = await this.window();
    await page.context().addCookies([{ name: "dosar", value: tokenOf(name), url: this.office.origin, httpOnly: true }]);
    return page;
  }

  /** The one window of this person, in which they signed in by the form. */
  async desk(name: PersonName): Promise<Page> {
    const known = this.#desks.get(name);
    if (known !== undefined) return known;
    const page = await this.window();
    this.#desks.set(name, page);
    await signIn(page, name);
    return page;
  }

  /** What anybody sees with number and code, by a browser that runs no scripts; the number itself as "#". */
  async publicStatus(number: string, code: string, language: "ro" | "en"): Promise<string> {
    const page = await this.window({ javaScriptEnabled: false });
    await page.goto(`/stare?lang=${language}`);
    await page.locator("#registrationNumber").fill(number);
    await page.locator("#accessCode").fill(code);
    await page.locator("form button").click();
    await page.locator("dl").waitFor();
    const [text, whole] = await Promise.all([page.locator("main").innerText(), page.content()]);
    await page.context().close();
    expectWithout(whole, [...PERSONAL, ...DIRECTIONS]);
    expect(whole).toContain(`<html lang="${language}">`);
    expect(text).toContain(number);
    return text.replaceAll(number, "#");
  }

  #listen(made: BrowserContext): void {
    made.on("weberror", (failure) => this.complaints.push(String(failure.error())));
    made.on("console", (message) => {
      // A refused request is part of the journey; the rest is not.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        this.complaints.push(message.text());
      }
    });
  }
}
