/** The calendar as its owners have declared it, after one change; and whose days each calendar made of it holds. */
import { romanianCalendar, type DeclaredDay, type Interruption, type WorkingCalendar } from "./working-calendar.ts";

/** All that was declared up to a change of the calendar. Never different for the same number. */
export interface CalendarData {
  /** The change after which it stands so. */
  readonly number: number;
  readonly declared: readonly DeclaredDay[];
  readonly confirmedYears: readonly number[];
  /** One for each rule for which it was settled. */
  readonly interruptions: readonly Interruption[];
}

const made = new WeakMap<CalendarData, Map<string, WorkingCalendar>>();

/** The calendar of a public institution: days declared for everyone, for the public sector and for it. Without a name: of any. */
export function institutionCalendar(data: CalendarData, institution?: string): WorkingCalendar {
  return once(data, institution ?? "public-sector", () => {
    const applies = (day: DeclaredDay): boolean => day.scope !== "institution" || day.institution === institution;
    return calendarWith(data, data.declared.filter(applies));
  });
}

/** The calendar of nobody in particular: days declared for everyone. Those of the public sector are counted, and named. */
export function publicCalendar(data: CalendarData): WorkingCalendar {
  return once(data, "everyone", () => {
    const having = (scope: DeclaredDay["scope"]): DeclaredDay[] => data.declared.filter((day) => day.scope === scope);
    return calendarWith(data, having("everyone"), having("public-sector"));
  });
}

function calendarWith(
  { number, confirmedYears, interruptions }: CalendarData,
  declared: readonly DeclaredDay[],
  passedOver: readonly DeclaredDay[] = [],
): WorkingCalendar {
  return romanianCalendar(declared, { passedOver, number, confirmedYears, interruptions });
}

function once(data: CalendarData, whose: string, make: () => WorkingCalendar): WorkingCalendar {
  const known = made.get(data) ?? new Map<string, WorkingCalendar>();
  made.set(data, known);
  const calendar = known.get(whose) ?? make();
  known.set(whose, calendar);
  return calendar;
}
