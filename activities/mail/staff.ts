import type pg from "pg";
import type { Absentee, Member, Staff } from "../../domain/messages/recipients.ts";
import type { PlainDate } from "../../domain/plain-date.ts";

const MEMBERS = `
  SELECT m.user_id AS "userId", m.institution_id AS institution, m.role
  FROM memberships m JOIN users u ON u.id = m.user_id AND u.active
  WHERE m.institution_id = ANY ($1::text[]) ORDER BY m.user_id`;
// When two absences meet on a day, the one declared last holds.
const ABSENT = `
  SELECT a.user_id AS "userId", a.institution_id AS institution, a.substitute_id AS "substituteId"
  FROM absences a
  WHERE a.institution_id = ANY ($1::text[]) AND a.withdrawn_at IS NULL AND $2::date BETWEEN a.from_on AND a.until_on
  ORDER BY a.declared_at DESC, a.id`;

/** The people of these institutions on a day: who is active, and who is away with whom in their place. */
export async function readStaff(
  client: pg.Pool | pg.PoolClient,
  institutions: readonly string[],
  today: PlainDate,
): Promise<Staff> {
  const members = await client.query<Member>({ name: "staff", text: MEMBERS, values: [institutions] });
  const absent = await client.query<Absentee>({ name: "absent", text: ABSENT, values: [institutions, today] });
  return { members: members.rows, absent: absent.rows };
}
