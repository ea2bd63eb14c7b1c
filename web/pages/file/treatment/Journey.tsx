/** Departure, companions, return (MOH-85). */
import { useT } from "../../../i18n/language.tsx";
import { Line, Panel, Sum } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

export function JourneyPanel({ treatment }: PartProps) {
  const t = useT();
  const { departure, returned, companionsSettled } = treatment;
  if (departure === undefined && returned === undefined) return null;
  const companions = (departure?.companions ?? []).map(({ name, relation }) =>
    relation === undefined ? name : `${name} (${relation})`,
  );
  return (
    <Panel title="treatment.journey">
      <dl className="facts">
        {departure !== undefined && (
          <Line label="treatment.departure" on={departure.on} note={companions.join("; ") || undefined}>
            {companions.length === 0 ? t("treatment.alone") : t("treatment.with", { count: companions.length })}
          </Line>
        )}
        {returned !== undefined && <Line label="treatment.returned" on={returned.on} note={returned.note} />}
        {companionsSettled !== undefined && (
          <Line label="treatment.companionsSettled" rule="MOH-85" on={companionsSettled.on}>
            <Sum amount={companionsSettled.total} currency={companionsSettled.currency} />
          </Line>
        )}
      </dl>
      {companionsSettled !== undefined && companionsSettled.journeys.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("field.companionName")}</th>
              <th scope="col">{t("field.direction")}</th>
              <th scope="col">{t("field.proof")}</th>
              <th scope="col" className="amount">
                {t("field.sum")}
              </th>
            </tr>
          </thead>
          <tbody>
            {companionsSettled.journeys.map(({ companion, direction, amount, proof }, index) => (
              // Journeys have no identity but their place.
              <tr key={index}>
                <td data-label={t("field.companionName")}>{companion}</td>
                <td data-label={t("field.direction")}>
                  {direction === "return" ? t("direction.return") : t("direction.outward")}
                </td>
                <td data-label={t("field.proof")}>{proof}</td>
                <td data-label={t("field.sum")} className="amount">
                  <Sum amount={amount} currency={companionsSettled.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
