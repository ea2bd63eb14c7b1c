/** Terms that stop running for a time (reading DEC-21). */
import { addDays, maxDate, type PlainDate } from "../plain-date.ts";

/** `from` is the first day that does not count, `until` the first that counts again; without it the term still stands still. */
export interface Suspension {
  readonly from: PlainDate;
  readonly until?: PlainDate | undefined;
}

/** A suspension that has ended. */
export interface Pause {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * The suspensions that take days from a term whose first day is after `start`: in order, apart, none before that day.
 * One that has not ended takes none yet.
 * @throws RangeError for one that ends before it begins.
 */
export function pausesAfter(start: PlainDate, suspensions: readonly Suspension[]): Pause[] {
  const pauses: Pause[] = [];
  for (const { from, until } of suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (until === undefined) continue;
    if (until < from) throw new RangeError(`A suspension from ${from} cannot end on ${until}`);
    const first = maxDate(from, addDays(start, 1), pauses.at(-1)?.until ?? from);
    if (first < until) pauses.push({ from: first, until });
  }
  return pauses;
}

export function isSuspended(date: PlainDate, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, until }) => from <= date && (until === undefined || date < until));
}

/**
 * The last day of a term over its pauses: each that begins by then adds its days. `end` is the last day when so many more
 * are needed, `daysIn` how many of the days that the term counts a pause takes.
 */
export function endOver(
  pauses: readonly Pause[],
  end: (more: number) => PlainDate,
  daysIn: (pause: Pause) => number,
): PlainDate {
  let more = 0;
  let last = end(0);
  for (const pause of pauses) {
    if (pause.from > last) break;
    more += daysIn(pause);
    last = end(more);
  }
  return last;
}
