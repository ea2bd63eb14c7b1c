import "./calendar.css";
import "./admin.css";
import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ErrorBody } from "../../../domain/case/view.ts";
import type { DoneAct, SimulationView } from "../../../domain/calendar/administration.ts";
import { simulationQuery } from "../../api/calendar.ts";
import { isApiError } from "../../api/http.ts";
import { sessionQuery } from "../../api/queries.ts";
import type { Session } from "../../api/types.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { ApplyChanges } from "./ApplyChanges.tsx";
import { actsToSend, useCalendarDraft } from "./draft.ts";
import { Moves } from "./Moves.tsx";
import { ownedCalendars } from "./owners.ts";
import { ActList } from "./PreparedActs.tsx";

/** What the prepared changes would do to the open files, before anything is saved. */
export function SimulationPage() {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const { calendar } = useSearch({ from: "/inside/administrare/calendar/simulare" });
  const owned = session == null ? [] : ownedCalendars(session);
  const chosen = owned.find(({ id }) => id === calendar) ?? owned[0];
  return (
    <Page
      title={t("calendar.simulation.title")}
      actions={
        <Link to="/administrare/calendar" search={{ calendar: chosen?.id }} className="button-link">
          {t("calendar.simulation.back")}
        </Link>
      }
    >
      {session == null || chosen === undefined ? (
        <Empty>{t("calendar.admin.none")}</Empty>
      ) : (
        <Simulated session={session} calendar={chosen.id} />
      )}
    </Page>
  );
}

function Simulated({ session, calendar }: { session: Session; calendar: string }) {
  const t = useT();
  const draft = useCalendarDraft(session.user.id, calendar);
  const { acts } = draft;
  const { data, error, isFetching, refetch } = useQuery({
    ...simulationQuery(actsToSend(acts)),
    enabled: acts.length > 0,
  });
  if (acts.length === 0) return <Empty>{t("calendar.simulation.none")}</Empty>;
  const errors = isApiError(error) ? errorsOf(error.body) : undefined;
  return (
    <>
      <details className="simulated-acts" open={data === undefined}>
        <summary>
          {t("calendar.simulation.acts")} ({acts.length})
        </summary>
        <ActList acts={acts} {...(errors === undefined ? {} : { errors })} />
      </details>
      {isFetching && (
        <div className="simulating">
          <Loading />
          <p className="quiet">{t("calendar.simulation.running")}</p>
        </div>
      )}
      {!isFetching && error !== null && <NotSimulated error={error} retry={() => void refetch()} />}
      {!isFetching && data !== undefined && error === null && (
        <Result key={data.number} acts={acts} simulation={data} draft={draft} simulateAgain={() => void refetch()} />
      )}
    </>
  );
}

/** What is wrong with each act, by its place: `acts[2].date`, `acts.2.date`. */
function errorsOf({ fields = [] }: ErrorBody): ReadonlyMap<number, string> {
  return new Map(
    fields.flatMap(({ path, message }) => {
      const place = /acts(?:\[|\.)(\d+)/.exec(path)?.[1];
      return place === undefined ? [] : [[Number(place), message] as const];
    }),
  );
}

function NotSimulated({ error, retry }: { error: unknown; retry(): void }) {
  const t = useT();
  if (!isApiError(error) || (error.status !== 422 && error.status !== 409)) {
    return <Failure error={error} retry={retry} />;
  }
  return (
    <Alert role="alert" color="red" title={t("calendar.simulation.invalid")}>
      <p>{error.body.message}</p>
    </Alert>
  );
}

interface ResultProps {
  readonly acts: readonly DoneAct[];
  readonly simulation: SimulationView;
  readonly draft: { clear(): void };
  simulateAgain(): void;
}

function Result({ acts, simulation, draft, simulateAgain }: ResultProps) {
  const t = useT();
  const { totals, tookMs } = simulation;
  const seconds = (tookMs / 1000).toLocaleString("ro-RO", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <div role="status" className="simulation-summary">
        <p className="summary-line">
          {totals.moved === 0
            ? t("calendar.simulation.nothing")
            : t("calendar.simulation.summary", { moved: totals.moved, files: totals.files })}
        </p>
        <Figures simulation={simulation} />
        <p className="quiet">{t("calendar.simulation.took", { seconds })}</p>
      </div>
      <ApplyChanges acts={acts} simulation={simulation} onSaved={() => draft.clear()} simulateAgain={simulateAgain} />
      {simulation.institutions.length > 0 && <Institutions simulation={simulation} />}
      {simulation.moves.length > 0 && <Moves acts={acts} simulation={simulation} />}
    </>
  );
}

const FIGURES = ["moved", "becomeLate", "ceaseToBeLate", "confirmed", "becomeProvisional"] as const;

/** The numbers that are not nought. */
function Figures({ simulation: { totals } }: { simulation: SimulationView }) {
  const t = useT();
  const told = FIGURES.filter((figure) => totals[figure] > 0);
  if (told.length === 0) return null;
  return (
    <dl className="figures">
      {told.map((figure) => (
        <div key={figure} className={`figure figure-${figure}`}>
          <dt>{t(`calendar.simulation.${figure}`)}</dt>
          <dd>{grouped(totals[figure])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Institutions({ simulation: { institutions, totals } }: { simulation: SimulationView }) {
  const t = useT();
  const text = useText();
  const shown = FIGURES.filter((figure) => !["confirmed", "becomeProvisional"].includes(figure) || totals[figure] > 0);
  return (
    <section>
      <h2>{t("calendar.simulation.institutions")}</h2>
      <table className="list numbers">
        <caption className="sr-only">{t("calendar.simulation.institutions")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("calendar.simulation.institution")}</th>
            <th scope="col">{t("calendar.simulation.files")}</th>
            {shown.map((figure) => (
              <th key={figure} scope="col">
                {t(`calendar.simulation.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {institutions.map((institution) => (
            <tr key={institution.id}>
              <th scope="row">{text(institution.name)}</th>
              <td data-label={t("calendar.simulation.files")}>{grouped(institution.files)}</td>
              {shown.map((figure) => (
                <td key={figure} data-label={t(`calendar.simulation.${figure}`)}>
                  {grouped(institution[figure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {institutions.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t("calendar.simulation.total")}</th>
              <td data-label={t("calendar.simulation.files")}>{grouped(totals.files)}</td>
              {shown.map((figure) => (
                <td key={figure} data-label={t(`calendar.simulation.${figure}`)}>
                  {grouped(totals[figure])}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function grouped(number: number): string {
  return number.toLocaleString("ro-RO");
}
