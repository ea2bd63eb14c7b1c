import type { DeadlineExplanation } from "../../domain/case/view.ts";
import { isDeadlineRuleId } from "../../domain/law/index.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { termAsked, type PreviewQuery } from "../deadlines/preview.ts";
import type { CountedLength, CountedRule } from "./term-facts.ts";
import type { PrintedTerm } from "./verification.ts";

/** What a printed preview can be verified by; nothing for a trial with assumed days or for advice, which prove no deadline. */
export function printedPreview(
  query: PreviewQuery,
  { startsOn, due, duty, calendarNumber, lawVersion }: DeadlineExplanation,
  printedOn: PlainDate,
): PrintedTerm | undefined {
  const { institution, daysOff = [], recoveryDays = [] } = query;
  if (daysOff.length > 0 || recoveryDays.length > 0) return undefined;
  const { term, suspensions } = termAsked(query);
  const printed = { startsOn, dueOn: due, institution, calendarNumber, printedOn, suspensions };
  if (typeof term === "object") return { ...printed, ...term };
  if (!isDeadlineRuleId(term)) return undefined;
  if (duty === undefined || lawVersion === undefined) throw new RangeError(`${term} was not explained`);
  return { ...printed, rule: term, basis: "term", duty, lawVersion };
}

/** How a preview was counted. */
export function countedPreview(
  query: PreviewQuery,
  { startsOn, rule, duty }: DeadlineExplanation,
  institution: string | undefined,
): CountedRule | CountedLength {
  const { term } = termAsked(query);
  if (typeof term === "object") return { ...term, startsOn, institution };
  if (rule === undefined || duty === undefined) throw new RangeError(`${term} was not explained`);
  return { rule, duty, startsOn, institution };
}
