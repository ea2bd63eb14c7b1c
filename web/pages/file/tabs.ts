/** The parts of a file, by their name in the address bar. */
import type { CaseView } from "../../../domain/case/view.ts";

export const TAB_NAMES = ["pasi", "acte", "clinici", "urmarire", "termene", "scrisori", "istoric", "mesaje"] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** The parts that this file has: payment and follow-up begin with the Ministry's approval. */
export function tabsOf(view: CaseView): TabName[] {
  return TAB_NAMES.filter((name) => hasTab(view, name));
}

function hasTab(view: CaseView, name: TabName): boolean {
  switch (name) {
    case "clinici":
      return view.process === "moh";
    case "urmarire":
      return view.process === "moh" && view.treatment !== undefined;
    case "termene":
      return view.process === "moh" || view.deadlines.length > 0;
    default:
      return true;
  }
}
