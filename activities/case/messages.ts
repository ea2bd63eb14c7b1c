/** What a commit plans to say: reminders of its deadlines, news of new work, what the patient side hears of. */
import { stepKeeping, stepName, type Process } from "../../domain/case/process.ts";
import type { CalendarOf } from "../../domain/case/calendars.ts";
import { isRunning, isSuspended, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import type { Audience } from "../../domain/messages/audience.ts";
import { getHouse, homeOf, type Houses } from "../../domain/people/houses.ts";
import { institutionOfDuty } from "../../domain/people/roles.ts";
import { ALERTS, alertDay, watched, type MonitoringAlert } from "../../domain/reminders/alerts.ts";
import { nextOfficeMinute } from "../../domain/reminders/office-hours.ts";
import { CATCH_UP_MS, isFor, planReminders, reminderParams } from "../../domain/reminders/plan.ts";
import { policyKey, type ReminderStage } from "../../domain/reminders/policy.ts";
import { atLocalTime } from "../../domain/plain-date.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import type { CommitBatch } from "../case-activities.ts";
import { hoursOf, stagesOf, type Office } from "./offices.ts";

/** One row of `planned_messages`: for whoever has the part of the audience when its time comes. */
export interface PlannedRow {
  readonly id: string;
  readonly deadline_id: string | null;
  readonly kind: string;
  readonly about: string;
  readonly audience: Audience;
  readonly institution_id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly words: ReminderStage["words"] | null;
  readonly planned_at: string;
  /** Only if the same has not been said of the deadline before, for another date. */
  readonly if_unsaid: boolean;
}

export interface PlannedReminderRow {
  readonly row: PlannedRow;
  readonly late: boolean;
}

/** What messages of a file are planned by. */
export interface Planning {
  readonly state: CaseState<never>;
  readonly process: Process<never>;
  readonly institutions: Houses;
  readonly offices: ReadonlyMap<string, Office>;
  readonly calendarOf: CalendarOf;
  readonly now: Date;
  readonly patientHasEmail: boolean;
  /** The instant at which the file was brought from a register of before: what was to be said by then, the product does not say. */
  readonly quietUntil: Date | undefined;
  readonly settings: SettingsInForce;
}

/** The deadlines whose reminders a commit plans anew: those that it touched, and all when the steps that keep them changed. */
export function remindedDeadlines(
  state: CaseState,
  batch: CommitBatch,
  touched: readonly DeadlineRecord[],
): DeadlineRecord[] {
  const steps = batch.events.some(({ type }) => type === "stepOpened" || type === "stepClosed");
  return [...new Set([...touched, ...(steps ? Object.values(state.deadlines).filter(isRunning) : [])])];
}

/** The messages of one commit. Each is one for its cause, date and audience, however often it is planned. */
export function messagesOf(planning: Planning, batch: CommitBatch, reminded: readonly DeadlineRecord[]): PlannedRow[] {
  const reminders = reminded.flatMap((deadline) => remindersOf(planning, deadline).map(({ row }) => row));
  const news = batch.inherited === true ? [] : [...newWork(planning, batch), ...patientNews(planning, batch)];
  const rows = [...reminders, ...alertsOf(planning), ...news];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** The reminders of a deadline while it runs, to who owes it and who answers for them; `late`: those said after their time. */
export function remindersOf(planning: Planning, deadline: DeadlineRecord): PlannedReminderRow[] {
  const { state, process, institutions, offices, calendarOf, now, patientHasEmail, quietUntil } = planning;
  const { id, rule, basis, duty, due } = deadline;
  if (!isRunning(deadline) || isSuspended(deadline) || due === undefined) return [];
  const kind = institutionOfDuty(duty);
  const institution = getHouse(institutions, kind);
  const office = offices.get(institution);
  const stages = stagesOf(office, policyKey(rule, basis)).filter(({ audience }) =>
    isFor(audience, duty, patientHasEmail),
  );
  const step = stepKeeping(state, process, deadline);
  const reminders = planReminders(due, { calendar: calendarOf(kind), hours: hoursOf(office), stages, quietUntil }, now);
  return reminders.map(({ kind: said, audience, about, workingDays, words, plannedAt, late }) => ({
    late,
    row: plannedRow(
      state.caseId,
      {
        deadline_id: id,
        kind: said,
        about,
        audience,
        institution_id: institution,
        params: reminderParams(deadline, workingDays, step),
        words: words ?? null,
        planned_at: plannedAt.toISOString(),
        // A change of the calendar moves thousands of dates: who knows that a term is over is not told again.
        if_unsaid: late && deadline.moves?.at(-1)?.cause === "calendar",
      },
      workingDays,
    ),
  }));
}

/** The alerts that a commit plans anew or drops: those over its open steps, and over those that it closed. */
export function plannedAlerts(state: CaseState, closed: readonly string[]): MonitoringAlert[] {
  const open = watched(state).map(({ alert }) => alert);
  const ended = ALERTS.filter(({ process, steps }) => process === state.process && steps.some(isIn(closed)));
  return [...new Set([...open, ...ended])];
}

function isIn(names: readonly string[]): (step: string) => boolean {
  return (step) => names.some((name) => stepName(name) === step);
}

/** What waits long is said once to each of those who should look, on its day when the office opens; late, at the next opening. */
export function alertsOf(planning: Planning): PlannedRow[] {
  const { state, institutions, offices, calendarOf, now, quietUntil } = planning;
  return watched(state).flatMap(({ alert, step, since }) => {
    const day = alertDay(alert, since, planning);
    if (day === undefined) return [];
    return alert.tells.flatMap(({ audience, house }) => {
      const institution = getHouse(institutions, house);
      const hours = hoursOf(offices.get(institution));
      const opening = nextOfficeMinute(calendarOf(house), hours, atLocalTime(day.on, hours.opens));
      if (quietUntil !== undefined && opening <= quietUntil) return [];
      const at =
        opening <= now ? nextOfficeMinute(calendarOf(house), hours, new Date(now.getTime() + CATCH_UP_MS)) : opening;
      return [
        {
          // Each turn of a step that comes again is told of once.
          id: namedUuid(`planned/${state.caseId}/alert/${[alert.id, ...turnOf(step)].join("/")}/${house}/${audience}`),
          deadline_id: null,
          kind: "alert",
          about: alert.id,
          audience,
          institution_id: institution,
          params: { alert: alert.id, step, steps: alert.steps.join(","), since, days: String(day.days) },
          words: null,
          planned_at: at.toISOString(),
          if_unsaid: false,
        },
      ];
    });
  });
}

/** Which turn of a step that came again; nothing for its first. */
function turnOf(step: string): string[] {
  return step.split("#").slice(1);
}

/** One row for a cause and an audience, however often it is planned: its id is made from what it is about. */
function plannedRow(caseId: string, row: Omit<PlannedRow, "id">, workingDays?: number): PlannedRow {
  const name = [caseId, row.deadline_id, row.kind, row.about, row.audience, workingDays].join("/");
  return { id: namedUuid(`planned/${name}`), ...row };
}

/**
 * When work comes to an institution from another one, its people are told: at once when one of its own kind sent it, in
 * office hours when time or the patient side did. What the patient side goes on with itself is no news to the house.
 */
function newWork(
  { state, process, institutions, offices, calendarOf, now }: Planning,
  batch: CommitBatch,
): PlannedRow[] {
  const acting = batch.events.find((event) => event.type === "actRecorded");
  const by = acting?.type === "actRecorded" ? acting.act.by : undefined;
  const byPatientSide = by?.role === "patient-side";
  const from = byPatientSide ? undefined : by?.institution;
  return batch.events.flatMap((event) => {
    if (event.type !== "stepOpened" || state.steps[event.step]?.closed !== undefined) return [];
    const { institution: kind, duty } = process.getStep(event.step);
    const institution = getHouse(institutions, kind);
    if (institution === from || (byPatientSide && institutionOfDuty(duty) !== kind)) return [];
    const at = from === undefined ? nextOfficeMinute(calendarOf(kind), hoursOf(offices.get(institution)), now) : now;
    return [
      plannedRow(state.caseId, {
        deadline_id: null,
        kind: "work",
        about: event.step,
        audience: "owner",
        institution_id: institution,
        params: { step: event.step },
        words: null,
        planned_at: at.toISOString(),
        if_unsaid: false,
      }),
    ];
  });
}

/** What the patient side hears of: that the file is registered, under which number, where to follow it (MOH-21, MOH-22). */
function patientNews(
  { state, process, institutions, now, patientHasEmail }: Planning,
  batch: CommitBatch,
): PlannedRow[] {
  if (!patientHasEmail) return [];
  return batch.events.flatMap((event) => {
    const said = process.news?.(state, event);
    if (said === undefined) return [];
    return [
      plannedRow(state.caseId, {
        deadline_id: null,
        kind: said.kind,
        about: said.about,
        audience: "patient-side",
        institution_id: homeOf(institutions),
        params: said.params ?? {},
        words: null,
        planned_at: now.toISOString(),
        if_unsaid: false,
      }),
    ];
  });
}
