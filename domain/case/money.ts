/** Money that a file asked for, was granted and was paid, as its acts say it. */
import type { PlainDate } from "../plain-date.ts";
import type { Seq } from "./events.ts";

export const MONEY_KINDS = ["asked", "granted", "paid"] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

export interface MoneyFact {
  /** The act that says it. */
  readonly seq: Seq;
  readonly kind: MoneyKind;
  readonly on: PlainDate;
  /** An exact decimal. */
  readonly amount: string;
  readonly currency: string;
}
