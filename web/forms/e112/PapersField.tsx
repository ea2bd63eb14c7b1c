/** Each kind of medical document, and where it stands: not there, there, translated (E112-14 to E112-22). */
import { Radio } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { TRANSLATED_KINDS } from "../../../domain/e112/commands.ts";
import { TRANSLATED_RULES, TRANSLATED_TITLES } from "../../../domain/e112/translations.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

export function PapersField({ form, path, values, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const text = useText();
  const error = errors[path] ?? errors["existing"] ?? errors["translated"];
  return (
    <fieldset className="group">
      <legend>{t("e112.papers")}</legend>
      <p className="field-note">{t("e112.papers.hint")}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <ul className="papers">
        {TRANSLATED_KINDS.map((kind) => {
          const at = `${path}.${kind}`;
          return (
            <li key={kind} className="paper-line">
              <Radio.Group
                name={`${form}.${at}`}
                label={text(TRANSLATED_TITLES[kind])}
                value={textAt(values, at)}
                onChange={(state) => set(at, state)}
                className="paper-choice"
              >
                <span className="paper-states">
                  <Radio value="" label={t("e112.paper.none")} />
                  <Radio value="existing" label={t("e112.paper.existing")} />
                  <Radio value="translated" label={t("e112.paper.translated")} />
                </span>
              </Radio.Group>
              <RuleChip id={TRANSLATED_RULES[kind]} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** Of no document nothing can be said. */
export function checkPapers(values: Values, path: string): Problems {
  const isEmpty = TRANSLATED_KINDS.every((kind) => textAt(values, `${path}.${kind}`) === "");
  return isEmpty ? { [path]: { message: "e112.papers.error", label: "e112.papers" } } : {};
}
