/** Reference rates of the National Bank (BNR): exact lei for one unit of a currency, on a day. */
import type { Language } from "../i18n/language.ts";
import { addDays, type PlainDate } from "../plain-date.ts";
import { findCents, formatDecimal, LEI, ofCents } from "./amounts.ts";

export interface ExchangeRate {
  readonly currency: string;
  /** Lei for one unit, as a decimal: `4.9770`. */
  readonly rate: string;
  readonly date: PlainDate;
}

/** The latest rate on or before a day. */
export interface RateOn extends ExchangeRate {
  /** True when it is much older than the day: the National Bank publishes on each banking day. */
  readonly old: boolean;
}

/** So many days after its own a rate is still taken as it is; later it is marked as old. */
const FRESH_DAYS = 10;
/** Decimals that are kept of a rate for one unit. */
const SCALE = 8;
/** The National Bank gives four; one for a hundred units has two more. */
const SHOWN_DECIMALS = 4;
const RATE = /^(\d{1,8})(?:\.(\d{1,8}))?$/;

export function rateOnDay(known: ExchangeRate, day: PlainDate): RateOn {
  return { ...known, old: addDays(known.date, FRESH_DAYS) < day };
}

/** True for an exact decimal above zero with at most eight decimals. */
export function isRate(text: string): boolean {
  return (findUnits(text) ?? 0n) > 0n;
}

/** A rate with the fewest decimals that say all of it, and no fewer than four. */
export function plainRate(rate: string): string {
  const units = findUnits(rate);
  if (units === undefined) throw new RangeError("not a rate");
  const digits = units.toString().padStart(SCALE + 1, "0");
  const decimals = digits.slice(-SCALE).replace(/0+$/, "").padEnd(SHOWN_DECIMALS, "0");
  return `${digits.slice(0, -SCALE)}.${decimals}`;
}

/** The rate for one unit of one that is given for 1, 10, 100 … units; undefined when it cannot be said exactly. */
export function ratePerUnit(rate: string, units: string): string | undefined {
  const given = findUnits(rate);
  if (given === undefined || given === 0n || !/^10{0,4}$/.test(units)) return undefined;
  const divisor = BigInt(units);
  if (given % divisor !== 0n) return undefined;
  const digits = (given / divisor).toString().padStart(SCALE + 1, "0");
  return plainRate(`${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`);
}

/** The sum in lei: rounded once, half up (away from zero), to two decimals. @throws RangeError for what is no amount or no rate. */
export function toLei(amount: string, rate: string): string {
  const [cents, units] = [findCents(amount), findUnits(rate)];
  if (cents === undefined || units === undefined) throw new RangeError("not an exact amount, or not a rate");
  const one = 10n ** BigInt(SCALE);
  const size = (cents < 0n ? -cents : cents) * units;
  const rounded = (size + one / 2n) / one;
  return ofCents(cents < 0n ? -rounded : rounded);
}

/** The sum in lei by the rate of its currency; lei are lei. Undefined without a rate, or for what is no amount. */
export function findLei(amount: string, currency: string, rate: ExchangeRate | undefined): string | undefined {
  const cents = findCents(amount);
  if (cents === undefined) return undefined;
  if (currency === LEI) return ofCents(cents);
  return rate === undefined ? undefined : toLei(amount, rate.rate);
}

/** `4,9770` in Romanian, `4.9770` in English. */
export function formatRate(rate: string, language: Language): string {
  return formatDecimal(plainRate(rate), language);
}

function findUnits(rate: string): bigint | undefined {
  const written = RATE.exec(rate);
  return written === null ? undefined : BigInt(`${written[1]}${(written[2] ?? "").padEnd(SCALE, "0")}`);
}
