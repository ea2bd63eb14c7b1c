import type { LocalText } from "./local-text.ts";

/** The law of a legal holiday, as it is cited in each language. */
export function statuteText(law: string): LocalText {
  return { ro: law, en: law.replaceAll("Codul muncii", "Labour Code").replaceAll("Legea nr.", "Law no.") };
}
