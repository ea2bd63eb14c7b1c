import { z } from "zod";
import { RULES } from "../../domain/law/index.ts";
import { PROCESS_NAMES, wordsOf } from "../../domain/process-words.ts";
import { cursor, flag, language, optional } from "../http/query.ts";

/** The steps of every process: each has names of its own. */
const STEPS = Object.fromEntries(PROCESS_NAMES.flatMap((process) => Object.entries(wordsOf(process).steps)));
const RULE_IDS = RULES.map(({ id }) => id);

export const TaskQuery = z.strictObject({
  step: optional(z.enum(Object.keys(STEPS) as [string, ...string[]])),
  /** Steps in which this rule acts. */
  rule: optional(z.enum(RULE_IDS)),
  overdue: flag,
  dueToday: flag,
  dueThisWeek: flag,
  /** `me`: only the files that I registered, and those of colleagues whose work I have while they are away. */
  officer: optional(z.literal("me")),
  /** Only what my own institution records, not what it owes and another records. */
  mine: flag,
  urgencyClass: optional(z.enum(["A", "B"])),
  institution: optional(z.string().max(20)),
  sort: optional(z.enum(["due", "since"])),
  cursor,
  lang: language,
});
export type TaskQuery = z.output<typeof TaskQuery>;

/** The steps in which a rule acts. */
export function stepsOfRule(rule: string): string[] {
  return Object.entries(STEPS).flatMap(([step, { rules }]) => (rules.some((acting) => acting === rule) ? [step] : []));
}
