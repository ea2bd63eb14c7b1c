/** A scenario that is wrong says where and what is allowed; dates are counted by the product's calendar. */
import { describe, expect, test } from "@jest/globals";
import { plainDate } from "../../domain/plain-date.ts";
import { dayOf } from "./dates.ts";
import { parseScenario } from "./read-scenario.ts";

const HEAD = `title: { ro: a, en: b }
branches: [class-a]
rules: [MOH-23]
start: 2027-03-01
acts:
`;

function fault(acts: string, head = HEAD): string {
  try {
    parseScenario(head + acts, "x.yaml");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "it was read";
}

describe("what is wrong in a scenario", () => {
  test.each([
    ["an unknown act", "  - act: send to the moon", /^x\.yaml:6: acts\.0\.act .*sendToCommission/],
    [
      "a date that is none",
      "  - act: file dossier\n  - { on: 2027-02-30, act: send to commission }",
      /^x\.yaml:7: acts\.1\.on .*\+2wd/,
    ],
    ["an unknown field", "  - act: file dossier\n    expects: {}", /^x\.yaml:7: acts\.0: knows no expects/],
    [
      "an unknown stage",
      "  - act: file dossier\n    expect:\n      stage: complet",
      /^x\.yaml:8: acts\.0\.expect\.stage .*at-commission/,
    ],
    ["an unknown person", "  - { act: file dossier, by: nobody }", /acts\.0\.by .*dsp-supervisor/],
    ["an unknown deadline state", "  - expect: { deadlines: { MOH-23: soon } }", /MOH-23 .*met-late/],
    ["a refusal without an act", "  - { refused: FORBIDDEN, expect: {} }", /refused .*no.* here|refused .*act/],
    ["a line that does nothing", "  - { on: +2wd }", /names none of act, bring to, wait until, expect/],
    ["no YAML", "  - { act: [", /^x\.yaml:\d+: not YAML/],
  ])("%s", (_what, acts, said) => {
    expect(fault(acts)).toMatch(said);
  });

  test("an unknown branch and a rule that is none are both said", () => {
    const said = fault("  - act: file dossier\n", HEAD.replace("class-a", "class-c").replace("MOH-23", "MOH-999"));
    expect(said.split("\n")).toEqual([
      expect.stringMatching(/^x\.yaml:2: branches\.0 .*class-a/),
      expect.stringMatching(/^x\.yaml:3: rules\.0 .*MOH-23/),
    ]);
  });

  test("acts are named by type, by words, or by title", () => {
    const { acts } = parseScenario(
      `${HEAD}  - act: sendClinicRequest\n  - act: send clinic request\n  - act: Trimite la comisie\n`,
      "x.yaml",
    );
    expect(acts.map(({ act }) => act)).toEqual(["sendClinicRequest", "sendClinicRequest", "sendToCommission"]);
  });
});

describe("the days of a scenario", () => {
  const friday = plainDate("2027-03-05");
  const bridge = { date: plainDate("2027-03-08"), kind: "day-off", scope: "everyone", legalAct: "HG nr. 1" } as const;
  const calendar = { number: 1, declared: [bridge], confirmedYears: [2027], interruptions: [] };

  test.each([
    ["2027-05-01", "2027-05-01"],
    ["+1wd", "2027-03-09"], // Monday is a bridge day
    ["+2zl", "2027-03-10"],
    ["+10d", "2027-03-15"],
    ["+1m", "2027-04-05"],
    ["+1y", "2028-03-05"],
  ])("%s", (when, day) => {
    expect(dayOf(when, friday, calendar)).toBe(day);
  });

  test("a year after 29 February is 28 February (DEC-9)", () => {
    expect(dayOf("+1y", plainDate("2028-02-29"), calendar)).toBe("2029-02-28");
  });
});
