/** The day-by-day working of a due date, in words. */
import type { DayView } from "../../domain/case/view.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { dayReasonText, type WorkingDay } from "../../domain/law/index.ts";

/** Each day with its reason as a text; `why` keeps the calendar's own record of it. */
export function dayViews(days: readonly WorkingDay[], language: Language): DayView[] {
  return days.map(({ date, counted, number, reason }) => ({
    date,
    counted,
    ...(number === undefined ? {} : { number }),
    reason: [
      ...(number === undefined ? [] : [numbered(number, language)]),
      ...(reason === undefined ? [] : [dayReasonText(reason, language)]),
    ].join("; "),
    kind: reason?.kind ?? "working-day",
    ...(reason === undefined ? {} : { why: reason }),
  }));
}

function numbered(number: number, language: Language): string {
  return language === "ro" ? `ziua ${number}` : `day ${number}`;
}
