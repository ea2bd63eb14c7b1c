/** Pages that are open to everybody, and those of the administrator. */
import { expect, test } from "@jest/globals";
import { readCode } from "../documents/support/pdf.ts";
import { eventually } from "./support/pages.ts";
import type { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

export function openPages(scene: Scene, journey: { readonly number: string; readonly code: string }): void {
  const { accessibility } = scene;

  test("the calculator counts two working days over Easter 2026, open to everybody", async () => {
    const page = await scene.window();
    await page.goto("/calculator");
    await page.locator("[name=from]").fill("8.4.2026");
    await page.locator("[name=length]").fill("două");
    const submit = page.getByRole("button", { name: words("calculator.submit") });
    await submit.click();
    await page.getByText(words("calculator.error.days")).waitFor();
    await page.locator("[name=length]").fill("2");
    await submit.click();
    // Thursday is the first; Good Friday, the weekend and Easter Monday do not count; Tuesday is the second.
    const result = page.getByRole("heading", { name: words("calculator.due", { date: "14.04.2026" }) });
    await result.waitFor();
    const days = page.locator(".day");
    expect(await page.locator(".day-counted .day-date").allInnerTexts()).toEqual([
      "09.04.2026 joi",
      "14.04.2026 marți",
    ]);
    expect(await days.count()).toBe(7); // the day of the start stands before them
    expect(await days.filter({ hasText: "10.04.2026" }).innerText()).toMatch(/Vinerea Mare/i);
    await accessibility.look(page, "calculator", { open: true });

    // The address is the question: it can be sent on.
    const other = await scene.window();
    await other.goto(page.url());
    await other.getByRole("heading", { name: words("calculator.due", { date: "14.04.2026" }) }).waitFor();
    await other.goto("/calculator?de_la=2026-04-08&regula=MOH-23");
    await other
      .getByRole("heading", { level: 2 })
      .getByText(/\d\d\.04\.2026/)
      .waitFor();
    await other.getByText("MOH-23", { exact: true }).first().waitFor();
    await other.goto("/calculator?de_la=1999-04-08&zile=2");
    await other.getByRole("alert").getByText("2012").first().waitFor();
    await accessibility.look(other, "calculator, refused", { open: true });
    for (const shown of [page, other]) await shown.context().close();
  }, 60_000);

  test("a year is told by month: folded, whole when opened, and whole on paper", async () => {
    const page = await scene.window();
    await page.goto("/calculator?de_la=2025-12-01&regula=MOH-96");
    const months = page.locator(".day-month");
    await months.first().waitFor();
    expect(await months.count()).toBe(13);
    expect(await page.locator(".day").count()).toBe(367);
    expect(await page.locator(".day:visible .day-date").allInnerTexts()).toEqual([
      "01.12.2026 marți",
      "02.12.2026 miercuri",
    ]);
    const february = months.filter({ hasText: "februarie 2026" });
    await february.getByText(words("days.ofMonth", { counted: 28, count: 28 })).click();
    expect(await page.locator(".day:visible").count()).toBe(30);
    expect(await february.locator(".day-reason").first().innerText()).toBe("termenul curge");
    await accessibility.look(page, "calculator, a year", { open: true });
    await page.emulateMedia({ media: "print" });
    const march = months.filter({ hasText: "martie 2026" }).locator(".day").first();
    expect((await march.boundingBox())?.height).toBeGreaterThan(5);
    await page.context().close();
  }, 60_000);

  test("the days by duty of all files read on a telephone, nothing cut off", async () => {
    const page = await scene.windowOf("supervisor");
    // A file of today has spent no days yet: the figures are given.
    const spent = { files: 1_204, workingDays: 24_310, calendarDays: 33_987, suspendedDays: 1_250 };
    const hands = (["DSP", "CST", "MOH_COMMISSION", "CLINIC", "PATIENT_SIDE"] as const).map((duty) => ({
      duty,
      ...spent,
    }));
    // The figures of the scene’s own files, with the days of very many.
    await page.route(/\/api\/statistics(\?|$)/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), hands } });
    });
    await page.goto("/statistica");
    const table = page.locator("[aria-labelledby='statistics-hands'] table");
    await table.waitFor();
    await accessibility.look(page, "statistics");
    await page.setViewportSize({ width: 390, height: 800 });
    const [shown, whole] = await table.evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
    expect(whole).toBe(shown);
    expect(await table.locator("td").last().isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  test("the calculator’s paper leads by its code to a page that confirms it", async () => {
    const page = await scene.window();
    await page.goto("/calculator?de_la=2026-04-08&regula=MOH-23");
    const href = await page.locator("a[href*='preview.pdf']").getAttribute("href");
    const code = await readCode(await (await page.request.get(href ?? "")).body());
    const { pathname, search } = new URL(code ?? "");
    await page.goto(`${pathname}${search}`);
    await page.getByRole("heading", { name: "Confirmat", exact: true }).waitFor();
    await page.getByText("Termenul este marți, 14 aprilie 2026.").waitFor();
    await accessibility.look(page, "verification", { open: true });
    await page.goto(`${pathname}${search.replace("t=20260414", "t=20260415")}`);
    await page.getByRole("heading", { name: "Nu corespunde", exact: true }).waitFor();
    await accessibility.look(page, "verification, refused", { open: true });
    await page.goto(pathname);
    await accessibility.look(page, "verification, nothing asked", { open: true });
    await page.context().close();
  }, 60_000);

  test("the status page: a wrong code is refused as a wrong number is, and fits every window", async () => {
    const page = await scene.window();
    const ask = async (number: string, code: string): Promise<void> => {
      await page.goto("/stare");
      await page.locator("#registrationNumber").fill(number);
      await page.locator("#accessCode").fill(code);
      await page.locator("form button").click();
    };
    await page.goto("/stare");
    await accessibility.look(page, "status, form", { open: true });
    const refusals: string[] = [];
    for (const [number, code] of [
      [journey.number, "AAAA-AAAA-AAAA-AAAA"],
      ["DSP-CJ/2020/000001", journey.code],
    ] as const) {
      await ask(number, code);
      refusals.push(await page.getByRole("alert").innerText());
    }
    expect(new Set(refusals).size).toBe(1);
    await accessibility.look(page, "status, refused", { open: true });
    // As people type it: small letters, no dashes.
    await ask(` ${journey.number.toLowerCase()} `, journey.code.toLowerCase().replaceAll("-", " "));
    await page.locator("dl").waitFor();
    await accessibility.look(page, "status", { open: true });
    await page.context().close();
  }, 60_000);

  test("an address that leads nowhere says so", async () => {
    const page = await scene.window();
    await page.goto("/nicaieri");
    await page.getByRole("heading", { level: 1, name: words("notFound.title") }).waitFor();
    await accessibility.look(page, "not found", { open: true });
    await page.context().close();
  });

  test("the list of files finds a patient by the surname, which does not stand in the address", async () => {
    const page = await scene.windowOf("officer");
    await page.goto("/dosare");
    await page.locator("[name=q]").fill("vacarescu");
    await page.getByRole("button", { name: words("files.find") }).click();
    const lines = page.locator("table.list tbody tr");
    await eventually(
      () => lines.allInnerTexts(),
      (texts) => {
        expect(texts).toHaveLength(1);
        expect(texts[0]).toContain(journey.number);
      },
    );
    // Addresses are kept by browsers and servers; no name stands in one.
    expect(page.url().toLowerCase()).not.toContain("vacarescu");
    await accessibility.look(page, "files");
    await page.context().close();
  });
}
