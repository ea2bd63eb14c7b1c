/** Dates within an act, and between acts that do not follow each other by a step: one that comes too early is refused (decision 10). */
import type { PlainDate } from "../plain-date.ts";
import type { Command, Refusal } from "./commands.ts";
import type { Act, Seq } from "./events.ts";
import type { Process } from "./process.ts";
import type { CaseState } from "./state.ts";

export interface OutOfOrder {
  readonly field: string;
  readonly date: PlainDate;
  readonly notBefore: PlainDate;
  /** The date, or the act, that comes first. */
  readonly what: string;
}

/** An act of the file, or a command that would become its next one. */
export interface Dated {
  readonly type: string;
  readonly facts: unknown;
  readonly dates: Readonly<Record<string, PlainDate>>;
  readonly seq?: Seq;
}

/** A date of an act, and what it cannot come before. */
export interface Order {
  readonly field: string;
  readonly notBefore: PlainDate | undefined;
  readonly what: string;
}

/** The orders of one process: which dates of this act come after what, among these acts. */
export type OrdersOf = (acts: Readonly<Record<Seq, Act>>, dated: Dated) => readonly Order[];

/** How an order is said of an act: after the last act of a type that was recorded before it, or after another of its own dates. */
export function orderings<Type extends string>(
  acts: Readonly<Record<Seq, Act>>,
  { dates, seq = Infinity }: Dated,
): {
  after(field: string, type: Type, of?: string): Order;
  within(field: string, first: string): Order;
} {
  const earlier = Object.values(acts).filter((act) => act.seq < seq);
  return {
    after: (field, type, of = "occurredOn") => ({
      field,
      notBefore: earlier.findLast((act) => act.type === type)?.dates[of],
      what: of === "occurredOn" ? type : of,
    }),
    within: (field, first) => ({ field, notBefore: dates[first], what: first }),
  };
}

/** The first date of an act that comes before what it follows, among these acts. */
export function firstOutOfOrder(
  acts: Readonly<Record<Seq, Act>>,
  dated: Dated,
  ordersOf: OrdersOf,
): OutOfOrder | undefined {
  for (const { field, notBefore, what } of ordersOf(acts, dated)) {
    const date = dated.dates[field];
    if (date !== undefined && notBefore !== undefined && date < notBefore) return { field, date, notBefore, what };
  }
  return undefined;
}

/** Why a command is refused of which a date comes too early; `process` says its dates, and where they stand in the request. */
export function refuseOrder<Facts>(
  state: CaseState<Facts>,
  command: Command,
  ordersOf: OrdersOf,
  { datesOf, pathOf }: Pick<Process<Facts>, "datesOf" | "pathOf">,
): Refusal | undefined {
  const wrong = firstOutOfOrder(state.acts, { ...command, dates: datesOf(state, command) }, ordersOf);
  if (wrong === undefined) return undefined;
  const { field, ...params } = wrong;
  return { kind: "invalid", code: "DATE_ORDER", field: pathOf(command, field), params };
}
