/** The ground of a term: why its days are counted so, what interrupts it, when it rolls, which version of the rule holds. */
import { useQuery } from "@tanstack/react-query";
import type { RuleView } from "../../domain/case/view.ts";
import { ruleVersionsQuery } from "../api/queries.ts";
import { formatDate } from "../i18n/dates.ts";
import { useT, useText } from "../i18n/language.tsx";
import { Fact } from "./Fact.tsx";

/** By what right the days of a rule's term are counted so, and which version of it is in force on the start day. */
export function CountingGround({ rule }: { rule: RuleView }) {
  const t = useT();
  const text = useText();
  const { data: versions = [] } = useQuery({ ...ruleVersionsQuery(rule.id), throwOnError: false });
  const { deadline } = rule;
  if (deadline === undefined) return null;
  const others = versions.filter(({ version }) => version !== rule.version);
  return (
    <dl className="facts counting-ground">
      <Fact label={t("calculator.mode")}>{text(deadline.modeCitation)}</Fact>
      {deadline.advisory !== true && (
        <Fact label={t("calculator.declared")}>
          {t(deadline.interruptedByDeclaredDays ? "calendar.rules.yes" : "calendar.rules.no")}
          <span className="cell-note">{text(deadline.interruptionCitation)}</span>
        </Fact>
      )}
      {deadline.rollCitation !== undefined && (
        <Fact label={t("calendar.rules.last")}>
          {t("calendar.rules.rolls")} ({text(deadline.rollCitation)})
        </Fact>
      )}
      <Fact label={t("calculator.version")}>
        {t("calculator.version.since", { date: formatDate(rule.validFrom) })}
        {others.map((other) => (
          <span key={other.version} className="cell-note">
            {t("calculator.version.other", {
              date: formatDate(other.validFrom),
              term:
                other.deadline === undefined
                  ? ""
                  : t(`calendar.unit.${other.deadline.unit}`, { count: other.deadline.value }),
            })}
          </span>
        ))}
      </Fact>
    </dl>
  );
}
