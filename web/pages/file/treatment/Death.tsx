/** The patient's death and the statement of expenses (MOH-99, MOH-100). */
import { addAmounts } from "../../../../domain/money/amounts.ts";
import { useT } from "../../../i18n/language.tsx";
import { SumTable } from "./Justification.tsx";
import { Line, Panel } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

export function DeathPanel({ treatment: { death } }: PartProps) {
  const t = useT();
  if (death === undefined) return null;
  const { diedOn, announced, statement } = death;
  return (
    <Panel title="treatment.death">
      <dl className="facts">
        <Line label="field.diedOn" on={diedOn} />
        {announced !== undefined && (
          <Line label="treatment.announced" rule="MOH-99" on={announced.on}>
            {announced.announcedBy}
          </Line>
        )}
        {statement !== undefined && (
          <Line label="treatment.statement" rule="MOH-100" on={statement.on} note={statement.note}>
            {statement.sums.length === 0 && t("treatment.noSums")}
          </Line>
        )}
      </dl>
      {statement !== undefined && statement.sums.length > 0 && (
        <SumTable
          sums={statement.sums}
          currency={statement.currency ?? ""}
          total={addAmounts(statement.sums.map(({ amount }) => amount))}
        />
      )}
    </Panel>
  );
}
