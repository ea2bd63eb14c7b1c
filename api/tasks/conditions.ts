/** The filters of a queue as conditions on its items, and on the sums kept beside them: their columns have the same names. */
import { addDays, weekday, type PlainDate } from "../../domain/plain-date.ts";
import { stepsOfRule, type TaskQuery } from "./task-query.ts";

/** Somebody away from an institution. */
export interface Absentee {
  readonly userId: string;
  readonly institution: string;
  readonly name: string;
}

export interface QueueOf {
  readonly institutions: readonly string[];
  readonly userId: string;
  /** Officers who are away today and whose work this person has. */
  readonly standsInFor: readonly Absentee[];
  readonly today: PlainDate;
}

/** Adds a value to a statement and answers its place, `$1`, `$2` … */
export type Add = (value: unknown) => string;

/** The values of a statement, as they are numbered. */
export function parameters(): { readonly list: unknown[]; readonly add: Add } {
  const list: unknown[] = [];
  return { list, add: (value) => `$${list.push(value)}` };
}

const SUNDAY = 7;

export function conditions(queue: QueueOf, query: TaskQuery, add: Add): string[] {
  const { step, rule, officer, mine, urgencyClass } = query;
  return [
    ...(step === undefined ? [] : [`split_part(step, '#', 1) = ${add(step)}`]),
    ...(rule === undefined ? [] : [`split_part(step, '#', 1) = ANY (${add(stepsOfRule(rule))}::text[])`]),
    ...(officer === undefined
      ? []
      : [`officer_id = ANY (${add([queue.userId, ...queue.standsInFor.map(({ userId }) => userId)])}::uuid[])`]),
    ...(mine === true ? ["acts"] : []),
    ...(urgencyClass === undefined ? [] : [`urgency_class = ${add(urgencyClass)}`]),
  ];
}

export function dueConditions({ today }: QueueOf, query: TaskQuery, add: Add): string[] {
  const { overdue, dueToday, dueThisWeek } = query;
  const sunday = addDays(today, SUNDAY - weekday(today));
  return [
    ...(overdue === true ? [`due_on < ${add(today)}::date`] : []),
    ...(dueToday === true ? [`due_on = ${add(today)}::date`] : []),
    ...(dueThisWeek === true ? [`due_on BETWEEN ${add(today)}::date AND ${add(sunday)}::date`] : []),
  ];
}
