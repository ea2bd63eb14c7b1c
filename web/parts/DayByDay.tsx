/** The working of a due date, one line a day, as a person would count it on a calendar; of a long term, month by month. */
import { dayNumber, weekday } from "../../domain/plain-date.ts";
import type { DayView } from "../../domain/case/view.ts";
import { formatDate, monthName, weekdayName } from "../i18n/dates.ts";
import { useLanguage, useT, type Translate } from "../i18n/language.tsx";

/** A row of suspended days this long or longer is one line. */
const LONGEST_IN_FULL = 3;
/** A term of more days is folded by month. */
const LONGEST_OPEN = 62;

/** A line: a day, or the last day of a row of suspended ones with the first. */
interface DayLine {
  readonly day: DayView;
  readonly since?: DayView;
}

interface DayByDayProps {
  readonly days: readonly DayView[];
  readonly dueOn: string | undefined;
}

export function DayByDay({ days, dueOn }: DayByDayProps) {
  const t = useT();
  const { language } = useLanguage();
  if (days.length <= LONGEST_OPEN) return <Days days={days} dueOn={dueOn} label={t("days.label")} />;
  return (
    <section className="day-months" aria-label={t("days.label")}>
      {daysByMonth(days).map(({ year, month, days: those }) => {
        const name = `${monthName(month, language)} ${year}`;
        const counted = those.filter((day) => day.counted).length;
        const isLast = those.some(({ date }) => date === dueOn);
        return (
          <details key={name} className="day-month" open={isLast}>
            <summary>
              <strong>{name}</strong> {t("days.ofMonth", { counted, count: those.length })}
            </summary>
            <Days days={those} dueOn={dueOn} label={name} />
          </details>
        );
      })}
    </section>
  );
}

interface MonthOfDays {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly days: readonly DayView[];
}

/** The days of each month of the term, in order. */
export function daysByMonth(days: readonly DayView[]): MonthOfDays[] {
  const months = new Map<string, DayView[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    const those = months.get(month);
    if (those === undefined) months.set(month, [day]);
    else those.push(day);
  }
  return [...months].map(([month, those]) => ({
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
    days: those,
  }));
}

function Days({ days, dueOn, label }: DayByDayProps & { readonly label: string }) {
  const t = useT();
  return (
    <ol className="days" aria-label={label}>
      {dayLines(days).map(({ day, since }) =>
        since === undefined ? (
          <Day key={day.date} day={day} isDue={day.date === dueOn} />
        ) : (
          <li key={day.date} className="day day-skipped day-suspended">
            <span className="day-number" aria-hidden="true">
              ·
            </span>
            <span className="day-date">
              {formatDate(since.date)} – {formatDate(day.date)}
            </span>
            <span className="day-reason">
              {day.reason} ({t("days.count", { count: dayNumber(day.date) - dayNumber(since.date) + 1 })})
            </span>
          </li>
        ),
      )}
    </ol>
  );
}

/** Each day a line of its own, save long rows of suspended days. */
export function dayLines(days: readonly DayView[]): DayLine[] {
  const lines: DayLine[] = [];
  for (let at = 0; at < days.length;) {
    const next = days.findIndex(({ kind }, place) => place >= at && kind !== "suspended");
    const end = next < 0 ? days.length : next;
    const [first, last] = [days[at], days[end - 1]];
    if (end - at > LONGEST_IN_FULL && first !== undefined && last !== undefined) {
      lines.push({ day: last, since: first });
      at = end;
    } else {
      if (first !== undefined) lines.push({ day: first });
      at += 1;
    }
  }
  return lines;
}

function Day({ day, isDue }: { day: DayView; isDue: boolean }) {
  const t = useT();
  const { language } = useLanguage();
  const reason = reasonBeside(day, t);
  const names = ["day", day.counted ? "day-counted" : "day-skipped", ...(isDue ? ["day-due"] : [])];
  return (
    <li className={[...names, ...(day.kind === "suspended" ? ["day-suspended"] : [])].join(" ")}>
      <span className="day-number">{day.number ?? <span aria-hidden="true">·</span>}</span>
      <span className="day-date">
        {formatDate(day.date)} <span className="day-name">{weekdayName(weekday(day.date), language)}</span>
      </span>
      <span className="day-reason">
        {isDue && <strong>{t("days.due")}</strong>}
        {isDue && reason !== "" && ", "}
        {reason}
        {!isDue && reason === "" && <span className="sr-only">{t("days.counted")}</span>}
      </span>
    </li>
  );
}

/** What is not said by the number and the name of the day. */
function reasonBeside({ kind, counted, reason }: DayView, t: Translate): string {
  if (kind === "working-day") return counted ? "" : t("days.notCounted");
  if (kind === "weekend") return counted ? "" : t("days.weekend");
  return reason;
}
