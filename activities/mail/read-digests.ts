/** What each person's digest says at an instant. */
import type pg from "pg";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import { isEmpty, type Digest, type DigestOverview } from "../../domain/messages/digest.ts";
import { recipientsOf, type Member, type Staff } from "../../domain/messages/recipients.ts";
import { standInOf } from "../../domain/people/absences.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { institutionsAtWork, type InstitutionRow } from "./offices-open.ts";
import { readStaff } from "./staff.ts";
import type { TakenMessage } from "./take-due.ts";

const WEEK_WORKING_DAYS = 5;

// Each institution looks as far ahead as its own working days reach.
const WORK = `
  SELECT w.institution_id AS institution, w.case_id AS "caseId", w.registration_number AS "registrationNumber", w.step,
    w.due_on AS "dueOn", w.officer_id AS officer
  FROM work_items w JOIN jsonb_to_recordset($1) AS h(institution text, until date) ON h.institution = w.institution_id
  WHERE w.closed_at IS NULL AND w.due_on <= h.until
  ORDER BY w.due_on, w.registration_number, w.step`;

// What an insurance house has to do has no term (reading E112-A4).
const TERMLESS = `
  SELECT w.institution_id AS institution, w.case_id AS "caseId", w.registration_number AS "registrationNumber", w.step,
    w.since, w.officer_id AS officer
  FROM work_items w
  WHERE w.closed_at IS NULL AND w.institution_id = ANY ($1::text[]) AND w.due_on = '9999-12-31' AND w.duty = 'CAS'
  ORDER BY w.since, w.registration_number, w.step`;

interface StepRow {
  readonly institution: string;
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly step: string;
  readonly officer: string;
}

interface WorkRow extends StepRow {
  readonly dueOn: PlainDate;
}

interface TermlessRow extends StepRow {
  readonly since: PlainDate;
}

export interface PersonsDigest {
  readonly digest: Digest;
  /** Whose outbox shows it. */
  readonly institution: string;
}

/** Those of the institutions in which one of these people works. */
export async function institutionsOf<Institution extends { readonly id: string }>(
  pool: pg.Pool,
  people: ReadonlySet<string>,
  institutions: readonly Institution[],
): Promise<Institution[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT DISTINCT institution_id AS id FROM memberships WHERE user_id = ANY ($1::uuid[])",
    [[...people]],
  );
  return institutions.filter((institution) => rows.some(({ id }) => id === institution.id));
}

/** The digests of everybody in these institutions who has something to read, by person. */
export async function readDigests(
  pool: pg.Pool,
  institutions: readonly InstitutionRow[],
  calendar: CalendarData,
  now: Date,
): Promise<ReadonlyMap<string, PersonsDigest>> {
  const day = bucharestDate(now);
  const horizons = institutions.map(({ id }) => ({
    institution: id,
    until: addWorkingDays(institutionCalendar(calendar, id), day, WEEK_WORKING_DAYS),
  }));
  const { rows } = await pool.query<WorkRow>({ name: "digest-work", text: WORK, values: [JSON.stringify(horizons)] });
  const ids = institutions.map(({ id }) => id);
  const termless = await pool.query<TermlessRow>({ name: "digest-termless", text: TERMLESS, values: [ids] });
  const staff = await readStaff(pool, ids, day);
  const own = ownWork(rows, staff);
  const ownTermless = ownWork(termless.rows, staff);
  const workOf = { terms: grouped(rows), termless: grouped(termless.rows) };
  const digests = new Map<string, PersonsDigest>();
  for (const { institution, userId } of staff.members) {
    if (digests.has(userId)) continue;
    const overviews = overviewsFor(userId, institutions, workOf, staff, day);
    const digest = { day, own: own.get(userId) ?? [], termless: ownTermless.get(userId) ?? [], overviews };
    if (!isEmpty(digest)) digests.set(userId, { digest, institution });
  }
  return digests;
}

type OwnItem<Row extends StepRow> = Omit<Row, "institution" | "officer"> & { readonly inPlaceOfAnother: boolean };

/** Each open step with those whose work it is, or who stand in for them. */
function ownWork<Row extends StepRow>(
  rows: readonly Row[],
  staff: Staff,
): ReadonlyMap<string, readonly OwnItem<Row>[]> {
  const found = new Map<string, OwnItem<Row>[]>();
  const known = new Map<string, ReturnType<typeof recipientsOf>>();
  for (const { institution, officer, ...item } of rows) {
    const key = `${institution}/${officer}`;
    const recipients =
      known.get(key) ?? recipientsOf({ audience: "owner", institution, home: institution, officer }, staff);
    known.set(key, recipients);
    for (const { userId, inPlaceOf } of recipients) {
      const items = found.get(userId) ?? [];
      items.push({ ...item, inPlaceOfAnother: inPlaceOf !== undefined });
      found.set(userId, items);
    }
  }
  return found;
}

interface WorkOf {
  readonly terms: ReadonlyMap<string, readonly WorkRow[]>;
  readonly termless: ReadonlyMap<string, readonly TermlessRow[]>;
}

function grouped<Row extends StepRow>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const others = found.get(row.institution);
    if (others === undefined) found.set(row.institution, [row]);
    else others.push(row);
  }
  return found;
}

/** How the institutions stand that a person answers for, or for whose absent superior the person stands in. */
function overviewsFor(
  userId: string,
  institutions: readonly InstitutionRow[],
  { terms, termless }: WorkOf,
  staff: Staff,
  day: PlainDate,
): DigestOverview[] {
  return institutions.flatMap(({ id, ro, en }) => {
    const absent = staff.absent.filter(({ institution }) => institution === id);
    const superiors = staff.members.filter((member) => member.institution === id && isSuperior(member));
    const isAway = (who: string): boolean => absent.some((absentee) => absentee.userId === who);
    const own = superiors.some((superior) => superior.userId === userId && !isAway(userId));
    const inPlaceOfAnother = !own && superiors.some((superior) => standInOf(superior.userId, absent) === userId);
    if (!own && !inPlaceOfAnother) return [];
    const work = terms.get(id) ?? [];
    return [
      {
        institution: { ro, en },
        dueToday: work.filter(({ dueOn }) => dueOn === day).length,
        thisWeek: work.filter(({ dueOn }) => dueOn > day).length,
        overdue: work.filter(({ dueOn }) => dueOn < day).map((item) => ({ ...item, inPlaceOfAnother: false })),
        termless: termless.get(id)?.length ?? 0,
        inPlaceOfAnother,
      },
    ];
  });
}

function isSuperior({ role }: Member): boolean {
  return role === "dsp-supervisor" || role === "cas-supervisor" || role === "institution-head";
}

/** What the digests among these letters say, by person; nobody who has declined them meanwhile is among those. */
export async function digestsFor(
  pool: pg.Pool,
  calendars: CalendarReader,
  messages: readonly TakenMessage[],
  now: Date,
): Promise<ReadonlyMap<string, Digest>> {
  const people = messages.flatMap(({ kind, recipient_id }) =>
    kind === "digest" && recipient_id !== null ? [recipient_id] : [],
  );
  if (people.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM users WHERE id = ANY ($1::uuid[]) AND digest", [
    people,
  ]);
  const wanted = new Set(rows.map(({ id }) => id));
  const calendar = await calendars.latest();
  const atWork = await institutionsAtWork(pool, calendar, now);
  const digests = await readDigests(pool, await institutionsOf(pool, wanted, atWork), calendar, now);
  return new Map([...digests].flatMap(([id, { digest }]) => (wanted.has(id) ? [[id, digest] as const] : [])));
}
