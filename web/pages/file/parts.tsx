/** What the parts of a file's tabs are made of. */
import "./panels.css";
import type { ReactNode } from "react";
import { formatMoney } from "../../../domain/money/amounts.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { RuleChip } from "../../parts/RuleNote.tsx";

export function Panel({ title, wide = false, children }: { title: MessageKey; wide?: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <section className={wide ? "panel panel-wide" : "panel"}>
      <h2>{t(title)}</h2>
      {children}
    </section>
  );
}

interface LineProps {
  readonly label: MessageKey;
  readonly rule?: string;
  readonly on?: string | undefined;
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}

/** A fact of the file, by which rule and since when, with the words beside it. */
export function Line({ label, rule, on, note, children }: LineProps) {
  const t = useT();
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>
        {children} {on !== undefined && <span className="line-date">{formatDate(on)}</span>}{" "}
        {rule !== undefined && <RuleChip id={rule} />}
        {note !== undefined && <span className="cell-note pre">{note}</span>}
      </dd>
    </div>
  );
}

/** A sum with its currency, as it is written in the language. */
export function Sum({ amount, currency }: { amount: string; currency: string }) {
  const { language } = useLanguage();
  return <strong className="sum">{formatMoney(amount, currency, language)}</strong>;
}
