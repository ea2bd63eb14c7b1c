/** The queue of my institutions: open work, the most urgent first. Each page is read straight from an index. */
import type pg from "pg";
import { z } from "zod";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { unconfirmedYears, withoutDeclaredDays, type WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { AlertView, TaskPage, TaskView } from "../../domain/case/view.ts";
import { workingDaysLeft } from "../../domain/case/working-days-left.ts";
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import { calendarFor, getDeadlineRule, isPublicInstitution } from "../../domain/law/index.ts";
import { getStep, type ProcessName } from "../../domain/process-words.ts";
import type { Duty } from "../../domain/people/roles.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { ALERTS, alertOfStep, alertView } from "../../domain/reminders/alerts.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import type { Keyring } from "../../prisma/secrecy/keyring.ts";
import { treatmentFrom } from "../cases/list-cases.ts";
import { fullName, openFile } from "../cases/open-seals.ts";
import type { Services } from "../services.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { conditions, dueConditions, parameters, type Add, type QueueOf } from "./conditions.ts";
import { countTasks, type Counts } from "./count-tasks.ts";
import type { TaskQuery } from "./task-query.ts";

const PAGE = 25;
const NO_TERM = "9999-12-31";
/** Stands for "no class" after A and B. */
const NO_CLASS = "C";
const Place = z.tuple([z.string().refine(isPlainDate), z.string().max(1), z.uuid(), z.string().max(60)]);

interface Row extends HouseColumns {
  readonly case_id: string;
  readonly step: string;
  readonly institution_id: string;
  readonly registration_number: string;
  readonly duty: Duty;
  readonly acts: boolean;
  readonly since: PlainDate;
  readonly due_on: PlainDate;
  readonly urgency_class: "A" | "B" | null;
  readonly stage: string;
  readonly officer_id: string;
  /** Of the deadline that is due then; null for a date that none has. */
  readonly rule: string | null;
  readonly starts_on: PlainDate;
  readonly owed_by: Duty;
  readonly owing_institution: string;
  /** From which an alert over its step is counted; null where none watches. */
  readonly watched_since: PlainDate | null;
  readonly process: ProcessName;
  /** When the treatment begins, as far as the clinic accepted the patient for a period. */
  readonly treatment_from: PlainDate | null;
  readonly subject_sealed: Buffer;
  readonly wrapped_key: Buffer;
}

export interface Queue {
  readonly page: TaskPage;
  readonly counts: Counts;
}

/** The steps that an alert watches over, and the one from which each is counted. */
const WATCHED = ALERTS.flatMap(({ steps, from }) => steps.map((step) => ({ step, from: from ?? step })));

/** One page and the counts, read side by side. */
export async function listTasks(
  { pool, keyring, calendars }: Services,
  queue: QueueOf,
  query: TaskQuery,
): Promise<Queue> {
  const [rows, counts] = await Promise.all([readPage(pool, queue, query), countTasks(pool, queue, query)]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const data = await calendars.at(counts.calendar_number);
  const page: TaskPage = {
    items: shown.map((row) => taskView(row, keyring, { data, queue, settings: counts.settings ?? {} })),
    total: counts.total,
    overdue: counts.overdue,
    dueToday: counts.due_today,
    ...(rows.length > PAGE && last !== undefined ? { nextCursor: cursorOf(last, query) } : {}),
  };
  return { page, counts };
}

function cursorOf(row: Row, { sort }: TaskQuery): string {
  return toCursor([sort === "since" ? row.since : row.due_on, row.urgency_class ?? NO_CLASS, row.case_id, row.step]);
}

async function readPage(pool: pg.Pool, queue: QueueOf, query: TaskQuery): Promise<Row[]> {
  const { list, add } = parameters();
  const bySince = query.sort === "since";
  const order = bySince ? "since, case_id, step" : "due_on, urgency_class, case_id, step";
  const wanted = [...conditions(queue, query, add), ...dueConditions(queue, query, add), ...afterPlace(query, add)];
  const text = `
    SELECT w.*, d.*, a.since AS watched_since, c.process, ${treatmentFrom("c")}, c.home_id, c.cst_id, c.ministry_id, c.subject_sealed, c.wrapped_key
    FROM (
      SELECT q.* FROM unnest(${add(queue.institutions)}::text[]) AS house(id) CROSS JOIN LATERAL (
        SELECT case_id, step, institution_id, registration_number, duty, acts, since, due_on, urgency_class, stage, officer_id
        FROM work_items WHERE closed_at IS NULL AND institution_id = house.id ${and(wanted)}
        ORDER BY ${order} LIMIT ${PAGE + 1}
      ) q ORDER BY ${order} LIMIT ${PAGE + 1}
    ) w JOIN cases c ON c.id = w.case_id LEFT JOIN LATERAL (
      SELECT d.rule, d.starts_on, d.duty AS owed_by, d.institution_id AS owing_institution FROM deadlines d
      WHERE d.case_id = w.case_id AND d.state = 'running' AND coalesce(d.practical_due_on, d.due_on) = w.due_on
      ORDER BY d.duty = w.duty DESC, d.id LIMIT 1
    ) d ON true LEFT JOIN LATERAL (
      SELECT b.since FROM unnest(${add(WATCHED.map(({ step }) => step))}::text[], ${add(WATCHED.map(({ from }) => from))}::text[])
        AS over(step, origin) JOIN work_items b ON b.case_id = w.case_id
          AND b.step IN (over.origin, over.origin || substring(w.step FROM '#.*$'))
      WHERE over.step = split_part(w.step, '#', 1) ORDER BY b.step DESC LIMIT 1
    ) a ON true ORDER BY ${order}`;
  const { rows } = await pool.query<Row>(text, list);
  return rows;
}

function and(wanted: readonly string[]): string {
  return wanted.map((condition) => `AND ${condition}`).join(" ");
}

/** Where the page before ended. The bare comparison of the first column lets the index begin there. */
function afterPlace({ cursor, sort }: TaskQuery, add: Add): string[] {
  if (cursor === undefined) return [];
  const [date, urgencyClass, caseId, step] = fromCursor(Place, cursor);
  const from = add(date);
  const id = `${add(caseId)}::uuid`;
  if (sort === "since") return [`(since, case_id, step) > (${from}::date, ${id}, ${add(step)})`];
  return [
    `due_on >= ${from}::date`,
    `(due_on, coalesce(urgency_class, '${NO_CLASS}'), case_id, step) > (${from}::date, ${add(urgencyClass)}, ${id}, ${add(step)})`,
  ];
}

interface Surroundings {
  readonly data: CalendarData;
  readonly queue: QueueOf;
  readonly settings: SettingsInForce;
}

function taskView(row: Row, keyring: Keyring, around: Surroundings): TaskView {
  const { data, queue } = around;
  const alert = alertOf(row, around);
  const definition = getStep(row.step);
  const dueOn = row.due_on === NO_TERM ? undefined : row.due_on;
  const calendar = calendarOf(row, data);
  const left = dueOn === undefined ? undefined : workingDaysLeft(calendar, queue.today, dueOn);
  const provisionalYears = dueOn === undefined ? [] : unconfirmedYears(calendar, row.since, dueOn);
  const absent = queue.standsInFor.find(
    ({ userId, institution }) => userId === row.officer_id && institution === row.institution_id,
  );
  return {
    id: `${row.case_id}/${row.step}/${row.institution_id}`,
    caseId: row.case_id,
    process: row.process,
    registrationNumber: row.registration_number,
    step: row.step,
    title: definition.title,
    institutionId: row.institution_id,
    duty: row.duty,
    rules: definition.rules,
    since: row.since,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(provisionalYears.length === 0 ? {} : { provisionalYears }),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
    ...(row.urgency_class === null ? {} : { urgencyClass: row.urgency_class }),
    ...(row.treatment_from === null ? {} : { treatmentFrom: row.treatment_from }),
    patient: fullName(openFile({ ...row, id: row.case_id }, keyring).subject),
    status: row.stage,
    ...(alert?.reached === true ? { alert } : {}),
    acts: row.acts,
    ...(absent === undefined ? {} : { inPlaceOf: absent.name }),
  };
}

/** The alert over a step that waits. */
function alertOf(row: Row, { data, queue, settings }: Surroundings): AlertView | undefined {
  const alert = alertOfStep(row.process, row.step);
  if (alert === undefined || row.watched_since === null) return undefined;
  const calendarOf = calendarsOf(data, housesOf(row));
  return alertView(alert, row.watched_since, { settings, calendarOf, today: queue.today });
}

/** The calendar that counts the days of a line: that of its term, with the days that interrupt its rule, as in the file itself. */
function calendarOf(row: Row, data: CalendarData): WorkingCalendar {
  if (row.rule === null) {
    const calendar = institutionCalendar(data, row.institution_id);
    return isPublicInstitution(row.duty) ? calendar : withoutDeclaredDays(calendar);
  }
  const calendar = institutionCalendar(data, row.owing_institution);
  return calendarFor(getDeadlineRule(row.rule, row.starts_on), calendar, { duty: row.owed_by });
}
