/** What does not agree, said to a person who decides: it stops nothing (decision 14). */
import type { Warning } from "../../../../domain/e112/period.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import { Icon } from "../../../parts/icons.tsx";
import { ReadingChip } from "../../../parts/ReadingChip.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";

export function WarningNotes({ warnings }: { warnings: readonly Warning[] }) {
  const t = useT();
  const text = useText();
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings" aria-label={t("warnings.label")}>
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.text.ro}`} className="warning-note">
          <Icon name="warning" size={14} />
          <div>
            <p>{text(warning.text)}</p>
            <p className="warning-grounds">
              {warning.rules.map((rule) => (
                <RuleChip key={rule} id={rule} />
              ))}
              {warning.readings.map((reading) => (
                <ReadingChip key={reading} id={reading} />
              ))}
              <span className="quiet">{t("warnings.nature")}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
