/** Days declared in a test, each by a change of the calendar of its own. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { DeclaredDay, Interruption } from "../../domain/calendar/working-calendar.ts";

/** A day as a test declares it: by default a day off for everyone. */
export type Declared = Partial<Omit<DeclaredDay, "date">> & { readonly date: string };

/** Declares a day by the next change of the calendar. @returns the number of the change. */
export async function declareDay(database: pg.Pool, declared: Declared): Promise<number> {
  const { date, kind = "day-off", scope = "everyone", institution = null, legalAct = "HG nr. 1" } = declared;
  const number = await changeCalendar(database);
  await database.query(
    `INSERT INTO declared_days (id, date, kind, scope, institution_id, legal_act, declared_in)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [date, kind, scope, institution, legalAct, number],
  );
  return number;
}

/** Withdraws what was declared for a date by the next change of the calendar. @returns the number of the change. */
export async function withdrawDay(database: pg.Pool, date: string): Promise<number> {
  const number = await changeCalendar(database);
  await database.query("UPDATE declared_days SET withdrawn_in = $2 WHERE date = $1 AND withdrawn_in IS NULL", [
    date,
    number,
  ]);
  return number;
}

/** Confirms a year by the next change of the calendar. @returns the number of the change. */
export async function confirmYear(database: pg.Pool, year: number): Promise<number> {
  const number = await changeCalendar(database);
  await database.query("INSERT INTO confirmed_years (year, confirmed_in) VALUES ($1, $2)", [year, number]);
  return number;
}

/** Settles whether declared days interrupt a rule's terms, by the next change of the calendar. @returns its number. */
export async function setInterruption(database: pg.Pool, interruption: Interruption): Promise<number> {
  const { rule, interrupted, citation } = interruption;
  const number = await changeCalendar(database);
  await database.query("INSERT INTO rule_interruptions (rule, set_in, interrupted, citation) VALUES ($1, $2, $3, $4)", [
    rule,
    number,
    interrupted,
    citation,
  ]);
  return number;
}

async function changeCalendar(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ number: number }>(
    `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
     SELECT max(number) + 1, $1, '', '[]', 'done' FROM calendar_changes RETURNING number`,
    [randomUUID()],
  );
  const [row] = rows;
  if (row === undefined) throw new RangeError("the calendar has no first change");
  return row.number;
}

/** The changes of this test's calendar get numbers of their own: they name workflows on an engine that all tests share. */
export async function numberFromAnywhere(database: pg.Pool): Promise<void> {
  const number = 1_000 + Math.floor(Math.random() * 1_000_000_000);
  await database.query(
    "INSERT INTO calendar_changes (number, command_id, request_hash, acts, state) VALUES ($1, $2, '', '[]', 'done')",
    [number, randomUUID()],
  );
}
