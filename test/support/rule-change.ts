/**
 * MOH-76 shortened from a given day: the second record of the rule, as it would be written beside the first, and nothing
 * else. What uses the law is to be imported after this.
 */
import { jest } from "@jest/globals";
import type { RuleData } from "../../domain/law/rule.ts";

/** The first day of the new version, a Thursday. */
export const CHANGED_ON = "2026-04-02";

const { plainDate } = await import("../../domain/plain-date.ts");
const { MINISTRY_RULES } = await import("../../domain/law/moh/ministry.ts");
const { term } = await import("../../domain/law/terms.ts");

const SHORTER = {
  id: "MOH-76",
  kind: "deadline",
  validFrom: plainDate(CHANGED_ON),
  text: {
    ro: "Comisia Ministerului decide în 15 zile lucrătoare de la înregistrarea dosarului la Minister.",
    en: "The Ministry's commission decides within 15 working days of the registration at the Ministry.",
  },
  citation: { ro: "Ordin de probă, art. 1", en: "Order for a test, art. 1" },
  readings: ["MOH-A1"],
  deadline: term(15, "workingDays", "DossierRegisteredAtMoh", "MOH_COMMISSION"),
} as const satisfies RuleData;

jest.unstable_mockModule("../../domain/law/moh/ministry.ts", () => ({ MINISTRY_RULES: [...MINISTRY_RULES, SHORTER] }));
