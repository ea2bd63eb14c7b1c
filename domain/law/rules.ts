import { fingerprint } from "../fingerprint.ts";
import type { PlainDate } from "../plain-date.ts";
import { E112_RULES, type E112AdviceRuleId, type E112RuleId } from "./e112.ts";
import { MOH_RULES, type MohDeadlineRuleId, type MohRuleId } from "./moh.ts";
import type { DeadlineTerm, RuleRecord } from "./rule.ts";

export type RuleId = MohRuleId | E112RuleId;

/** The rules whose term somebody owes: deadlines are kept of these, and of no others. */
export type DeadlineRuleId = MohDeadlineRuleId;

/** The rules that set a term, as a duty or as advice. */
export type TermRuleId = DeadlineRuleId | E112AdviceRuleId;

/** A rule in one of its versions. */
export interface Rule extends RuleRecord {
  readonly id: RuleId;
  /** Names this version by its first day and, by a hash, what it says of a term. Equal names give equal dates. */
  readonly version: string;
}

/** A rule that sets a term, as a duty or as advice. */
export interface DeadlineRule extends Rule {
  readonly deadline: DeadlineTerm;
}

/** Every version of every rule, in the order of the law. */
export const RULES: readonly Rule[] = [...MOH_RULES, ...E112_RULES].map((rule) => ({
  ...rule,
  version: versionOf(rule),
}));

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

/** Whether it is a rule whose term somebody owes. Advice is none (E112-A5). */
export function isDeadlineRuleId(value: unknown): value is DeadlineRuleId {
  return isTermRuleId(value) && VERSIONS.get(value)?.[0]?.deadline?.advisory !== true;
}

/** Whether it is a rule of which a date can be computed: one whose term somebody owes, or advice. */
export function isTermRuleId(value: unknown): value is TermRuleId {
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

/** Every version of the rule, oldest first; none for an unknown one. */
export function versionsOf(id: string): readonly Rule[] {
  return VERSIONS.get(id) ?? [];
}

function versionOf({ id, validFrom, deadline }: RuleRecord): string {
  if (deadline === undefined) return `${id}/${validFrom}`;
  const { value, unit, mode, startsAt, duty, otherDuty, passesAt } = deadline;
  const { interruptedByDeclaredDays, rollsForward = false, againstPatient = false, advisory = false } = deadline;
  const says = [value, unit, mode, startsAt, duty, otherDuty, passesAt];
  const flags = [interruptedByDeclaredDays, rollsForward, againstPatient, ...(advisory ? ["advisory"] : [])];
  return `${id}/${validFrom}+${fingerprint(JSON.stringify([...says, ...flags]))}`;
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
