/** A rule in our own words with its citation: whole beside a form, in a bubble beside a line of a list. */
import { Popover, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rulesQuery } from "../api/queries.ts";
import type { RuleView } from "../../domain/case/view.ts";
import { useT, useText } from "../i18n/language.tsx";

const SHOWN_AT_FIRST = 4;

/** The rules that act here; the first few, the others on demand. */
export function RuleList({ rules, heading }: { rules: readonly string[]; heading?: string }) {
  const t = useT();
  const { data } = useQuery(rulesQuery);
  const [all, setAll] = useState(false);
  if (rules.length === 0) return null;
  const shown = all ? rules : rules.slice(0, SHOWN_AT_FIRST);
  return (
    <aside className="rules" aria-label={heading ?? t("rules.heading")}>
      <p className="rules-heading">{heading ?? t("rules.heading")}</p>
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
    </aside>
  );
}

function RuleEntry({ id, rule }: { id: string; rule: RuleView | undefined }) {
  const text = useText();
  return (
    <div>
      <dt>{id}</dt>
      <dd>
        {rule === undefined ? null : (
          <>
            {text(rule.text)} <cite>{text(rule.citation)}</cite>
          </>
        )}
      </dd>
    </div>
  );
}

/** The id of a rule; pressing it tells what the rule says and where it stands. */
export function RuleChip({ id }: { id: string }) {
  const t = useT();
  const { data } = useQuery(rulesQuery);
  return (
    <Popover width={320} withArrow shadow="md" position="bottom-start" withRoles trapFocus={false}>
      <Popover.Target>
        <UnstyledButton className="chip" aria-label={t("rules.about", { rule: id })}>
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
