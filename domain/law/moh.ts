import { MOH_LEGAL_BASIS } from "./legal-basis.ts";
import { AFTER_RULES } from "./moh/after.ts";
import { COMMISSION_RULES } from "./moh/commission.ts";
import { DOSSIER_RULES } from "./moh/dossier.ts";
import { MINISTRY_RULES } from "./moh/ministry.ts";
import { OFFER_RULES } from "./moh/offer.ts";
import type { RuleData, RuleRecord } from "./rule.ts";

const DATA = [
  ...DOSSIER_RULES,
  ...COMMISSION_RULES,
  ...OFFER_RULES,
  ...MINISTRY_RULES,
  ...AFTER_RULES,
] satisfies readonly RuleData[];

export type MohRuleId = (typeof DATA)[number]["id"];

/** The rules that set a term. */
export type MohDeadlineRuleId = Extract<(typeof DATA)[number], { kind: "deadline" }>["id"];

/** The rules of the Ministry's process, MOH-01 to MOH-101, in every version known. */
export const MOH_RULES: readonly (RuleRecord & { readonly id: MohRuleId })[] = DATA.map((rule) => ({
  process: "moh",
  readings: [],
  validFrom: MOH_LEGAL_BASIS.validFrom,
  ...rule,
}));
