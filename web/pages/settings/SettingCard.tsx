import { Button } from "@mantine/core";
import { useState } from "react";
import { definitionOf } from "../../../domain/settings/settings.ts";
import type { SettingView } from "../../../domain/settings/views.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { SettingForm } from "./SettingForm.tsx";

/** A setting: what holds, the reading that it settles, what it changes, and how it came to be so. */
export function SettingCard({ setting }: { setting: SettingView }) {
  const t = useT();
  const text = useText();
  const [changing, setChanging] = useState(false);
  const { mayChange } = setting;
  const isDefault = setting.value === setting.default;
  return (
    <>
      <h2>{text(setting.title)}</h2>
      <dl className="setting-facts">
        <dt>{t("settings.value")}</dt>
        <dd>
          <span className="setting-value">{text(setting.valueText)}</span>{" "}
          <span className="quiet">
            {isDefault
              ? `(${t("settings.asDefault")})`
              : `(${t("settings.default", { value: text(setting.defaultText) })})`}
          </span>
        </dd>
        <dt>{t("settings.reading", { reading: setting.reading })}</dt>
        <dd>
          {text(setting.readingText)}{" "}
          {setting.rules.map((rule) => (
            <RuleChip key={rule} id={rule} />
          ))}
        </dd>
        <dt>{t("settings.effect")}</dt>
        <dd>{text(setting.effect)}</dd>
      </dl>
      {mayChange && !changing && (
        <Button
          variant="default"
          aria-label={t("settings.change.of", { title: text(setting.title) })}
          onClick={() => setChanging(true)}
        >
          {t("settings.change")}
        </Button>
      )}
      {mayChange && changing && <SettingForm setting={setting} onClose={() => setChanging(false)} />}
      <History setting={setting} />
    </>
  );
}

function History({ setting }: { setting: SettingView }) {
  const t = useT();
  const text = useText();
  const { key, history } = setting;
  if (history.length === 0) return <p className="quiet setting-history">{t("settings.history", { count: 0 })}</p>;
  const { say } = definitionOf(key);
  return (
    <details className="setting-history">
      <summary>{t("settings.history", { count: history.length })}</summary>
      <table className="list">
        <caption className="sr-only">{t("settings.history.of", { title: text(setting.title) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("settings.history.when")}</th>
            <th scope="col">{t("settings.history.what")}</th>
            <th scope="col">{t("settings.history.why")}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ version, from, to, by, at, reason, legalBasis }) => (
            <tr key={version}>
              <th scope="row">
                {formatInstant(at)}
                <span className="cell-note">{by}</span>
              </th>
              <td data-label={t("settings.history.what")}>
                {t("settings.history.fromTo", { from: text(say(from)), to: text(say(to)) })}
              </td>
              <td data-label={t("settings.history.why")}>
                {reason}
                {legalBasis !== undefined && (
                  <span className="cell-note">{t("settings.history.basis", { basis: legalBasis })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
