/** Own expenses line by line: what was asked, how the rules judge it, what was granted (MOH-91 to MOH-93). */
import { addAmounts } from "../../../../domain/money/amounts.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useT } from "../../../i18n/language.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Verdict } from "../../../parts/Verdict.tsx";
import { Panel, Sum } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

export function ClaimPanel({ view, treatment: { claim } }: PartProps) {
  const t = useT();
  if (claim === undefined) return null;
  const { currency, lines, settled } = claim;
  const isLate = view.deadlines.some(({ rule, state }) => rule === "MOH-91" && state === "met-late");
  return (
    <Panel title="treatment.claim" wide>
      <p className="quiet">
        {t("treatment.filedOn", { date: formatDate(claim.on) })} <RuleChip id="MOH-91" />
        {isLate && <span className="mark mark-warn">{t("claim.late")}</span>}
        {settled !== undefined && <> · {t("claim.settledOn", { date: formatDate(settled.on) })}</>}
      </p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t("claim.line")}</th>
            <th scope="col">{t("field.expenseKind")}</th>
            <th scope="col">{t("field.expenseDate")}</th>
            <th scope="col">{t("field.proof")}</th>
            <th scope="col">{t("claim.verdict")}</th>
            <th scope="col" className="amount">
              {t("claim.asked")}
            </th>
            <th scope="col" className="amount">
              {t("claim.granted")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, kind, date, amount, proof, description, verdict, granted, reason }) => (
            <tr key={line}>
              <td data-label={t("claim.line")}>{line}</td>
              <td data-label={t("field.expenseKind")}>
                {t(`expense.${kind}`)}
                {description !== undefined && <span className="cell-note">{description}</span>}
              </td>
              <td data-label={t("field.expenseDate")}>{formatDate(date)}</td>
              <td data-label={t("field.proof")} className={proof === undefined ? "cell-blank" : ""}>
                {proof}
              </td>
              <td data-label={t("claim.verdict")}>
                <Verdict verdict={verdict} />
                {reason !== undefined && <span className="cell-note pre">{reason}</span>}
              </td>
              <td data-label={t("claim.asked")} className="amount">
                <Sum amount={amount} currency={currency} />
              </td>
              <td data-label={t("claim.granted")} className={granted === undefined ? "amount cell-blank" : "amount"}>
                {granted !== undefined && <Sum amount={granted} currency={currency} />}
              </td>
            </tr>
          ))}
          <tr className="total-row">
            <th scope="row" colSpan={5}>
              {t("sums.total")}
            </th>
            <td data-label={t("claim.asked")} className="amount">
              <Sum amount={addAmounts(lines.map(({ amount }) => amount))} currency={currency} />
            </td>
            <td data-label={t("claim.granted")} className={settled === undefined ? "amount cell-blank" : "amount"}>
              {settled !== undefined && <Sum amount={settled.granted} currency={currency} />}
            </td>
          </tr>
        </tbody>
      </table>
      {settled?.note !== undefined && <p className="pre">{settled.note}</p>}
    </Panel>
  );
}
