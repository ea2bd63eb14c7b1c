/** An act that a row of a register has behind it, judged by the schema of its command. */
import { findCommandSchema } from "../../domain/commands/index.schema.ts";
import { fieldProblems, type Issue } from "../../domain/i18n/field-problems.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import { ruleFor } from "../cases/read-payload.ts";
import type { RowCells } from "./cells.ts";
import type { ColumnKey } from "./columns.ts";

export interface RowAct<Type extends string = string> {
  readonly type: Type;
  readonly occurredOn: PlainDate;
  /** The column that dates it. */
  readonly at: ColumnKey;
  readonly payload: unknown;
  /** What of it may travel; absent while the payload is wrong. */
  readonly facts?: Record<string, unknown>;
  /** What of the register travels beside it: the number that a paper has had so far. */
  readonly beside?: Record<string, unknown>;
  /** The column of a field of the payload. */
  readonly columns: FieldColumns;
}

export type FieldColumns = Readonly<Record<string, ColumnKey>>;

/** The payload as its schema reads it; what the schema finds is said of the columns that it comes from. */
export function checked(process: ProcessName, cells: RowCells, act: RowAct): RowAct {
  const schema = findCommandSchema(process, act.type);
  if (schema === undefined) throw new RangeError(`no command ${act.type}`);
  const read = schema.payload.safeParse(act.payload);
  if (read.success) {
    return { ...act, payload: read.data, facts: { ...schema.facts(read.data, act.occurredOn), ...act.beside } };
  }
  const issues = read.error.issues as unknown as Issue[];
  for (const issue of issues) {
    const [problem] = fieldProblems([issue], act.payload, "ro", (path) => ruleFor(process, act.type, path));
    const [english] = fieldProblems([issue], act.payload, "en", (path) => ruleFor(process, act.type, path));
    if (problem === undefined || english === undefined) continue;
    const column = columnFor(act, problem.path);
    if (cells.problems.some((known) => known.column === column)) continue; // the cell itself was wrong
    cells.problems.push({ column, code: problem.code, message: { ro: problem.message, en: english.message } });
  }
  return act;
}

/** The column from which a field of an act comes. */
export function columnFor({ columns, at }: Pick<RowAct, "columns" | "at">, path: string): ColumnKey {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const column = columns[parts.slice(0, length).join(".")];
    if (column !== undefined) return column;
  }
  return at;
}

/** The act that a column dates; none when it is empty. */
export function dated<Type extends string>(
  cells: RowCells,
  type: Type,
  at: ColumnKey,
  payload: unknown = {},
  columns: FieldColumns = {},
): RowAct<Type>[] {
  const occurredOn = cells.date(at);
  return occurredOn === undefined ? [] : [{ type, occurredOn, at, payload, columns }];
}

export function needs(cells: RowCells, column: ColumnKey, because: ColumnKey): void {
  cells.wrong(column, "CELL_NEEDED", { column: cells.titleOf(column), because: cells.titleOf(because) });
}

export function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value }); // the one key
}

/** A real day, of a row that is refused. */
export const ANY_DAY = "2020-01-01" as PlainDate;

/** Where the fields of the patient stand. */
export const PATIENT_COLUMNS = {
  "patient.surname": "surname",
  "patient.givenName": "givenName",
  "patient.birthDate": "birthDate",
  "patient.cnp": "cnp",
  "patient.domicileCounty": "domicileCounty",
  "patient.residenceCounty": "residenceCounty",
  "patient.address": "address",
  "patient.phone": "phone",
  "patient.email": "email",
  "patient.diagnosis": "diagnosis",
} as const satisfies FieldColumns;

export function patientOf(cells: RowCells, birthDate: PlainDate | undefined) {
  return {
    surname: cells.needed("surname"),
    givenName: cells.needed("givenName"),
    birthDate,
    ...given("cnp", cells.text("cnp")?.replaceAll(/\s/g, "")),
    domicileCounty: cells.has("domicileCounty") ? cells.county("domicileCounty") : cells.needed("domicileCounty"),
    ...given("residenceCounty", cells.county("residenceCounty")),
    ...given("address", cells.text("address")),
    ...given("phone", phoneOf(cells.text("phone"))),
    ...given("email", cells.text("email")),
    ...given("diagnosis", cells.text("diagnosis")),
  };
}

/** Who files, when it is not the patient: by name, and how to reach them. */
export function filerOf(cells: RowCells) {
  return {
    ...given("surname", cells.text("filerSurname")),
    ...given("givenName", cells.text("filerGivenName")),
    ...given("phone", phoneOf(cells.text("filerPhone"))),
    ...given("email", cells.text("filerEmail")),
  };
}

/** A spreadsheet takes the leading zero from a number. */
function phoneOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[237]\d{8}$/.test(text) ? `0${text}` : text;
}

/** A number of a register as it is kept: without the spaces around its signs. */
export function numberOf<Typed extends string | undefined>(typed: Typed): Typed {
  return typed?.replaceAll(/\s+/g, " ").replaceAll(/ ?([/.-]) ?/g, "$1") as Typed;
}
