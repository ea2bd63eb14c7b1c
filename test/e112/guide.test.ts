/** What the guide tells on each way: papers, contents, steps, and that every rule it names is one. */
import { describe, expect, test } from "@jest/globals";
import { answerRoute, RouteRequest, type RouteAnswer } from "../../api/public/route-answer.ts";
import { DOSSIER } from "../../domain/e112/documents.ts";
import type { Guide } from "../../domain/e112/guide.ts";
import { getRule, RULES } from "../../domain/law/index.ts";
import * as moh from "../../domain/moh/documents.ts";
import { plainDate } from "../../domain/plain-date.ts";

const TODAY = plainDate("2026-11-23");
const MET = { country: "DE", clinicContracted: "yes", inBasicPackage: "yes", notTimely: "yes", insured: "yes" };
const ADULT = { patient: "adult", applicant: "patient", ...MET };
const CHILD = { patient: "child", applicant: "parent", ...MET };

function ask(request: object): RouteAnswer {
  return answerRoute(RouteRequest.parse(request), TODAY, "CH");
}
function guideFor(request: object): Guide {
  const { guide } = ask(request);
  if (guide === undefined) throw new RangeError("there is no guide");
  return guide;
}
const kinds = (request: object) => guideFor(request).documents.map(({ kind }) => kind);
const rulesOf = (guide: Guide, paper: string) =>
  guide.contents.filter((one) => one.paper === paper).flatMap(({ items }) => items.flatMap(({ rules }) => rules));

describe("the way of form E112", () => {
  test("E112-29 to E112-34, E112-37: all that the acceptance must hold", () => {
    const rules = new Set(rulesOf(guideFor(ADULT), "acceptance"));
    expect([...rules]).toEqual([29, 30, 31, 32, 33, 34, 37].map((n) => `E112-${n}`));
  });

  test("E112-42 to E112-58: all that the report must hold", () => {
    const numbers = Array.from({ length: 17 }, (_, index) => `E112-${42 + index}`);
    expect(rulesOf(guideFor(ADULT), "report")).toEqual(numbers);
  });

  test("E112-35, E112-36, E112-38: the advice of 3 to 5 months as the law's data has it, and who pays the journey", () => {
    const { steps, costs } = guideFor(ADULT);
    const advised = steps.find(({ rules }) => rules.includes("E112-35"));
    const [from, to] = (["E112-35", "E112-36"] as const).map((id) => valueOf(id));
    expect(advised?.text.ro).toContain(`${from}–${to} luni`);
    expect(advised?.text.en).toContain(`${from} to ${to} months`);
    expect(costs.flatMap(({ rules }) => rules)).toContain("E112-38");
  });

  test("E112-59, E112-13: filed at the house; translated into the languages of the country", () => {
    expect(guideFor({ ...ADULT, country: "BE" })).toMatchObject({
      filing: { rules: expect.arrayContaining(["E112-59", "E112-61"]) },
      languages: ["nl", "fr", "de"],
    });
  });

  test("the list is this very case's: adult, another person, child, one parent, guardian", () => {
    expect(kinds(ADULT)).not.toContain("procura");
    expect(kinds({ ...ADULT, applicant: "otherPerson" })).toEqual(expect.arrayContaining(["procura", "ciMandatar"]));
    expect(kinds(CHILD)).toEqual(expect.arrayContaining(["ciParinte2", "adeverintaParinte2"]));
    for (const one of [
      { ...CHILD, oneParent: true },
      { ...CHILD, applicant: "guardian" },
    ]) {
      expect(kinds(one)).toContain("dovadaUnParinte");
      expect(kinds(one).join()).not.toContain("Parinte2");
    }
    const listed = new Set<string>(DOSSIER.map(({ kind }) => kind));
    expect(kinds(CHILD).every((kind) => listed.has(kind))).toBe(true);
  });
});

describe("somebody else for a child (E112-A10)", () => {
  const OTHER = { ...CHILD, applicant: "otherPerson" };

  test("is not foreseen: the house is asked, and no list is given", () => {
    const answer = ask(OTHER);
    expect(answer).toMatchObject({ outcome: "ask", rules: ["E112-72"], readings: ["E112-A10"] });
    expect(answer.ask).toMatchObject([{ about: "applicant", rules: ["E112-72"] }]);
    expect(answer.guide).toBeUndefined();
  });

  test("is asked beside what is not known yet; the Ministry's way stands as for everybody", () => {
    const { ask: asked, readings } = ask({ ...OTHER, insured: "unknown" });
    expect([asked.map(({ about }) => about), readings]).toEqual([
      ["insured", "applicant"],
      ["E112-A1", "E112-A10"],
    ]);
    expect(ask({ ...OTHER, country: "TR" }).outcome).toBe("ministry");
  });
});

describe("the Ministry's way", () => {
  test("E112-05: filed at the DSP, with the Ministry's own list, and without the papers of E112", () => {
    const guide = guideFor({ ...ADULT, country: "TR" });
    expect(guide.filing.rules).toContain("MOH-10");
    const subject = { minor: false, otherFiler: false, filerIsParent: false };
    expect(guide.documents.map(({ kind, form }) => [kind, form])).toEqual(
      moh.dossierChecklist(subject, []).map(({ kind, form }) => [kind, form]),
    );
    expect(guide.contents.map(({ paper }) => paper)).toEqual(["medicalLetter"]);
  });

  test("DEC-13: the second parent's paper is told as one that may not be asked for, only with one parent", () => {
    const second = (oneParent: boolean) =>
      guideFor({ ...CHILD, country: "TR", oneParent }).documents.find(({ kind }) => kind === "ciParinte2")?.waivable;
    expect([second(true), second(false)]).toEqual([true, false]);
  });
});

test.each([
  ADULT,
  { ...CHILD, applicant: "guardian" },
  { ...CHILD, applicant: "otherPerson" },
  { ...ADULT, country: "TR", notTimely: "no" },
  { ...ADULT, insured: "no" },
  { patient: "child", applicant: "parent" },
  { ...ADULT, category: 1 },
])("every rule and reading named is told in words: %j", (request) => {
  const { cited, unofficial, ...said } = ask(request);
  const named = new Set(JSON.stringify({ said, unofficial }).match(/"(?:E112|MOH|DEC)-A?\d+"/g));
  const told = [...cited.rules, ...cited.readings].map(({ id }) => `"${id}"`);
  expect(told.toSorted()).toEqual([...named].toSorted());
  expect(cited.rules.every(({ id }) => RULES.some((rule) => rule.id === id))).toBe(true);
  expect(unofficial.rules).toEqual(["E112-91"]);
});

function valueOf(id: "E112-35" | "E112-36"): number {
  return getRule(id, TODAY).deadline?.value ?? Number.NaN;
}
