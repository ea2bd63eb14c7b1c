/** The open deadlines that a change of the calendar can touch, for its simulation and for carrying it into the files. */
import type pg from "pg";
import type { OpenTerm } from "../domain/calendar/effect.ts";
import type { Reach } from "../domain/calendar/acts.ts";
import type { Duty } from "../domain/people/roles.ts";
import type { DeadlineBasis } from "../domain/case/events.ts";
import type { DeadlineRuleId } from "../domain/law/index.ts";
import type { PlainDate } from "../domain/plain-date.ts";

type Queries = Pick<pg.Pool, "query">;

/** Which of them. */
export interface TermFilter {
  readonly reach: Reach;
  /** Only those that these institutions owe; all when absent. */
  readonly institutions?: readonly string[] | undefined;
  /** Only those whose date an earlier change of the calendar than this one counted. */
  readonly before?: number | undefined;
}

/** Days after the last one of a term by which a file that is still to be recomputed may lag behind its calendar. */
const SLACK_DAYS = 14;

/** SQL over `deadlines d`: those in reach. A net that is a little too wide; what a calendar makes of each is computed. */
const IN_REACH = `d.state IN ('running', 'suspended')
  AND (($1::date <= greatest(d.due_on, d.practical_due_on, d.effect_on) + ${SLACK_DAYS} AND $2::date > d.starts_on)
    OR (d.state = 'suspended' AND $2::date > d.starts_on) OR d.rule = ANY ($3::text[]) OR ($4 AND d.provisional))
  AND ($5::text IS NULL OR $5 IN (d.institution_id, d.former_institution_id))
  AND ($6::text[] IS NULL OR d.institution_id = ANY ($6::text[]))
  AND ($7::int IS NULL OR d.calendar_number < $7)`;
/** How many parameters `IN_REACH` has. */
const PARAMETERS = 7;

function parametersOf({ reach, institutions, before }: TermFilter): unknown[] {
  const { days, rules, provisional, institution } = reach;
  return [
    days?.from ?? null,
    days?.to ?? null,
    rules,
    provisional,
    institution ?? null,
    institutions ?? null,
    before ?? null,
  ];
}

/** SQL over `deadlines d`: a number that all deadlines with the same dates for the same reasons share. */
const KEY = `hash_record_extended(ROW(d.institution_id, d.rule, d.basis, d.duty, d.starts_on, d.due_on, d.practical_due_on,
  d.effect_on, d.passes_at, d.provisional, d.former_duty, d.former_institution_id, d.suspensions), 0)`;

/** SQL: a deadline's term as JSON would name it. */
const TERM_COLUMNS = [
  ["institution_id", "institution"],
  ["former_institution_id", "formerInstitution"],
  ["rule", "rule"],
  ["basis", "basis"],
  ["duty", "duty"],
  ["former_duty", "formerDuty"],
  ["starts_on", "startsOn"],
  ["suspensions", "suspensions"],
  ["due_on", "dueOn"],
  ["practical_due_on", "practicalDueOn"],
  ["effect_on", "effectOn"],
  ["passes_at", "passesAt"],
  ["provisional", "provisional"],
] as const;
const TERM = TERM_COLUMNS.map(([column, name]) => `d.${column} AS "${name}"`).join(", ");

interface TermRow {
  readonly institution: string;
  readonly formerInstitution: string | null;
  readonly rule: DeadlineRuleId;
  readonly basis: DeadlineBasis;
  readonly duty: Duty;
  readonly formerDuty: Duty | null;
  readonly startsOn: PlainDate;
  readonly suspensions: OpenTerm["suspensions"] | null;
  readonly dueOn: PlainDate;
  readonly practicalDueOn: PlainDate | null;
  readonly effectOn: PlainDate | null;
  readonly passesAt: Date;
  readonly provisional: boolean;
}

function termOf({ formerInstitution, formerDuty, practicalDueOn, effectOn, ...row }: TermRow): OpenTerm {
  return {
    ...row,
    suspensions: row.suspensions ?? [],
    passesAt: row.passesAt.toISOString(),
    ...(formerInstitution === null ? {} : { formerInstitution }),
    ...(formerDuty === null ? {} : { formerDuty }),
    ...(practicalDueOn === null ? {} : { practicalDueOn }),
    ...(effectOn === null ? {} : { effectOn }),
  };
}

/** Deadlines that are alike in all that a date follows from, and in the date: computed once for all of them. */
export interface TermGroup {
  readonly key: string;
  readonly term: OpenTerm;
  readonly deadlines: number;
}

export async function groupTerms(database: Queries, filter: TermFilter): Promise<TermGroup[]> {
  const { rows } = await database.query<TermRow & { key: string; deadlines: number }>(
    `SELECT ${KEY} AS key, count(*)::int AS deadlines, ${TERM} FROM deadlines d WHERE ${IN_REACH}
     GROUP BY ${TERM_COLUMNS.map(([column]) => `d.${column}`).join(", ")}`,
    parametersOf(filter),
  );
  return rows.map(({ key, deadlines, ...row }) => ({ key, deadlines, term: termOf(row) }));
}

/** How many files have a deadline in these groups, by the institution that owes it; `null` for all of them. */
export async function countFiles(
  database: Queries,
  filter: TermFilter,
  keys: readonly string[],
): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await database.query<{ institution_id: string | null; files: number }>(
    `WITH touched AS MATERIALIZED (
       SELECT DISTINCT d.institution_id, d.case_id FROM deadlines d
       WHERE ${IN_REACH} AND ${KEY} = ANY ($${PARAMETERS + 1}::bigint[]))
     SELECT institution_id, count(*)::int AS files FROM touched GROUP BY institution_id
     UNION ALL
     SELECT NULL, count(DISTINCT case_id)::int FROM touched`,
    [...parametersOf(filter), keys],
  );
  return new Map(rows.map(({ institution_id: institution, files }) => [institution, files]));
}

/** A deadline of a group, in its file. */
export interface GroupedDeadline {
  readonly key: string;
  readonly caseId: string;
  readonly deadline: string;
  readonly registrationNumber: string;
}

/** The deadlines of these groups in the order of the groups, then of files; those after a place in the first group. */
export async function listDeadlines(
  database: Queries,
  filter: TermFilter,
  groups: readonly TermGroup[],
  {
    after,
    limit,
  }: { readonly after?: readonly [caseId: string, deadline: string] | undefined; readonly limit: number },
): Promise<GroupedDeadline[]> {
  const keys = groups.map(({ key }) => key);
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  const { rows } = await database.query<GroupedDeadline>(
    `SELECT found.key, found.case_id AS "caseId", found.id AS deadline, c.registration_number AS "registrationNumber"
     FROM (SELECT ${KEY} AS key, d.case_id, d.id FROM deadlines d
           WHERE ${IN_REACH} AND d.institution_id = ANY ($${PARAMETERS + 2}::text[])
             AND d.due_on = ANY ($${PARAMETERS + 3}::date[])) found
     JOIN unnest($${PARAMETERS + 1}::bigint[]) WITH ORDINALITY AS wanted(key, place) ON wanted.key = found.key
     JOIN cases c ON c.id = found.case_id
     WHERE $${PARAMETERS + 4}::uuid IS NULL OR wanted.place > 1
       OR (found.case_id, found.id) > ($${PARAMETERS + 4}, $${PARAMETERS + 5}::text)
     ORDER BY wanted.place, found.case_id, found.id LIMIT ${limit}`,
    [
      ...parametersOf(filter),
      keys,
      distinct(groups.map(({ term }) => term.institution)),
      distinct(groups.map(({ term }) => term.dueOn)),
      after?.[0] ?? null,
      after?.[1] ?? null,
    ],
  );
  return rows;
}

/** The open deadlines in reach of the next files after one, a page of files at a time, in the order of their ids. */
export async function pageOfTerms(
  database: Queries,
  filter: TermFilter,
  { after, files }: { readonly after: string; readonly files: number },
): Promise<ReadonlyMap<string, OpenTerm[]>> {
  const { rows } = await database.query<TermRow & { caseId: string }>(
    `SELECT d.case_id AS "caseId", ${TERM} FROM deadlines d
     WHERE ${IN_REACH} AND d.case_id IN (
       SELECT DISTINCT d.case_id FROM deadlines d WHERE ${IN_REACH} AND d.case_id > $${PARAMETERS + 1}
       ORDER BY 1 LIMIT ${files})
     ORDER BY d.case_id`,
    [...parametersOf(filter), after],
  );
  const byCase = new Map<string, OpenTerm[]>();
  for (const { caseId, ...row } of rows) byCase.set(caseId, [...(byCase.get(caseId) ?? []), termOf(row)]);
  return byCase;
}
