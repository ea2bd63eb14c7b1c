/** What the Ministry reads of the exchange rates that it keeps. */
import type { PlainDate } from "../plain-date.ts";
import type { ExchangeRate, RateOn } from "./rates.ts";

export interface RateView extends ExchangeRate {
  readonly id: string;
  readonly source: "entered" | "imported" | "demonstration";
  readonly enteredBy?: string;
  readonly enteredAt: string;
  readonly withdrawnBy?: string;
  readonly withdrawnAt?: string;
}

export interface RatePage {
  readonly today: PlainDate;
  /** The latest rate of each currency, which counts today. */
  readonly latest: readonly RateOn[];
  /** The newest day first; withdrawn ones among them. */
  readonly items: readonly RateView[];
  readonly nextCursor?: string;
}

export interface RateProblem {
  readonly line: number;
  readonly code: string;
  /** In the caller's language. */
  readonly message: string;
}

/** What a file of rates brings. */
export interface RateImport {
  /** True when it was saved; otherwise it is only shown. */
  readonly saved: boolean;
  /** Rates that were not there. */
  readonly found: number;
  /** Rates that stand already, just so. */
  readonly known: number;
  readonly firstOn?: PlainDate;
  readonly lastOn?: PlainDate;
  /** What is new, by currency: how many, and the latest. */
  readonly currencies: readonly (ExchangeRate & { readonly count: number })[];
  /** The first of them; nothing is saved of a file that has any. */
  readonly errors: readonly RateProblem[];
  readonly errorCount: number;
}
