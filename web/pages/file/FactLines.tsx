import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";

export interface FactLine {
  readonly name: string;
  readonly label: MessageKey;
  readonly value: string;
}

/** Names and values of what an act carried; nothing when it carried nothing to be read. */
export function FactLines({ lines }: { readonly lines: readonly FactLine[] }) {
  const t = useT();
  if (lines.length === 0) return null;
  return (
    <dl className="facts facts-inline">
      {lines.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd className="pre">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
