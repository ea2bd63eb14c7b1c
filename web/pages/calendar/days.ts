/** The days of a year as a picture shows them, with the changes that are being prepared already in their place. */
import type {
  CalendarDayView,
  CalendarYearView,
  DeclaredDayView,
  DoneAct,
} from "../../../domain/calendar/administration.ts";
import type { PlainDate, Weekday } from "../../../domain/plain-date.ts";
import { dateOf } from "./draft.ts";

/** What a day is, as one sign tells. */
export type DayMark = "working" | "weekend" | "holiday" | "everyone" | "public-sector" | "institution" | "recovery";

type Reason = NonNullable<CalendarDayView["reason"]>;

export interface PictureDay {
  readonly date: PlainDate;
  readonly weekday: Weekday;
  readonly mark: DayMark;
  readonly working: boolean;
  readonly reason?: Reason;
  /** The days declared on this date, for whomever. */
  readonly declared: readonly DeclaredDayView[];
  /** What is being prepared for it. */
  readonly drafted: readonly DoneAct[];
}

export interface PictureMonth {
  readonly month: number;
  readonly days: readonly PictureDay[];
  readonly workingDays: number;
}

/** The months of a year; what is being prepared stands in its place as if it had been saved. */
export function pictureOf(calendar: CalendarYearView, draft: readonly DoneAct[] = []): PictureMonth[] {
  return calendar.months.map(({ month, days }) => {
    const shown = days.map((day) => pictureDay(day, calendar, draft));
    return { month, days: shown, workingDays: shown.filter(({ working }) => working).length };
  });
}

function pictureDay(day: CalendarDayView, calendar: CalendarYearView, draft: readonly DoneAct[]): PictureDay {
  const { date, weekday, working, reason } = day;
  const declared = calendar.declared.filter((entry) => entry.date === date);
  const drafted = draft.filter((prepared) => dateOf(prepared) === date);
  const known: PictureDay = {
    date,
    weekday,
    working,
    mark: markOfReason(reason, weekday),
    declared,
    drafted,
    ...(reason === undefined ? {} : { reason }),
  };
  return drafted.length === 0 ? known : withDraft(known);
}

function markOfReason(reason: Reason | undefined, weekday: Weekday): DayMark {
  switch (reason?.kind) {
    case "holiday":
      return "holiday";
    case "recovery-day":
      return "recovery";
    case "day-off":
    case "public-sector-only":
    case "not-interrupting":
      return reason.scope ?? "everyone";
    case "weekend":
    case undefined:
      return weekday > 5 ? "weekend" : "working";
  }
}

/** The sign of a declared day. */
export function markOfDeclared({ kind, scope }: Pick<DeclaredDayView, "kind" | "scope">): DayMark {
  return kind === "recovery-day" ? "recovery" : scope;
}

/** The day as it would be: a legal holiday stays, then days off, then recovery days, then the week. */
function withDraft(day: PictureDay): PictureDay {
  if (day.mark === "holiday") return day;
  const gone = new Set(day.drafted.flatMap((act) => (act.type === "withdrawDay" ? [act.id] : [])));
  const marks = [
    ...day.declared.filter(({ id }) => !gone.has(id)).map(markOfDeclared),
    ...day.drafted.flatMap((act): DayMark[] => {
      if (act.type === "declareDayOff") return [markOfAudience(act.for)];
      return act.type === "declareRecoveryDay" ? ["recovery"] : [];
    }),
  ];
  if (day.weekday > 5) {
    const works = marks.includes("recovery");
    return { ...day, mark: works ? "recovery" : "weekend", working: works };
  }
  const off = marks.find((mark) => mark !== "recovery");
  return { ...day, mark: off ?? "working", working: off === undefined };
}

function markOfAudience(audience: string): DayMark {
  return audience === "everyone" || audience === "public-sector" ? audience : "institution";
}

/** A month in weeks that begin on Monday; the days of other months are left blank. */
export function weeksOf(days: readonly PictureDay[]): (PictureDay | undefined)[][] {
  const blanks = (days[0]?.weekday ?? 1) - 1;
  const cells = [...Array.from<undefined>({ length: blanks }), ...days];
  const weeks: (PictureDay | undefined)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...Array.from<undefined>({ length: 7 - week.length })]);
  }
  return weeks;
}

/** A line of the year's list: a legal holiday, or a declared day. */
export interface ListedDay {
  readonly day: PictureDay;
  readonly holiday?: Reason;
  readonly entry?: DeclaredDayView;
}

/** The legal holidays and the declared days of the year, by date. */
export function listedDays(months: readonly PictureMonth[]): ListedDay[] {
  return months.flatMap(({ days }) =>
    days.flatMap((day): ListedDay[] => [
      ...(day.reason?.kind === "holiday" ? [{ day, holiday: day.reason }] : []),
      ...day.declared.map((entry) => ({ day, entry })),
    ]),
  );
}
