/** The sums that the patient side justified, against what was paid (MOH-94). */
import { compareAmounts, subtractAmounts } from "../../../../domain/money/amounts.ts";
import type { TreatmentView } from "../../../../domain/moh/treatment-view.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useT } from "../../../i18n/language.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Panel, Sum } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

export function JustificationPanel({ treatment }: PartProps) {
  const t = useT();
  const { justification, payment } = treatment;
  if (justification === undefined) return null;
  const { on, currency, total, sums, explanation } = justification;
  const left = payment?.currency === currency ? subtractAmounts(payment.amount, total) : undefined;
  return (
    <Panel title="treatment.justification">
      <p className="quiet">
        {t("treatment.filedOn", { date: formatDate(on) })} <RuleChip id="MOH-94" />
      </p>
      <SumTable sums={sums} currency={currency} total={total} />
      {left !== undefined && compareAmounts(left, "0") !== 0 && (
        <div className="notice-warn">
          <p>
            {compareAmounts(left, "0") > 0 ? t("treatment.notJustified") : t("treatment.overJustified")}{" "}
            <Sum amount={left.replace("-", "")} currency={currency} />
          </p>
        </div>
      )}
      {explanation !== undefined && <p className="pre">{explanation}</p>}
    </Panel>
  );
}

interface SumTableProps {
  readonly sums: NonNullable<TreatmentView["justification"]>["sums"];
  readonly currency: string;
  readonly total: string;
}

export function SumTable({ sums, currency, total }: SumTableProps) {
  const t = useT();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t("field.purpose")}</th>
          <th scope="col">{t("field.document")}</th>
          <th scope="col" className="amount">
            {t("field.sum")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ purpose, document, amount }, index) => (
          // Sums have no identity but their place.
          <tr key={index}>
            <td data-label={t("field.purpose")}>{purpose}</td>
            <td data-label={t("field.document")} className={document === undefined ? "cell-blank" : ""}>
              {document}
            </td>
            <td data-label={t("field.sum")} className="amount">
              <Sum amount={amount} currency={currency} />
            </td>
          </tr>
        ))}
        <tr className="total-row">
          <th scope="row" colSpan={2}>
            {t("sums.total")}
          </th>
          <td data-label={t("sums.total")} className="amount">
            <Sum amount={total} currency={currency} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
