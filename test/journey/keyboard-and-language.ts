/** Without a mouse, and in English. */
import { expect, test } from "@jest/globals";
import { COUNTIES } from "../../domain/people/counties.ts";
import { en } from "../../web/i18n/en.ts";
import { emailOf, NAMES, PASSWORD } from "../api/support/people.ts";
import { ADULT, ADULT_DOSSIER, OFFER } from "../support/moh-file.ts";
import { romanianOn } from "./support/languages.ts";
import { eventually, openTab, tabTo } from "./support/pages.ts";
import { CLINICS, PATIENT, type Scene } from "./support/scene.ts";
import { actTitle, stageTitle, words } from "./support/words.ts";

/** What people wrote or are called; it stays as it is in every language. */
const DATA = [
  ...Object.values(COUNTIES),
  ...Object.values(PATIENT),
  ...CLINICS.flatMap(({ name, city }) => [name, city]),
  ...NAMES.map((name) => `Persoana ${name}`),
  "adeverință.pdf",
  OFFER.paymentConditions,
];

export function keyboardAndLanguage(scene: Scene, journey: { readonly caseId: string }): void {
  const { office } = scene;

  test("the keyboard alone signs in, finds a file and gives a command", async () => {
    const { registrationNumber } = await office.file({ patient: { ...ADULT, surname: "Tastatura" } });
    const page = await scene.window();
    await page.goto("/autentificare");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words("shell.skip"));
    await tabTo(page, page.locator("[name=email]"));
    await page.keyboard.type(emailOf("officer"));
    await tabTo(page, page.locator("[name=password]"));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: words("queue.title") }).waitFor();

    await tabTo(page, page.getByRole("link", { name: registrationNumber, exact: true }));
    await page.keyboard.press("Enter");
    const submit = page.locator("form.command-form").getByRole("button", { name: actTitle("sendToCommission") });
    await tabTo(page, submit);
    await page.keyboard.press("Enter");
    const done = words("form.done", { title: actTitle("sendToCommission"), status: stageTitle("at-commission") });
    await page.locator(".announcement", { hasText: done }).waitFor();
    await page.context().close();
  }, 60_000);

  test("the skip link leads past the menu", async () => {
    const page = await scene.window();
    await page.goto("/calculator");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await page.context().close();
  });

  test("what opens over a page is accessible, closes with Escape and gives the focus back", async () => {
    const { caseId } = await office.file();
    const page = await scene.windowOf("officer");
    await page.goto(`/dosare/${caseId}`);
    const opens = [
      { name: "withdrawal", opener: page.getByRole("button", { name: words("file.withdraw"), exact: true }) },
      { name: "calendar", opener: page.getByRole("button", { name: words("date.pick") }) },
      {
        name: "rule",
        opener: page.locator(".file-header").getByRole("button", { name: words("rules.about", { rule: "MOH-23" }) }),
      },
    ];
    for (const { name, opener } of opens) {
      const opened = page.getByRole("dialog");
      const open = async (): Promise<void> => {
        await opener.focus();
        await page.keyboard.press("Enter");
        await opened.waitFor();
      };
      await open();
      await page.keyboard.press("Escape");
      await opened.waitFor({ state: "hidden" });
      await eventually(
        () => opener.evaluate((element) => element === document.activeElement),
        (isThere) => expect({ name, isThere }).toEqual({ name, isThere: true }),
      );
      await open();
      await scene.accessibility.look(page, `file, ${name} open`);
      await opened.press("Escape");
      await opened.waitFor({ state: "hidden" });
    }
    await openTab(page, "istoric");
    await page.getByRole("button", { name: words("timeline.correct") }).click();
    await page.locator("[name='correctDate.newDate']").waitFor();
    await scene.accessibility.look(page, "file, correction open");
    await page.context().close();
  }, 60_000);

  test("English leaves no Romanian on any page", async () => {
    const open = await office.file({ documents: ADULT_DOSSIER.slice(0, 3) });
    const page = await scene.window();
    await page.goto("/autentificare");
    await page.getByRole("heading", { level: 1, name: words("signIn.title") }).waitFor();
    // The check itself finds Romanian where there is some.
    expect(await romanianOn(page, DATA)).toContain(words("signIn.submit"));
    await page.getByRole("button", { name: "English" }).click();
    const english = async (heading: string): Promise<void> => {
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
      await eventually(
        () => romanianOn(page, DATA),
        (left) => expect({ heading, left }).toEqual({ heading, left: [] }),
      );
    };
    await english(en["signIn.title"]);
    await page.getByRole("button", { name: en["signIn.submit"], exact: true }).click();
    await english(en["signIn.title"]);
    await page.locator("[name=email]").fill(emailOf("officer"));
    await page.locator("[name=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await english(en["queue.title"]);
    await page.goto("/dosare");
    await english(en["files.title"]);
    await page.goto("/dosare/nou");
    await page.getByRole("button", { name: en["newFile.submit"] }).click();
    await english(en["newFile.title"]);
    await page.goto(`/dosare/${open.caseId}`);
    await english(open.registrationNumber);
    await page.goto(`/dosare/${open.caseId}?fila=tot`);
    await english(open.registrationNumber);
    await page.goto(`/dosare/${journey.caseId}?fila=tot`);
    await english("DSP-CJ/");
    await page.goto("/calculator?de_la=2026-04-08&regula=MOH-23");
    await english(en["calculator.title"]);
    await page.goto("/nowhere");
    await english(en["notFound.title"]);
    await page.context().close();
  }, 60_000);
}
