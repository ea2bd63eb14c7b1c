/** Which way: every combination of answers against the conditions told apart by hand. */
import { describe, expect, test } from "@jest/globals";
import {
  EEA_COUNTRIES,
  EU_COUNTRIES,
  officialLanguagesOf,
  routeCountry,
  statesOf,
} from "../../domain/e112/countries.ts";
import { ANSWERS, decideRoute, ROUTE_CONDITIONS, type Answer } from "../../domain/e112/route.ts";

const MET = {
  clinicInEu: "yes",
  clinicContracted: "yes",
  inBasicPackage: "yes",
  notTimely: "yes",
  insured: "yes",
} as const;
const ADULT = { ...MET, minor: false };

describe("which way", () => {
  test("E112-01, E112-05, E112-A1: of all 243 combinations", () => {
    const seen = { e112: 0, ministry: 0, ask: 0 };
    for (const a of ANSWERS)
      for (const b of ANSWERS)
        for (const c of ANSWERS)
          for (const d of ANSWERS)
            for (const e of ANSWERS) {
              const answers = { clinicInEu: a, clinicContracted: b, inBasicPackage: c, notTimely: d, insured: e };
              const { outcome } = decideRoute({ ...answers, minor: false });
              expect({ answers, outcome }).toEqual({ answers, outcome: expected([a, b, c], [d, e]) });
              seen[outcome] += 1;
            }
    // 27 − 8 triples have a "no"; each with 9 pairs. One combination is all "yes".
    expect(seen).toEqual({ e112: 1, ministry: 171, ask: 71 });
  });

  test.each(["clinicInEu", "clinicContracted", "inBasicPackage"] as const)(
    "E112-05 %s alone opens the Ministry's way, whatever is not known of the rest",
    (condition) => {
      expect(decideRoute({ [condition]: "no", minor: false })).toMatchObject({
        outcome: "ministry",
        rules: ["E112-05"],
      });
      const decision = decideRoute({ ...ADULT, [condition]: "no" });
      expect(decision.reasons.filter(({ decides }) => decides)).toMatchObject([{ condition, answer: "no" }]);
    },
  );

  test.each([
    ["notTimely", "E112-08", /medic/],
    ["insured", "E112-77", /CAS/],
  ] as const)("%s alone opens neither way: %s is named, and whom to ask", (condition, rule, whom) => {
    const decision = decideRoute({ ...ADULT, [condition]: "no" });
    expect(decision).toMatchObject({ outcome: "ask", rules: [rule], ask: [{ about: condition }] });
    expect(decision.ask[0]?.whom.ro).toMatch(whom);
  });

  test("what is not known is asked, each of somebody; what is known is not", () => {
    expect(decideRoute({ minor: false }).ask.map(({ about }) => about)).toEqual(ROUTE_CONDITIONS);
    for (const condition of ROUTE_CONDITIONS) {
      const { outcome, ask } = decideRoute({ ...ADULT, [condition]: "unknown" });
      expect({ outcome, asked: ask.map(({ about }) => about) }).toEqual({ outcome: "ask", asked: [condition] });
    }
  });

  test("E112-86, E112-A16: a transfer of residence goes before everything else", () => {
    expect(decideRoute({ ...ADULT, clinicInEu: "no", category: 1 })).toMatchObject({
      outcome: "ask",
      rules: ["E112-86"],
      readings: ["E112-A16"],
    });
    expect(decideRoute({ ...ADULT, category: 2 }).outcome).toBe("e112");
  });

  test("E112-A11 for a child the parents' status counts", () => {
    const insured = (minor: boolean) =>
      decideRoute({ ...MET, minor }).reasons.find(({ condition }) => condition === "insured");
    expect(insured(true)).toMatchObject({ readings: ["E112-A11"] });
    expect(insured(false)?.readings).toEqual([]);
  });

  test("MOH-07 the Ministry's way is told with what stands in it", () => {
    expect(decideRoute({ ...ADULT, clinicInEu: "no", notTimely: "no" }).cautions).toMatchObject([{ rule: "MOH-07" }]);
    expect(decideRoute({ ...ADULT, clinicInEu: "no" }).cautions).toEqual([]);
  });

  test("E112-02, E112-A2: the country goes before the answer about it", () => {
    expect(decideRoute({ ...ADULT, clinicInEu: "unknown", country: "DE" }).outcome).toBe("e112");
    expect(decideRoute({ ...ADULT, country: "TR" }).outcome).toBe("ministry");
  });
});

describe("countries", () => {
  test("E112-A2: 27 of the Union, three of the Area, and those of the list; home is not abroad", () => {
    expect([EU_COUNTRIES.length, EEA_COUNTRIES]).toEqual([27, ["IS", "LI", "NO"]]);
    const led = [...EU_COUNTRIES, ...EEA_COUNTRIES, "CH"].filter((country) => !routeCountry(country));
    expect(led).toEqual(["RO"]);
    expect(["GB", "TR", "US", "IL", "UA", ""].some((country) => routeCountry(country))).toBe(false);
  });

  test("E112-13 each has its official languages; an unknown country has none", () => {
    expect(officialLanguagesOf("BE")).toEqual(["nl", "fr", "de"]);
    expect(officialLanguagesOf("AT")).toEqual(["de"]);
    expect(officialLanguagesOf("US")).toEqual([]);
    const all = [...EU_COUNTRIES, ...EEA_COUNTRIES, ...statesOf("CH,GB")].map(officialLanguagesOf);
    expect(all.every((languages) => languages.length > 0 && languages.every((code) => /^[a-z]{2}$/.test(code)))).toBe(
      true,
    );
  });
});

function expected(abc: readonly Answer[], rest: readonly Answer[]): string {
  if (abc.includes("no")) return "ministry";
  return [...abc, ...rest].every((answer) => answer === "yes") ? "e112" : "ask";
}
