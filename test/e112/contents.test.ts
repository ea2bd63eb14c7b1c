/** The acceptance and the report, lacking one content at a time: what lacks is named, by the rule that asks for it. */
import { describe, expect, test } from "@jest/globals";
import { acceptanceContents, type AcceptanceFacts } from "../../domain/e112/acceptance.ts";
import { lackingOf } from "../../domain/e112/contents.ts";
import { reportContents, type ReportFacts } from "../../domain/e112/report.ts";
import { plainDate } from "../../domain/plain-date.ts";

const ACCEPTANCE: AcceptanceFacts = {
  form: "original",
  doctorSignature: true,
  doctorStamp: true,
  unitStamp: true,
  doctorAgrees: true,
  managementAgrees: true,
  necessity: true,
  travelSafe: true,
  periodFrom: plainDate("2026-07-01"),
  periodTo: plainDate("2026-07-20"),
  estimatedCost: { amount: "15000.00", currency: "EUR" },
};

const REPORT: ReportFacts = {
  recommendation: true,
  inBasicPackage: true,
  notTimely: true,
  reasons: true,
  travelSafe: true,
  maxPeriodUntil: plainDate("2026-09-01"),
  point7: { a: true, b: true, c: true, d: true },
  datedOn: plainDate("2026-04-10"),
  signature: true,
  stamp: true,
  country: "DE",
  city: true,
  hospital: true,
  periodFrom: plainDate("2026-07-01"),
  periodTo: plainDate("2026-07-20"),
};

/** The same paper without what is undefined. */
function without<Paper extends object>(paper: Paper, change: { [Key in keyof Paper]?: Paper[Key] | undefined }): Paper {
  return { ...paper, ...change };
}

const lacks = (contents: ReturnType<typeof acceptanceContents>): string[] =>
  lackingOf(contents).map(({ rule, id }) => `${rule} ${id}`);

describe("E112-29 to E112-37 the acceptance", () => {
  test("a complete one lacks nothing, also as a scan (E112-A6)", () => {
    expect(lacks(acceptanceContents(ACCEPTANCE))).toEqual([]);
    expect(lacks(acceptanceContents({ ...ACCEPTANCE, form: "scan" }))).toEqual([]);
  });

  test.each([
    ["E112-29 doctorSignature", { doctorSignature: false }],
    ["E112-29 doctorStamp", { doctorStamp: false }],
    ["E112-30 unitStamp", { unitStamp: false }],
    ["E112-31 doctorAgrees", { doctorAgrees: false }],
    ["E112-31 managementAgrees", { managementAgrees: false }],
    ["E112-32 necessity", { necessity: false }],
    ["E112-33 travelSafe", { travelSafe: false }],
    ["E112-34 period", { periodFrom: undefined }],
    ["E112-34 period", { periodTo: undefined }],
    ["E112-37 estimatedCost", { estimatedCost: undefined }],
  ])("%s", (lack, change) => {
    expect(lacks(acceptanceContents(without(ACCEPTANCE, change)))).toEqual([lack]);
  });

  test("before it was received nothing is there", () => {
    expect(acceptanceContents(undefined).every(({ present }) => !present)).toBe(true);
  });
});

describe("E112-42 to E112-58 the report", () => {
  test("a complete one lacks nothing", () => {
    expect(lacks(reportContents(REPORT))).toEqual([]);
  });

  test.each([
    ["E112-42 recommendation", { recommendation: false }],
    ["E112-43 inBasicPackage", { inBasicPackage: false }],
    ["E112-44 point7a", { point7: { ...REPORT.point7, a: false } }],
    ["E112-45 notTimely", { notTimely: false }],
    ["E112-46 point7b", { point7: { ...REPORT.point7, b: false } }],
    ["E112-47 reasons", { reasons: false }],
    ["E112-48 travelSafe", { travelSafe: false }],
    ["E112-49 point7c", { point7: { ...REPORT.point7, c: false } }],
    ["E112-50 maxPeriodUntil", { maxPeriodUntil: undefined }],
    ["E112-51 point7d", { point7: { ...REPORT.point7, d: false } }],
    ["E112-52 datedOn", { datedOn: undefined }],
    ["E112-53 signature", { signature: false }],
    ["E112-54 stamp", { stamp: false }],
    ["E112-55 country", { country: undefined }],
    ["E112-56 city", { city: false }],
    ["E112-57 hospital", { hospital: false }],
    ["E112-58 period", { periodTo: undefined }],
  ])("%s", (lack, change) => {
    expect(lacks(reportContents(without(REPORT, change)))).toEqual([lack]);
  });
});
