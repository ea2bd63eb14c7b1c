/** The reminders of a deadline, from its policy and the calendar of who owes it. */
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { DueDate } from "../case/state.ts";
import type { Audience } from "../messages/audience.ts";
import { addDays, atLocalTime, bucharestDate, type PlainDate } from "../plain-date.ts";
import { nextOfficeMinute, type OfficeHours } from "./office-hours.ts";
import type { ReminderKind, ReminderStage } from "./policy.ts";

/** A reminder whose time had passed when its deadline was entered leaves after this, so that a series of late entries is not answered one by one. */
export const CATCH_UP_MS = 60_000;

export interface PlannedReminder extends Pick<ReminderStage, "kind" | "audience" | "workingDays" | "words"> {
  /** The due date that it speaks of. */
  readonly about: PlainDate;
  readonly plannedAt: Date;
  /** Its time had passed: it is said late. */
  readonly late: boolean;
}

/** What the reminders of a deadline are planned by: the institution whose people are reminded, and its policy. */
export interface ReminderOffice {
  readonly calendar: WorkingCalendar;
  readonly hours: OfficeHours;
  readonly stages: readonly ReminderStage[];
  /** What was to be said by this instant is not said: the file was elsewhere. */
  readonly quietUntil?: Date | undefined;
}

/**
 * The reminders of a running deadline, as seen at `now`: at the opening of the office on their day. Of those whose time
 * is over only the last for each audience is planned, for the next minute at which the office is open: a late entry
 * tells where things stand, not their history.
 */
export function planReminders(
  due: DueDate,
  { calendar, hours, stages: policy, quietUntil }: ReminderOffice,
  now: Date,
): PlannedReminder[] {
  const lastDay = due.practicalDueOn ?? due.dueOn;
  const stages = policy.flatMap((stage) => {
    const day = workingDaysFrom(calendar, lastDay, stage.workingDays);
    if (stage.workingDays < 0 && day <= due.startsOn) return [];
    return [{ stage, day, plannedAt: atLocalTime(day, hours.opens) }];
  });
  const isOver = ({ plannedAt }: { readonly plannedAt: Date }): boolean => plannedAt <= now;
  const catchUp = nextOfficeMinute(calendar, hours, new Date(now.getTime() + CATCH_UP_MS));
  return stages
    .filter(({ plannedAt }) => quietUntil === undefined || plannedAt > quietUntil)
    .filter((each) => {
      const later = stages.filter(({ stage, day }) => stage.audience === each.stage.audience && day > each.day);
      return !isOver(each) || !later.some(isOver);
    })
    .map((each) => ({
      ...each.stage,
      about: lastDay,
      plannedAt: isOver(each) ? catchUp : each.plannedAt,
      late: isOver(each),
    }))
    .filter(({ kind, plannedAt }) => isTrueOn(kind, bucharestDate(plannedAt), lastDay));
}

/** A reminder that a day lies ahead, or is today, is not sent when that day has come, or is over. */
export function isTrueOn(kind: ReminderKind, day: PlainDate, lastDay: PlainDate): boolean {
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

/** The deadline that a reminder is about. */
interface Reminded {
  readonly rule: string;
  readonly clinic?: string;
  readonly moves?: readonly unknown[];
}

/**
 * What a reminder names: the rule, the open step that keeps the term, which clinic of the file by its place, never by its
 * name, its days from the due date, and how often that date has moved.
 */
export function reminderParams(
  { rule, clinic, moves = [] }: Reminded,
  workingDays: number,
  step?: string,
): Record<string, string> {
  return {
    rule,
    ...(step === undefined ? {} : { step }),
    ...(clinic === undefined ? {} : { clinic: clinic.replace("clinic-", "") }),
    days: String(workingDays),
    ...(moves.length === 0 ? {} : { moves: String(moves.length) }),
  };
}

/** The reminders that a term may have for these people: the patient side hears of its own terms, when it has an address. */
export function isFor(audience: Audience, duty: string, patientHasEmail: boolean): boolean {
  return audience !== "patient-side" || (isOfPatientSide(duty) && patientHasEmail);
}

/** True when the patient, or who stands for the patient, owes it. */
export function isOfPatientSide(duty: string): boolean {
  return duty === "PATIENT_SIDE" || duty === "PATIENT";
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
