/** What the administrator of an institution sets: the address of a person who works there, the hours of its office. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { emailField } from "../../domain/commands/define.schema.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import type { Services } from "../services.ts";

export const NewAddress = z.strictObject({ email: emailField });

/** PostgreSQL: the value stands already in a unique column. */
const ALREADY_THERE = "23505";

/**
 * Sets the address of a person, by which they also sign in. Idempotent by its content.
 * @throws ApiError 404 for somebody who works elsewhere, 409 for an address that is another person's.
 */
export async function setAddress(
  pool: pg.Pool,
  institutions: readonly string[],
  userId: string,
  { email }: z.output<typeof NewAddress>,
): Promise<{ id: string; name: string; email: string }> {
  const { rows } = await pool.query<{ name: string; taken: boolean }>(
    `SELECT u.name, EXISTS (SELECT FROM users o WHERE lower(o.email) = lower($3) AND o.id <> u.id) AS taken
     FROM users u WHERE u.id = $1
       AND EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.institution_id = ANY ($2::text[]))`,
    [userId, institutions, email],
  );
  const [user] = rows;
  if (user === undefined) throw notFound();
  if (user.taken) throw taken(email);
  await pool.query("UPDATE users SET email = $2 WHERE id = $1", [userId, email]).catch((error: unknown) => {
    throw (error as { code?: string }).code === ALREADY_THERE ? taken(email) : error;
  });
  return { id: userId, name: user.name, email };
}

function taken(email: string): ApiError {
  return new ApiError(409, "EMAIL_TAKEN", { params: { email } });
}

const LAST_OPENING = 22;
const LAST_CLOSING = 23;

export const NewOfficeHours = z
  .strictObject({
    /** The full hour in Bucharest at which messages begin to leave, on working days. */
    opens: z.int().min(0).max(LAST_OPENING),
    /** The full hour from which they wait for the next working day. */
    closes: z.int().min(1).max(LAST_CLOSING),
  })
  .refine(({ opens, closes }) => opens < closes, { path: ["closes"], params: { code: "CLOSES_BEFORE_OPENING" } });

/**
 * Sets the hours of an office and has its reminders planned anew: while the engine is away nothing is changed. Idempotent
 * by its content. @throws EngineUnavailable.
 */
export async function setOfficeHours(
  { pool, engine }: Pick<Services, "pool" | "engine">,
  institution: string,
  { opens, closes }: z.output<typeof NewOfficeHours>,
): Promise<{ institution: string; opens: number; closes: number }> {
  await inTransaction(pool, async (client) => {
    await client.query("UPDATE institutions SET office_opens = $2, office_closes = $3 WHERE id = $1", [
      institution,
      opens,
      closes,
    ]);
    await engine.replan({ institution }, `${institution}-hours-${randomUUID()}`);
  });
  return { institution, opens, closes };
}
