import type { PolicyView } from "../../api/reminders.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

/** The rule, how long its term is, and who owes it. */
export function PolicyFacts({ policy }: { policy: PolicyView }) {
  const t = useT();
  const { rule, unit, value, duties } = policy;
  return (
    <p className="policy-facts">
      <RuleChip id={rule} /> {t(`term.${unit}`, { count: value })},{" "}
      {duties.map((duty) => t(`duty.${duty}`)).join(" / ")}
    </p>
  );
}

/** Whose stages hold, and who changed them. */
export function PolicyOrigin({ policy }: { policy: PolicyView }) {
  const t = useT();
  const { own, changedBy, changedAt } = policy;
  const changed = { name: changedBy ?? "", at: changedAt === undefined ? "" : formatInstant(changedAt) };
  return (
    <p className="policy-origin">
      <span className={own ? "mark mark-warn" : "mark"}>{t(own ? "reminders.own" : "reminders.default")}</span>
      {changedAt !== undefined && (
        <span className="quiet">{t(own ? "reminders.changedBy" : "reminders.resetBy", changed)}</span>
      )}
    </p>
  );
}
