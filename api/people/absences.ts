/** Absences of an institution: the list, a declaration, a withdrawal. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { dateField } from "../../domain/commands/define.schema.ts";
import { refuseAbsence, standInOf, type Absence, type Colleague } from "../../domain/people/absences.ts";
import type { Role } from "../../domain/people/roles.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { may, membershipsFor, type Person } from "../authorisation.ts";
import { ApiError, invalidField, notFound } from "../http/api-error.ts";
import { language, optional } from "../http/query.ts";
import { ownInstitutions } from "./own-institutions.ts";

/** So many days after their end absences still stand in the list. */
const SHOWN_AFTER_DAYS = 31;

export const AbsenceQuery = z.strictObject({ institution: optional(z.string().max(20)), lang: language });

export const AbsenceDeclaration = z.strictObject({
  /** Where the person is away, for people who work in several institutions. */
  institution: z.string().max(20).optional(),
  /** Who is away; the person who asks when not given. */
  userId: z.uuid().optional(),
  substituteId: z.uuid(),
  fromOn: dateField,
  /** The last day away. */
  untilOn: dateField,
});
export type AbsenceDeclaration = z.output<typeof AbsenceDeclaration>;

export interface AbsenceView {
  readonly id: string;
  readonly institution: string;
  readonly user: Named;
  readonly substitute: Named;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly declaredBy: string;
  readonly declaredAt: string;
  /** Present when it was withdrawn. */
  readonly withdrawnAt?: string;
  /** True when the person who asks may withdraw it. */
  readonly mayWithdraw: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AbsenceList {
  readonly today: PlainDate;
  readonly items: readonly AbsenceView[];
  /** The people of the institutions, for whom absences are declared and who stand in. */
  readonly people: readonly (Colleague & { readonly institution: string; readonly mayDeclare: boolean })[];
}

interface Row {
  readonly id: string;
  readonly institution_id: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly substitute_id: string;
  readonly substitute_name: string;
  readonly from_on: PlainDate;
  readonly until_on: PlainDate;
  readonly declared_by: string;
  readonly declared_at: Date;
  readonly withdrawn_at: Date | null;
}

const SELECT = `
  SELECT a.id, a.institution_id, a.user_id, u.name AS user_name, a.substitute_id, s.name AS substitute_name, a.from_on,
    a.until_on, d.name AS declared_by, a.declared_at, a.withdrawn_at
  FROM absences a JOIN users u ON u.id = a.user_id JOIN users s ON s.id = a.substitute_id JOIN users d ON d.id = a.declared_by`;

/** Absences that are not long over, of the institutions of the person, with the people there. */
export async function listAbsences(
  pool: pg.Pool,
  person: Person,
  asked: string | undefined,
  today: PlainDate,
): Promise<AbsenceList> {
  const institutions = ownInstitutions(person, "absence.list", asked);
  const [{ rows }, people] = await Promise.all([
    pool.query<Row>(
      `${SELECT} WHERE a.institution_id = ANY ($1::text[]) AND a.until_on >= $2::date ORDER BY a.from_on, u.name, a.id`,
      [institutions, addDays(today, -SHOWN_AFTER_DAYS)],
    ),
    readColleagues(pool, institutions),
  ]);
  return {
    today,
    items: rows.map((row) => absenceView(row, person, today)),
    people: people.map((colleague) => ({
      ...colleague,
      mayDeclare: may(person, "absence.declare", { institution: colleague.institution, of: colleague.id }),
    })),
  };
}

function absenceView(row: Row, person: Person, today: PlainDate): AbsenceView {
  const { user_id: of, institution_id: institution } = row;
  return {
    id: row.id,
    institution,
    user: { id: of, name: row.user_name },
    substitute: { id: row.substitute_id, name: row.substitute_name },
    fromOn: row.from_on,
    untilOn: row.until_on,
    declaredBy: row.declared_by,
    declaredAt: row.declared_at.toISOString(),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at.toISOString() }),
    mayWithdraw:
      row.withdrawn_at === null && row.until_on >= today && may(person, "absence.withdraw", { institution, of }),
  };
}

type Queryable = Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">;

/** Active people of these institutions with the roles that they hold there, by name. */
async function readColleagues(
  database: Queryable,
  institutions: readonly string[],
): Promise<(Colleague & { readonly institution: string })[]> {
  const { rows } = await database.query<{ id: string; name: string; institution: string; roles: Role[] }>(
    `SELECT u.id, u.name, m.institution_id AS institution, array_agg(m.role ORDER BY m.role) AS roles
     FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.active AND m.institution_id = ANY ($1::text[])
     GROUP BY u.id, u.name, m.institution_id ORDER BY m.institution_id, u.name, u.id`,
    [institutions],
  );
  return rows;
}

/**
 * Declares an absence. Idempotent by its content: the same one declared again is answered as it stands.
 * @throws ApiError 403 for somebody else's absence without the right to declare it; 422 or 409 with why it cannot be so.
 */
export async function declareAbsence(
  pool: pg.Pool,
  person: Person,
  declaration: AbsenceDeclaration,
  today: PlainDate,
): Promise<{ absence: AbsenceView; created: boolean }> {
  const userId = (declaration.userId ?? person.id).toLowerCase();
  const asked: Absence = { ...declaration, userId, substituteId: declaration.substituteId.toLowerCase() };
  return await inTransaction(pool, async (client) => {
    const institution = await placeOf(client, person, asked, declaration.institution);
    // Two declarations at once see each other.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('absences'), hashtext($1))", [institution]);
    const colleagues = await readColleagues(client, [institution]);
    const { rows } = await client.query<Row>(
      `${SELECT} WHERE a.institution_id = $1 AND a.withdrawn_at IS NULL AND a.until_on >= $2::date ORDER BY a.from_on`,
      [institution, today],
    );
    const known = rows.find((row) => isSame(row, asked));
    if (known !== undefined) return { absence: absenceView(known, person, today), created: false };
    const refusal = refuseAbsence(asked, { today, colleagues, standing: rows.map(absenceOf) });
    if (refusal !== undefined) {
      const { code, field, params } = refusal;
      throw code === "ABSENCE_OVERLAPS" ? new ApiError(409, code, { params }) : invalidField(code, field, params);
    }
    const id = randomUUID();
    await client.query(
      `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, institution, asked.userId, asked.substituteId, asked.fromOn, asked.untilOn, person.id],
    );
    return { absence: await readAbsence(client, person, id, today), created: true };
  });
}

/** The institution of the absence: the one named, or one where both people work, or one where the absent person does. */
async function placeOf(
  client: pg.PoolClient,
  person: Person,
  { userId, substituteId }: Absence,
  named: string | undefined,
): Promise<string> {
  const resource = named === undefined ? { of: userId } : { of: userId, institution: named };
  const allowed = [
    ...new Set(membershipsFor(person, "absence.declare", resource).map(({ institution }) => institution)),
  ];
  const [first] = allowed;
  if (first === undefined) throw new ApiError(403, "FORBIDDEN");
  if (allowed.length === 1) return first;
  const { rows } = await client.query<{ institution: string; both: boolean }>(
    `SELECT institution_id AS institution, bool_or(user_id = $2) AS both FROM memberships
     WHERE institution_id = ANY ($1::text[]) AND user_id IN ($2, $3)
     GROUP BY institution_id HAVING bool_or(user_id = $3) ORDER BY both DESC, institution_id`,
    [allowed, substituteId, userId],
  );
  return rows[0]?.institution ?? first;
}

function absenceOf(row: Row): Absence {
  return { userId: row.user_id, substituteId: row.substitute_id, fromOn: row.from_on, untilOn: row.until_on };
}

function isSame(row: Row, asked: Absence): boolean {
  const { userId, substituteId, fromOn, untilOn } = absenceOf(row);
  return (
    userId === asked.userId &&
    substituteId === asked.substituteId &&
    fromOn === asked.fromOn &&
    untilOn === asked.untilOn
  );
}

/** @throws ApiError 404 for an absence that is not there, or of another house. */
async function readAbsence(database: Queryable, person: Person, id: string, today: PlainDate): Promise<AbsenceView> {
  const { rows } = await database.query<Row>(`${SELECT} WHERE a.id = $1`, [id]);
  const [row] = rows;
  if (row === undefined || !may(person, "absence.list", { institution: row.institution_id })) throw notFound();
  return absenceView(row, person, today);
}

/**
 * Withdraws an absence: from now on its person receives and does their own work. Idempotent: withdrawn once, it stays so.
 * @throws ApiError 403 for somebody else's without the right; 409 for one that is over.
 */
export async function withdrawAbsence(
  pool: pg.Pool,
  person: Person,
  id: string,
  today: PlainDate,
): Promise<AbsenceView> {
  const absence = await readAbsence(pool, person, id, today);
  if (!may(person, "absence.withdraw", { institution: absence.institution, of: absence.user.id })) {
    throw new ApiError(403, "FORBIDDEN");
  }
  if (absence.withdrawnAt !== undefined) return absence;
  if (absence.untilOn < today) throw new ApiError(409, "ABSENCE_OVER", { params: { until: absence.untilOn } });
  await pool.query("UPDATE absences SET withdrawn_at = now() WHERE id = $1 AND withdrawn_at IS NULL", [id]);
  return await readAbsence(pool, person, id, today);
}

/** Somebody away today from an institution, and who was named to have their work. */
export interface AwayToday {
  readonly userId: string;
  readonly name: string;
  readonly institution: string;
  readonly substituteId: string;
}

/** Who is away today from these institutions. */
export async function awayToday(
  pool: pg.Pool,
  institutions: readonly string[],
  today: PlainDate,
): Promise<readonly AwayToday[]> {
  const { rows } = await pool.query<AwayToday>({
    name: "away-today",
    text: `SELECT a.user_id AS "userId", u.name, a.institution_id AS institution, a.substitute_id AS "substituteId"
      FROM absences a JOIN users u ON u.id = a.user_id
      WHERE a.institution_id = ANY ($1::text[]) AND a.withdrawn_at IS NULL AND $2::date BETWEEN a.from_on AND a.until_on`,
    values: [institutions, today],
  });
  return rows;
}

/** Those of them whose work this person has today, in the institution where they are away. */
export function absenteesOf(substituteId: string, away: readonly AwayToday[]): AwayToday[] {
  return away.filter(
    ({ userId, institution }) =>
      standInOf(
        userId,
        away.filter((other) => other.institution === institution),
      ) === substituteId,
  );
}
