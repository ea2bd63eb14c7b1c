/** What people would receive for a term of a real file by some stages, as it would be sent; nothing is saved. */
import type pg from "pg";
import { z } from "zod";
import { calendarsOf, type CalendarOf } from "../../domain/case/calendars.ts";
import { dueDateOf } from "../../domain/case/due.ts";
import { stepKeeping } from "../../domain/case/process.ts";
import {
  deadlineStatus,
  isRunning,
  type DeadlineRecord,
  type DeadlineStatus,
  type DueDate,
} from "../../domain/case/state.ts";
import type { Text } from "../../domain/case/commands.ts";
import { isLanguage, type Language } from "../../domain/i18n/language.ts";
import { audienceText, type Audience } from "../../domain/messages/audience.ts";
import { writeLetter } from "../../domain/messages/letter.ts";
import type { MessageSubject } from "../../domain/messages/subject.ts";
import { recipientsOf, type Staff } from "../../domain/messages/recipients.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { moh } from "../../domain/moh/process.ts";
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import { institutionOfDuty, type Duty, type Role } from "../../domain/people/roles.ts";
import { bucharestDate, startOfDay, type PlainDate } from "../../domain/plain-date.ts";
import type { OfficeHours } from "../../domain/reminders/office-hours.ts";
import { isFor, planReminders, reminderParams, type PlannedReminder } from "../../domain/reminders/plan.ts";
import {
  deadlinesOfPolicy,
  policyKey,
  REMINDER_POLICIES,
  type PolicyKey,
  type ReminderKind,
  type ReminderStage,
} from "../../domain/reminders/policy.ts";
import { invalidField } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { awayToday } from "../people/absences.ts";
import { stagesField } from "./policies.ts";

export const PreviewRequest = z.strictObject({
  institution: z.string().min(1).max(20),
  rule: z.string().max(40),
  stages: stagesField,
  /** A file of the institution; without it the one whose term of this rule is due last. */
  registrationNumber: z.string().trim().max(40).optional(),
});

interface PreviewAsked {
  readonly institution: string;
  readonly key: PolicyKey;
  readonly stages: readonly ReminderStage[];
  readonly registrationNumber: string | undefined;
  readonly hours: OfficeHours;
}

export interface PolicyPreview {
  readonly registrationNumber: string;
  /** `example`: the file has no such term; it is shown as if it began today. */
  readonly term: {
    readonly startsOn: PlainDate;
    readonly dueOn: PlainDate;
    readonly practicalDueOn?: PlainDate;
    readonly duty: Duty;
    readonly state: DeadlineStatus | "example";
  };
  readonly messages: readonly PreviewMessage[];
}

export interface PreviewMessage {
  /** The place of its stage among those asked about. */
  readonly stage: number;
  readonly kind: ReminderKind;
  readonly audience: Audience;
  readonly audienceText: Text;
  readonly workingDays: number;
  /** Absent when it is not sent. */
  readonly plannedAt?: string;
  /**
   * `passed`: its time is over. It is not sent when its day lies before the term begins, when the term is not the patient
   * side's, or when the patient side has no address.
   */
  readonly state: "planned" | "passed" | "before-the-term" | "not-theirs" | "no-address";
  readonly recipients: readonly {
    readonly name: string;
    readonly roles: readonly Role[];
    readonly locale: Language;
    readonly inPlaceOf?: string;
  }[];
  readonly letters: Readonly<
    Record<Language, { readonly subject: string; readonly text: string; readonly html: string }>
  >;
}

interface CaseRow extends HouseColumns {
  readonly id: string;
  readonly registration_number: string;
  readonly state: MohState;
  readonly officer_id: string;
  readonly patient_has_email: boolean;
}

const CASE =
  "c.id, c.registration_number, c.state, c.home_id, c.cst_id, c.ministry_id, c.officer_id, c.patient_has_email";
/** The file lies in the institution $1 by now. */
const IN_HOUSE = `(c.home_id = $1 OR (c.cst_id = $1 AND c.cst_since IS NOT NULL)
  OR (c.ministry_id = $1 AND c.ministry_since IS NOT NULL))`;

/** @throws ApiError 422 when the institution has no file of that number, or none at all. */
export async function previewPolicy(services: Services, asked: PreviewAsked): Promise<PolicyPreview> {
  const now = services.now();
  const row = await getFile(services.pool, asked);
  const institutions = housesOf(row);
  const calendarOf = calendarsOf(await services.calendars.latest(), institutions);
  const { deadline, due, duty } = termOf(row.state, asked, bucharestDate(now), calendarOf);
  const calendar = calendarOf(institutionOfDuty(duty));
  // As if the term had just begun, so that each stage has its time; those whose time is over are marked.
  const planned = planReminders(due, { calendar, hours: asked.hours, stages: asked.stages }, startOfDay(due.startsOn));
  const people = await readPeople(services.pool, [asked.institution, row.home_id], bucharestDate(now));
  const term = { row, deadline, due, duty, rule: deadlinesOfPolicy(asked.key).rule };
  return {
    registrationNumber: row.registration_number,
    term: {
      startsOn: due.startsOn,
      dueOn: due.dueOn,
      ...(due.practicalDueOn === undefined ? {} : { practicalDueOn: due.practicalDueOn }),
      duty,
      state: deadline === undefined ? "example" : deadlineStatus(row.state, deadline, bucharestDate(now)),
    },
    messages: asked.stages.map((stage, index) => {
      const plan = planned.find((each) => isOf(stage, each));
      const recipients = recipientsFor(stage.audience, asked.institution, row, people);
      return {
        stage: index,
        kind: stage.kind,
        audience: stage.audience,
        audienceText: audienceText(stage.audience),
        workingDays: stage.workingDays,
        ...timeOf(stage, plan, term, now),
        recipients,
        letters: lettersOf(stage, term, recipients, services.config.PUBLIC_URL),
      };
    }),
  };
}

interface Term {
  readonly row: CaseRow;
  readonly deadline: DeadlineRecord | undefined;
  readonly due: DueDate;
  readonly duty: Duty;
  readonly rule: string;
}

/** The term of the file, the one that runs before others; where it has none, as if it began today. */
function termOf(
  state: MohState,
  { key, stages }: PreviewAsked,
  today: PlainDate,
  calendarOf: CalendarOf,
): Pick<Term, "deadline" | "due" | "duty"> {
  const { rule, basis } = deadlinesOfPolicy(key);
  const own = Object.values(state.deadlines).filter((each) => policyKey(each.rule, each.basis) === key);
  const deadline = own.findLast(isRunning) ?? own.at(-1);
  if (deadline?.due !== undefined) return { deadline, due: deadline.due, duty: deadline.duty };
  const duties: readonly Duty[] = REMINDER_POLICIES[key].duties;
  const toPatientSide = stages.some(({ audience }) => audience === "patient-side");
  const duty = duties.find((each) => (each === "PATIENT_SIDE") === toPatientSide) ?? duties[0] ?? "DSP";
  return {
    deadline: undefined,
    duty,
    due: dueDateOf({ rule, basis, startsOn: today, duty, suspensions: [] }, calendarOf),
  };
}

function isOf(stage: ReminderStage, plan: PlannedReminder): boolean {
  return plan.kind === stage.kind && plan.audience === stage.audience && plan.workingDays === stage.workingDays;
}

function timeOf(
  { audience }: ReminderStage,
  plan: PlannedReminder | undefined,
  { row, duty }: Term,
  now: Date,
): Pick<PreviewMessage, "state" | "plannedAt"> {
  if (!isFor(audience, duty, true)) return { state: "not-theirs" };
  if (!isFor(audience, duty, row.patient_has_email)) return { state: "no-address" };
  if (plan === undefined) return { state: "before-the-term" };
  return { state: plan.plannedAt <= now ? "passed" : "planned", plannedAt: plan.plannedAt.toISOString() };
}

function lettersOf(
  stage: ReminderStage,
  { row, deadline, due, rule }: Term,
  recipients: PreviewMessage["recipients"],
  publicUrl: string,
): PreviewMessage["letters"] {
  const step = deadline === undefined ? undefined : stepKeeping(row.state, moh, deadline);
  const subject: MessageSubject = {
    kind: stage.kind,
    registrationNumber: row.registration_number,
    caseId: row.id,
    ...(deadline === undefined ? {} : { deadline: deadline.id }),
    about: due.practicalDueOn ?? due.dueOn,
    ...(due.provisionalYears === undefined ? {} : { provisionalYears: due.provisionalYears }),
    params: reminderParams(deadline ?? { rule }, stage.workingDays, step),
    ...(stage.words === undefined ? {} : { words: stage.words }),
    toPatientSide: stage.audience === "patient-side",
    inPlaceOfAnother: recipients.length > 0 && recipients.every(({ inPlaceOf }) => inPlaceOf !== undefined),
    publicUrl,
  };
  return { ro: writeLetter(subject, "ro"), en: writeLetter(subject, "en") };
}

interface Person {
  readonly userId: string;
  readonly name: string;
  readonly locale: string;
  readonly institution: string;
  readonly role: Role;
}

interface People {
  readonly all: readonly Person[];
  readonly staff: Staff;
}

async function readPeople(pool: pg.Pool, institutions: readonly string[], today: PlainDate): Promise<People> {
  const [{ rows }, absent] = await Promise.all([
    pool.query<Person>(
      `SELECT u.id AS "userId", u.name, u.locale, m.institution_id AS institution, m.role
       FROM memberships m JOIN users u ON u.id = m.user_id AND u.active
       WHERE m.institution_id = ANY ($1::text[]) ORDER BY u.id`,
      [institutions],
    ),
    awayToday(pool, institutions, today),
  ]);
  return { all: rows, staff: { members: rows, absent } };
}

/** The people who have the part today. */
function recipientsFor(
  audience: Audience,
  institution: string,
  { home_id: home, officer_id: officer }: CaseRow,
  { all, staff }: People,
): PreviewMessage["recipients"] {
  if (audience === "patient-side") return [];
  const nameOf = (id: string): string => all.find(({ userId }) => userId === id)?.name ?? "?";
  return recipientsOf({ audience, institution, home, officer }, staff).map((recipient) => {
    const own = all.filter(
      ({ userId, institution: at }) => userId === recipient.userId && at === recipient.institution,
    );
    const locale = own[0]?.locale;
    return {
      name: nameOf(recipient.userId),
      roles: own.map(({ role }) => role),
      locale: isLanguage(locale) ? locale : "ro",
      ...(recipient.inPlaceOf === undefined ? {} : { inPlaceOf: nameOf(recipient.inPlaceOf) }),
    };
  });
}

async function getFile(pool: pg.Pool, { institution, key, registrationNumber }: PreviewAsked): Promise<CaseRow> {
  if (registrationNumber !== undefined && registrationNumber !== "") {
    const { rows } = await pool.query<CaseRow>(
      `SELECT ${CASE} FROM cases c WHERE ${IN_HOUSE} AND (c.registration_number = $2 OR c.ministry_number = $2)`,
      [institution, registrationNumber.toUpperCase()],
    );
    const [row] = rows;
    if (row !== undefined) return row;
    throw invalidField("UNKNOWN_FILE", "registrationNumber", { number: registrationNumber, institution });
  }
  const { rule, basis } = deadlinesOfPolicy(key);
  const { rows: owing } = await pool.query<CaseRow>(
    `SELECT ${CASE} FROM deadlines d JOIN cases c ON c.id = d.case_id
     WHERE d.institution_id = $1 AND d.state = 'running' AND d.rule = $2 AND d.basis = $3 AND ${IN_HOUSE}
     ORDER BY d.due_on DESC, c.id LIMIT 1`,
    [institution, rule, basis],
  );
  const [row] = owing.length > 0 ? owing : await newestFile(pool, institution);
  if (row === undefined) throw invalidField("NO_FILE", "registrationNumber", { institution });
  return row;
}

async function newestFile(pool: pg.Pool, institution: string): Promise<CaseRow[]> {
  const { rows } = await pool.query<CaseRow>(
    `SELECT ${CASE} FROM cases c WHERE ${IN_HOUSE} AND c.closed_at IS NULL ORDER BY c.opened_on DESC, c.id LIMIT 1`,
    [institution],
  );
  return rows;
}
