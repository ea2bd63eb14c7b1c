/** Romanian left on a page that should be English. */
import type { Page } from "playwright-core";
import { en } from "../../../web/i18n/en.ts";
import { ro, type MessageKey } from "../../../web/i18n/ro.ts";

/** Texts that are the same word in both languages, or data. */
const SAME = new Set(
  (Object.keys(ro) as MessageKey[]).filter((key) => ro[key] === en[key]).map((key) => ro[key] as string),
);
const ROMANIAN = new Set<string>(Object.values(ro).filter((text) => !text.includes("{") && !SAME.has(text)));
const LETTERS = /[ăâîșțşţĂÂÎȘȚŞŢ]/;

/**
 * Every text of the page that is a sentence of the Romanian catalogue, or holds a letter that English has not. `data` is
 * what people wrote or are called, and stays as it is. What names its own language by `lang` is left out.
 */
export async function romanianOn(page: Page, data: readonly string[] = []): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || element.closest("body [lang], script, style, noscript") !== null) continue;
      if (!(node instanceof Element)) found.push(node.textContent ?? "");
      else for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
    }
    return found.map((text) => text.trim()).filter((text) => text !== "");
  });
  return texts.filter((text) => {
    const chrome = data.reduce((left, word) => left.replaceAll(word, ""), text);
    return ROMANIAN.has(text) || LETTERS.test(chrome);
  });
}
