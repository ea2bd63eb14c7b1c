/** What a paper has to contain, one by one, each with the rule that asks for it. */
import type { ContentView } from "../../../../domain/e112/contents.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import type { MessageKey } from "../../../i18n/ro.ts";
import { Icon } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";

interface ContentsProps {
  readonly heading: MessageKey;
  readonly contents: readonly ContentView[];
  /** The paper is there: what it has not is lacking, not still to come. */
  readonly isHere: boolean;
}

export function Contents({ heading, contents, isHere }: ContentsProps) {
  const t = useT();
  const text = useText();
  const present = contents.filter((content) => content.present).length;
  const isWhole = present === contents.length;
  return (
    <details className="contents" open={isHere && !isWhole}>
      <summary>
        {t(heading)}
        {isHere && (
          <span className={isWhole ? "mark mark-good" : "mark mark-warn"}>
            {t("contents.count", { present, count: contents.length })}
          </span>
        )}
      </summary>
      <ul>
        {contents.map(({ id, rule, title, present: has }) => (
          <li key={id} className={!isHere ? "content-ahead" : has ? "content-there" : "content-lacking"}>
            <Icon name={!isHere ? "ring" : has ? "check" : "cross"} size={14} />
            <span>
              {text(title)}
              {isHere && <span className="sr-only"> ({t(has ? "contents.there" : "contents.lacking")})</span>}
            </span>
            <RuleChip id={rule} />
          </li>
        ))}
      </ul>
    </details>
  );
}
