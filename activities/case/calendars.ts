import { romanianCalendar, type DeclaredDay } from "../../domain/calendar/working-calendar.ts";
import type { CalendarOf } from "../../domain/case/settle.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";

/** A declared day as the database answers it. */
export interface DeclaredRow {
  readonly date: string;
  readonly kind: string;
  readonly legal_act: string;
  readonly institution_id: string | null;
}

/** The calendars of a case's institutions, with the days declared for everybody and for each. */
export function calendarsOf(
  declared: readonly DeclaredRow[],
  institutions: Readonly<Record<InstitutionKind, string>>,
): CalendarOf {
  const days = declared.map((row): DeclaredDay => ({
    date: row.date as PlainDate,
    kind: row.kind === "recovery-day" ? "recovery-day" : "day-off",
    legalAct: row.legal_act,
    ...(row.institution_id === null ? {} : { institution: row.institution_id }),
  }));
  return (kind) => romanianCalendar(days, { institution: institutions[kind] });
}
