/** Planned messages whose time has come become letters, each to one person. */
import type pg from "pg";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import type { Audience } from "../../domain/messages/audience.ts";
import { NOBODY } from "../../domain/messages/failures.ts";
import { recipientsOf, type Recipient, type Staff } from "../../domain/messages/recipients.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { isOfficeOpen, nextOfficeMinute, PUNCTUAL_MS } from "../../domain/reminders/office-hours.ts";
import { isTrueOn } from "../../domain/reminders/plan.ts";
import { REMINDER_KINDS, type ReminderKind } from "../../domain/reminders/policy.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { heartbeat } from "../heartbeat.ts";
import { hoursOf, readOffices } from "../case/offices.ts";
import { readStaff } from "./staff.ts";

const BATCH = 2_000;

export interface IssueDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly now: Date;
}

interface DueRow {
  readonly id: string;
  readonly case_id: string;
  readonly deadline_id: string | null;
  readonly kind: string;
  readonly about: string;
  readonly audience: Audience;
  readonly institution_id: string;
  readonly params: unknown;
  readonly words: unknown;
  readonly planned_at: Date;
  readonly home_id: string;
  readonly officer_id: string;
}

// Those of a file that leave at the same time stand together, so that who is meant by several of them hears the gravest.
const TAKE = `
  SELECT p.id, p.case_id, p.deadline_id, p.kind, p.about, p.audience, p.institution_id, p.params, p.words, p.planned_at,
    c.home_id, c.officer_id
  FROM planned_messages p JOIN cases c ON c.id = p.case_id
  WHERE p.state = 'planned' AND p.planned_at <= $1
  ORDER BY p.planned_at, p.case_id, p.id LIMIT ${BATCH} FOR UPDATE OF p SKIP LOCKED`;

const ISSUE = `
  WITH letters AS (
    SELECT * FROM jsonb_to_recordset($1) AS l(id uuid, planned_id uuid, recipient_id uuid, recipient_kind text,
      in_place_of uuid, institution_id text, state text, last_error text)
  ), done AS (
    UPDATE planned_messages SET state = 'issued', issued_at = $2 WHERE id = ANY ($3::uuid[])
  ), untrue AS (
    UPDATE planned_messages SET state = 'dropped' WHERE id = ANY ($4::uuid[])
  ), postponed AS (
    UPDATE planned_messages p SET planned_at = l.planned_at
    FROM jsonb_to_recordset($5) AS l(id uuid, planned_at timestamptz) WHERE p.id = l.id
  ), issued AS (
    INSERT INTO messages (id, case_id, planned_id, deadline_id, kind, about, recipient_id, recipient_kind, in_place_of,
      institution_id, params, words, planned_at, state, next_attempt_at, last_error)
    SELECT l.id, p.case_id, p.id, p.deadline_id, p.kind, p.about, l.recipient_id, l.recipient_kind, l.in_place_of,
      l.institution_id, p.params, p.words, p.planned_at, l.state, $2, l.last_error
    FROM letters l JOIN planned_messages p ON p.id = l.planned_id
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, next_attempt_at = excluded.next_attempt_at,
      attempts = 0, in_place_of = excluded.in_place_of WHERE messages.state = 'dropped'
    RETURNING id, institution_id, state, last_error
  ), tasks AS (
    INSERT INTO admin_tasks (id, institution_id, kind, message_id, reason)
    SELECT gen_random_uuid(), i.institution_id, 'mail-refused', i.id, i.last_error FROM issued i WHERE i.state = 'failed'
    ON CONFLICT (message_id) DO NOTHING
  )
  SELECT count(*)::int AS letters FROM issued`;

/**
 * Issues everything that is due at `now`, in batches of one transaction each. A letter is one for its cause and its
 * recipient, so a batch that is issued again makes none twice; who issues beside this one takes other rows.
 * @returns how many letters were made.
 */
export async function issueDue(dependencies: IssueDependencies): Promise<number> {
  let letters = 0;
  for (;;) {
    const batch = await issueBatch(dependencies);
    letters += batch.letters;
    if (!batch.full) return letters;
    heartbeat();
  }
}

async function issueBatch(dependencies: IssueDependencies): Promise<{ full: boolean; letters: number }> {
  return await inTransaction(dependencies.pool, async (client) => {
    const { rows } = await client.query<DueRow>({ name: "planned-due", text: TAKE, values: [dependencies.now] });
    const full = rows.length === BATCH;
    const whole = full ? withoutLastFile(rows) : rows;
    return { full, letters: whole.length === 0 ? 0 : await issue(client, whole, dependencies) };
  });
}

/** The rows of a full batch but for those of its last file, of which there may be more. */
function withoutLastFile(rows: readonly DueRow[]): readonly DueRow[] {
  const last = rows.at(-1)?.case_id;
  const whole = rows.filter(({ case_id }) => case_id !== last);
  return whole.length === 0 ? rows : whole;
}

async function issue(
  client: pg.PoolClient,
  rows: readonly DueRow[],
  { calendars, now }: IssueDependencies,
): Promise<number> {
  const today = bucharestDate(now);
  const institutions = [...new Set(rows.flatMap(({ institution_id, home_id }) => [institution_id, home_id]))];
  const staff = await readStaff(client, institutions, today);
  const untrue = rows.filter((row) => !isStillTrue(row, today));
  const late = rows.filter((row) => isStillTrue(row, today) && isLate(row, now));
  const postponed = late.length === 0 ? [] : await postpone(client, late, calendars, now);
  const waiting = new Set(postponed.map(({ id }) => id));
  const standing = rows.filter((row) => isStillTrue(row, today) && !waiting.has(row.id));
  const find = remembering(staff);
  const letters = gravest(standing.flatMap((row) => lettersOf(row, find).map((letter) => ({ row, letter }))));
  const { rows: result } = await client.query<{ letters: number }>({
    name: "issue",
    text: ISSUE,
    values: [
      JSON.stringify(letters),
      now,
      standing.map(({ id }) => id),
      untrue.map(({ id }) => id),
      JSON.stringify(postponed),
    ],
  });
  return result[0]?.letters ?? 0;
}

/** A reminder whose day went by while nobody swept says nothing any more. */
function isStillTrue({ kind, about }: DueRow, today: PlainDate): boolean {
  return !isReminder(kind) || isTrueOn(kind, today, about as PlainDate);
}

/** True for a reminder or an alert whose time has long passed. */
function isLate({ kind, planned_at }: DueRow, now: Date): boolean {
  return (isReminder(kind) || kind === "alert") && now.getTime() - planned_at.getTime() > PUNCTUAL_MS;
}

/** Those of an institution whose office is closed now, each with the minute at which it opens. */
async function postpone(
  client: pg.PoolClient,
  late: readonly DueRow[],
  calendars: CalendarReader,
  now: Date,
): Promise<{ id: string; planned_at: string }[]> {
  const institutions = [...new Set(late.map(({ institution_id }) => institution_id))];
  const offices = await readOffices(client, institutions);
  const calendar = await calendars.latest();
  const opensAt = new Map(
    institutions.flatMap((institution) => {
      const [own, hours] = [institutionCalendar(calendar, institution), hoursOf(offices.get(institution))];
      return isOfficeOpen(own, hours, now) ? [] : [[institution, nextOfficeMinute(own, hours, now).toISOString()]];
    }),
  );
  return late.flatMap(({ id, institution_id }) => {
    const planned_at = opensAt.get(institution_id);
    return planned_at === undefined ? [] : [{ id, planned_at }];
  });
}

function isReminder(kind: string): kind is ReminderKind {
  return (REMINDER_KINDS as readonly string[]).includes(kind);
}

interface LetterRow {
  readonly id: string;
  readonly planned_id: string;
  readonly recipient_id: string | null;
  readonly recipient_kind: "user" | "patient-side";
  readonly in_place_of: string | null;
  readonly institution_id: string;
  readonly state: "planned" | "failed";
  readonly last_error: string | null;
}

/** The recipients of a planned message. Very many of them have the same: each answer is kept for the batch. */
function remembering(staff: Staff): (row: DueRow) => readonly Recipient[] {
  const known = new Map<string, readonly Recipient[]>();
  return ({ audience, institution_id: institution, home_id: home, officer_id: officer }) => {
    if (audience === "patient-side") return [];
    const key = [audience, institution, home, officer].join("/");
    const found = known.get(key) ?? recipientsOf({ audience, institution, home, officer }, staff);
    known.set(key, found);
    return found;
  };
}

/** Who is to hear several things of one deadline at once hears the gravest: it says the others. */
function gravest(all: readonly { readonly row: DueRow; readonly letter: LetterRow }[]): LetterRow[] {
  const worst = new Map<string, number>();
  const keyOf = ({ row, letter }: (typeof all)[number]): string =>
    row.deadline_id === null
      ? letter.id
      : [row.case_id, row.deadline_id, row.about, letter.recipient_kind, letter.recipient_id].join("/");
  const rankOf = ({ kind }: DueRow): number => (REMINDER_KINDS as readonly string[]).indexOf(kind);
  for (const each of all) worst.set(keyOf(each), Math.max(worst.get(keyOf(each)) ?? -1, rankOf(each.row)));
  return all.filter((each) => rankOf(each.row) === worst.get(keyOf(each))).map(({ letter }) => letter);
}

/** One letter for each recipient; when there is nobody, one that has failed, so that an administrator hears of it. */
function lettersOf(row: DueRow, find: (row: DueRow) => readonly Recipient[]): LetterRow[] {
  if (row.audience === "patient-side") return [letter(row, null, "patient-side")];
  const recipients = find(row);
  if (recipients.length === 0) return [{ ...letter(row, null, "user"), state: "failed", last_error: NOBODY }];
  return recipients.map((recipient) => letter(row, recipient, "user"));
}

function letter(row: DueRow, recipient: Recipient | null, kind: LetterRow["recipient_kind"]): LetterRow {
  return {
    id: namedUuid(`letter/${row.id}/${kind}/${recipient?.userId ?? ""}`),
    planned_id: row.id,
    recipient_id: recipient?.userId ?? null,
    recipient_kind: kind,
    in_place_of: recipient?.inPlaceOf ?? null,
    institution_id: recipient?.institution ?? (kind === "user" ? row.institution_id : row.home_id),
    state: "planned",
    last_error: null,
  };
}
