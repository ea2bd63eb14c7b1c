import { expect, test } from "@jest/globals";

import { browser } from "../support/browser.ts";

const chromium = await browser();

test("a real browser lays out Romanian text", async () => {
  const page = await chromium.newPage();
  await page.setContent("<h1>Înștiințare</h1>");
  expect(await page.getByRole("heading", { name: "Înștiințare" }).isVisible()).toBe(true);
});
