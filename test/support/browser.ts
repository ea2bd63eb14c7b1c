import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

import { askBroker, atEndOfFile } from "./broker-client.ts";

/** A real Chromium of this file's own, without a window. */
export async function browser(): Promise<Browser> {
  const { executablePath, args } = await askBroker<{ executablePath: string; args: string[] }>("browser");
  const launched = await chromium.launch({ executablePath, args, headless: true });
  atEndOfFile(async () => launched.close());
  return launched;
}
