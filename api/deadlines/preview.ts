/** A due date for a start day and a term or a rule, with its working: useful to anybody, and a what-if for declared days. */
import { z } from "zod";
import { institutionCalendar, publicCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { DeclaredDay, WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
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
import type { PlainDate } from "../../domain/plain-date.ts";
import { invalidField } from "../http/api-error.ts";
import { language, optional } from "../http/query.ts";
import type { Services } from "../services.ts";
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
export async function preview(services: Services, query: PreviewQuery, spoken: Language): Promise<DeadlineExplanation> {
  const { from, workingDays, rule } = query;
  if ((workingDays === undefined) === (rule === undefined)) throw invalidField("TERM_OR_RULE", "workingDays");
  if (rule !== undefined && !isDeadlineRuleId(rule)) {
    throw invalidField(isRuleId(rule) ? "RULE_WITHOUT_TERM" : "UNKNOWN_RULE", "rule", {
      rule,
      known: rulesWithTerm().join(", "),
    });
  }
  const calendar = calendarOf(await calendarData(services, query), query);
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
      calendarNumber: explained.calendarNumber,
      provisional: explained.provisionalYears !== undefined,
      provisionalYears: explained.provisionalYears ?? [],
      lawVersion: explained.lawVersion,
    };
  }
  const explained = explainWorkingDays(from, term(workingDays), calendar);
  const { startsOn, dueOn, mode, calendarVersion, calendarNumber, provisionalYears = [], days } = explained;
  return {
    startsOn,
    due: dueOn,
    mode,
    modeText: countingModeText(mode, spoken),
    days: dayViews(days, spoken),
    calendarVersion,
    calendarNumber,
    provisional: provisionalYears.length > 0,
    provisionalYears,
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

/** Whose calendar: the institution's; for a rule, that of public institutions; for a bare term, nobody's in particular. */
function calendarOf(data: CalendarData, { institution, rule }: PreviewQuery): WorkingCalendar {
  return institution === undefined && rule === undefined
    ? publicCalendar(data)
    : institutionCalendar(data, institution);
}

/** The calendar as it stands, with the days that are to be assumed for this answer alone. */
async function calendarData(
  { pool, calendars }: Services,
  { institution, daysOff = [], recoveryDays = [] }: PreviewQuery,
): Promise<CalendarData> {
  if (institution !== undefined) {
    const { rowCount } = await pool.query("SELECT FROM institutions WHERE id = $1", [institution]);
    if (rowCount === 0) throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution });
  }
  const data = await calendars.latest();
  const assumed = (kind: DeclaredDay["kind"], dates: readonly PlainDate[]): DeclaredDay[] =>
    dates.map((date) => ({ date, kind, scope: "everyone", legalAct: WHAT_IF }));
  return {
    ...data,
    declared: [...data.declared, ...assumed("day-off", daysOff), ...assumed("recovery-day", recoveryDays)],
  };
}
