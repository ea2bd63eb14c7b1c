/** Twelve months as people hang them on a wall. What stands in a day is the page's own: a number, a link, a button. */
import { useId, type ReactNode } from "react";
import { formatDate, monthName, weekdayName } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { weeksOf, type DayMark, type PictureDay, type PictureMonth } from "./days.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
export const SHOWN_MARKS = ["holiday", "everyone", "public-sector", "institution", "recovery"] as const;
type ShownMark = (typeof SHOWN_MARKS)[number];

interface YearPictureProps {
  readonly year: number;
  readonly months: readonly PictureMonth[];
  readonly today: string;
  /** The days are to be moved between with the arrow keys. */
  readonly grid?: boolean;
  day(day: PictureDay): ReactNode;
}

export function YearPicture({ year, months, today, grid = false, day }: YearPictureProps) {
  const t = useT();
  return (
    <section className="year" aria-label={t("calendar.months", { year })}>
      {months.map((month) => (
        <Month key={month.month} month={month} today={today} grid={grid} day={day} />
      ))}
    </section>
  );
}

type MonthProps = Pick<YearPictureProps, "today" | "day"> & { readonly month: PictureMonth; readonly grid: boolean };

function Month({ month: { month, days, workingDays }, today, grid, day }: MonthProps) {
  const t = useT();
  const { language } = useLanguage();
  const id = useId();
  return (
    <section className="month">
      <h3 id={id}>
        {monthName(month, language)}{" "}
        <span className="month-count">{t("calendar.workingDays", { count: workingDays })}</span>
      </h3>
      <table aria-labelledby={id} {...(grid ? { role: "grid" } : {})}>
        <thead>
          <tr>
            {WEEK.map((weekday) => {
              const name = weekdayName(weekday, language);
              return (
                <th key={weekday} scope="col">
                  <abbr title={name}>{shortName(name)}</abbr>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((shown) => shown !== undefined)?.date}>
              {week.map((shown, at) =>
                shown === undefined ? (
                  <td key={WEEK[at]} className="cal-blank" />
                ) : (
                  <td
                    key={WEEK[at]}
                    className={`cal cal-${shown.mark}${shown.date === today ? " cal-today" : ""}`}
                    {...(shown.date === today ? { "aria-current": "date" as const } : {})}
                  >
                    {day(shown)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `marți` as `Ma`, `miercuri` as `Mi`; Monday to Sunday stay apart in both languages. */
function shortName(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 2)}`;
}

/** The number of a day and the letter of its sign. */
export function DayFace({ day }: { day: PictureDay }) {
  return (
    <>
      <span className="cal-number">{Number(day.date.slice(8))}</span>
      <MarkLetter mark={day.mark} />
    </>
  );
}

function MarkLetter({ mark }: { mark: DayMark }) {
  const t = useT();
  if (!isShownMark(mark)) return null;
  return <span className="cal-letter" data-letter={t(`calendar.letter.${mark}`)} />;
}

function isShownMark(mark: DayMark): mark is ShownMark {
  return (SHOWN_MARKS as readonly DayMark[]).includes(mark);
}

/** What the signs of the picture mean. */
export function Legend() {
  const t = useT();
  return (
    <dl className="cal-legend" aria-label={t("calendar.legend")}>
      {([...SHOWN_MARKS, "weekend"] as const).map((mark) => (
        <div key={mark}>
          <dt className={`cal cal-${mark}`}>
            <span className="cal-number" aria-hidden="true">
              {mark === "weekend" ? "7" : <>&nbsp;</>}
            </span>
            <MarkLetter mark={mark} />
          </dt>
          <dd>{t(`calendar.mark.${mark}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `vineri, 2 mai 2025`, or with its day of the week behind: `02.05.2025 vineri`. */
export function DateWithName({ day }: { day: PictureDay }) {
  const { language } = useLanguage();
  return (
    <>
      {formatDate(day.date)} <span className="day-name">{weekdayName(day.weekday, language)}</span>
    </>
  );
}
