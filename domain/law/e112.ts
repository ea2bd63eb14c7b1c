import { DOSSIER_RULES } from "./e112/dossier.ts";
import { ISSUE_RULES } from "./e112/issue.ts";
import { PREPARATION_RULES } from "./e112/preparation.ts";
import { REPORT_RULES } from "./e112/report.ts";
import { ROUTE_RULES } from "./e112/route.ts";
import { E112_LEGAL_BASIS } from "./legal-basis.ts";
import type { RuleData, RuleRecord } from "./rule.ts";

const DATA = [
  ...ROUTE_RULES,
  ...PREPARATION_RULES,
  ...REPORT_RULES,
  ...DOSSIER_RULES,
  ...ISSUE_RULES,
] satisfies readonly RuleData[];

export type E112RuleId = (typeof DATA)[number]["id"];

/** The rules that set a term. Both are advice: this route sets nobody a term (E112-A4, E112-A5). */
export type E112AdviceRuleId = Extract<(typeof DATA)[number], { kind: "deadline" }>["id"];

/** The rules of the E112 process, E112-01 to E112-91, in every version known. */
export const E112_RULES: readonly (RuleRecord & { readonly id: E112RuleId })[] = DATA.map((rule) => ({
  process: "e112",
  readings: [],
  validFrom: E112_LEGAL_BASIS.validFrom,
  ...rule,
}));
