/** Files with what statistics count of them, made at random, without an engine behind them. */
import type pg from "pg";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import { takenDays } from "../../domain/case/taken-days.ts";
import type { RuleId } from "../../domain/law/index.ts";
import type { Duty } from "../../domain/people/roles.ts";
import { addDays, dayNumber, minDate, startOfDay, type PlainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";

export interface CountedStep {
  readonly step: string;
  readonly house: string;
  readonly since: PlainDate;
  readonly endedOn: PlainDate | null;
}

export interface CountedTerm {
  readonly id: string;
  readonly rule: RuleId;
  readonly duty: Duty;
  readonly house: string;
  readonly startsOn: PlainDate;
  /** The last good day. */
  readonly dueOn: PlainDate;
  readonly metOn: PlainDate | null;
  readonly takenDays: number | null;
}

export interface CountedHands {
  readonly duty: Duty;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate | null;
}

export interface CountedFile {
  readonly id: string;
  readonly number: string;
  readonly dsp: string;
  readonly cst: string;
  readonly openedOn: PlainDate;
  readonly cstOn: PlainDate | null;
  readonly ministryOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly outcome: string | null;
  readonly steps: readonly CountedStep[];
  readonly terms: readonly CountedTerm[];
  readonly hands: readonly CountedHands[];
  readonly money: readonly { kind: string; on: PlainDate; amount: string; currency: string }[];
}

/** Each part of a file's way: the step, who has it, its term, and how long it takes at most. */
const WAY = [
  { step: "send-to-commission", duty: "DSP", rule: "MOH-23", limit: 2, most: 6 },
  { step: "begin-examination", duty: "CST", rule: "MOH-26", limit: 1, most: 4 },
  { step: "correspond-with-clinics", duty: "CLINIC", rule: "MOH-61", limit: 7, most: 20 },
  { step: "send-to-ministry", duty: "DSP", rule: "MOH-73", limit: 22, most: 40 },
  { step: "decide-at-ministry", duty: "MOH_COMMISSION", rule: "MOH-76", limit: 5, most: 12 },
] as const;
const CURRENCIES = ["EUR", "EUR", "RON", "CHF"] as const;

export interface Making {
  readonly count: number;
  /** DSPs and the commission of each. */
  readonly counties: readonly { readonly dsp: string; readonly cst: string }[];
  readonly from: PlainDate;
  readonly today: PlainDate;
  readonly random: () => number;
  readonly name: string;
}

export function* countedFiles(calendar: CalendarData, making: Making): Generator<CountedFile> {
  for (let index = 0; index < making.count; index += 1) yield countedFile(calendar, making, index);
}

function countedFile(
  calendar: CalendarData,
  { counties, from, today, random, name }: Making,
  index: number,
): CountedFile {
  const at = (count: number): number => Math.floor(random() * count);
  // Some counties have many files, others few.
  const county = counties[Math.min(at(counties.length), at(counties.length))];
  if (county === undefined) throw new RangeError("no county");
  const { dsp, cst } = county;
  const houseOf = (duty: Duty): string => (duty === "CST" ? cst : duty === "MOH_COMMISSION" ? "MS" : dsp);
  const openedOn = addDays(from, at(dayNumber(today) - dayNumber(from) + 1));
  const steps: CountedStep[] = [];
  const terms: CountedTerm[] = [];
  const hands: CountedHands[] = [];
  let on: PlainDate | null = openedOn;
  const doneOn: (PlainDate | null)[] = [];
  for (const { step, duty, rule, limit, most } of WAY) {
    if (on === null) break;
    const house = houseOf(duty);
    const own = institutionCalendar(calendar, house);
    const ended: PlainDate = addDays(on, 1 + at(most));
    const metOn: PlainDate | null = ended > today || random() < 0.04 ? null : ended;
    const clinics = rule === "MOH-61" ? 1 + at(3) : 1;
    for (let clinic = 1; clinic <= clinics; clinic += 1) {
      const term = { rule, duty, startsOn: on, suspensions: [] };
      terms.push({
        id: rule === "MOH-61" ? `${rule}:clinic-${clinic}` : rule,
        rule,
        duty,
        house,
        startsOn: on,
        dueOn: addWorkingDays(own, on, limit),
        metOn,
        takenDays: metOn === null ? null : takenDays({ ...term, metOn }, own),
      });
    }
    steps.push({ step, house: duty === "CLINIC" ? dsp : house, since: on, endedOn: metOn });
    hands.push({ duty, fromOn: addDays(on, 1), untilOn: metOn });
    doneOn.push(metOn);
    on = metOn;
  }
  const [cstOn = null, , , ministryOn = null] = doneOn;
  const isRejected = random() < 0.2;
  return {
    id: namedUuid(`counted/${name}/${index}`),
    number: `${name}/${index}`,
    dsp,
    cst,
    openedOn,
    cstOn,
    ministryOn,
    closedOn: on,
    outcome: on === null ? null : isRejected ? "rejected-by-ministry" : "approved-by-ministry",
    steps,
    terms,
    hands: hands.filter(({ fromOn, untilOn }) => fromOn <= minDate(untilOn ?? fromOn, today)),
    money: [
      ...(ministryOn === null ? [] : [sum("asked", ministryOn)]),
      ...(on === null || isRejected ? [] : [sum("granted", on)]),
    ],
  };

  function sum(kind: string, day: PlainDate): CountedFile["money"][number] {
    const currency = CURRENCIES[index % CURRENCIES.length] ?? "EUR";
    return { kind, on: day, amount: `${1000 + at(90_000)}.${String(at(100)).padStart(2, "0")}`, currency };
  }
}

const INSERT = `
  WITH opened AS (
    INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
      stage_since, opened_on, opened_at, closed_at, closed_on, outcome, cst_since, ministry_since, version, last_seq,
      last_batch, state, subject_sealed, patient_has_email, surname_index, wrapped_key)
    SELECT id, 'moh', number, '', dsp, cst, 'MS', '00000000-0000-0000-0000-000000000000', 'complete', "openedOn", "openedOn",
      "openedOn", "closedOn", "closedOn", outcome, "cstOn", "ministryOn", 1, 1, '', '{}', '', false, '', ''
    FROM jsonb_to_recordset($1) AS c(id uuid, number text, dsp text, cst text, "openedOn" date, "closedOn" date, outcome text,
      "cstOn" date, "ministryOn" date)
  ), items AS (
    INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id,
      opened_at, closed_at, home_id, ended_on)
    SELECT file, step, house, number, 'DSP', true, since, '9999-12-31', 'complete', '00000000-0000-0000-0000-000000000000',
      since, "endedOn", dsp, "endedOn"
    FROM jsonb_to_recordset($2) AS w(file uuid, number text, dsp text, step text, house text, since date, "endedOn" date)
  ), terms AS (
    INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state, met_on, home_id,
      taken_days, met_late, is_repeated, passes_in_case)
    SELECT file, id, rule, duty, house, "startsOn", "dueOn", "passesAt", CASE WHEN "metOn" IS NULL THEN 'running' ELSE 'ended' END,
      "metOn", dsp, "takenDays", "metOn" > "dueOn", id ~ ':clinic-[2-9]', true
    FROM jsonb_to_recordset($3) AS d(file uuid, dsp text, id text, rule text, duty text, house text, "startsOn" date,
      "dueOn" date, "passesAt" timestamptz, "metOn" date, "takenDays" int)
  ), hands AS (
    INSERT INTO holdings (case_id, duty, from_on, until_on, suspended, institution_id)
    SELECT file, duty, "fromOn", "untilOn", false, dsp
    FROM jsonb_to_recordset($4) AS h(file uuid, dsp text, duty text, "fromOn" date, "untilOn" date)
  )
  INSERT INTO case_money (case_id, seq, kind, "on", amount, currency, institution_id)
  SELECT file, 1, kind, m.on, amount, currency, dsp
  FROM jsonb_to_recordset($5) AS m(file uuid, dsp text, kind text, "on" date, amount numeric, currency text)`;
const BATCH = 2_000;

/** Inserts the files, many at a time. */
export async function insertCountedFiles(pool: pg.Pool, files: Iterable<CountedFile>): Promise<void> {
  let batch: CountedFile[] = [];
  for (const file of files) {
    batch.push(file);
    if (batch.length < BATCH) continue;
    await insert(pool, batch);
    batch = [];
  }
  await insert(pool, batch);
}

async function insert(pool: pg.Pool, files: readonly CountedFile[]): Promise<void> {
  const of = <Part extends object>(parts: (file: CountedFile) => readonly Part[]): string =>
    JSON.stringify(files.flatMap((file) => parts(file).map((part) => ({ file: file.id, dsp: file.dsp, ...part }))));
  await pool.query(INSERT, [
    JSON.stringify(files),
    of(({ number, steps }) => steps.map((step) => ({ number, ...step }))),
    of(({ terms }) => terms.map((term) => ({ ...term, passesAt: startOfDay(addDays(term.dueOn, 1)) }))),
    of(({ hands }) => hands),
    of(({ money }) => money),
  ]);
}
