/** The working of a due date, one line a day, as a person would count it on a calendar. */
import { weekday } from "../../domain/plain-date.ts";
import type { DayView } from "../../domain/case/view.ts";
import { formatDate, weekdayName } from "../i18n/dates.ts";
import { useLanguage, useT } from "../i18n/language.tsx";

/** Days whose reason says no more than their number or their name does. */
const DULL: ReadonlySet<string> = new Set(["working-day", "weekend"]);

export function DayByDay({ days, dueOn }: { days: readonly DayView[]; dueOn: string | undefined }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <ol className="days" aria-label={t("days.label")}>
      {days.map((day) => {
        const reason = DULL.has(day.kind) ? "" : day.reason;
        const isDue = day.date === dueOn;
        const names = ["day", day.counted ? "day-counted" : "day-skipped", ...(isDue ? ["day-due"] : [])];
        return (
          <li key={day.date} className={names.join(" ")}>
            <span className="day-number">{day.number ?? <span aria-hidden="true">·</span>}</span>
            <span className="day-date">
              {formatDate(day.date)} <span className="day-name">{weekdayName(weekday(day.date), language)}</span>
            </span>
            <span className="day-reason">
              {isDue && <strong>{t("days.due")}</strong>}
              {isDue && reason !== "" && ", "}
              {reason}
              {!isDue &&
                reason === "" &&
                (day.counted ? <span className="sr-only">{t("days.counted")}</span> : t("days.notCounted"))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
