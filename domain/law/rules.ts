import type { PlainDate } from "../plain-date.ts";
import { MOH_RULES, type MohDeadlineRuleId, type MohRuleId } from "./moh.ts";
import type { DeadlineTerm, RuleRecord } from "./rule.ts";

export type RuleId = MohRuleId;

/** The rules that set a term. */
export type DeadlineRuleId = MohDeadlineRuleId;

/** A rule in one of its versions. */
export interface Rule extends RuleRecord {
  readonly id: RuleId;
}

/** A rule that sets a term. */
export interface DeadlineRule extends Rule {
  readonly deadline: DeadlineTerm;
}

/** Names the state of the rules with which a date was computed. Raise it when a rule or a reading changes an answer. */
export const LAW_VERSION = "MOH-2011-06-14/1";

/** Every version of every rule. */
export const RULES: readonly Rule[] = MOH_RULES;

const VERSIONS = indexVersions(RULES);

/** A rule that does not exist, did not hold yet on the date, or sets no term. */
export class RuleError extends RangeError {
  readonly code: "UNKNOWN_RULE" | "RULE_NOT_IN_FORCE" | "RULE_WITHOUT_TERM";
  readonly rule: string;

  constructor(code: RuleError["code"], rule: string, message: string) {
    super(message);
    this.name = "RuleError";
    this.code = code;
    this.rule = rule;
  }
}

export function isRuleId(value: unknown): value is RuleId {
  return typeof value === "string" && VERSIONS.has(value);
}

export function isDeadlineRuleId(value: unknown): value is DeadlineRuleId {
  return typeof value === "string" && VERSIONS.get(value)?.[0]?.deadline !== undefined;
}

/** The version of the rule that holds on the date, when there is one. */
export function findRule(id: string, on: PlainDate): Rule | undefined {
  return VERSIONS.get(id)?.findLast((version) => version.validFrom <= on);
}

/** The version of the rule that holds on the date. @throws RuleError for an unknown rule or a date before its first version. */
export function getRule(id: string, on: PlainDate): Rule {
  const rule = findRule(id, on);
  if (rule) return rule;
  if (VERSIONS.has(id)) throw new RuleError("RULE_NOT_IN_FORCE", id, `${id} does not hold yet on ${on}`);
  throw new RuleError("UNKNOWN_RULE", id, `No rule is called ${id}`);
}

/** The version of a rule with a term that holds on the date. @throws RuleError also when the rule sets no term. */
export function getDeadlineRule(id: string, on: PlainDate): DeadlineRule {
  const rule = getRule(id, on);
  const { deadline } = rule;
  if (!deadline) throw new RuleError("RULE_WITHOUT_TERM", id, `${id} sets no term`);
  return { ...rule, deadline };
}

/** Versions of each rule, oldest first. */
function indexVersions(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byId = new Map<string, Rule[]>();
  for (const rule of [...rules].sort(byValidFrom)) {
    byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);
  }
  return byId;
}

function byValidFrom(a: Rule, b: Rule): number {
  return a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0;
}
