/** Whose hands a file was in, in unbroken runs of days. The days are legal dates, so corrections move them. No calendar here. */
import type { Duty } from "../people/roles.ts";
import { addDays, maxDate, type PlainDate } from "../plain-date.ts";

/** A run of days. The day of the act that put the file into these hands does not count, as in a term. */
export interface Holding {
  readonly duty: Duty;
  /** The term of the work stood still: its days are counted apart. */
  readonly suspended: boolean;
  readonly fromOn: PlainDate;
  /** The last day; absent while the file is in these hands. */
  readonly untilOn?: PlainDate;
}

/** From the day after this date the file is in these hands. */
export interface Turn {
  readonly on: PlainDate;
  readonly duty: Duty;
}

/** Days from the first, included, until the other, excluded; without end when there is none. */
export interface Span {
  readonly from: PlainDate;
  readonly until?: PlainDate | undefined;
}

/** The runs between turns, which are in the order of the procedure: a turn dated before the one that it follows takes no day. */
export function holdingsFrom(turns: readonly Turn[], endedOn: PlainDate | undefined): Holding[] {
  const ons: PlainDate[] = [];
  for (const { on } of turns) ons.push(maxDate(on, ons.at(-1) ?? on));
  return turns.flatMap(({ duty }, index) => {
    const on = ons[index];
    const next = ons[index + 1] ?? endedOn;
    return on === undefined || (next !== undefined && next <= on) ? [] : [run(duty, addDays(on, 1), next)];
  });
}

function run(duty: Duty, fromOn: PlainDate, untilOn: PlainDate | undefined): Holding {
  return { duty, suspended: false, fromOn, ...(untilOn === undefined ? {} : { untilOn }) };
}

/** The same runs with those of their days that lie in the span changed. */
export function within(
  holdings: readonly Holding[],
  { from, until }: Span,
  change: (holding: Holding) => Holding,
): Holding[] {
  return holdings.flatMap((holding) => {
    const [before, rest] = cut([holding], from);
    const [inside, after] = until === undefined ? [rest, []] : cut(rest, until);
    return [...before, ...inside.map(change), ...after];
  });
}

/** Runs that end before the day, and runs that begin on it or later. */
function cut(holdings: readonly Holding[], day: PlainDate): [Holding[], Holding[]] {
  const before: Holding[] = [];
  const after: Holding[] = [];
  for (const holding of holdings) {
    const { fromOn, untilOn } = holding;
    if (fromOn >= day) after.push(holding);
    else if (untilOn !== undefined && untilOn < day) before.push(holding);
    else {
      before.push({ ...holding, untilOn: addDays(day, -1) });
      after.push({ ...holding, fromOn: day });
    }
  }
  return [before, after];
}

/** Runs of the same hands that follow one another are one. */
export function joined(holdings: readonly Holding[]): Holding[] {
  const runs: Holding[] = [];
  for (const holding of holdings) {
    const last = runs.at(-1);
    if (last?.duty !== holding.duty || last.suspended !== holding.suspended) runs.push(holding);
    else {
      const { untilOn: _, ...rest } = last;
      runs[runs.length - 1] = { ...rest, ...(holding.untilOn === undefined ? {} : { untilOn: holding.untilOn }) };
    }
  }
  return runs;
}
