/** Each deadline that moves, from which date to which. */
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DoneAct, MovePage, SimulationView } from "../../../domain/calendar/administration.ts";
import { moreMoves } from "../../api/calendar.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { actsToSend } from "./draft.ts";

interface MovesProps {
  readonly acts: readonly DoneAct[];
  readonly simulation: SimulationView;
}

export function Moves({ acts, simulation }: MovesProps) {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  const [later, setLater] = useState<readonly MovePage[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (cursor: string) => moreMoves(actsToSend(acts), cursor),
    onSuccess: (page) => setLater((before) => [...before, page]),
  });
  const pages: readonly MovePage[] = [simulation, ...later];
  const moves = pages.flatMap((page) => page.moves);
  const next = pages.at(-1)?.nextCursor;
  return (
    <section>
      <h2>{t("calendar.simulation.moves")}</h2>
      <table className="list">
        <caption className="sr-only">{t("calendar.simulation.moves")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.file")}</th>
            <th scope="col">{t("column.rules")}</th>
            <th scope="col">{t("calendar.simulation.from")}</th>
            <th scope="col">{t("calendar.simulation.to")}</th>
            <th scope="col">{t("column.state")}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => {
            const institution = institutions?.get(move.institution);
            return (
              <tr key={`${move.caseId} ${move.deadline}`}>
                <th scope="row" className="number">
                  {move.registrationNumber}
                  <span className="cell-note">
                    {institution === undefined ? move.institution : text(institution.name)}
                  </span>
                </th>
                <td>
                  <RuleChip id={move.rule} />
                </td>
                <td data-label={t("calendar.simulation.from")}>{formatDate(move.from)}</td>
                <td data-label={t("calendar.simulation.to")}>
                  <strong>{formatDate(move.to)}</strong>
                </td>
                <td>
                  {move.becomesLate && (
                    <span className="status status-overdue">
                      <Icon name="warning" size={14} /> {t("calendar.simulation.becomesLate")}
                    </span>
                  )}
                  {move.ceasesToBeLate && (
                    <span className="status status-met">
                      <Icon name="check" size={14} /> {t("calendar.simulation.ceasesToBeLate")}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="paging">
        <span className="quiet" role="status">
          {t("calendar.simulation.shown", {
            count: moves.length,
            total: simulation.totals.moved.toLocaleString("ro-RO"),
          })}
        </span>
        {next !== undefined && (
          <Button variant="default" size="compact-sm" loading={isPending} onClick={() => mutate(next)}>
            {t("calendar.simulation.more")}
          </Button>
        )}
        {error !== null && <span className="field-error">{error.message}</span>}
      </p>
    </section>
  );
}
