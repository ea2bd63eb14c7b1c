/** The strict order of requests and how far the money goes in it (MOH-77 to MOH-79, MOH-A16, decision 16). */
import { describe, expect, test } from "@jest/globals";
import { compareNumbers, compareRequests, rankRequests, type FundRequest } from "../../domain/moh/funds.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { randomNumbers } from "../support/random.ts";

/** `name`: the number at the Ministry, and the id. */
function request(name: string, more: Partial<FundRequest> = {}): FundRequest {
  return {
    caseId: name,
    ministryNumber: `MS/2026/${name}`,
    registeredOn: plainDate("2026-03-02"),
    decidedOn: plainDate("2026-03-10"),
    amount: "100.00",
    currency: "RON",
    lei: "100.00",
    vitalRisk: 3,
    benefit: 3,
    ...more,
  };
}

const names = (requests: readonly FundRequest[]): string[] => requests.map(({ caseId }) => caseId);

/** Without its estimates. */
function without(name: string, ...fields: readonly ("vitalRisk" | "benefit" | "lei")[]): FundRequest {
  const given = Object.entries(request(name)).filter(([key]) => !fields.some((field) => field === key));
  return Object.fromEntries(given) as unknown as FundRequest;
}

describe("whose request comes first", () => {
  test("MOH-78, MOH-79: the vital risk before the benefit, the benefit before the day, the day before the number", () => {
    const ranked = rankRequests(
      [
        request("000009", { registeredOn: plainDate("2026-03-01") }),
        request("000005", { benefit: 5 }),
        request("000010"),
        request("000002"),
        request("000001", { vitalRisk: 2, benefit: 5 }),
        request("000007", { vitalRisk: 5, benefit: 1 }),
      ],
      "1000.00",
    );
    expect(names(ranked)).toEqual(["000007", "000005", "000009", "000002", "000010", "000001"]);
    expect(ranked.map(({ after }) => [after?.by, after?.before, after?.own])).toEqual([
      [undefined, undefined, undefined],
      ["vitalRisk", 5, 3],
      ["benefit", 5, 3],
      ["registeredOn", "2026-03-01", "2026-03-02"],
      ["ministryNumber", "MS/2026/000002", "MS/2026/000010"],
      ["vitalRisk", 3, 2],
    ]);
  });

  test("DEC-16: numbers of older registers are compared by their figures, and by the year first", () => {
    const ordered = ["MS/2026/000010", "MS/2026/9", "MS/2025/000200", "12/2026"].toSorted(compareNumbers);
    expect(ordered).toEqual(["12/2026", "MS/2025/000200", "MS/2026/9", "MS/2026/000010"]);
  });

  test("an estimate that was not given ranks last, after the lowest", () => {
    const requests = [without("1", "vitalRisk"), request("2", { vitalRisk: 1 }), without("3", "benefit"), request("4")];
    expect(names(rankRequests(requests, "0.00"))).toEqual(["4", "3", "2", "1"]);
  });

  test("the order does not depend on how the requests come, and no two are equal", () => {
    const random = randomNumbers(16);
    const pick = (most: number): number => 1 + Math.floor(random() * most);
    const requests = Array.from({ length: 60 }, (_, index) =>
      request(String(index + 1), {
        vitalRisk: pick(3),
        benefit: pick(2),
        registeredOn: plainDate(`2026-03-0${pick(3)}`),
      }),
    );
    const order = names(rankRequests(requests, "0.00"));
    for (let round = 0; round < 20; round += 1) {
      const shuffled = requests.map((each) => ({ each, at: random() })).toSorted((a, b) => a.at - b.at);
      expect(names(rankRequests(shuffled.map(({ each }) => each), "0.00"))).toEqual(order); // prettier-ignore
    }
    expect(requests.every((a) => requests.every((b) => a === b || compareRequests(a, b) !== 0))).toBe(true);
  });
});

describe("how far the money goes", () => {
  const verdicts = (requests: readonly FundRequest[], left: string): unknown[] =>
    rankRequests(requests, left).map(({ caseId, verdict, wouldFit }) => [caseId, verdict, wouldFit === true]);

  test("to the last ban", () => {
    expect(verdicts([request("1"), request("2", { lei: "100.01" })], "200.01")).toEqual([
      ["1", "funded", false],
      ["2", "funded", false],
    ]);
    expect(verdicts([request("1"), request("2", { lei: "100.01" })], "200.00")[1]).toEqual([
      "2",
      "does-not-fit",
      false,
    ]);
  });

  test("DEC-16: the first that does not fit stops it; a smaller one is shown, not moved ahead", () => {
    const requests = [
      request("1", { vitalRisk: 5 }),
      request("2", { vitalRisk: 4, lei: "500.00" }),
      request("3", { vitalRisk: 3, lei: "50.00" }),
      request("4", { vitalRisk: 2, lei: "500.00" }),
    ];
    expect(verdicts(requests, "200.00")).toEqual([
      ["1", "funded", false],
      ["2", "does-not-fit", false],
      ["3", "after-stop", true],
      ["4", "after-stop", false],
    ]);
  });

  test("a request that nobody can say in lei stops it too", () => {
    expect(verdicts([without("1", "lei"), request("2", { vitalRisk: 1 })], "1000.00")).toEqual([
      ["1", "no-rate", false],
      ["2", "after-stop", true],
    ]);
  });

  test("more granted than allocated leaves nothing for anybody", () => {
    expect(verdicts([request("1")], "-5.00")).toEqual([["1", "does-not-fit", false]]);
  });
});
