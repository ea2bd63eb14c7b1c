/** When people are reminded of a deadline, and who is told when it passed: a policy as data. */
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { DeadlineRecord } from "../case/state.ts";
import { addDays, atLocalTime, bucharestDate, type PlainDate } from "../plain-date.ts";

/** Whom a reminder goes to: those who owe the act, or their supervisor. */
export type Audience = "owner" | "supervisor";
export type ReminderKind = "before" | "due" | "overdue" | "escalation" | "second-escalation";

export interface ReminderRule {
  readonly kind: ReminderKind;
  readonly audience: Audience;
  /** Working days from the due date: negative before it, 0 on it, positive after it. */
  readonly workingDays: number;
}

/** The office hour at which reminders leave, Europe/Bucharest. */
const OFFICE_OPENS = 8;
/** A reminder whose time had passed when its deadline was entered leaves after this, so that a series of late entries is not answered one by one. */
const CATCH_UP_MS = 60_000;

/** The default policy of every deadline: the working day before, the day itself, and from the day after also the supervisor. */
export const REMINDER_POLICY: readonly ReminderRule[] = [
  { kind: "before", audience: "owner", workingDays: -1 },
  { kind: "due", audience: "owner", workingDays: 0 },
  { kind: "overdue", audience: "owner", workingDays: 1 },
  { kind: "escalation", audience: "supervisor", workingDays: 1 },
  { kind: "second-escalation", audience: "supervisor", workingDays: 3 },
];

/** A clinic owes nothing to the house: when its window ends, whoever corresponds is told (MOH-61). */
const CLINIC_POLICY: readonly ReminderRule[] = [{ kind: "overdue", audience: "owner", workingDays: 1 }];
/** When the watch over delays ends, the report opens, and its own reminders take over (MOH-73, decision 8). */
const WATCH_POLICY: readonly ReminderRule[] = REMINDER_POLICY.filter(({ workingDays }) => workingDays <= 0);

/** The policy of a deadline. */
function policyOf({ rule, basis, duty }: DeadlineRecord): readonly ReminderRule[] {
  if (duty === "CLINIC") return CLINIC_POLICY;
  return rule === "MOH-73" && basis === "term" ? WATCH_POLICY : REMINDER_POLICY;
}

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly audience: Audience;
  /** The due date that it speaks of. */
  readonly about: PlainDate;
  readonly plannedAt: Date;
}

/**
 * The reminders of a running deadline, as seen at `now`. Times of day fall in office hours of working days. Of those
 * whose time is over only the last for each audience is planned, at once: a late entry tells where things stand, not
 * their history.
 */
export function planReminders(deadline: DeadlineRecord, calendar: WorkingCalendar, now: Date): PlannedReminder[] {
  const { due } = deadline;
  if (due === undefined) return [];
  const lastDay = due.practicalDueOn ?? due.dueOn;
  const stages = policyOf(deadline).flatMap((rule) => {
    const day = workingDaysFrom(calendar, lastDay, rule.workingDays);
    if (rule.workingDays < 0 && day <= due.startsOn) return [];
    return [{ ...rule, day, plannedAt: atLocalTime(day, OFFICE_OPENS) }];
  });
  const isOver = ({ plannedAt }: { readonly plannedAt: Date }): boolean => plannedAt <= now;
  const atOnce = new Date(now.getTime() + CATCH_UP_MS);
  return stages
    .filter((stage) => {
      const later = stages.filter(({ audience, day }) => audience === stage.audience && day > stage.day);
      return !isOver(stage) || !later.some(isOver);
    })
    .map((stage) => ({
      kind: stage.kind,
      audience: stage.audience,
      about: lastDay,
      plannedAt: isOver(stage) ? atOnce : stage.plannedAt,
    }))
    .filter(({ kind, plannedAt }) => isTrueOn(kind, bucharestDate(plannedAt), lastDay));
}

/** A reminder that a day lies ahead, or is today, is not sent when that day has come, or is over. */
function isTrueOn(kind: ReminderKind, day: PlainDate, lastDay: PlainDate): boolean {
  switch (kind) {
    case "before":
      return day < lastDay;
    case "due":
      return day <= lastDay;
    case "overdue":
    case "escalation":
    case "second-escalation":
      return day > lastDay;
  }
}

/** The day so many working days from `date`; for 0 the date itself when it works, otherwise the working day before it. */
function workingDaysFrom(calendar: WorkingCalendar, date: PlainDate, workingDays: number): PlainDate {
  if (workingDays > 0) return addWorkingDays(calendar, date, workingDays);
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  for (let left = workingDays; left < 0; left += 1) {
    do day = addDays(day, -1);
    while (!isWorkingDay(calendar, day));
  }
  return day;
}
