/** From the approval to the payment (MOH-76 to MOH-84). */
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT } from "../../../i18n/language.tsx";
import { monthText } from "../../../forms/moh/MonthField.tsx";
import { Line, Panel, Sum } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

export function MoneyPanel({ view, treatment }: PartProps) {
  const t = useT();
  const { approval, funds, ownExpense, labourPart, governmentDecision, publication, disposition, toPay, payment } =
    treatment;
  const { language } = useLanguage();
  if (approval === undefined) return null;
  const month = funds === undefined ? "" : monthText(funds.month, language);
  return (
    <Panel title="treatment.money">
      <dl className="facts">
        <Line label="treatment.approval" rule="MOH-76" on={approval.on}>
          <Sum {...approval} />
        </Line>
        <Line label="treatment.clinic">
          {view.clinics.find(({ id }) => id === approval.clinic)?.name ?? approval.clinic}
        </Line>
        {ownExpense !== undefined && (
          <Line label="treatment.ownExpense" rule="MOH-89" on={ownExpense.on} note={ownExpense.note} />
        )}
        {funds !== undefined && (
          <Line label="treatment.funds" rule="MOH-77" on={funds.on} note={funds.note}>
            {funds.sufficient ? t("treatment.funds.yes", { month }) : t("treatment.funds.no", { month })}
          </Line>
        )}
        {labourPart !== undefined && (
          <Line label="treatment.labourPart" rule="MOH-80" on={labourPart.confirmedOn ?? labourPart.on}>
            {labourPart.amount === undefined ? (
              t("treatment.labourPart.none")
            ) : (
              <Sum amount={labourPart.amount} currency={labourPart.currency ?? approval.currency} />
            )}
          </Line>
        )}
        {governmentDecision !== undefined && (
          <Line label="treatment.governmentDecision" rule="MOH-81" on={governmentDecision.on}>
            {governmentDecision.number}
          </Line>
        )}
        {publication !== undefined && (
          <Line label="treatment.publication" rule="MOH-82" on={publication.on}>
            {publication.gazette}
          </Line>
        )}
        {disposition !== undefined && (
          <Line label="treatment.disposition" rule="MOH-83" on={disposition.on}>
            {disposition.number}
            {disposition.receivedOn !== disposition.on && (
              <span className="cell-note">
                {t("treatment.receivedOn", { date: formatDate(disposition.receivedOn) })}
              </span>
            )}
          </Line>
        )}
        {toPay !== undefined && ownExpense === undefined && payment === undefined && labourPart !== undefined && (
          <Line label="treatment.toPay" rule="MOH-84">
            <Sum {...toPay} />
          </Line>
        )}
        {payment !== undefined && (
          <Line label="treatment.payment" rule="MOH-84" on={payment.on} note={payment.reference}>
            <Sum {...payment} />
          </Line>
        )}
      </dl>
      {payment?.differs === true && toPay !== undefined && (
        <div className="notice-warn">
          <p>
            {t("treatment.payment.differs")} <Sum {...toPay} />
          </p>
          {payment.explanation !== undefined && <p className="pre">{payment.explanation}</p>}
        </div>
      )}
    </Panel>
  );
}
