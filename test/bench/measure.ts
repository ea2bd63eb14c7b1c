/** Latencies in milliseconds. */
export interface Measured {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Sums up latencies that took `elapsedMs` in all. */
export function summary(latencies: readonly number[], elapsedMs: number): Measured {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: sorted.length,
    perSecond: (sorted.length * 1000) / elapsedMs,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/** Runs so many clients side by side; each does its own series, and every call of `timed` is one latency. */
export async function clients(
  count: number,
  series: (client: number, timed: <T>(work: () => Promise<T>) => Promise<T>) => Promise<void>,
): Promise<{ latencies: number[]; elapsedMs: number }> {
  const latencies: number[] = [];
  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const before = performance.now();
    const result = await work();
    latencies.push(performance.now() - before);
    return result;
  }
  const before = performance.now();
  await Promise.all(Array.from({ length: count }, (_, client) => series(client, timed)));
  return { latencies, elapsedMs: performance.now() - before };
}

/** One line of a table. */
export function line(name: string, { count, perSecond, p50, p95, p99 }: Measured): string {
  const cells = [String(count), perSecond.toFixed(1), p50.toFixed(1), p95.toFixed(1), p99.toFixed(1)];
  return `${name.padEnd(44)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}

export const HEAD = `${"".padEnd(44)}${["count", "per s", "p50 ms", "p95 ms", "p99 ms"].map((cell) => cell.padStart(10)).join("")}`;
