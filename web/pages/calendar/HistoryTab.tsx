import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { CalendarChangeView } from "../../../domain/calendar/administration.ts";
import { changesQuery } from "../../api/calendar.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { groundOf, useActText, useWhom } from "./act-text.ts";
import { ChangeStateSign } from "./ChangeStateSign.tsx";

const ACTS_SHOWN = 3;

/** Who changed what in the calendar, and how far each change has come. */
export function HistoryTab() {
  const t = useT();
  const { dupa = "" } = useSearch({ from: "/inside/administrare/calendar" });
  const { data, error, refetch } = useQuery(changesQuery(dupa));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.items.length === 0) return <Empty>{t("calendar.changes.none")}</Empty>;
  return (
    <>
      <table className="list">
        <caption className="sr-only">{t("calendar.changes.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("calendar.changes.change")}</th>
            <th scope="col">{t("calendar.change.acts")}</th>
            <th scope="col">{t("calendar.change.whose")}</th>
            <th scope="col">{t("calendar.change.by")}</th>
            <th scope="col">{t("calendar.simulation.files")}</th>
            <th scope="col">{t("calendar.change.state")}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((change) => (
            <ChangeLine key={change.number} change={change} />
          ))}
        </tbody>
      </table>
      {data.nextCursor !== undefined && (
        <nav className="paging" aria-label={t("paging.label")}>
          <Link
            from="/administrare/calendar"
            to="/administrare/calendar"
            search={(before) => ({ ...before, dupa: data.nextCursor })}
          >
            {t("paging.next")}
          </Link>
        </nav>
      )}
    </>
  );
}

function ChangeLine({ change }: { change: CalendarChangeView }) {
  const t = useT();
  const say = useActText();
  const whom = useWhom();
  const { number, acts, institution, by, at, files, filesDone, state } = change;
  return (
    <tr>
      <th scope="row">
        <Link to="/administrare/calendar/schimbari/$number" params={{ number: String(number) }}>
          {t("calendar.change.title", { number })}
        </Link>
      </th>
      <td>
        {acts.slice(0, ACTS_SHOWN).map((act, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- their order is what they are
          <span key={place} className="history-act">
            {say(act)}
          </span>
        ))}
        {acts.length > ACTS_SHOWN && t("calendar.changes.more", { count: acts.length - ACTS_SHOWN })}
        <span className="cell-note">{[...new Set(acts.map(groundOf))].join("; ")}</span>
      </td>
      <td data-label={t("calendar.change.whose")}>
        {institution === undefined ? t("calendar.admin.national") : whom(institution)}
      </td>
      <td data-label={t("calendar.change.by")}>
        {by ?? t("calendar.changes.product")}
        <span className="cell-note">{formatInstant(at)}</span>
      </td>
      <td data-label={t("calendar.simulation.files")}>
        {filesDone}/{files}
      </td>
      <td>
        <ChangeStateSign state={state} />
      </td>
    </tr>
  );
}
