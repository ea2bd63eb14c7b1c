/** What another calendar makes of an open deadline. */
import { dueDateOf } from "../case/due.ts";
import { lastDayOf } from "../case/moves.ts";
import type { DueDate } from "../case/state.ts";
import type { DeadlineBasis } from "../case/events.ts";
import type { DeadlineRuleId } from "../law/index.ts";
import type { Suspension } from "../law/suspensions.ts";
import { institutionOfDuty, type Duty } from "../people/roles.ts";
import type { PlainDate } from "../plain-date.ts";
import { institutionCalendar, type CalendarData } from "./calendar-data.ts";
import { CalendarRangeError } from "./errors.ts";

/** An open deadline, or many that are alike: what its date follows from, and the date that stands in its file. */
export interface OpenTerm {
  readonly rule: DeadlineRuleId;
  readonly basis: DeadlineBasis;
  readonly duty: Duty;
  readonly formerDuty?: Duty;
  readonly startsOn: PlainDate;
  readonly suspensions: readonly Suspension[];
  /** Whose calendar counts it, and whose counted it before its duty passed. */
  readonly institution: string;
  readonly formerInstitution?: string;
  readonly dueOn: PlainDate;
  readonly practicalDueOn?: PlainDate;
  readonly effectOn?: PlainDate;
  /** Instant (ISO). */
  readonly passesAt: string;
  readonly provisional: boolean;
}

/** The due date by a calendar; undefined when the term runs past the end of the table. */
export function dueBy(term: OpenTerm, data: CalendarData): DueDate | undefined {
  const { rule, basis, startsOn, duty, formerDuty, suspensions, institution, formerInstitution = institution } = term;
  const own = institutionOfDuty(duty);
  try {
    return dueDateOf({ rule, basis, startsOn, duty, formerDuty, suspensions }, (kind) =>
      institutionCalendar(data, kind === own ? institution : formerInstitution),
    );
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

/** True when the calendar gives another date than the one that stands in the file. */
export function isOutOfDate(term: OpenTerm, data: CalendarData): boolean {
  const due = dueBy(term, data);
  if (due === undefined) return false;
  // What counts against the patient side runs from the notice too, which only its file knows.
  if (term.rule === "MOH-42" && term.effectOn !== undefined) return true;
  return (
    due.dueOn !== term.dueOn ||
    due.practicalDueOn !== term.practicalDueOn ||
    due.effectOn !== term.effectOn ||
    due.passesAt !== term.passesAt ||
    isProvisional(due) !== term.provisional
  );
}

/** What a change makes of a deadline. The dates are the last days on which the act is in time. */
export interface TermEffect {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly moves: boolean;
  readonly becomesLate: boolean;
  readonly ceasesToBeLate: boolean;
  readonly confirmed: boolean;
  readonly becomesProvisional: boolean;
}

/**
 * What saving a change would make of a deadline; undefined when nothing. What an earlier change has still to bring into
 * its file is not this one's doing.
 */
export function effectOf(
  term: OpenTerm,
  { before, after, now }: { readonly before: CalendarData; readonly after: CalendarData; readonly now: Date },
): TermEffect | undefined {
  const [old, due] = [dueBy(term, before), dueBy(term, after)];
  if (old === undefined || due === undefined) return undefined;
  const [from, to] = [lastDayOf(term), lastDayOf(due)];
  const moves = to !== from && to !== lastDayOf(old);
  const settles = isProvisional(due) !== term.provisional && isProvisional(due) !== isProvisional(old);
  if (!moves && !settles) return undefined;
  const isLateBy = ({ passesAt }: { readonly passesAt: string }): boolean =>
    passesAt <= now.toISOString() && !standsStill(term);
  const [wasLate, isLate] = [isLateBy(term), isLateBy(due)];
  return {
    from,
    to,
    moves,
    becomesLate: moves && isLate && !wasLate,
    ceasesToBeLate: moves && wasLate && !isLate,
    confirmed: settles && term.provisional,
    becomesProvisional: settles && !term.provisional,
  };
}

function isProvisional({ provisionalYears }: DueDate): boolean {
  return provisionalYears !== undefined;
}

/** A term that is suspended does not pass. */
function standsStill({ suspensions }: OpenTerm): boolean {
  return suspensions.some(({ until }) => until === undefined);
}
