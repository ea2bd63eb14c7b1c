/** Saves what was simulated, once, and only on the calendar on which it was simulated. */
import { Alert, Button, CloseButton, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { CalendarChangeView, DoneAct, SimulationView } from "../../../domain/calendar/administration.ts";
import { isApiError, post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { newId } from "../../forms/send.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { actsToSend } from "./draft.ts";

interface ApplyChangesProps {
  readonly acts: readonly DoneAct[];
  readonly simulation: SimulationView;
  onSaved(): void;
  simulateAgain(): void;
}

export function ApplyChanges({ acts, simulation, onSaved, simulateAgain }: ApplyChangesProps) {
  const t = useT();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  // The same request sent again carries the same id.
  const commandId = useRef(newId());
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      post<CalendarChangeView>("/api/calendar/changes", {
        commandId: commandId.current,
        expectedNumber: simulation.number,
        acts: actsToSend(acts),
      }),
    onSuccess: async ({ number }) => {
      announce(t("calendar.apply.saved", { number }));
      await navigate({ to: "/administrare/calendar/schimbari/$number", params: { number: String(number) } });
      onSaved();
      for (const key of ["calendar", "calendar-changes", "preview", "rules"]) {
        void queryClient.invalidateQueries({ queryKey: [key] });
      }
    },
    onSettled: () => setAsking(false),
  });
  return (
    <div className="apply">
      {error !== null && <NotSaved error={error} simulateAgain={simulateAgain} />}
      {!isApiError(error, 409) && (
        <Button onClick={() => setAsking(true)} loading={isPending}>
          {t("calendar.apply")}
        </Button>
      )}
      <Modal.Root opened={asking} onClose={() => setAsking(false)}>
        <Modal.Overlay />
        <Modal.Content aria-label={t("calendar.apply.title")}>
          <Modal.Body className="dialog">
            <h2>{t("calendar.apply.title")}</h2>
            <Consequences acts={acts.length} simulation={simulation} />
            <div className="buttons">
              <Button loading={isPending} onClick={() => mutate()} data-autofocus>
                {t("calendar.apply.confirm")}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t("calendar.apply.cancel")}
              </Button>
            </div>
            <CloseButton className="dialog-close" aria-label={t("close")} onClick={() => setAsking(false)} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </div>
  );
}

/** The numbers, once more, before they come true. */
function Consequences({ acts, simulation: { totals } }: { acts: number; simulation: SimulationView }) {
  const t = useT();
  const { moved, files, becomeLate, ceaseToBeLate } = totals;
  return (
    <ul className="notice-list">
      <li>{t("calendar.apply.text", { acts })}</li>
      <li>
        {moved === 0 ? t("calendar.simulation.nothing") : t("calendar.simulation.summary", { moved, files })}{" "}
        {moved > 0 && t("calendar.apply.event")}
      </li>
      {becomeLate > 0 && <li>{t("calendar.apply.becomeLate", { count: becomeLate })}</li>}
      {ceaseToBeLate > 0 && <li>{t("calendar.apply.ceaseToBeLate", { count: ceaseToBeLate })}</li>}
    </ul>
  );
}

function NotSaved({ error, simulateAgain }: { error: unknown; simulateAgain(): void }) {
  const t = useT();
  const isConflict = isApiError(error, 409);
  if (isApiError(error) && error.isUnavailable) {
    return (
      <Alert color="blue" role="alert" title={t("form.unavailable")}>
        <p>{t("form.unavailable.text")}</p>
      </Alert>
    );
  }
  if (!isConflict) {
    return (
      <Alert color="red" role="alert" title={t("calendar.apply.refused")}>
        <p>{isApiError(error) && error.body.message !== "" ? error.body.message : t("failure.unexpected")}</p>
      </Alert>
    );
  }
  const { changes = [], message } = error.body;
  return (
    <Alert color="orange" role="alert" title={t("calendar.conflict")}>
      {changes.length === 0 ? (
        <p>{message}</p>
      ) : (
        <ul className="notice-list">
          {changes.map(({ title, by, at }) => (
            <li key={`${at}${title}`}>
              <strong>{title}</strong>: {by}, {formatInstant(at)}
            </li>
          ))}
        </ul>
      )}
      <p>{t("calendar.conflict.text")}</p>
      <Button variant="default" onClick={simulateAgain}>
        {t("calendar.simulation.again")}
      </Button>
    </Alert>
  );
}
