import { romanianCalendar, type DeclaredDay, type WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import type { InstitutionKind } from "../../domain/people/roles.ts";
import type { DeclaredRow } from "./read-case.ts";

/** Declared days as the calendar takes them. */
export function declaredDays(rows: readonly DeclaredRow[]): DeclaredDay[] {
  return rows.map(({ date, kind, legalAct, institution }) => ({
    date,
    kind: kind === "recovery-day" ? "recovery-day" : "day-off",
    legalAct,
    ...(institution === null ? {} : { institution }),
  }));
}

/** The calendar of each institution of a file. */
export function calendarsOf(
  declared: readonly DeclaredDay[],
  institutions: Readonly<Record<InstitutionKind, string>>,
): (kind: InstitutionKind) => WorkingCalendar {
  return (kind) => romanianCalendar(declared, { institution: institutions[kind] });
}
