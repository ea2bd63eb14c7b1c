import type { ByView } from "../../domain/case/view.ts";
import type { Translate } from "../i18n/language.tsx";

/** `Radu Pop, în locul lui Ioana Mureșan, DSP-CJ`. */
export function byText({ name, institution, inPlaceOf, patientSide = false }: ByView, t: Translate): string {
  if (patientSide) return t("by.withCode");
  return [name, ...(inPlaceOf === undefined ? [] : [t("by.inPlaceOf", { name: inPlaceOf })]), institution].join(", ");
}
