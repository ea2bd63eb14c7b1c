/** Whom a message is meant for, whoever has that part when it leaves. */
import type { Text } from "../case/commands.ts";

/**
 * `owner`: who has the work; `supervisor`: who answers for them; `head`: the head of the institution; `patient-side`:
 * the address in the file.
 */
export const AUDIENCES = ["owner", "supervisor", "head", "patient-side"] as const;
export type Audience = (typeof AUDIENCES)[number];

const WORDS: Readonly<Record<Audience, Text>> = {
  owner: { ro: "cine are lucrarea", en: "whoever has the work" },
  supervisor: { ro: "șeful de compartiment", en: "the supervisor" },
  head: { ro: "conducerea instituției", en: "the head of the institution" },
  "patient-side": { ro: "pacientul sau cine îl reprezintă", en: "the patient or the representative" },
};

/** The audience in words; its name itself for one that is not known. */
export function audienceText(audience: string): Text {
  return (WORDS as Readonly<Record<string, Text>>)[audience] ?? { ro: audience, en: audience };
}
