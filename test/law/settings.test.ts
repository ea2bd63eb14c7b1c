/** The readings said to be settings are settings, and nothing else is. */
import { describe, expect, test } from "@jest/globals";
import { findRule, READINGS } from "../../domain/law/index.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { ALERTS } from "../../domain/reminders/alerts.ts";
import { getStepDefinition } from "../../domain/moh/steps.ts";
import { definitionOf, isAllowed, OFF, SETTING_KEYS } from "../../domain/settings/settings.ts";

/** Set elsewhere: DEC-7 by the calendar, rule by rule; DEC-20 belongs to sanctions. */
const ELSEWHERE = ["DEC-7", "DEC-20"];

describe("settings", () => {
  test("there is one for each reading that says so", () => {
    const said = READINGS.filter(({ setting }) => setting === true).map(({ id }) => id);
    const there = SETTING_KEYS.map((key) => definitionOf(key).reading);
    expect([...there, ...ELSEWHERE].toSorted()).toEqual([...said].toSorted());
  });

  test.each(SETTING_KEYS)("%s: its default may be chosen, and is said in words; its rules exist", (key) => {
    const { default: standard, say, rules, title, effect } = definitionOf(key);
    expect(isAllowed(key, standard)).toBe(true);
    for (const text of [say(standard), title, effect]) expect(text.ro).not.toBe(text.en);
    for (const rule of rules) expect(findRule(rule, plainDate("2026-11-20"))).toBeDefined();
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
  ] as const)("%s may be %s: %s", (key, value, allowed) => {
    expect(isAllowed(key, value)).toBe(allowed);
  });

  test("an alert watches over steps that there are, from one of them, by a setting that may be off", () => {
    for (const { steps, from, setting } of ALERTS) {
      for (const step of [...steps, from]) expect(getStepDefinition(step)).toBeDefined();
      expect(isAllowed(setting, OFF)).toBe(true);
    }
  });
});
