/** A rule in our own words with its citation: whole beside a form, in a bubble beside a line of a list. */
import { Popover, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { rulesQuery } from "../api/queries.ts";
import { useSettingsOf } from "../api/settings.ts";
import type { RuleView } from "../../domain/case/view.ts";
import { useT, useText } from "../i18n/language.tsx";

const SHOWN_AT_FIRST = 3;

/** The rules that act here, those that set a term before the others; the first few, the rest on demand. */
export function RuleList({ rules }: { rules: readonly string[] }) {
  const t = useT();
  const ordered = useTermsFirst(rules);
  const { data } = useQuery(rulesQuery);
  const [all, setAll] = useState(false);
  if (rules.length === 0) return null;
  const shown = all ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <div className="rules">
      <p className="rules-heading">{t("rules.heading", { count: rules.length })}</p>
      <dl>
        {shown.map((id) => (
          <RuleEntry key={id} id={id} rule={data?.get(id)} />
        ))}
      </dl>
      {shown.length < rules.length && (
        <UnstyledButton className="link no-print" onClick={() => setAll(true)}>
          {t("rules.more", { count: rules.length - shown.length })}
        </UnstyledButton>
      )}
    </div>
  );
}

/** The rules whose term somebody owes come first: they are what presses. */
export function useTermsFirst(rules: readonly string[]): readonly string[] {
  const { data } = useQuery(rulesQuery);
  return useMemo(() => {
    const presses = (id: string) => {
      const deadline = data?.get(id)?.deadline;
      return deadline !== undefined && deadline.advisory !== true;
    };
    return [...rules.filter(presses), ...rules.filter((id) => !presses(id))];
  }, [rules, data]);
}

function RuleEntry({ id, rule }: { id: string; rule: RuleView | undefined }) {
  const t = useT();
  const text = useText();
  const settings = useSettingsOf(id);
  return (
    <div>
      <dt>{id}</dt>
      <dd>
        {rule === undefined ? null : (
          <>
            {text(rule.text)} <cite>{text(rule.citation)}</cite>
          </>
        )}
        {settings.map(({ key, house, reading, title, valueText }) => (
          <span key={key} className="rule-setting">
            {t(`settings.here.${house}`, { reading, title: text(title), value: text(valueText) })}{" "}
            <Link to="/administrare/setari" hash={key} className="no-print">
              {t("settings.see")}
            </Link>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** The id of a rule; pressing it tells what the rule says and where it stands. */
export function RuleChip({ id }: { id: string }) {
  const t = useT();
  const { data } = useQuery(rulesQuery);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={320}
      withArrow
      shadow="md"
      position="bottom-start"
      withRoles
      trapFocus={false}
    >
      <Popover.Target>
        <UnstyledButton
          className="chip"
          aria-label={t("rules.about", { rule: id })}
          onClick={() => setOpen((was) => !was)}
          onKeyDown={(event) => {
            // The focus stays here: the bubble itself never hears the key.
            if (event.key === "Escape") setOpen(false);
          }}
        >
          {id}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className="rules-bubble">
          <RuleEntry id={id} rule={data?.get(id)} />
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
