/** The calendar in a real browser: read by everybody, changed by its owners, carried into the files before their eyes. */
import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { addWorkingDays, romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import { addDays, bucharestDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { en } from "../../web/i18n/en.ts";
import { formatDate, longDate } from "../../web/i18n/dates.ts";
import { NAMES } from "../api/support/people.ts";
import { eventually, openTab, tabTo } from "./support/pages.ts";
import { romanianOn } from "./support/languages.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 90_000;
const ACT = "HG nr. 1450/2026";

const TODAY = bucharestDate(Date.now());
/** The last day of MOH-23 for a file completed today: once it is off, the term ends on the day after. */
const BRIDGE = addWorkingDays(romanianCalendar(), TODAY, 2);
const AFTER = addWorkingDays(romanianCalendar(), TODAY, 3);
/** A day off that no file comes near. */
const FAR = addWorkingDays(romanianCalendar(), TODAY, 90);
const FARTHER = addWorkingDays(romanianCalendar(), TODAY, 91);

function day(page: Page, date: PlainDate): Locator {
  return page.locator(`[data-date="${date}"]`);
}

/** Chooses the days and writes the act by which they change. */
async function prepare(page: Page, dates: readonly PlainDate[], legalAct: string): Promise<void> {
  for (const date of dates) await day(page, date).click();
  await page.locator(".chosen [name=legalAct]").fill(legalAct);
  await page.getByRole("button", { name: words("calendar.pick.submit"), exact: true }).click();
  await told(page, words("calendar.draft.added", { count: dates.length }));
}

/** Waits for the announcement and closes it. */
async function told(page: Page, text: string): Promise<void> {
  const notice = page.locator(".announcement", { hasText: text });
  await notice.waitFor();
  await notice.getByRole("button").click();
}

async function simulate(page: Page): Promise<void> {
  await page.getByRole("link", { name: words("calendar.draft.simulate"), exact: true }).click();
  await page.locator(".simulation-summary").waitFor();
}

async function openAdministration(page: Page, year: number): Promise<void> {
  await page.goto(`/administrare/calendar?an=${year}`);
  await page.locator("[data-date]").first().waitFor();
}

test(
  "anybody sees the year: holidays with their law, declared days with their act, by letters and words",
  async () => {
    const page = await scene.window();
    await page.goto("/calendar?an=2025&institutie=DSP-CJ");
    await page.getByRole("heading", { level: 1, name: words("calendar.title.year", { year: 2025 }) }).waitFor();
    const months = page.locator(".month");
    await months.first().waitFor();
    expect(await months.count()).toBe(12);
    // Weeks begin on Monday; 1 January 2025 was a Wednesday.
    expect(await months.first().locator("thead abbr").first().getAttribute("title")).toBe("luni");
    const week = await months.first().locator("tbody tr").first().locator("td").allInnerTexts();
    expect(week).toEqual(["", "", "1", "2", "3", "4", "5"]);
    const bridge = page.getByRole("link", {
      name: `${longDate("2025-05-02" as PlainDate, "ro")}: ${words("calendar.mark.public-sector")}`,
    });
    expect(await bridge.locator(".cal-letter").getAttribute("data-letter")).toBe(
      words("calendar.letter.public-sector"),
    );
    await bridge.click();
    const line = page.locator("#zi-2025-05-02");
    expect(await line.innerText()).toContain("HG nr. 2/2025");
    expect(await page.locator("#zi-2025-01-24").innerText()).toContain("Legea nr. 176/2016");
    expect(await page.locator(".provisional").count()).toBe(0);
    await accessibility.look(page, "calendar", { open: true });
    for (const format of ["csv", "ics"] as const) {
      const link = page.getByRole("link", { name: words(`calendar.export.${format}`), exact: true });
      const file = await page.request.get((await link.getAttribute("href")) ?? "");
      expect((await file.text()).includes("HG nr. 2/2025")).toBe(true);
    }

    // Without an institution a day of the public sector is named and counted.
    await page.locator("select").nth(1).selectOption("");
    await page.getByText(words("calendar.notCountedHere")).first().waitFor();
    await page.locator("select").first().selectOption("2031");
    await page.getByText(words("calendar.provisional", { year: "2031" })).waitFor();
    await page.context().close();
  },
  LONG_MS,
);

test(
  "the calendar of a year is printed on one page",
  async () => {
    const page = await scene.window();
    for (const year of [2024, 2028]) {
      await page.goto(`/calendar?an=${year}&institutie=DSP-CJ`);
      await page.getByRole("heading", { level: 1, name: words("calendar.title.year", { year }) }).waitFor();
      await page.locator(".month").nth(11).waitFor();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect({ year, pages: pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length }).toEqual({ year, pages: 1 });
    }
    await page.context().close();
  },
  LONG_MS,
);

test(
  "an institution’s administrator changes its own days only, and is told so",
  async () => {
    const page = await scene.windowOf("admin");
    await openAdministration(page, 2025);
    await page.getByText(words("calendar.admin.scope.own", { name: "DSP Cluj" })).waitFor();
    // A legal holiday changes by law, a national day by the Ministry.
    for (const [date, why] of [
      ["2025-12-01", "holiday"],
      ["2025-05-02", "national"],
    ] as const) {
      await day(page, date as PlainDate).click({ force: true });
      expect(await day(page, date as PlainDate).getAttribute("aria-disabled")).toBe("true");
      await told(page, words(`calendar.pick.no.${why}`, { date: formatDate(date) }));
    }
    expect(await page.locator(".chosen").count()).toBe(0);
    const refused = await page.request.post("/api/calendar/changes", {
      data: {
        commandId: randomUUID(),
        expectedNumber: 0,
        acts: [{ type: "declareDayOff", date: BRIDGE, for: "everyone", legalAct: ACT }],
      },
    });
    expect(refused.status()).toBe(403);

    await openAdministration(page, yearOf(FAR));
    await day(page, FAR).click();
    await page.getByText(words("calendar.pick.for.own", { name: "DSP Cluj" })).waitFor();
    expect(await page.locator("[name=audience]").count()).toBe(0);
    await page.getByRole("button", { name: words("calendar.pick.submit"), exact: true }).click();
    await page.getByText(words("form.error.required", { label: words("calendar.pick.act") })).waitFor();
    await accessibility.look(page, "calendar administration, day chosen");
    await day(page, FAR).click(); // chosen no longer
    await prepare(page, [FAR], "Dispoziția nr. 7");
    // What is prepared outlives a reload.
    await page.reload();
    const prepared = page.locator(".prepared .acts li");
    await prepared.first().waitFor();
    expect(await prepared.allInnerTexts()).toEqual([expect.stringContaining(formatDate(FAR))]);
    expect(await day(page, FAR).getAttribute("aria-label")).toContain(words("calendar.pick.prepared"));
    await simulate(page);
    await page.getByText(words("calendar.simulation.nothing")).waitFor();
    await page.goto("/administrare/calendar?fila=reguli");
    await page.locator(".rules-table").waitFor();
    expect(await page.getByRole("button", { name: /MOH-23/ }).count()).toBe(1); // what the rule says; no way to change it
    await accessibility.look(page, "calendar administration, rules read only");
    await page.context().close();
  },
  LONG_MS,
);

test(
  "a file of days is read line by line, and prepares nothing by itself",
  async () => {
    const page = await scene.windowOf("admin");
    await page.goto("/administrare/calendar?fila=import");
    const csv = [
      "date;kind;for;legalAct;name",
      `${FAR};day-off;DSP-CJ;Dispoziția nr. 8;`,
      "31.02.2027;day-off;DSP-CJ;Dispoziția nr. 8;",
      "2025-12-01;holiday;everyone;;",
    ].join("\r\n");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "zile.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    const found = page.locator(".import-found");
    await found.waitFor();
    expect(await found.getByRole("status").innerText()).toBe(
      "o schimbare; un rând greșit; un rând care nu schimbă nimic",
    );
    await found.getByText(words("calendar.import.lineColumn", { line: 3, column: "date" })).waitFor();
    expect(await page.locator(".prepared .acts li").count()).toBe(0);
    await accessibility.look(page, "calendar administration, import");
    await page.getByRole("button", { name: words("calendar.import.addGood", { count: 1 }) }).click();
    expect(await page.locator(".prepared .acts li").count()).toBe(1);
    await page.context().close();
  },
  LONG_MS,
);

test(
  "the Ministry declares a bridge day: simulated, applied, and the file has the new date with its history",
  async () => {
    const { caseId, registrationNumber } = await office.file();
    const page = await scene.windowOf("ministryAdmin");
    await openAdministration(page, yearOf(BRIDGE));
    await page.getByText(words("calendar.admin.scope.national")).waitFor();
    await accessibility.look(page, "calendar administration");
    // By the keyboard: one stop, then the arrows.
    const [reached] = await page.locator('[data-date][tabindex="0"]').all();
    if (reached === undefined) throw new Error("no day can be reached");
    await tabTo(page, reached);
    for (
      let date = ((await reached.getAttribute("data-date")) ?? "") as PlainDate;
      date < BRIDGE;
      date = addDays(date, 1)
    ) {
      await page.keyboard.press("ArrowRight");
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-date"))).toBe(BRIDGE);
    await page.keyboard.press("Space");
    expect(await day(page, BRIDGE).getAttribute("aria-pressed")).toBe("true");
    await page.locator(".chosen [name=legalAct]").fill(ACT);
    await page.locator(".chosen [name=legalAct]").press("Enter");
    await told(page, words("calendar.draft.added", { count: 1 }));
    await simulate(page);
    await page.getByText(words("calendar.simulation.summary", { moved: 1, files: 1 })).waitFor();
    const move = page.locator("tr", { hasText: registrationNumber });
    expect(await move.innerText()).toMatch(new RegExp(`MOH-23\\s+${formatDate(BRIDGE)}\\s+${formatDate(AFTER)}`));
    await accessibility.look(page, "calendar simulation");

    const apply = page.getByRole("button", { name: words("calendar.apply"), exact: true });
    await apply.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(words("calendar.apply.text", { acts: 1 })).waitFor();
    expect(await dialog.innerText()).toContain(words("calendar.simulation.summary", { moved: 1, files: 1 }));
    await accessibility.look(page, "calendar, applying");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await apply.click();
    await dialog.getByRole("button", { name: words("calendar.apply.confirm"), exact: true }).click();
    const number = new URL(page.url()).pathname.split("/").at(-1);
    await page.locator(".progress .change-done").waitFor();
    await page.getByText(words("calendar.change.filesDone", { done: 1, files: 1, moved: 1 })).waitFor();
    await accessibility.look(page, "calendar change");
    await page.getByRole("link", { name: words("calendar.change.back") }).click();
    const latest = page.locator("table.list tbody tr").first();
    await latest.waitFor();
    for (const said of [formatDate(BRIDGE), ACT, "Persoana ministryAdmin", words("calendar.change.done")]) {
      expect(await latest.innerText()).toContain(said);
    }
    expect(number).not.toBe("");
    await accessibility.look(page, "calendar history");

    const officer = await scene.windowOf("officer");
    await officer.goto(`/dosare/${caseId}`);
    await openTab(officer, "termene");
    const deadline = officer.locator(".deadline", { hasText: "MOH-23" });
    expect(await deadline.locator(".deadline-due").innerText()).toContain(formatDate(AFTER));
    await deadline.locator(".deadline-toggle").click();
    const history = deadline.locator(".history li", { hasText: words("move.calendar") });
    expect(await history.innerText()).toContain(
      words("history.moved", { from: formatDate(BRIDGE), to: formatDate(AFTER) }),
    );
    const off = officer.locator(".day", { hasText: formatDate(BRIDGE) });
    await off.waitFor();
    expect(await off.innerText()).toContain(ACT);
    for (const shown of [page, officer]) await shown.context().close();
  },
  LONG_MS,
);

test(
  "somebody else was faster: who and what is told, the draft stays, and it is applied on the new calendar",
  async () => {
    const page = await scene.windowOf("ministryAdmin");
    await openAdministration(page, yearOf(FAR));
    await prepare(page, [FAR], ACT);
    await simulate(page);
    const { number } = (await (await page.request.get("/api/calendar")).json()) as { number: number };
    const faster = await page.request.post("/api/calendar/changes", {
      data: {
        commandId: randomUUID(),
        expectedNumber: number,
        acts: [{ type: "declareDayOff", date: FARTHER, for: "public-sector", legalAct: "HG nr. 9/2027" }],
      },
    });
    expect(faster.status()).toBe(201);
    const apply = async (): Promise<void> => {
      await page.getByRole("button", { name: words("calendar.apply"), exact: true }).click();
      await page.getByRole("button", { name: words("calendar.apply.confirm"), exact: true }).click();
    };
    await apply();
    const conflict = page.getByRole("alert");
    await conflict.getByText(words("calendar.conflict")).waitFor();
    expect(await conflict.innerText()).toContain("HG nr. 9/2027");
    expect(await conflict.innerText()).toContain("Persoana ministryAdmin");
    await accessibility.look(page, "calendar, conflict");
    await page.getByRole("button", { name: words("calendar.simulation.again") }).click();
    await conflict.waitFor({ state: "hidden" });
    await apply();
    await page.locator(".progress .change-done").waitFor();
    await page.context().close();
  },
  LONG_MS,
);

test(
  "what is applied is stopped and resumed from its page, the worker away in between",
  async () => {
    const page = await scene.windowOf("ministryAdmin");
    await openAdministration(page, yearOf(FAR));
    await prepare(page, [FAR], "HG nr. 10/2027"); // withdrawn again
    await simulate(page);
    await office.worker.stop();
    await page.getByRole("button", { name: words("calendar.apply"), exact: true }).click();
    await page.getByRole("button", { name: words("calendar.apply.confirm"), exact: true }).click();
    await page.locator(".progress .change-saved").waitFor();
    await page.getByRole("button", { name: words("calendar.change.stop"), exact: true }).click();
    await page.locator(".progress .change-stopped").waitFor();
    await page.getByText(words("calendar.change.stopped.text")).waitFor();
    await accessibility.look(page, "calendar change, stopped");
    await office.worker.start();
    await page.reload();
    await page.getByRole("button", { name: words("calendar.change.resume"), exact: true }).click();
    await page.locator(".progress .change-done").waitFor();
    await page.getByText(words("calendar.change.noFiles")).waitFor();
    await page.context().close();
  },
  LONG_MS,
);

test(
  "a year is confirmed and a rule settled, each with its ground",
  async () => {
    const page = await scene.windowOf("ministryAdmin");
    await openAdministration(page, 2033);
    await page.getByText(words("calendar.year.confirm", { year: 2033 })).click();
    await page.locator("[name=confirmYear]").fill("HG nr. 5/2032");
    await page.getByRole("button", { name: words("calendar.year.confirm.submit") }).click();
    await told(page, words("calendar.draft.added", { count: 1 }));
    await page.getByRole("tab", { name: words("calendar.admin.tab.reguli") }).click();
    await page.getByRole("button", { name: words("calendar.rules.changeOf", { rule: "MOH-61" }) }).click();
    await page.locator("[name=citation]").fill("Adresa nr. 12");
    await accessibility.look(page, "calendar administration, rule");
    await page.getByRole("button", { name: words("calendar.pick.submit"), exact: true }).click();
    await told(page, words("calendar.draft.added", { count: 1 }));
    await simulate(page);
    await page.getByRole("button", { name: words("calendar.apply"), exact: true }).click();
    await page.getByRole("button", { name: words("calendar.apply.confirm"), exact: true }).click();
    await page.locator(".progress .change-done").waitFor();
    await page.goto("/calendar?an=2033");
    await page.locator(".month").first().waitFor();
    expect(await page.locator(".provisional").count()).toBe(0);
    await page.goto("/administrare/calendar?fila=reguli");
    const rule = page.locator(".rules-table tr", { hasText: "MOH-61" });
    await rule.getByText(words("calendar.rules.yes")).waitFor();
    await page.context().close();
  },
  LONG_MS,
);

test(
  "English leaves no Romanian on the pages of the calendar",
  async () => {
    const page = await scene.windowOf("ministryAdmin");
    await page.addInitScript(() => localStorage.setItem("dosar.limba", "en"));
    const data = [
      ...NAMES.map((name) => `Persoana ${name}`),
      ACT,
      "HG nr. 9/2027",
      "HG nr. 5/2032",
      "HG nr. 10/2027",
      "Adresa nr. 12",
    ];
    const laws = ["Codul muncii, art. 139", "Legea nr.", "Hotărâre a Guvernului, numărul de confirmat"];
    const addresses = {
      "/calendar?an=2027&institutie=MS": en["calendar.title.year"].replace("{year}", "2027"),
      "/administrare/calendar?an=2028": en["calendar.admin.title"],
      "/administrare/calendar?fila=import": en["calendar.admin.title"],
      "/administrare/calendar?fila=reguli": en["calendar.admin.title"],
      "/administrare/calendar?fila=istoric": en["calendar.admin.title"],
      "/administrare/calendar/schimbari/1": en["calendar.change.title"].replace("{number}", "1"),
      "/calculator?de_la=2028-04-08&regula=MOH-23&institutie=DSP-CJ": en["calculator.title"],
    };
    for (const [address, heading] of Object.entries(addresses)) {
      await page.goto(address);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.waitForLoadState("networkidle");
      await eventually(
        () => romanianOn(page, [...data, ...laws]),
        (left) => expect({ address, left }).toEqual({ address, left: [] }),
      );
    }
    await page.context().close();
  },
  LONG_MS,
);

test("every page passes axe-core, wide and on a phone, and none scrolls sideways", () => {
  expect(accessibility.findings).toEqual([]);
});

test("no page threw, and the content policy refused nothing", () => {
  expect(scene.complaints).toEqual([]);
});
