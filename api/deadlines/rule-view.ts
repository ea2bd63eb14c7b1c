import type { WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import type { RuleVersionView, RuleView } from "../../domain/case/view.ts";
import {
  COUNTING_MODES,
  getReading,
  interruptionOf,
  ROLL_CITATION,
  versionsOf,
  type Rule,
} from "../../domain/law/index.ts";
import type { Duty } from "../../domain/people/roles.ts";

/** A rule with its readings, as screens show it; whether declared days interrupt its term is as the calendar has it. */
export function ruleView(rule: Rule, calendar: WorkingCalendar, duty?: Duty): RuleView {
  const { id, process, kind, text, citation, readings, validFrom, version } = rule;
  return {
    id,
    process,
    kind,
    text,
    citation,
    readings: readings.map((reading) => ({ id: reading, text: getReading(reading).text })),
    validFrom,
    version,
    ...termView(rule, calendar, duty),
  };
}

/** All the versions of a rule, oldest first, each until the next. */
export function versionViews(id: string, calendar: WorkingCalendar): RuleVersionView[] {
  return versionsOf(id).map((rule) => {
    const { text, citation, validFrom, version } = rule;
    return { text, citation, validFrom, version, ...termView(rule, calendar) };
  });
}

function termView({ id, deadline }: Rule, calendar: WorkingCalendar, duty?: Duty): Pick<RuleView, "deadline"> {
  if (deadline === undefined) return {};
  const { value, unit, mode, modeCitation, startsAt, otherDuty, rollsForward = false, advisory = false } = deadline;
  const { interrupted, citation } = interruptionOf({ id, deadline }, calendar, duty);
  return {
    deadline: {
      value,
      unit,
      mode,
      modeText: COUNTING_MODES[mode].text,
      modeCitation,
      duty: deadline.duty,
      ...(otherDuty === undefined ? {} : { otherDuty }),
      startsAt,
      rollsForward,
      ...(rollsForward ? { rollCitation: ROLL_CITATION } : {}),
      interruptedByDeclaredDays: interrupted,
      interruptionCitation: citation,
      ...(advisory ? { advisory } : {}),
    },
  };
}
