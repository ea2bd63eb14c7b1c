/** The counts behind the statistics. Each part of a query reads one index of the migration `statistics` and answers sums. */
import type pg from "pg";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { countWorkingDays, isWorkingDay, type WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import type { MoneyKind } from "../../domain/case/money.ts";
import { LEI } from "../../domain/money/amounts.ts";
import type { LawProcess } from "../../domain/law/index.ts";
import type { Duty, InstitutionKind } from "../../domain/people/roles.ts";
import { addDays, startOfDay, type PlainDate } from "../../domain/plain-date.ts";
import { COUNTED } from "../../domain/statistics/processes.ts";
import { COUNTRY } from "../../domain/statistics/report.ts";
import type { Fact } from "../../domain/statistics/cube.ts";
import type { Histogram } from "../../domain/statistics/spread.ts";
import type { Period } from "./period.ts";

/** Whose files are counted: those that a DSP or a CAS keeps, the steps and terms of a commission or of the Ministry, or all of a process. */
export interface Scope {
  readonly kind: InstitutionKind | typeof COUNTRY;
  readonly institution: string;
  readonly process: LawProcess;
}

export interface Asked {
  readonly scope: Scope;
  readonly period: Period;
  readonly now: Date;
}

type Queries = Pick<pg.Pool, "query">;

/** SQL: the row is of the scope, whose institution is `$1`; of all, that is the kind of the houses that keep the files. `house` is the column of who answers for the row. */
function isOf({ kind }: Scope, home: string, house: string): string {
  if (kind === COUNTRY) return `${home} IN (${HOMES})`;
  return kind === "dsp" || kind === "cas" ? `${home} = $1` : `${house} = $1`;
}

/** SQL: all houses that keep files of the process. */
const HOMES = "SELECT id FROM institutions WHERE kind = $1";

/** The commission and the Ministry have a file from when it was sent to them. */
const CST = "CASE WHEN cst_since IS NOT NULL THEN cst_id END";
const MINISTRY = "CASE WHEN ministry_since IS NOT NULL THEN ministry_id END";

function hasCase({ kind }: Scope): string {
  switch (kind) {
    case "cst":
      return "cst_id = $1 AND cst_since IS NOT NULL";
    case "ministry":
      return "ministry_id = $1 AND ministry_since IS NOT NULL";
    case "dsp":
    case "cas":
      return "home_id = $1";
    case "cnas":
      return "$1::text IS NULL";
    case COUNTRY:
      return `home_id IN (${HOMES})`;
  }
}

interface FilesRow {
  readonly column: string;
  readonly row: string;
  readonly dsp: string;
  readonly cst: string | null;
  readonly ministry: string | null;
  readonly files: number;
}

/** Files open now; come in the period, to the house that keeps them, the commission or the Ministry; and closed in it, by outcome. */
export async function readFiles(pool: Queries, { scope, period }: Asked): Promise<Fact[]> {
  const has = hasCase(scope);
  const text = `
    SELECT 'open' AS "column", '' AS row, home_id AS dsp, ${CST} AS cst, ${MINISTRY} AS ministry, count(*)::int AS files
    FROM cases WHERE closed_at IS NULL AND ${has} GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT 'closed', coalesce(outcome, ''), home_id, ${CST}, ${MINISTRY}, count(*)::int
    FROM cases WHERE closed_on BETWEEN $2::date AND $3::date AND ${has} GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT 'entered', 'home', home_id, NULL, NULL, count(*)::int
    FROM cases WHERE opened_on BETWEEN $2::date AND $3::date AND ${has} GROUP BY 3
    UNION ALL
    SELECT 'entered', 'cst', home_id, cst_id, NULL, count(*)::int
    FROM cases WHERE cst_since >= $4::timestamptz AND cst_since < $5::timestamptz AND ${has} GROUP BY 3, 4
    UNION ALL
    SELECT 'entered', 'ministry', home_id, NULL, ministry_id, count(*)::int
    FROM cases WHERE ministry_since >= $4::timestamptz AND ministry_since < $5::timestamptz AND ${has} GROUP BY 3, 5`;
  const { rows } = await pool.query<FilesRow>(named("files", scope, text, [...days(period), ...instants(period)]));
  return rows.map(({ column, row, dsp, cst, ministry, files }) => ({
    family: "files",
    row,
    column,
    dsp,
    houses: [cst, ministry].filter((house) => house !== null),
    value: files,
    people: files,
  }));
}

interface StepRow {
  readonly column: string;
  readonly step: string;
  readonly dsp: string;
  readonly house: string;
  readonly times: number;
  /** How often it was no repetition: at least so many files. */
  readonly files: number;
}

/** Files that wait for each step now, and how often files came to it and left it in the period. */
export async function readSteps(pool: Queries, { scope, period }: Asked): Promise<Fact[]> {
  const is = isOf(scope, "home_id", "institution_id");
  const count = (column: string, when: string): string => `
    SELECT '${column}' AS "column", split_part(step, '#', 1) AS step, home_id AS dsp, institution_id AS house,
      count(*)::int AS times, (count(*) FILTER (WHERE step NOT LIKE '%#%'))::int AS files
    FROM work_items WHERE acts AND ${when} AND home_id IS NOT NULL AND ${is} GROUP BY 2, 3, 4`;
  const text = [
    count("now", "closed_at IS NULL"),
    count("entered", "since BETWEEN $2::date AND $3::date"),
    count("left", "ended_on BETWEEN $2::date AND $3::date"),
  ].join(" UNION ALL ");
  const { rows } = await pool.query<StepRow>(named("steps", scope, text, days(period)));
  return rows.map(({ column, step, dsp, house, times, files }) => ({
    family: "steps",
    row: step,
    column,
    dsp,
    houses: housesBeside(dsp, house),
    value: times,
    people: files,
  }));
}

/** What is behind a term: its rule, which of the rule's terms, and who owes it. */
export interface TermKey {
  readonly rule: string;
  readonly basis: string;
  readonly duty: Duty;
}

export function termId({ rule, basis, duty }: TermKey): string {
  return `${rule}:${basis}:${duty}`;
}

interface TermRow extends TermKey {
  readonly column: string;
  readonly dsp: string;
  readonly house: string;
  readonly terms: number;
  readonly files: number;
}

/** Terms kept in the period, in time and late; passed in it and not kept since; and running now, in time. */
export async function readTerms(pool: Queries, { scope, period, now }: Asked): Promise<Fact[]> {
  const is = isOf(scope, "home_id", "institution_id");
  // Of several terms of a kind in one file the first counts the file.
  const count = (column: string, when: string): string => `
    SELECT ${column} AS "column", rule, basis, duty, home_id AS dsp, institution_id AS house, count(*)::int AS terms,
      (count(*) FILTER (WHERE NOT is_repeated))::int AS files
    FROM deadlines WHERE ${when} AND home_id IS NOT NULL AND ${is} GROUP BY 1, 2, 3, 4, 5, 6`;
  const passed = "passes_at > $4::timestamptz AND passes_at <= least($5::timestamptz, $6::timestamptz)";
  const text = [
    count(
      "CASE WHEN met_late THEN 'late' ELSE 'kept' END",
      "state = 'ended' AND met_late IS NOT NULL AND met_on BETWEEN $2::date AND $3::date",
    ),
    count("'missed'", `state = 'running' AND ${passed}`),
    count("'missed'", `state = 'cancelled' AND passed_at IS NOT NULL AND ${passed}`),
    count("'running'", "state IN ('running', 'suspended') AND (state = 'suspended' OR passes_at > $6::timestamptz)"),
  ].join(" UNION ALL ");
  const { rows } = await pool.query<TermRow>(named("terms", scope, text, [...days(period), ...instants(period), now]));
  return rows.map(({ column, dsp, house, terms, files, ...key }) => ({
    family: "terms",
    row: termId(key),
    column,
    dsp,
    houses: housesBeside(dsp, house),
    value: terms,
    people: files,
  }));
}

/** How many days the terms kept in the period took, by term. */
export async function readDays(pool: Queries, { scope, period }: Asked): Promise<Map<string, Histogram>> {
  const text = `
    SELECT rule, basis, duty, taken_days AS days, count(*)::int AS terms FROM deadlines
    WHERE state = 'ended' AND met_late IS NOT NULL AND met_on BETWEEN $2::date AND $3::date AND home_id IS NOT NULL
      AND ${isOf(scope, "home_id", "institution_id")} GROUP BY 1, 2, 3, 4`;
  const { rows } = await pool.query<TermKey & { days: number; terms: number }>(
    named("days", scope, text, days(period)),
  );
  return histograms(rows.map(({ days: taken, terms, ...key }) => ({ name: termId(key), days: taken, terms })));
}

/** How many days one term took, by institution. */
export async function readDaysOfTerm(
  pool: Queries,
  { rule, basis, duty }: TermKey,
  period: Period,
): Promise<Map<string, Histogram>> {
  const { rows } = await pool.query<{ dsp: string; house: string; days: number; terms: number }>({
    name: "statistics-days-of-term",
    text: `
      SELECT home_id AS dsp, institution_id AS house, taken_days AS days, count(*)::int AS terms FROM deadlines
      WHERE state = 'ended' AND met_late IS NOT NULL AND met_on BETWEEN $1::date AND $2::date AND home_id IS NOT NULL
        AND rule = $3 AND basis = $4 AND duty = $5 GROUP BY 1, 2, 3`,
    values: [...days(period), rule, basis, duty],
  });
  return histograms(
    rows.flatMap(({ dsp, house, days: taken, terms }) =>
      [dsp, ...housesBeside(dsp, house)].map((name) => ({ name, days: taken, terms })),
    ),
  );
}

/**
 * How many working days the decision took, by house: from the registration of the application, by the calendar of the
 * house. A form that takes the place of another is no decision.
 */
export async function readDecisionDays(
  pool: Queries,
  { scope, period }: Asked,
  calendar: CalendarData,
): Promise<Map<string, Histogram>> {
  const { decision } = COUNTED[scope.process];
  if (decision === undefined) return new Map();
  const text = `
    SELECT d.home_id AS house, r.since AS registered, d.since AS decided, count(*)::int AS files
    FROM work_items d JOIN work_items r ON r.case_id = d.case_id AND r.step = $4
    WHERE d.acts AND d.step = ANY ($5::text[]) AND d.since BETWEEN $2::date AND $3::date AND d.home_id IS NOT NULL
      AND ${isOf(scope, "d.home_id", "d.institution_id")} GROUP BY 1, 2, 3`;
  const { registered, granted, refused } = decision;
  const { rows } = await pool.query<{ house: string; registered: PlainDate; decided: PlainDate; files: number }>(
    named("decisions", scope, text, [...days(period), registered, [granted, refused]]),
  );
  return histograms(
    rows.map(({ house, registered: from, decided, files }) => ({
      name: house,
      days: countWorkingDays(institutionCalendar(calendar, house), from, decided),
      terms: files,
    })),
  );
}

function histograms(rows: readonly { name: string; days: number; terms: number }[]): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const { name, days: taken, terms } of rows) {
    const histogram = found.get(name) ?? new Map<number, number>();
    found.set(name, histogram);
    histogram.set(taken, (histogram.get(taken) ?? 0) + terms);
  }
  return found;
}

/** Days of the period in somebody's hands, by DSP of the files. */
export interface HandsRow {
  readonly dsp: string;
  readonly duty: Duty;
  readonly house: string;
  readonly files: number;
  readonly workingDays: number;
  readonly calendarDays: number;
  readonly suspendedDays: number;
}

/** In whose hands the files were, each run of days cut at the ends of the period and counted by the holder's calendar. */
export async function readHands(pool: Queries, { scope, period }: Asked, calendar: CalendarData): Promise<HandsRow[]> {
  const { from, to } = period;
  const houses = [...new Set(calendar.declared.flatMap(({ institution }) => institution ?? []))];
  const calendars = [undefined, ...houses].map((house) => institutionCalendar(calendar, house));
  const text = `
    WITH run AS (
      SELECT h.institution_id AS dsp, h.duty, h.case_id, h.suspended,
        greatest(h.from_on, $2::date) - $2::date AS first, least(coalesce(h.until_on, $3::date), $3::date) - $2::date AS last
      FROM holdings h WHERE h.from_on <= $3::date AND (h.until_on IS NULL OR h.until_on >= $2::date)
        AND ${isInHandsOf(scope)}
    ), holder AS (
      SELECT d.id AS dsp, p.duty, p.house, coalesce(array_position($4::text[], p.house), 0) * $6::int AS place
      FROM institutions d CROSS JOIN LATERAL (SELECT duty, CASE WHEN duty = 'CST' THEN coalesce(d.cst_id, d.id)
        WHEN duty IN ('MOH', 'MOH_COMMISSION') THEN (SELECT min(m.id) FROM institutions m WHERE m.kind = 'ministry')
        ELSE d.id END AS house FROM unnest($7::text[]) AS duty) p WHERE d.kind IN ('dsp', 'cas')
    ), of_file AS (
      SELECT r.dsp, r.duty, r.case_id, sum(CASE WHEN r.suspended THEN 0 ELSE r.last - r.first + 1 END) AS calendar,
        sum(CASE WHEN r.suspended THEN r.last - r.first + 1 ELSE 0 END) AS suspended,
        sum(CASE WHEN r.suspended THEN 0 ELSE ($5::int[])[h.place + r.last + 2] - ($5::int[])[h.place + r.first + 1] END) AS working
      FROM run r JOIN holder h ON h.dsp = r.dsp AND h.duty = r.duty GROUP BY 1, 2, 3
    )
    SELECT f.dsp, f.duty, h.house, count(*)::int AS files, sum(f.working)::int AS "workingDays",
      sum(f.calendar)::int AS "calendarDays", sum(f.suspended)::int AS "suspendedDays"
    FROM of_file f JOIN holder h ON h.dsp = f.dsp AND h.duty = f.duty GROUP BY 1, 2, 3`;
  const tables = calendars.map((each) => workingDaysBefore(each, from, to));
  const size = tables[0]?.length ?? 0;
  const values = [from, to, houses, tables.flat(), size, HANDS];
  const { rows } = await pool.query<HandsRow>(named("hands", scope, text, values));
  return rows;
}

function isInHandsOf({ kind }: Scope): string {
  switch (kind) {
    case "dsp":
    case "cas":
      return "h.institution_id = $1";
    case "cnas":
      return "$1::text IS NULL";
    case "cst":
      return "h.duty = 'CST' AND h.institution_id IN (SELECT id FROM institutions WHERE cst_id = $1)";
    case "ministry":
      return "h.duty IN ('MOH', 'MOH_COMMISSION') AND $1::text IS NOT NULL";
    case COUNTRY:
      return `h.institution_id IN (${HOMES})`;
  }
}

/** Everybody in whose hands a file can be. */
const HANDS: readonly Duty[] = [
  "PATIENT_SIDE",
  "PATIENT",
  "FAMILY",
  "DSP",
  "CST",
  "CLINIC",
  "MOH",
  "MOH_COMMISSION",
  "CAS",
  "TREATING_DOCTOR",
];

/** For each day of the period and the one after it, how many working days of the period come before it. */
function workingDaysBefore(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number[] {
  const before = [0];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    before.push((before.at(-1) ?? 0) + (isWorkingDay(calendar, day) ? 1 : 0));
  }
  return before;
}

export interface MoneyRow {
  readonly dsp: string;
  readonly kind: MoneyKind;
  readonly currency: string;
  readonly files: number;
  /** Exact decimals. */
  readonly amount: string;
  /** Null when no rate is known for a day. */
  readonly lei: string | null;
}

/** Money asked, granted and paid in the period, by DSP and currency. The Ministry's is everybody's. */
export async function readMoney(pool: Queries, { scope, period }: Asked): Promise<MoneyRow[]> {
  if (scope.kind === "cst") return [];
  const everybodys: Scope = scope.kind === "ministry" ? { ...scope, kind: COUNTRY, institution: COUNTRY } : scope;
  const text = `
    SELECT m.institution_id AS dsp, m.kind, m.currency, count(DISTINCT m.case_id)::int AS files, sum(m.amount)::text AS amount,
      CASE WHEN bool_and(m.currency = '${LEI}' OR r.rate IS NOT NULL)
        THEN sum(round(m.amount * CASE WHEN m.currency = '${LEI}' THEN 1 ELSE r.rate END, 2))::text END AS lei
    FROM case_money m LEFT JOIN LATERAL (SELECT e.rate FROM exchange_rates e WHERE e.currency = m.currency
      AND e.date <= m."on" AND e.withdrawn_at IS NULL ORDER BY e.date DESC LIMIT 1) r ON m.currency <> '${LEI}'
    WHERE m."on" BETWEEN $2::date AND $3::date
      AND ${isOf(everybodys, "m.institution_id", "m.institution_id")} GROUP BY 1, 2, 3`;
  const { rows } = await pool.query<MoneyRow>(named("money", everybodys, text, days(period)));
  return rows;
}

/** Files of earlier releases whose figures are still being made. */
export async function readPending(pool: Queries): Promise<number> {
  const { rows } = await pool.query<{ files: number }>("SELECT count(*)::int AS files FROM statistics_backlog");
  return rows[0]?.files ?? 0;
}

function named(name: string, scope: Scope, text: string, values: readonly unknown[]): pg.QueryConfig {
  const { kind, institution, process } = scope;
  const of = kind === COUNTRY ? COUNTED[process].home : institution;
  return { name: `statistics-${name}-${kind}`, text, values: [of, ...values] };
}

function days({ from, to }: Period): [PlainDate, PlainDate] {
  return [from, to];
}

/** From the first moment of the period until the first after it. */
function instants({ from, to }: Period): [Date, Date] {
  return [startOfDay(from), startOfDay(addDays(to, 1))];
}

function housesBeside(dsp: string, house: string): string[] {
  return house === dsp ? [] : [house];
}
