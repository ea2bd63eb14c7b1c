import { z } from "zod";
import { RULES } from "../../domain/law/index.ts";
import { MOH_STEPS, type MohStep } from "../../domain/moh/steps.ts";
import { cursor, flag, language, optional } from "../http/query.ts";

const STEPS = Object.keys(MOH_STEPS) as [MohStep, ...MohStep[]];
const RULE_IDS = RULES.map(({ id }) => id);

export const TaskQuery = z.strictObject({
  step: optional(z.enum(STEPS)),
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
export function stepsOfRule(rule: string): MohStep[] {
  return STEPS.filter((step) => MOH_STEPS[step].rules.some((acting) => acting === rule));
}
