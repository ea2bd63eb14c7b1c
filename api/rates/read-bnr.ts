/** The files of the National Bank: `nbrfxrates.xml` of a day, `nbrfxratesYYYY.xml` of a year. Nothing is believed before it is read. */
import { parseXml, XmlElement, XmlError, type XmlNode } from "@rgrove/parse-xml";
import { LEI } from "../../domain/money/amounts.ts";
import { isRate, ratePerUnit, type ExchangeRate } from "../../domain/money/rates.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { LineProblem } from "../calendar/found-days.ts";

/** A rate with the line on which it stands, counted from 1. */
export interface FoundRate extends ExchangeRate {
  readonly line: number;
}

export interface BnrFile {
  /** Each currency and day once. */
  readonly rates: readonly FoundRate[];
  readonly problems: readonly LineProblem[];
}

/** What is wrong with the file as a whole is its only problem. Days after `today` are refused. */
export function readBnr(bytes: Uint8Array, today: PlainDate): BnrFile {
  try {
    return readXml(decoded(bytes), today);
  } catch (error) {
    if (error instanceof LineProblem) return { rates: [], problems: [error] };
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LineProblem(1, "RATES_NOT_XML");
  }
}

function readXml(text: string, today: PlainDate): BnrFile {
  const root = rootOf(text);
  const lineOf = lines(text);
  const body = root?.name === "DataSet" ? childrenOf(root, "Body")[0] : undefined;
  if (body === undefined) throw new LineProblem(1, "RATES_NOT_BNR");
  const [currency] = childrenOf(body, "OrigCurrency");
  const value = currency?.text.trim() ?? "";
  if (value !== LEI) throw new LineProblem(lineOf(currency ?? body), "RATES_NOT_LEI", { value });
  const problems: LineProblem[] = [];
  const known = new Map<string, FoundRate>();
  const days = childrenOf(body, "Cube").flatMap((cube) => childrenOf(cube, "Rate").map((rate) => ({ cube, rate })));
  if (days.length === 0) throw new LineProblem(lineOf(body), "RATES_EMPTY");
  for (const { cube, rate } of days) {
    try {
      const found = { ...rateOf(cube, rate, lineOf, today), line: lineOf(rate) };
      const same = known.get(keyOf(found));
      if (same === undefined) known.set(keyOf(found), found);
      else if (same.rate !== found.rate) throw new LineProblem(found.line, "RATE_TWICE", { ...found });
    } catch (error) {
      if (!(error instanceof LineProblem)) throw error;
      problems.push(error);
    }
  }
  return { rates: [...known.values()], problems: onceByLine(problems) };
}

/** The parser expands no entity but XML's own five, and fetches nothing. */
function rootOf(text: string): XmlElement | null {
  try {
    return parseXml(text, { includeOffsets: true }).root;
  } catch (error) {
    if (error instanceof XmlError) throw new LineProblem(error.line, "RATES_NOT_XML");
    throw error;
  }
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);
}

/** @throws LineProblem for what is no rate of a day. */
function rateOf(
  cube: XmlElement,
  element: XmlElement,
  lineOf: (node: XmlNode) => number,
  today: PlainDate,
): ExchangeRate {
  const { date = "" } = cube.attributes;
  if (!isPlainDate(date)) throw new LineProblem(lineOf(cube), "RATE_WITHOUT_DATE", { value: date });
  if (date > today) throw new LineProblem(lineOf(cube), "RATE_IN_FUTURE", { date });
  const line = lineOf(element);
  const { currency = "", multiplier = "1" } = element.attributes;
  if (!/^[A-Z]{3}$/.test(currency)) throw new LineProblem(line, "RATE_CURRENCY", { value: currency });
  if (currency === LEI) throw new LineProblem(line, "RATE_OF_LEI");
  const value = element.text.trim();
  if (!isRate(value)) throw new LineProblem(line, "RATE_VALUE", { value });
  const rate = ratePerUnit(value, multiplier);
  if (rate === undefined) throw new LineProblem(line, "RATE_MULTIPLIER", { value: multiplier });
  return { currency, rate, date };
}

/** The same for the same currency and day. */
export function keyOf({ currency, date }: Pick<ExchangeRate, "currency" | "date">): string {
  return `${currency} ${date}`;
}

/** What is wrong with a day is said once, and not for each of its rates. */
function onceByLine(problems: readonly LineProblem[]): LineProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.line} ${problem.code}`, problem])).values()];
}

/** The line of a node, counted from 1. */
function lines(text: string): (node: XmlNode) => number {
  // The parser counts the text without a byte-order mark, and each line's end as one character.
  const ends = [
    ...text
      .replace(/^\u{FEFF}/u, "")
      .replaceAll(/\r\n?/g, "\n")
      .matchAll(/\n/g),
  ].map(({ index }) => index);
  return ({ start }) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
