/** The files that a person may see, newest first, a page at a time. */
import type pg from "pg";
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { isNumberSearch } from "../../domain/case/number-search.ts";
import { text } from "../../domain/commands/define.schema.ts";
import { isPlainDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { stageNames, stageTitle, type ProcessName } from "../../domain/process-words.ts";
import type { Keyring } from "../../prisma/secrecy/keyring.ts";
import type { ListScope } from "../authorisation.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import { cursor, flag, language, optional } from "../http/query.ts";
import { fullName, openFile } from "./open-seals.ts";
import { surnameIndex } from "./person-index.ts";

const stage = z.enum(stageNames() as [string, ...string[]]);
const urgencyClass = z.enum(["A", "B"]);

/** An address is kept in histories and logs: it carries numbers and filters, never a name. */
export const CaseQuery = z.strictObject({
  /** A registration number, its beginning, or its last digits; or the number in a register of before. */
  q: optional(
    z
      .string()
      .trim()
      .max(40)
      .refine(isNumberSearch, { params: { code: "NOT_A_NUMBER" } }),
  ),
  status: optional(stage),
  urgencyClass: optional(urgencyClass),
  closed: flag,
  open: flag,
  cursor,
  lang: language,
});

/** The same search by the patient's surname, whole, with or without diacritics: it travels in the body. */
export const CaseSearch = z.strictObject({
  surname: text(100),
  status: stage.optional(),
  urgencyClass: urgencyClass.optional(),
  closed: z.boolean().optional(),
  open: z.boolean().optional(),
  cursor: z.string().max(500).optional(),
});

/** What of the list is exported, and how. */
export const CaseExport = z.strictObject({
  format: z.enum(["csv", "xlsx"]),
  q: CaseQuery.shape.q,
  surname: text(100).optional(),
  status: stage.optional(),
  urgencyClass: urgencyClass.optional(),
  closed: z.boolean().optional(),
  open: z.boolean().optional(),
});

/** What is looked for, however it was asked. */
type CaseFilter = Partial<Omit<z.output<typeof CaseQuery>, "lang"> & { readonly surname: string | undefined }>;

export interface CaseLine {
  readonly caseId: string;
  readonly process: ProcessName;
  readonly registrationNumber: string;
  readonly ministryNumber?: string;
  /** The number of the application in the registry that took it (E112-61). */
  readonly applicationNumber?: string;
  /** Its number in the register from which it was brought. */
  readonly legacyNumber?: string;
  readonly patient: string;
  readonly status: string;
  readonly statusTitle: Text;
  readonly statusSince: PlainDate;
  readonly openedOn: PlainDate;
  readonly urgencyClass?: "A" | "B";
  /** When the treatment begins, as far as the clinic accepted the patient for a period. */
  readonly treatmentFrom?: PlainDate;
  readonly outcome?: string;
  /** The earliest due date of its open steps. */
  readonly dueOn?: PlainDate;
  /** Its year, when the calendar of that year is not confirmed: the date may still change. */
  readonly provisionalYears?: readonly number[];
}

export interface CasePage {
  readonly items: readonly CaseLine[];
  readonly nextCursor?: string;
}

const PAGE = 25;
/** Files read at a time when all of them are wanted. */
const EXPORT_PAGE = 500;
const NO_TERM = "9999-12-31";
const NUMBER_DIGITS = 6;
const FIRST_REGISTER = 2026;
const Place = z.tuple([z.string().refine(isPlainDate), z.uuid()]);

interface Row {
  readonly id: string;
  readonly process: ProcessName;
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly application_number: string | null;
  readonly legacy_number: string | null;
  readonly officer: string | null;
  readonly stage: string;
  readonly stage_since: PlainDate;
  readonly outcome: string | null;
  readonly urgency_class: "A" | "B" | null;
  readonly treatment_from: PlainDate | null;
  readonly opened_on: PlainDate;
  readonly due_on: PlainDate | null;
  readonly confirmed: boolean;
  readonly subject_sealed: Buffer;
  readonly wrapped_key: Buffer;
}

/** `today` gives the years in which a bare number is looked for. */
export async function listCases(
  pool: pg.Pool,
  keyring: Keyring,
  scopes: readonly ListScope[],
  query: CaseFilter,
  today: PlainDate,
): Promise<CasePage> {
  const { rows, next } = await readPage(pool, keyring, scopes, query, today, PAGE);
  return { items: rows.map((row) => line(row, keyring)), ...(next === undefined ? {} : { nextCursor: next }) };
}

/** A file of the export: its line, and who has it at the DSP. */
export type ExportedCase = CaseLine & { readonly officer: string };

/** All of them, in the order of the list, read some at a time. */
export async function* everyCase(
  pool: pg.Pool,
  keyring: Keyring,
  scopes: readonly ListScope[],
  query: Omit<CaseFilter, "cursor">,
  today: PlainDate,
): AsyncGenerator<ExportedCase> {
  let place: string | undefined;
  do {
    const after = place === undefined ? {} : { cursor: place };
    const { rows, next } = await readPage(pool, keyring, scopes, { ...query, ...after }, today, EXPORT_PAGE);
    for (const row of rows) yield { ...line(row, keyring), officer: row.officer ?? "" };
    place = next;
  } while (place !== undefined);
}

async function readPage(
  pool: pg.Pool,
  keyring: Keyring,
  scopes: readonly ListScope[],
  query: CaseFilter,
  today: PlainDate,
  size: number,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | undefined }> {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const wanted = conditions(query, keyring, scopes, today, given);
  const parts = scopes.map((scope) => `(${page([ownFiles(scope, given), ...wanted], size)})`);
  if (parts.length === 0) return { rows: [], next: undefined };
  const select = `
    SELECT f.*, d.due_on, EXISTS (SELECT FROM confirmed_years WHERE year = extract(year FROM d.due_on)) AS confirmed,
      (SELECT u.name FROM users u WHERE u.id = f.officer_id) AS officer
    FROM (${parts.join(" UNION ")}) f,
      LATERAL (SELECT min(due_on) AS due_on FROM work_items w WHERE w.case_id = f.id AND w.closed_at IS NULL) d
    ORDER BY f.opened_on DESC, f.id DESC LIMIT ${size + 1}`;
  const { rows } = await pool.query<Row>(select, values);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > size && last !== undefined ? toCursor([last.opened_on, last.id]) : undefined,
  };
}

function page(conditionsOfScope: readonly string[], size: number): string {
  return `SELECT id, process, registration_number, ministry_number, application_number, legacy_number, officer_id, stage, stage_since, outcome, urgency_class, opened_on,
      ${treatmentFrom("cases")}, subject_sealed, wrapped_key
    FROM cases WHERE ${conditionsOfScope.join(" AND ")} ORDER BY opened_on DESC, id DESC LIMIT ${size + 1}`;
}

/** The first day of the period that the clinic accepted, as a column: a fact of an E112 file. */
export function treatmentFrom(cases: string): string {
  return `CASE ${cases}.process WHEN 'e112' THEN ${cases}.state #>> '{facts,acceptance,periodFrom}' END AS treatment_from`;
}

/** What of the files lies in this house by now. */
function ownFiles({ kind, institution }: ListScope, given: (value: unknown) => string): string {
  switch (kind) {
    case "dsp":
    case "cas":
      return `home_id = ${given(institution)}`;
    case "cst":
      return `cst_id = ${given(institution)} AND cst_since IS NOT NULL`;
    case "ministry":
      return `ministry_id = ${given(institution)} AND ministry_since IS NOT NULL`;
    case "cnas":
      return "false";
  }
}

function conditions(
  query: CaseFilter,
  keyring: Keyring,
  scopes: readonly ListScope[],
  today: PlainDate,
  given: (value: unknown) => string,
): string[] {
  const { status, urgencyClass, cursor: after } = query;
  const closed = query.closed ?? (query.open === undefined ? undefined : !query.open);
  const place = after === undefined ? undefined : fromCursor(Place, after);
  return [
    ...(query.q === undefined ? [] : [numbered(query.q, scopes, today, given)]),
    ...(query.surname === undefined ? [] : [`surname_index = ${given(surnameIndex(keyring, query.surname))}`]),
    ...(status === undefined ? [] : [`stage = ${given(status)}`]),
    ...(urgencyClass === undefined ? [] : [`urgency_class = ${given(urgencyClass)}`]),
    ...(closed === undefined ? [] : [`closed_at IS ${closed ? "NOT NULL" : "NULL"}`]),
    ...(place === undefined ? [] : [`(opened_on, id) < (${given(place[0])}::date, ${given(place[1])}::uuid)`]),
  ];
}

/** Digits alone are the last of a number in my registers; any other text is the beginning of one. */
function numbered(
  q: string,
  scopes: readonly ListScope[],
  today: PlainDate,
  given: (value: unknown) => string,
): string {
  if (/^\d{1,6}$/.test(q)) {
    const years = Array.from({ length: yearOf(today) - FIRST_REGISTER + 1 }, (_, index) => FIRST_REGISTER + index);
    const numbers = scopes.flatMap(({ institution }) =>
      years.map((year) => `${institution}/${year}/${q.padStart(NUMBER_DIGITS, "0")}`),
    );
    const asked = given(numbers);
    return `(registration_number = ANY (${asked}) OR ministry_number = ANY (${asked})
      OR application_number = ANY (${asked}) OR upper(legacy_number) = ${given(q)}
      OR upper(legacy_number) LIKE ${given(`${q}/%`)})`;
  }
  const pattern = given(`${q.toUpperCase().replaceAll(/[\\%_]/g, "\\$&")}%`);
  return `(registration_number LIKE ${pattern} OR ministry_number LIKE ${pattern}
    OR application_number LIKE ${pattern} OR upper(legacy_number) LIKE ${pattern}
    OR id IN (SELECT case_id FROM issued_forms WHERE number LIKE ${pattern}))`;
}

function line(row: Row, keyring: Keyring): CaseLine {
  return {
    caseId: row.id,
    process: row.process,
    registrationNumber: row.registration_number,
    ...(row.ministry_number === null ? {} : { ministryNumber: row.ministry_number }),
    ...(row.application_number === null ? {} : { applicationNumber: row.application_number }),
    ...(row.legacy_number === null ? {} : { legacyNumber: row.legacy_number }),
    patient: fullName(openFile(row, keyring).subject),
    status: row.stage,
    statusTitle: stageTitle(row.process, row.stage),
    statusSince: row.stage_since,
    openedOn: row.opened_on,
    ...(row.urgency_class === null ? {} : { urgencyClass: row.urgency_class }),
    ...(row.treatment_from === null ? {} : { treatmentFrom: row.treatment_from }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.due_on === null || row.due_on === NO_TERM ? {} : dueOf(row.due_on, row.confirmed)),
  };
}

function dueOf(dueOn: PlainDate, confirmed: boolean): Pick<CaseLine, "dueOn" | "provisionalYears"> {
  return { dueOn, ...(confirmed ? {} : { provisionalYears: [yearOf(dueOn)] }) };
}
