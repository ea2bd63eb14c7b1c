/** The readings said to be settings are settings, and nothing else is. */
import { describe, expect, test } from "@jest/globals";
import { findRule, READINGS } from "../../domain/law/index.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { ALERTS, alertOfSetting } from "../../domain/reminders/alerts.ts";
import { E112_STEPS } from "../../domain/e112/steps.ts";
import { MOH_STEPS } from "../../domain/moh/steps.ts";
import { definitionOf, houseOfSetting, isAllowed, OFF, SETTING_KEYS } from "../../domain/settings/settings.ts";

/** Set elsewhere: DEC-7 by the calendar, rule by rule; DEC-20 belongs to sanctions. */
const ELSEWHERE = ["DEC-7", "DEC-20"];

const STEPS: Readonly<Record<string, object>> = { moh: MOH_STEPS, e112: E112_STEPS };

describe("settings", () => {
  test("there is one for each reading that says so", () => {
    const said = READINGS.filter(({ setting }) => setting === true).map(({ id }) => id);
    const there = SETTING_KEYS.map((key) => definitionOf(key).reading);
    expect([...new Set([...there, ...ELSEWHERE])].toSorted()).toEqual([...said].toSorted());
  });

  test.each(SETTING_KEYS)("%s: its default may be chosen, and is said in words; its rules exist", (key) => {
    const { default: standard, say, rules, title, effect } = definitionOf(key);
    expect(isAllowed(key, standard)).toBe(true);
    for (const text of [say(standard), title, effect]) expect(text.ro).not.toBe(text.en);
    for (const rule of rules) expect(findRule(rule, plainDate("2026-11-20"))).toBeDefined();
  });

  test("those of a rule of E112 are the CNAS's, the others the Ministry's; what the guide does not number is an alert", () => {
    for (const key of SETTING_KEYS) {
      const { rules, reading } = definitionOf(key);
      const ofE112 = rules.some((rule) => rule.startsWith("E112-"));
      expect([key, houseOfSetting(key)]).toEqual([key, ofE112 ? "cnas" : "ministry"]);
      if (ofE112 && key !== "s2-states") {
        expect([key, reading, alertOfSetting(key)?.process]).toEqual([key, "E112-A4", "e112"]);
      }
    }
  });

  test.each([
    ["offers-needed", 1, true],
    ["offers-needed", 2, true],
    ["offers-needed", 0, false],
    ["last-companion-age", 5, true],
    ["last-companion-age", OFF, false],
    ["examination-alert", 5, true],
    ["examination-alert", 250, true],
    ["examination-alert", OFF, true],
    ["examination-alert", 4, false],
    ["examination-alert", 251, false],
    ["examination-alert", 30.5, false],
    ["application-alert", OFF, true],
    ["settlement-alert", 30, true],
    ["application-alert", "CH", false],
    ["s2-states", "none", true],
    ["s2-states", "CH,GB", true],
    ["s2-states", "GB,US", false],
    ["s2-states", OFF, false],
    ["s2-states", 1, false],
  ] as const)("%s may be %s: %s", (key, value, allowed) => {
    expect(isAllowed(key, value)).toBe(allowed);
  });

  test("an alert watches over steps that there are, from one of them, by a setting that may be off", () => {
    for (const { process, steps, from = steps[0] ?? "", setting } of ALERTS) {
      for (const step of [...steps, from]) expect(Object.keys(STEPS[process] ?? {})).toContain(step);
      expect(isAllowed(setting, OFF)).toBe(true);
    }
  });
});
