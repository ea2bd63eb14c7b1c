/** The monthly funds of the Ministry: whose request comes before whose, and how far the money goes (MOH-77 to MOH-79, MOH-A16, decision 16). */
import { compareAmounts, subtractAmounts } from "../money/amounts.ts";
import type { PlainDate } from "../plain-date.ts";

/** What a file asks of the funds, and what its place follows from. */
export interface FundRequest {
  readonly caseId: string;
  /** The number that the Ministry gave. */
  readonly ministryNumber: string;
  readonly registeredOn: PlainDate;
  readonly decidedOn: PlainDate;
  readonly amount: string;
  readonly currency: string;
  /** In lei, at the rate of the day of the decision; absent while no rate is known. */
  readonly lei?: string;
  /** From 1 to 5; absent when it was not given, which ranks last. */
  readonly vitalRisk?: number;
  readonly benefit?: number;
}

/** What decides between two requests, in this order. */
export const CRITERIA = ["vitalRisk", "benefit", "registeredOn", "ministryNumber"] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * Whether the money reaches the request. `funded`: it does. `does-not-fit`: it is the first that asks for more than is
 * left, and stops the order; `no-rate`: it stops it because nobody can say how much it asks; `after-stop`: it comes
 * after the one that stopped it, whether it would fit or not (decision 16).
 */
export type Verdict = "funded" | "does-not-fit" | "no-rate" | "after-stop";

export type Ranked<Request extends FundRequest = FundRequest> = Request & {
  /** From 1. */
  readonly place: number;
  readonly verdict: Verdict;
  /** What is left before this request is looked at. */
  readonly left: string;
  /** After the stop: it asks for no more than is left. It is shown, and never moved ahead. */
  readonly wouldFit?: true;
  /** Why it comes after the one before it; absent for the first. */
  readonly after?: {
    readonly ministryNumber: string;
    readonly by: Criterion;
    /** The value of the one before, and its own; null when it was not given. */
    readonly before: string | number | null;
    readonly own: string | number | null;
  };
};

/** The strict order of requests, and how far `left` goes in it. */
export function rankRequests<Request extends FundRequest>(
  requests: readonly Request[],
  left: string,
): Ranked<Request>[] {
  const ordered = requests.toSorted(compareRequests);
  let rest = left;
  let stopped = false;
  return ordered.map((request, index) => {
    const before = ordered[index - 1];
    const fits = request.lei !== undefined && compareAmounts(request.lei, rest) <= 0;
    const verdict = stopped ? "after-stop" : fits ? "funded" : request.lei === undefined ? "no-rate" : "does-not-fit";
    const ranked: Ranked<Request> = {
      ...request,
      place: index + 1,
      verdict,
      left: rest,
      ...(stopped && fits ? { wouldFit: true } : {}),
      ...(before === undefined ? {} : { after: reasonBetween(before, request) }),
    };
    if (verdict === "funded" && request.lei !== undefined) rest = subtractAmounts(rest, request.lei);
    else stopped = true;
    return ranked;
  });
}

/** Below zero when the first comes before the second. Never zero for two files. */
export function compareRequests(a: FundRequest, b: FundRequest): number {
  for (const criterion of CRITERIA) {
    const order = compareBy(criterion, a, b);
    if (order !== 0) return order;
  }
  return a.caseId < b.caseId ? -1 : 1;
}

function compareBy(criterion: Criterion, a: FundRequest, b: FundRequest): number {
  switch (criterion) {
    case "vitalRisk":
    case "benefit":
      return (b[criterion] ?? 0) - (a[criterion] ?? 0); // the higher first; one not given last
    case "registeredOn":
      return a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0;
    case "ministryNumber":
      return compareNumbers(a.ministryNumber, b.ministryNumber);
  }
}

/** Registration numbers by their figures: 9 comes before 10, however they are written. */
export function compareNumbers(a: string, b: string): number {
  const [figuresA, figuresB] = [figuresOf(a), figuresOf(b)];
  for (let index = 0; index < Math.max(figuresA.length, figuresB.length); index += 1) {
    const order = Number(figuresA[index] ?? -1) - Number(figuresB[index] ?? -1);
    if (order !== 0) return order;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function figuresOf(number: string): readonly string[] {
  return number.match(/\d{1,15}/g) ?? [];
}

function reasonBetween(before: FundRequest, own: FundRequest): NonNullable<Ranked["after"]> {
  const by = CRITERIA.find((criterion) => compareBy(criterion, before, own) !== 0) ?? "ministryNumber";
  return { ministryNumber: before.ministryNumber, by, before: before[by] ?? null, own: own[by] ?? null };
}
