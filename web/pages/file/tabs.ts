/** The parts of a file, by their name in the address bar. */
import type { CaseView } from "../../../domain/case/view.ts";

export const TAB_NAMES = ["pasi", "acte", "clinici", "urmarire", "termene", "scrisori", "istoric", "mesaje"] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** The parts that this file has: payment and follow-up begin with the Ministry's approval. */
export function tabsOf({ treatment }: Pick<CaseView, "treatment">): TabName[] {
  return TAB_NAMES.filter((name) => name !== "urmarire" || treatment !== undefined);
}
