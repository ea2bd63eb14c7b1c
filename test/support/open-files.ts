/** Open files in the database without an engine behind them, with their deadlines as the calendar counts them. */
import type pg from "pg";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { dueDateOf } from "../../domain/case/due.ts";
import type { DueDate } from "../../domain/case/state.ts";
import type { DeadlineRuleId } from "../../domain/law/index.ts";
import type { Duty } from "../../domain/people/roles.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";

export interface OpenDeadline {
  readonly rule: DeadlineRuleId;
  readonly duty: Duty;
  /** Whose deadline it is. */
  readonly institution: string;
  readonly startsOn: string;
}

export interface OpenFile {
  /** Distinguishes it from others; its id is made from it. */
  readonly name: string;
  readonly number: string;
  readonly dsp: string;
  readonly cst: string;
  readonly deadlines: readonly OpenDeadline[];
}

export function idOfFile({ name }: Pick<OpenFile, "name">): string {
  return namedUuid(`open-file/${name}`);
}

const INSERT = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, number text, dsp text, cst text)
  ), opened AS (
    INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
      stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
      surname_index, wrapped_key)
    SELECT id, 'moh', number, '', dsp, cst, 'MS', '00000000-0000-0000-0000-000000000000', 'complete', '2020-01-01',
      '2020-01-01', now(), 1, 1, '', '{}', ''::bytea, false, '', ''::bytea FROM given
  )
  INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, practical_due_on, passes_at, state,
    calendar_number, provisional, passes_in_case)
  SELECT d.file, d.rule, d.rule, d.duty, d.institution, d."startsOn", d."dueOn", d."practicalDueOn", d."passesAt",
    'running', d.number, d.provisional, true -- there is no case behind it that could record its passing
  FROM jsonb_to_recordset($2) AS d(file uuid, rule text, duty text, institution text, "startsOn" date, "dueOn" date,
    "practicalDueOn" date, "passesAt" timestamptz, number int, provisional boolean)`;
const BATCH = 5_000;

/** Inserts the files, many at a time. */
export async function seedOpenFiles(pool: pg.Pool, calendar: CalendarData, files: readonly OpenFile[]): Promise<void> {
  const known = new Map<string, DueDate>();
  function dueOf({ rule, duty, institution, startsOn }: OpenDeadline): DueDate {
    const key = [rule, duty, institution, startsOn].join();
    const input = { rule, basis: "term", startsOn: plainDate(startsOn), duty, suspensions: [] } as const;
    const due = known.get(key) ?? dueDateOf(input, () => institutionCalendar(calendar, institution));
    known.set(key, due);
    return due;
  }
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    const cases = batch.map((file) => ({ id: idOfFile(file), number: file.number, dsp: file.dsp, cst: file.cst }));
    const deadlines = batch.flatMap((file) =>
      file.deadlines.map((deadline) => {
        const { provisionalYears, ...due } = dueOf(deadline);
        const provisional = provisionalYears !== undefined;
        return { file: idOfFile(file), ...deadline, ...due, number: calendar.number, provisional };
      }),
    );
    await pool.query(INSERT, [JSON.stringify(cases), JSON.stringify(deadlines)]);
  }
}
