/** Money is exact: every result is that of whole hundredths, whatever the sizes. */
import { describe, expect, test } from "@jest/globals";
import {
  addAmounts,
  compareAmounts,
  findCents,
  formatAmount,
  formatMoney,
  ofCents,
  subtractAmounts,
} from "../../domain/money/amounts.ts";
import {
  findLei,
  formatRate,
  isRate,
  plainRate,
  rateOnDay,
  ratePerUnit,
  toLei,
  type ExchangeRate,
} from "../../domain/money/rates.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { randomNumbers } from "../support/random.ts";

const ROUNDS = 2_000;

/** A decimal of up to so many digits before the point and after it, small ones as often as large ones. */
function decimals(seed: number, whole: number, after: number): () => string {
  const random = randomNumbers(seed);
  const digits = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => Math.floor(random() * 10)).join("");
  return () => (random() < 0.2 ? digits(whole) : `${digits(whole)}.${digits(after)}`);
}

describe("amounts", () => {
  test("what floating point gets wrong is right", () => {
    expect(addAmounts(["0.10", "0.20"])).toBe("0.30");
    expect(addAmounts(Array.from({ length: 1000 }, () => "0.01"))).toBe("10.00");
    expect(subtractAmounts("1.10", "1.00")).toBe("0.10");
    expect(addAmounts(["999999999999999.99", "0.01"])).toBe("1000000000000000.00");
    expect(compareAmounts("90071992547409.93", "90071992547409.92")).toBe(1);
  });

  test("an amount is digits with at most two decimals", () => {
    expect(["12.5", "12", "-3.07", "0.00"].map((text) => ofCents(findCents(text) ?? 1n))).toEqual([
      "12.50",
      "12.00",
      "-3.07",
      "0.00",
    ]);
    for (const text of ["", "1.234", "1,5", "1e3", " 1", "+1", ".5", "5.", "NaN", 12.5, undefined, null])
      expect([text, findCents(text)]).toEqual([text, undefined]);
    expect(() => addAmounts(["1.00", "a lot"])).toThrow(RangeError);
  });

  test("what is added and taken away again leaves what was there; the order of the parts is no matter", () => {
    const next = decimals(1, 13, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [a, b, c] = [next(), next(), next()];
      expect(compareAmounts(subtractAmounts(addAmounts([a, b]), b), a)).toBe(0);
      expect(addAmounts([a, b, c])).toBe(addAmounts([c, addAmounts([b, a])]));
      expect(compareAmounts(addAmounts([a, "0.01"]), a)).toBe(1);
    }
  });

  test("they are written as each language writes them", () => {
    expect(formatAmount("1234567.5", "ro")).toBe("1.234.567,50");
    expect(formatAmount("1234567.5", "en")).toBe("1,234,567.50");
    expect(formatAmount("-999", "ro")).toBe("-999,00");
    expect(formatAmount("to be told", "ro")).toBe("to be told");
    expect(formatMoney("12500", "EUR", "ro")).toBe("12.500,00\u00A0EUR");
    expect(formatMoney("12500", "RON", "en")).toBe("12,500.00\u00A0lei");
  });
});

describe("rates", () => {
  test("a sum in lei is rounded once, half up", () => {
    expect(toLei("1.00", "1.0050")).toBe("1.01"); // 1.005 * 100 is 100.49999… in floating point
    expect(toLei("1.00", "1.00499999")).toBe("1.00");
    expect(toLei("-1.00", "1.0050")).toBe("-1.01");
    expect(toLei("12500.00", "4.9770")).toBe("62212.50");
    expect(toLei("100000", "0.012786")).toBe("1278.60");
  });

  test("it is never more than half a ban from the exact product, and above it at the half", () => {
    const [amount, rate] = [decimals(2, 13, 2), decimals(3, 6, 8)];
    const exact = (text: string, scale: number) => {
      const [whole = "", after = ""] = text.split(".");
      return BigInt(whole + after.padEnd(scale, "0"));
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const [sum, perUnit] = [amount(), rate()];
      const difference = exact(toLei(sum, perUnit), 2) * 10n ** 8n - exact(sum, 2) * exact(perUnit, 8);
      expect(difference > -(10n ** 8n) / 2n && difference <= 10n ** 8n / 2n).toBe(true);
    }
  });

  test("lei need no rate; another currency has no sum in lei without one", () => {
    const euro: ExchangeRate = { currency: "EUR", rate: "4.9770", date: plainDate("2026-03-02") };
    expect(findLei("10.5", "RON", undefined)).toBe("10.50");
    expect(findLei("10", "EUR", undefined)).toBeUndefined();
    expect(findLei("10", "EUR", euro)).toBe("49.77");
    expect(findLei("ten", "EUR", euro)).toBeUndefined();
  });

  test("a rate for a hundred units becomes the rate for one", () => {
    expect(ratePerUnit("1.2786", "100")).toBe("0.012786");
    expect(ratePerUnit("4.9770", "1")).toBe("4.9770");
    expect(ratePerUnit("5", "10")).toBe("0.5000");
    for (const units of ["0", "7", "-1", "", "1.0", "1000000"]) expect(ratePerUnit("1.5", units)).toBeUndefined();
    expect(ratePerUnit("0.00000001", "10")).toBeUndefined(); // nothing is lost silently
  });

  test("a rate is above zero, and shown with four decimals or all that it has", () => {
    expect(["4.977", "0.012786", "1"].map(isRate)).toEqual([true, true, true]);
    expect(["0", "0.0000", "-1", "1,5", "", "1.123456789"].map(isRate)).toEqual(Array(6).fill(false));
    expect(["4.97700000", "0.01278600", "5"].map(plainRate)).toEqual(["4.9770", "0.012786", "5.0000"]);
    expect(formatRate("4.977", "ro")).toBe("4,9770");
  });

  test("ten days after its own a rate is still taken as it is, on the eleventh it is old", () => {
    const known = { currency: "EUR", rate: "4.9770", date: plainDate("2026-03-02") };
    expect(rateOnDay(known, plainDate("2026-03-12")).old).toBe(false);
    expect(rateOnDay(known, plainDate("2026-03-13")).old).toBe(true);
  });
});
