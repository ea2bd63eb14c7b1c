/** Whose days the files of an institution spent: the runs in `holdings`, summed up between two days. */
import type pg from "pg";
import { z } from "zod";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { sumOfRuns, type DutyDays } from "../../domain/case/days-by-duty.ts";
import { dateField } from "../../domain/commands/define.schema.ts";
import type { Duty } from "../../domain/people/roles.ts";
import { minDate, plainDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { membershipsFor, type Person } from "../authorisation.ts";
import { ApiError, invalidField } from "../http/api-error.ts";
import { language, optional } from "../http/query.ts";

export const DaysByDutyQuery = z.strictObject({
  /** The DSP whose files; all that the person may see when not given. */
  institution: optional(z.string().max(20)),
  /** The first day; the first of January when not given. */
  from: optional(dateField),
  /** The last day; today when not given, and at the latest. */
  to: optional(dateField),
  lang: language,
});

export interface DaysByDuty {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly institution?: string;
  /** The institutions whose files the person may ask about. */
  readonly institutions: readonly string[];
  readonly files: number;
  readonly duties: readonly (DutyDays & { readonly files: number })[];
}

// Each run by the calendar of who held the file: the DSP, its commission, or the Ministry.
const RUNS = `
  SELECT CASE WHEN h.duty = 'CST' THEN coalesce(i.cst_id, i.id) WHEN h.duty IN ('MOH', 'MOH_COMMISSION')
      THEN (SELECT m.id FROM institutions m WHERE m.kind = 'ministry' ORDER BY m.id LIMIT 1) ELSE i.id END AS institution, h.duty, h.suspended, greatest(h.from_on, $2::date) AS "fromOn",
    least(coalesce(h.until_on, $3::date), $3::date) AS "untilOn", count(*)::int AS files
  FROM holdings h JOIN institutions i ON i.id = h.institution_id
  WHERE h.institution_id = ANY ($1::text[]) AND h.from_on <= $3::date AND (h.until_on IS NULL OR h.until_on >= $2::date)
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 4`;
const FILES = `
  SELECT h.duty, count(DISTINCT h.case_id)::int AS files FROM holdings h
  WHERE h.institution_id = ANY ($1::text[]) AND h.from_on <= $3::date AND (h.until_on IS NULL OR h.until_on >= $2::date)
  GROUP BY ROLLUP (h.duty)`;

interface Run {
  readonly institution: string;
  readonly duty: Duty;
  readonly suspended: boolean;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly files: number;
}

export async function daysByDutyOf(
  pool: pg.Pool,
  calendar: CalendarData,
  person: Person,
  query: z.output<typeof DaysByDutyQuery>,
  today: PlainDate,
): Promise<DaysByDuty> {
  const institutions = await institutionsOf(pool, person);
  const { institution } = query;
  if (institution !== undefined && !institutions.includes(institution)) throw new ApiError(403, "FORBIDDEN");
  const to = minDate(query.to ?? today, today);
  const from = query.from ?? plainDate(`${yearOf(to)}-01-01`);
  if (from > to) throw invalidField("DATE_ORDER", "to", { date: to, notBefore: from, what: "from" });
  const values = [institution === undefined ? institutions : [institution], from, to];
  const [runs, counts] = await Promise.all([
    pool.query<Run>({ name: "runs-of-hands", text: RUNS, values }),
    pool.query<{ duty: Duty | null; files: number }>({ name: "files-by-hands", text: FILES, values }),
  ]);
  const filesOf = (duty: Duty | null): number => counts.rows.find((row) => row.duty === duty)?.files ?? 0;
  const days = sumOfRuns(
    runs.rows.map((run) => ({ ...run, calendar: institutionCalendar(calendar, run.institution) })),
  );
  return {
    from,
    to,
    ...(institution === undefined ? {} : { institution }),
    institutions,
    files: filesOf(null),
    duties: days.map((each) => ({ ...each, files: filesOf(each.duty) })),
  };
}

/** The DSPs whose files a person may count: of a DSP its own, of a commission those that it examines for, of the Ministry all. */
async function institutionsOf(pool: pg.Pool, person: Person): Promise<string[]> {
  const own = membershipsFor(person, "statistics.read");
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM institutions WHERE kind = 'dsp' AND ($1 OR id = ANY ($2::text[]) OR cst_id = ANY ($2::text[])) ORDER BY id",
    [own.some(({ kind }) => kind === "ministry"), own.map(({ institution }) => institution)],
  );
  return rows.map(({ id }) => id);
}
