/** A supervisor brings the register of the DSP into the product, and keeps it as a file. */
import { expect, test } from "@jest/globals";
import { csv, everyStep, number, type RegisterRow } from "../imports/support.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility } = scene;
const ROWS: readonly RegisterRow[] = everyStep(1).map(({ row }) => ({ ...row, surname: "Mihăilescu" }));

function file(rows: readonly RegisterRow[]): { name: string; mimeType: string; buffer: Buffer } {
  return { name: "registru.csv", mimeType: "text/csv", buffer: Buffer.from(csv(rows)) };
}

test("from the template to the codes", async () => {
  const page = await scene.windowOf("supervisor");
  await page.goto("/dosare");
  await page.getByRole("link", { name: words("import.short") }).click();
  await page.getByRole("heading", { level: 1, name: words("import.title") }).waitFor();
  await accessibility.look(page, "import");
  const [template] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words("import.template.xlsx") }).click(),
  ]);
  expect(template.suggestedFilename()).toBe("registru.xlsx");

  // A register with mistakes: each is said at its row and column, and nothing can be imported.
  const wrong = [{ ...ROWS[0], filedOn: "31.02.2026", domicileCounty: "Ardeal" }, ...ROWS.slice(1)];
  await page.locator("input[type=file]").setInputFiles(file(wrong));
  await page.getByText(words("import.mend")).waitFor();
  const row = page.locator(".import-wrong");
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toMatch(/Data înregistrării: „31\.02\.2026”.*Județ de domiciliu: „Ardeal”/s);
  expect(await page.getByRole("button", { name: /^Importă/ }).count()).toBe(0);
  await accessibility.look(page, "import, refused");

  // Mended: what each row becomes, then the import with its progress.
  await page.getByRole("button", { name: words("import.another") }).click();
  await page.locator("input[type=file]").setInputFiles(file(ROWS));
  await page.getByText("MOH-76: 21.04.2026").waitFor();
  await accessibility.look(page, "import, preview");
  await page.getByRole("button", { name: /^Importă/ }).click();
  await page.getByRole("heading", { name: words("import.state.done") }).waitFor({ timeout: 60_000 });
  await page.getByText(words("import.done", { done: 10, rows: 10 })).waitFor();
  await page.getByRole("button", { name: words("import.codes.show") }).click();
  const codes = page.locator(".import-codes tbody tr");
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  expect(await codes.first().innerText()).toMatch(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
  await accessibility.look(page, "import, done");

  // The file, found by its old number, and the register as a file.
  await page.goto(`/dosare?cauta=${encodeURIComponent(number(7))}`);
  await page.getByText(words("files.legacy", { number: number(7) })).waitFor();
  const [kept] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words("export.csv") }).click(),
  ]);
  expect(kept.suggestedFilename()).toBe("registru.csv");
  await page.getByRole("link", { name: /DSP-CJ/ }).click();
  await page.getByText(number(7), { exact: true }).waitFor();
  expect([scene.complaints, accessibility.findings]).toEqual([[], []]);
  await page.context().close();
}, 180_000);
