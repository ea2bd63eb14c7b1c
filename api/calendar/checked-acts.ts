/** Acts that can stand, one after the other, in the calendar as it is. */
import {
  problemOf,
  ruleSetTwice,
  withAct,
  type ActProblem,
  type CalendarAct,
  type StandingCalendar,
} from "../../domain/calendar/acts.ts";
import { errorSentence } from "../../domain/i18n/errors.ts";
import { invalid } from "../http/api-error.ts";

/**
 * The calendar with the acts done; its number stays.
 * @throws ApiError 422 with a sentence for each act that cannot stand.
 */
export function withActs(
  standing: StandingCalendar,
  acts: readonly CalendarAct[],
  institutions: ReadonlySet<string>,
): StandingCalendar {
  const problems: (ActProblem & { readonly place: number })[] = [];
  let after = standing;
  for (const [place, act] of acts.entries()) {
    const problem = problemOf(act, after, institutions) ?? ruleSetTwice(act, acts.slice(0, place));
    if (problem === undefined) after = withAct(after, act);
    else problems.push({ ...problem, place });
  }
  if (problems.length === 0) return after;
  throw invalid((language) =>
    problems.map(({ place, field, code, params }) => ({
      path: `acts.${place}.${field}`,
      code,
      message: errorSentence(code, params, language),
    })),
  );
}
