import { useQuery } from "@tanstack/react-query";
import type { CalendarYearView, DeclaredDayView } from "../../../domain/calendar/administration.ts";
import { statuteText } from "../../../domain/calendar/statute-text.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Empty } from "../../parts/states.tsx";
import {
  listedDays,
  markOfDeclared,
  type DayMark,
  type ListedDay,
  type PictureDay,
  type PictureMonth,
} from "./days.ts";
import { DateWithName } from "./YearPicture.tsx";

/** Where the line of a day stands, for links to it. */
export function listedId({ date }: PictureDay): string {
  return `zi-${date}`;
}

/** The legal holidays with their law and the declared days with their act, in the order of the year. */
export function DayList({ calendar, months }: { calendar: CalendarYearView; months: readonly PictureMonth[] }) {
  const t = useT();
  const days = listedDays(months);
  const { year } = calendar;
  return (
    <section className="calendar-list">
      <h2>{t("calendar.list", { year })}</h2>
      {days.length === 0 && <Empty>{t("calendar.list.none")}</Empty>}
      {days.length > 0 && (
        <table className="list">
          <caption className="sr-only">{t("calendar.list", { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("calendar.column.date")}</th>
              <th scope="col">{t("calendar.column.what")}</th>
              <th scope="col">{t("calendar.column.for")}</th>
              <th scope="col">{t("calendar.column.act")}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((listed, at) => (
              <Line
                key={listed.entry?.id ?? listed.day.date}
                listed={listed}
                isFirst={days[at - 1]?.day.date !== listed.day.date}
                calendar={calendar}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface LineProps {
  readonly listed: ListedDay;
  /** The first line of its date: links lead here. */
  readonly isFirst: boolean;
  readonly calendar: CalendarYearView;
}

function Line({ listed: { day, holiday, entry }, isFirst, calendar }: LineProps) {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  const mark: DayMark = entry === undefined ? "holiday" : markOfDeclared(entry);
  const what = t(`calendar.mark.${mark}`);
  return (
    <tr {...(isFirst ? { id: listedId(day) } : {})}>
      <th scope="row" className="number">
        <DateWithName day={day} />
      </th>
      <td>
        <span className={`cal-sign cal cal-${mark}`} aria-hidden="true">
          {mark === "working" || mark === "weekend" ? null : t(`calendar.letter.${mark}`)}
        </span>{" "}
        {holiday?.name === undefined ? what : text(holiday.name)}
        {holiday?.name !== undefined && <span className="sr-only">({what})</span>}
        {entry !== undefined && isLeftOut(entry, calendar) && (
          <span className="cell-note">{t("calendar.notCountedHere")}</span>
        )}
      </td>
      <td data-label={t("calendar.column.for")} className={entry === undefined ? "cell-blank" : ""}>
        {entry === undefined || entry.scope !== "institution"
          ? t(`calendar.for.${entry?.scope === "public-sector" ? "public-sector" : "everyone"}`)
          : text(institutions?.get(entry.institution ?? "")?.name ?? { ro: "", en: "" })}
      </td>
      <td data-label={t("calendar.column.act")}>
        {holiday?.law === undefined ? entry?.legalAct : text(statuteText(holiday.law))}
        {entry !== undefined && (
          <span className="cell-note no-print">
            {entry.declaredBy === undefined
              ? t("calendar.declared.product")
              : t("calendar.declared", { by: entry.declaredBy, at: formatInstant(entry.declaredAt) })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** A day of the public sector does not count for a calendar that is nobody's in particular. */
function isLeftOut({ scope }: DeclaredDayView, { institution }: CalendarYearView): boolean {
  return institution === undefined && scope !== "everyone";
}
