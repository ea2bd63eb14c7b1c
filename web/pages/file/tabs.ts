/** The parts of a file, by their name in the address bar. */
import type { CaseView, E112CaseView } from "../../../domain/case/view.ts";

export const TAB_NAMES = [
  "pasi",
  "pregatire",
  "acte",
  "clinici",
  "urmarire",
  "conditii",
  "formular",
  "decontare",
  "termene",
  "scrisori",
  "istoric",
  "mesaje",
] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** The parts that this file has: payment and follow-up begin with the Ministry's approval, settlement with the form. */
export function tabsOf(view: CaseView): TabName[] {
  return TAB_NAMES.filter((name) => hasTab(view, name));
}

function hasTab(view: CaseView, name: TabName): boolean {
  switch (name) {
    case "clinici":
      return view.process === "moh";
    case "urmarire":
      return view.process === "moh" && view.treatment !== undefined;
    case "pregatire":
    case "conditii":
    case "formular":
      return isTreatment(view);
    case "decontare":
      return isTreatment(view) && view.e112.forms.length > 0;
    case "termene":
      return view.process === "moh" || view.deadlines.length > 0;
    default:
      return true;
  }
}

/** A file of category 2: a transfer of residence is passed on, with nothing prepared or decided (E112-86). */
function isTreatment(view: CaseView): view is E112CaseView {
  return view.process === "e112" && view.e112.category === 2;
}
