/** Offers side by side (MOH-45 to MOH-60, MOH-84): exact, and telling what is not known instead of guessing. */
import { describe, expect, test } from "@jest/globals";
import { OFFER_RULES } from "../../domain/commands/record-clinic-answer.schema.ts";
import { betterThan, compareOffers, type OfferingClinic } from "../../domain/moh/compare-offers.ts";
import type { RateOn } from "../../domain/money/rates.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { OFFER } from "../support/moh-file.ts";

const ON = plainDate("2026-03-02");
const RATES = new Map<string, RateOn>(
  [
    { currency: "EUR", rate: "4.9770", date: plainDate("2026-02-27"), old: false },
    { currency: "CHF", rate: "5.1230", date: plainDate("2026-02-10"), old: true },
  ].map((rate) => [rate.currency, rate]),
);

function clinic(number: number, changes: Record<string, string | boolean | undefined> = {}): OfferingClinic {
  const offer = Object.fromEntries(
    Object.entries({ ...OFFER, ...changes }).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== undefined,
    ),
  );
  const kind = Object.keys(offer).length === Object.keys(OFFER).length ? "offer" : "incomplete-offer";
  return { id: `clinic-${number}`, answers: [{ kind }], offer };
}

const refusing: OfferingClinic = { id: "clinic-9", answers: [{ kind: "refusal" }] };

describe("totals in lei", () => {
  test("each by the rate of its own currency, with its day; lei as they are; none without a rate", () => {
    const comparison = compareOffers(
      [
        clinic(1, { costTotal: "21500.01" }),
        clinic(2, { currency: "CHF" }),
        clinic(3, { currency: "RON" }),
        clinic(4, { currency: "USD" }),
        refusing,
      ],
      RATES,
      ON,
    );
    expect(comparison?.offers.map(({ totalInLei, rate }) => [totalInLei, rate?.date, rate?.old])).toEqual([
      ["107005.55", "2026-02-27", false], // 21500.01 × 4.9770 = 107005.54977
      ["110144.50", "2026-02-10", true],
      ["21500.00", undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    expect(comparison?.withoutRate).toEqual(["USD"]);
  });
});

describe("the cheapest", () => {
  test("in several currencies it is told in lei", () => {
    const clinics = [clinic(1), clinic(2, { currency: "CHF", costTotal: "20900.00" })];
    expect(compareOffers(clinics, RATES, ON)?.cheapest).toEqual(["clinic-1"]); // 107005.50 against 107070.70
  });

  test("is not told while a rate is missing, but needs none where all are in one currency", () => {
    const dollars = [clinic(1, { currency: "USD" }), clinic(2, { currency: "USD", costTotal: "21499.99" })];
    expect(compareOffers(dollars, RATES, ON)?.cheapest).toEqual(["clinic-2"]);
    expect(compareOffers([...dollars, clinic(3)], RATES, ON)?.cheapest).toEqual([]);
  });

  test("all who ask the same are the cheapest; `21500` is `21500.00`", () => {
    const clinics = [clinic(1), clinic(2, { costTotal: "21500" }), clinic(3, { costTotal: "21500.01" })];
    expect(compareOffers(clinics, RATES, ON)?.cheapest).toEqual(["clinic-1", "clinic-2"]);
  });

  test("amounts are compared as amounts and not as texts", () => {
    const clinics = [clinic(1, { costTotal: "9000.00" }), clinic(2, { costTotal: "10000.00" })];
    expect(compareOffers(clinics, RATES, ON)?.cheapest).toEqual(["clinic-1"]);
  });

  test("an incomplete offer cannot be chosen and so is never the cheapest or the earliest (MOH-A8)", () => {
    const incomplete = clinic(2, { costTotal: "1.00", admissionDate: "2026-03-03", bankAccount: undefined });
    const comparison = compareOffers([clinic(1), incomplete], RATES, ON);
    expect([comparison?.cheapest, comparison?.earliest]).toEqual([["clinic-1"], ["clinic-1"]]);
    expect(comparison?.offers[1]).toMatchObject({ complete: false, missing: ["bankAccount"] });
  });
});

describe("the earliest", () => {
  test("a day that has passed is marked and is nobody’s earliest", () => {
    const clinics = [clinic(1, { admissionDate: "2026-03-01" }), clinic(2, { admissionDate: "2026-03-02" }), clinic(3)];
    const comparison = compareOffers(clinics, RATES, ON);
    expect(comparison?.earliest).toEqual(["clinic-2"]);
    expect(comparison?.offers.map(({ admissionPassed }) => admissionPassed)).toEqual([true, undefined, undefined]);
  });
});

describe("what differs", () => {
  test("all sixteen fields, the letterhead, the signature and the currency are looked at", () => {
    const empty = compareOffers([{ id: "clinic-1", answers: [{ kind: "incomplete-offer" }], offer: {} }], RATES, ON);
    expect(empty?.offers[0]?.missing).toEqual(Object.keys(OFFER_RULES));
  });

  test("other values, not other spellings; not what names the clinic; not what is missing", () => {
    const other = clinic(2, {
      clinicName: "Altă clinică",
      bankAccount: "AT611904300234573201",
      diagnosis: "DIAGNOSTIC",
      costEvaluation: "1000",
      costTotal: "21500.50",
      admissionDate: "2026-05-04",
      paymentConditions: undefined,
      signature: false,
    });
    expect(compareOffers([clinic(1), other], RATES, ON)?.differing).toEqual([
      "signature",
      "costTotal",
      "admissionDate",
    ]);
  });

  test("the same figure in another currency is another sum", () => {
    const comparison = compareOffers([clinic(1), clinic(2, { currency: "CHF" })], RATES, ON);
    expect(comparison?.differing).toEqual(expect.arrayContaining(["costPerDay", "costTotal", "currency"]));
  });
});

describe("a choice that asks for reasons", () => {
  const comparison = compareOffers(
    [
      clinic(1, { admissionDate: "2026-05-04" }),
      clinic(2, { costTotal: "20000.00" }),
      clinic(3, { costTotal: "30000.00" }),
    ],
    RATES,
    ON,
  );

  test("names who is cheaper and who is earlier", () => {
    expect(betterThan("clinic-1", comparison)).toEqual({ cheaper: ["clinic-2"], earlier: [] });
    expect(betterThan("clinic-2", comparison)).toEqual({ cheaper: [], earlier: ["clinic-1"] });
    expect(betterThan("clinic-3", comparison)).toEqual({ cheaper: ["clinic-2"], earlier: ["clinic-1"] });
  });

  test("one that is cheapest and earliest asks for none, nor what cannot be chosen at all", () => {
    expect(betterThan("clinic-1", compareOffers([clinic(1), refusing], RATES, ON))).toBeUndefined();
    expect(betterThan("clinic-9", comparison)).toBeUndefined();
    expect(betterThan("clinic-1", undefined)).toBeUndefined();
  });
});
