/** What axe-core and a narrow window find on the pages that a journey comes by; told at its end, all together. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 375, height: 800 };
const NARROWEST = { width: 320, height: 700 };
const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export class Accessibility {
  readonly findings: string[] = [];

  /** Looks at the page as it stands, wide and on a phone; `open` to everybody: also on the narrowest. */
  async look(page: Page, name: string, { open = false }: { open?: boolean } = {}): Promise<void> {
    for (const size of [PHONE, WIDE]) {
      await page.setViewportSize(size);
      const { violations } = await runAxe(page);
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary = "" } of nodes) {
          this.findings.push(
            `${name} at ${size.width}: ${id} ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`,
          );
        }
      }
      if (size === PHONE) await this.#fits(page, name, size.width);
    }
    if (open) {
      await page.setViewportSize(NARROWEST);
      await this.#fits(page, name, NARROWEST.width);
      await page.setViewportSize(WIDE);
    }
  }

  /** The page itself never scrolls sideways; a wide table inside it may. */
  async #fits(page: Page, name: string, width: number): Promise<void> {
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    if (overflow > 0) this.findings.push(`${name} at ${width}: the page is ${overflow} px too wide`);
  }
}

interface WithAxe {
  axe?: { run(context: Document, options: object): Promise<AxeResults> };
}

async function runAxe(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  return await page.evaluate(
    (tags) =>
      (window as WithAxe).axe?.run(document, {
        runOnly: { type: "tag", values: tags },
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
      }) as Promise<AxeResults>,
    TAGS,
  );
}
