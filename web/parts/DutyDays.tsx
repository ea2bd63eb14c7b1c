/** Days by whose hands a file was in: a bar to see it at once, and the figures. */
import "./duty-days.css";
import type { DutyDays } from "../../domain/case/days-by-duty.ts";
import { useT } from "../i18n/language.tsx";

interface DutyDaysProps {
  readonly duties: readonly DutyDays[];
  readonly caption: string;
}

export function DutyDaysTable({ duties, caption }: DutyDaysProps) {
  const t = useT();
  const hasSuspended = duties.some(({ suspendedDays }) => suspendedDays > 0);
  return (
    <div className="duty-days">
      <Bar duties={duties} />
      {/* A table wider than the screen scrolls by itself; it takes the focus so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figures-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="figures">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("dutyDays.who")}</th>
              <th scope="col">{t("dutyDays.working")}</th>
              <th scope="col">{t("dutyDays.calendar")}</th>
              {hasSuspended && <th scope="col">{t("dutyDays.suspended")}</th>}
            </tr>
          </thead>
          <tbody>
            {duties.map(({ duty, workingDays, calendarDays, suspendedDays }) => (
              <tr key={duty}>
                <th scope="row">
                  <span className={`duty-sign duty-${duty}`} aria-hidden="true" /> {t(`duty.${duty}`)}
                </th>
                <td data-label={t("dutyDays.working")}>{workingDays}</td>
                <td data-label={t("dutyDays.calendar")}>{calendarDays}</td>
                {hasSuspended && <td data-label={t("dutyDays.suspended")}>{suspendedDays}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** One stretch for each hands, as long as its days are many; suspended days are hatched. The table says the same in figures. */
function Bar({ duties }: Pick<DutyDaysProps, "duties">) {
  const all = duties.reduce((sum, { calendarDays, suspendedDays }) => sum + calendarDays + suspendedDays, 0);
  if (all === 0) return null;
  const stretches = duties.flatMap(({ duty, calendarDays, suspendedDays }) => [
    { key: duty, className: `duty-${duty}`, days: calendarDays, says: calendarDays > all / 16 },
    { key: `${duty}-suspended`, className: `duty-${duty} duty-suspended`, days: suspendedDays, says: false },
  ]);
  return (
    <div className="duty-bar" aria-hidden="true">
      {stretches
        .filter(({ days }) => days > 0)
        .map(({ key, className, days, says }) => (
          <span key={key} className={className} style={{ flexGrow: days }}>
            {says && days}
          </span>
        ))}
    </div>
  );
}
