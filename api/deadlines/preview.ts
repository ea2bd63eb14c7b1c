/** A due date for a start day and a term or a rule, with its working: useful to anybody, and a what-if for declared days. */
import type pg from "pg";
import { z } from "zod";
import { romanianCalendar, type DeclaredDay } from "../../domain/calendar/working-calendar.ts";
import type { DeadlineExplanation } from "../../domain/case/view.ts";
import { dateField } from "../../domain/commands/define.schema.ts";
import type { Language } from "../../domain/i18n/language.ts";
import {
  countingModeText,
  explainDeadline,
  explainWorkingDays,
  getDeadlineRule,
  isDeadlineRuleId,
  isRuleId,
  RULES,
} from "../../domain/law/index.ts";
import { declaredDays } from "../cases/calendars.ts";
import { DECLARED_DAYS, type DeclaredRow } from "../cases/read-case.ts";
import { invalidField } from "../http/api-error.ts";
import { language, optional } from "../http/query.ts";
import { dayViews } from "./days.ts";
import { ruleView } from "./rule-view.ts";

/** The longest bare term that is worked out day by day. */
const LONGEST_TERM = 2_500;
const MOST_DAYS = 60;
const WHAT_IF = "what-if";

const dateList = optional(
  z
    .string()
    .transform((text) => text.split(",").map((date) => date.trim()))
    .pipe(z.array(dateField).max(MOST_DAYS)),
);

export const PreviewQuery = z.strictObject({
  from: dateField,
  workingDays: optional(z.string().max(40)),
  rule: optional(z.string().max(20)),
  institution: optional(z.string().max(20)),
  /** Days off to assume, comma-separated. */
  daysOff: dateList,
  /** Recovery days to assume, comma-separated. */
  recoveryDays: dateList,
  lang: language,
});
export type PreviewQuery = z.output<typeof PreviewQuery>;

/** @throws ApiError 422 for a term that cannot be, an unknown rule or institution; CalendarRangeError outside the calendar. */
export async function preview(pool: pg.Pool, query: PreviewQuery, spoken: Language): Promise<DeadlineExplanation> {
  const { from, workingDays, rule } = query;
  if ((workingDays === undefined) === (rule === undefined)) throw invalidField("TERM_OR_RULE", "workingDays");
  if (rule !== undefined && !isDeadlineRuleId(rule)) {
    throw invalidField(isRuleId(rule) ? "RULE_WITHOUT_TERM" : "UNKNOWN_RULE", "rule", {
      rule,
      known: rulesWithTerm().join(", "),
    });
  }
  const calendar = romanianCalendar(await declaredFor(pool, query), { institution: query.institution });
  if (rule !== undefined) {
    const explained = explainDeadline(rule, from, calendar);
    return {
      startsOn: explained.startsOn,
      due: explained.dueOn,
      ...(explained.practicalDueOn === undefined ? {} : { practicalDueOn: explained.practicalDueOn }),
      ...(explained.effectOn === undefined ? {} : { effectOn: explained.effectOn }),
      mode: explained.mode,
      modeText: countingModeText(explained.mode, spoken),
      days: dayViews(explained.days, spoken),
      rule: ruleView(getDeadlineRule(rule, from)),
      duty: explained.duty,
      calendarVersion: explained.calendarVersion,
      lawVersion: explained.lawVersion,
    };
  }
  const { startsOn, dueOn, mode, calendarVersion, days } = explainWorkingDays(from, term(workingDays), calendar);
  return {
    startsOn,
    due: dueOn,
    mode,
    modeText: countingModeText(mode, spoken),
    days: dayViews(days, spoken),
    calendarVersion,
  };
}

function term(text: string | undefined): number {
  const value = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > LONGEST_TERM) throw invalidField("INVALID_TERM", "workingDays", { most: LONGEST_TERM });
  return value;
}

/** The rules that set a term, by id. */
export function rulesWithTerm(): string[] {
  return [...new Set(RULES.filter(({ deadline }) => deadline !== undefined).map(({ id }) => id))];
}

/** The days declared for everybody and for the institution, and those to be assumed for this answer alone. */
async function declaredFor(
  pool: pg.Pool,
  { institution, daysOff = [], recoveryDays = [] }: PreviewQuery,
): Promise<DeclaredDay[]> {
  const { rows } = await pool.query<{ declared: readonly DeclaredRow[] | null; known: boolean }>(
    `SELECT ${DECLARED_DAYS} AS declared, $1::text IS NULL OR EXISTS (SELECT FROM institutions WHERE id = $1) AS known`,
    [institution ?? null],
  );
  const [row] = rows;
  if (row?.known === false)
    throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution: institution ?? "" });
  return [
    ...declaredDays(row?.declared ?? []),
    ...daysOff.map((date): DeclaredDay => ({ date, kind: "day-off", legalAct: WHAT_IF })),
    ...recoveryDays.map((date): DeclaredDay => ({ date, kind: "recovery-day", legalAct: WHAT_IF })),
  ];
}
