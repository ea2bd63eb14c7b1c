/** The morning digests of the day, once the office of a person has opened. */
import type pg from "pg";
import { bucharestDate } from "../../domain/plain-date.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { institutionsAtWork } from "./offices-open.ts";
import { institutionsOf, readDigests } from "./read-digests.ts";

/** Who wants one in these institutions; administrators have no work there. */
const CANDIDATES = `
  SELECT u.id AS person, m.institution_id AS institution FROM users u JOIN memberships m ON m.user_id = u.id
  WHERE u.active AND u.digest AND m.role <> 'administrator' AND m.institution_id = ANY ($1::text[])`;

const HAVING = `SELECT id FROM messages WHERE id = ANY ($1::uuid[])`;

const ISSUE = `
  INSERT INTO messages (id, kind, about, recipient_id, recipient_kind, institution_id, params, planned_at, state,
    next_attempt_at)
  SELECT d.id, 'digest', $2, d.recipient, 'user', d.institution, '{}', $3, 'planned', $3
  FROM jsonb_to_recordset($1) AS d(id uuid, recipient uuid, institution text)
  ON CONFLICT (id) DO NOTHING`;

export interface DigestDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly now: Date;
}

/**
 * Makes the digests of everybody whose office is open now and who has something to read. One for a person and a day, by
 * its id. What it says is read when it is sent. @returns how many were made.
 */
export async function issueDigests({ pool, calendars, now }: DigestDependencies): Promise<number> {
  const day = bucharestDate(now);
  const calendar = await calendars.latest();
  const atWork = await institutionsAtWork(pool, calendar, now);
  const open = atWork.filter((institution) => institution.open).map(({ id }) => id);
  if (open.length === 0) return 0;
  const { rows: places } = await pool.query<{ person: string; institution: string }>(CANDIDATES, [open]);
  const idOf = (person: string): string => namedUuid(`digest/${person}/${day}`);
  const { rows: having } = await pool.query<{ id: string }>(HAVING, [places.map(({ person }) => idOf(person))]);
  const had = new Set(having.map(({ id }) => id));
  const waiting = new Set(places.flatMap(({ person }) => (had.has(idOf(person)) ? [] : [person])));
  if (waiting.size === 0) return 0;
  const digests = await readDigests(pool, await institutionsOf(pool, waiting, atWork), calendar, now);
  const made = [...waiting].flatMap((recipient) => {
    const found = digests.get(recipient);
    return found === undefined ? [] : [{ id: idOf(recipient), recipient, institution: found.institution }];
  });
  if (made.length > 0) await pool.query(ISSUE, [JSON.stringify(made), day, now]);
  return made.length;
}
