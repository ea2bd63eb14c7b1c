/** What the scenarios together must touch: every rule with a deadline. */
import { isDeadlineRuleId, RULES } from "../../domain/law/index.ts";

export const DEADLINE_RULES: readonly string[] = [...new Set(RULES.map(({ id }) => id))].filter(isDeadlineRuleId);
