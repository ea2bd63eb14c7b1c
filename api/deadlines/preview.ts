/** A due date for a start day and a term or a rule, with its working: useful to anybody, and a what-if for declared days. */
import { z } from "zod";
import { institutionCalendar, publicCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { DeclaredDay } from "../../domain/calendar/working-calendar.ts";
import type { DeadlineExplanation } from "../../domain/case/view.ts";
import { dateField } from "../../domain/commands/define.schema.ts";
import type { Language } from "../../domain/i18n/language.ts";
import {
  bareTerm,
  countingModeText,
  explainBareTerm,
  explainDeadline,
  getDeadlineRule,
  isRuleId,
  isTermRuleId,
  RULES,
  type ExplainedTerm,
  type Suspension,
  type TermKind,
  type TermRuleId,
} from "../../domain/law/index.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { invalidField } from "../http/api-error.ts";
import { language, optional } from "../http/query.ts";
import type { Services } from "../services.ts";
import { dayViews } from "./days.ts";
import { ruleView } from "./rule-view.ts";

/** The ways to write a bare term, and the longest that is worked out day by day. */
export const LONGEST_TERMS = {
  workingDays: 2_500,
  calendarDays: 3_650,
  freeDays: 3_650,
  hours: 8_760,
  months: 120,
  years: 10,
} as const satisfies Record<TermKind, number>;
const KINDS = Object.keys(LONGEST_TERMS) as TermKind[]; // its own keys
const MOST_DAYS = 60;
const ASSUMED = { ro: "presupunere", en: "assumed" };

const dateList = optional(
  z
    .string()
    .transform((text) => text.split(",").map((date) => date.trim()))
    .pipe(z.array(dateField).max(MOST_DAYS)),
);
const length = optional(z.string().max(40));

export const PreviewQuery = z.strictObject({
  from: dateField,
  workingDays: length,
  calendarDays: length,
  /** Neither the first day nor the last counts. */
  freeDays: length,
  hours: length,
  months: length,
  years: length,
  rule: optional(z.string().max(20)),
  institution: optional(z.string().max(20)),
  /** Days off to assume, comma-separated. */
  daysOff: dateList,
  /** Recovery days to assume, comma-separated. */
  recoveryDays: dateList,
  /** Suspensions to assume, comma-separated: the first day that does not count, a slash, the first that counts again. */
  suspended: optional(z.string().max(MOST_DAYS * 24)),
  lang: language,
});
export type PreviewQuery = z.output<typeof PreviewQuery>;

/** @throws ApiError 422 for a term that cannot be, an unknown rule or institution; CalendarRangeError outside the calendar. */
export async function preview(
  services: Pick<Services, "pool" | "calendars">,
  query: PreviewQuery,
  spoken: Language,
): Promise<DeadlineExplanation> {
  const { from, institution } = query;
  const { term, suspensions: suspended } = termAsked(query);
  const data = await calendarData(services, query, spoken);
  if (typeof term === "object") {
    const calendar = institution === undefined ? publicCalendar(data) : institutionCalendar(data, institution);
    return explanation(explainBareTerm(bareTerm(term.value, term.kind), from, calendar, { suspended }), spoken);
  }
  const rule = term;
  const calendar = institutionCalendar(data, institution);
  const explained = explainDeadline(rule, from, calendar, { suspended });
  return {
    ...explanation(explained, spoken),
    ...(explained.effectOn === undefined ? {} : { effectOn: explained.effectOn }),
    rule: ruleView(getDeadlineRule(rule, from), calendar),
    duty: explained.duty,
    lawVersion: explained.lawVersion,
  };
}

function explanation(explained: ExplainedTerm, spoken: Language): DeadlineExplanation {
  const { startsOn, dueOn, practicalDueOn, passesAt, mode, provisionalYears = [] } = explained;
  return {
    startsOn,
    due: dueOn,
    ...(practicalDueOn === undefined ? {} : { practicalDueOn }),
    passesAt,
    mode,
    modeText: countingModeText(mode, spoken),
    days: dayViews(explained.days, spoken),
    calendarVersion: explained.calendarVersion,
    calendarNumber: explained.calendarNumber,
    provisional: provisionalYears.length > 0,
    provisionalYears,
  };
}

/** What the query asks to be computed: a rule's term, or so many days, hours, months or years; over these suspensions. */
export interface AskedTerm {
  readonly term: TermRuleId | { readonly kind: TermKind; readonly value: number };
  readonly suspensions: readonly Suspension[];
}

/** @throws ApiError 422 unless the query names one rule or one bare term, and suspensions that can be. */
export function termAsked(query: PreviewQuery): AskedTerm {
  const { rule } = query;
  const [first, ...others] = KINDS.filter((kind) => query[kind] !== undefined);
  if (others.length > 0 || (first === undefined) === (rule === undefined)) {
    throw invalidField("TERM_OR_RULE", others[0] ?? first ?? "workingDays", { known: KINDS.join(", ") });
  }
  const suspensions = readSuspensions(query.suspended);
  if (first !== undefined) return { term: { kind: first, value: lengthOf(first, query[first]) }, suspensions };
  if (isTermRuleId(rule)) return { term: rule, suspensions };
  throw invalidField(isRuleId(rule) ? "RULE_WITHOUT_TERM" : "UNKNOWN_RULE", "rule", {
    rule: rule ?? "",
    known: rulesWithTerm().join(", "),
  });
}

function lengthOf(kind: TermKind, text = ""): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > LONGEST_TERMS[kind]) throw invalidField("INVALID_TERM", kind, { most: LONGEST_TERMS[kind] });
  return value;
}

function readSuspensions(text: string | undefined): Suspension[] {
  const intervals = text === undefined ? [] : text.split(",").map((interval) => interval.trim().split("/"));
  return intervals.map(([from, until, more]) => {
    if (!isPlainDate(from) || !isPlainDate(until) || more !== undefined || until < from) {
      throw invalidField("INVALID_SUSPENSION", "suspended");
    }
    return { from, until };
  });
}

/** The rules that set a term, as a duty or as advice, by id. */
export function rulesWithTerm(): string[] {
  return [...new Set(RULES.map(({ id }) => id))].filter(isTermRuleId);
}

/** The calendar as it stands, with the days that are to be assumed for this answer alone. */
async function calendarData(
  { pool, calendars }: Pick<Services, "pool" | "calendars">,
  { institution, daysOff = [], recoveryDays = [] }: PreviewQuery,
  spoken: Language,
): Promise<CalendarData> {
  if (institution !== undefined) {
    const { rowCount } = await pool.query("SELECT FROM institutions WHERE id = $1", [institution]);
    if (rowCount === 0) throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution });
  }
  const data = await calendars.latest();
  const assumed = (kind: DeclaredDay["kind"], dates: readonly PlainDate[]): DeclaredDay[] =>
    dates.map((date) => ({ date, kind, scope: "everyone", legalAct: ASSUMED[spoken] }));
  return {
    ...data,
    declared: [...data.declared, ...assumed("day-off", daysOff), ...assumed("recovery-day", recoveryDays)],
  };
}
