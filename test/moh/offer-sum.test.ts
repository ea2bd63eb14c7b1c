/** MOH-58, reading MOH-A28: the sum of the parts beside the total, in exact cents; a difference is only pointed out. */
import { describe, expect, test } from "@jest/globals";
import { offerWarnings } from "../../domain/moh/offer-sum.ts";

const OFFER = {
  costEvaluation: "1200.10",
  costProcedure: "18000.20",
  costPostEvaluation: "900.40",
  costPerDay: "350.05",
  costTotal: "20100.70",
};

describe("the sum of an offer", () => {
  test("a total that is the sum of its parts says nothing", () => {
    expect(offerWarnings(OFFER)).toEqual([]);
    expect(offerWarnings({ ...OFFER, costEvaluation: "1200.1", costTotal: "20100.7" })).toEqual([]);
  });

  test("one that differs by a cent is pointed out", () => {
    const total = "20100.71";
    expect(offerWarnings({ ...OFFER, costTotal: total })).toEqual([{ code: "TOTAL_DIFFERS", sum: "20100.70", total }]);
  });

  test("days in hospital explain a larger total, where they do so exactly (MOH-57)", () => {
    const [withDays] = offerWarnings({ ...OFFER, costTotal: "22551.05" }); // seven days
    expect(withDays).toEqual({ code: "TOTAL_DIFFERS", sum: "20100.70", total: "22551.05", days: 7 });
    expect(offerWarnings({ ...OFFER, costTotal: "19750.65" })[0]).not.toHaveProperty("days"); // a day less is no day
    expect(offerWarnings({ ...OFFER, costTotal: "22551.06" })[0]).not.toHaveProperty("days");
    expect(offerWarnings({ ...OFFER, costPerDay: "0", costTotal: "22551.05" })[0]).not.toHaveProperty("days");
  });

  test("an offer that lacks a part or the total is not summed", () => {
    const { costProcedure: _, ...lacking } = OFFER;
    expect(offerWarnings(lacking)).toEqual([]);
    expect(offerWarnings({ ...OFFER, costTotal: "about 20000" })).toEqual([]);
  });
});
