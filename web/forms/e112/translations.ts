/** The medical documents that exist, those that are translated, and into which language (E112-13 to E112-23). */
import type { E112CaseView } from "../../../domain/case/view.ts";
import { TRANSLATED_KINDS, type TranslatedKind } from "../../../domain/e112/commands.ts";
import { officialLanguagesOf } from "../../../domain/e112/countries.ts";
import type { FormDescription } from "../describe.ts";
import { listAt, textAt, type Values } from "../values.ts";
import { actsOf } from "./known.ts";
import { checkLanguage, LanguageField } from "./LanguageField.tsx";
import { checkPapers, PapersField } from "./PapersField.tsx";

/** What was said before stands: a document that is translated now is pressed once. */
export const recordTranslations: FormDescription<E112CaseView> = {
  type: "recordTranslations",
  initial(view) {
    const said = actsOf(view, "recordTranslations");
    const existing = listAt(said.at(-1)?.payload, "existing");
    const translated = said.flatMap(({ payload }) => listAt(payload, "translated"));
    const [official] = officialLanguagesOf(view.e112.clinic?.country ?? "");
    return {
      papers: Object.fromEntries(
        existing.map((kind) => [String(kind), translated.includes(kind) ? "translated" : "existing"]),
      ),
      language: textAt(said.at(-1)?.payload, "language") || (official ?? ""),
    };
  },
  fields: [
    { kind: "special", path: "papers", label: "e112.papers", component: PapersField, missing: checkPapers },
    { kind: "special", path: "language", label: "e112.language", component: LanguageField, missing: checkLanguage },
    { kind: "text", path: "translator.name", label: "e112.translator" },
    {
      kind: "answer",
      path: "translator.specialised",
      label: "e112.specialised",
      hint: "e112.specialised.hint",
      rule: "E112-23",
      when: (values) => textAt(values, "translator.name").trim() !== "",
    },
  ],
  payload({ papers, ...rest }) {
    const translated = kindsWith(papers, "translated");
    return { ...rest, existing: [...kindsWith(papers, "existing"), ...translated], translated };
  },
};

function kindsWith(papers: unknown, state: "existing" | "translated"): TranslatedKind[] {
  return TRANSLATED_KINDS.filter((kind) => textAt(papers as Values, kind) === state);
}
