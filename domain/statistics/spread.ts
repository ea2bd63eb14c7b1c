/** How long most took: the middle one, and the one that nine of ten do not exceed. */

/** So many that the middle says something, and nothing of one person. */
export const FEWEST_FOR_MEDIAN = 5;
/** Of fewer than ten, nine of ten would be all of them: the slowest person's own days. */
export const FEWEST_FOR_NINTH = 10;

/** How many took how many days. */
export type Histogram = ReadonlyMap<number, number>;

/** The mean of the two in the middle when they are even in number; null of fewer than five. */
export function medianOf(days: Histogram): number | null {
  const count = countOf(days);
  if (count < FEWEST_FOR_MEDIAN) return null;
  return (nth(days, Math.floor((count + 1) / 2)) + nth(days, Math.floor(count / 2) + 1)) / 2;
}

/** The least number of days that at least nine of ten did not exceed; null of fewer than ten. */
export function ninthOf(days: Histogram): number | null {
  const count = countOf(days);
  return count < FEWEST_FOR_NINTH ? null : nth(days, Math.ceil((count * 9) / 10));
}

function countOf(days: Histogram): number {
  return [...days.values()].reduce((sum, count) => sum + count, 0);
}

/** The days of the n-th, the quickest first; n from 1. */
function nth(days: Histogram, n: number): number {
  let before = 0;
  for (const [each, count] of [...days].toSorted(([a], [b]) => a - b)) {
    before += count;
    if (before >= n) return each;
  }
  return 0;
}
