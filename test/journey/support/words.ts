/** The words of the pages as a Romanian reads them, from the catalogues and from the domain. */
import { createIntl } from "react-intl";
import { romanianCalendar } from "../../../domain/calendar/working-calendar.ts";
import { computeDeadline, type RuleId } from "../../../domain/law/index.ts";
import { E112_COMMANDS, type E112CommandType } from "../../../domain/e112/commands.ts";
import { E112_STAGES, type E112Stage } from "../../../domain/e112/steps.ts";
import { MOH_COMMANDS, type MohCommandType } from "../../../domain/moh/commands.ts";
import { MOH_STAGES, type MohStage } from "../../../domain/moh/steps.ts";
import { bucharestDate } from "../../../domain/plain-date.ts";
import { formatDate } from "../../../web/i18n/dates.ts";
import { ro, type MessageKey } from "../../../web/i18n/ro.ts";

const intl = createIntl({ locale: "ro", messages: ro });

export function words(key: MessageKey, values: Record<string, string | number> = {}): string {
  return intl.formatMessage({ id: key }, values);
}

/** An act of either process; one that both have is called the same. */
export function actTitle(type: MohCommandType | E112CommandType): string {
  return { ...E112_COMMANDS, ...MOH_COMMANDS }[type].title.ro;
}

export function stageTitle(stage: MohStage | E112Stage): string {
  return { ...E112_STAGES, ...MOH_STAGES }[stage].title.ro;
}

/** Today as the pages write it. */
export function today(): string {
  return formatDate(bucharestDate(Date.now()));
}

/** Which of these terms, begun today, ends first, and its last good day as the pages write it; several may end together. */
export function firstDue(rules: readonly RuleId[]): { on?: string; rules: readonly RuleId[] } {
  const from = bucharestDate(Date.now());
  const ends = rules.map((rule) => {
    const { dueOn, practicalDueOn } = computeDeadline(rule, from, romanianCalendar());
    return { rule, on: practicalDueOn ?? dueOn };
  });
  const [first] = ends.map(({ on }) => on).toSorted();
  if (first === undefined) return { rules };
  return { on: formatDate(first), rules: ends.filter(({ on }) => on === first).map(({ rule }) => rule) };
}
