/** What a worker knows of the mail server: while it is away one letter asks for it now and then, and no other is touched. */

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

export interface ServerHealth {
  /** False while the server is away and it is not yet time to ask again. */
  mayTry(now: Date): boolean;
  /** It did not do its work: the next letter asks after a pause, twice as long each time, a quarter of an hour at most. */
  wentAway(now: Date): void;
  isBack(): void;
}

export function serverHealth(): ServerHealth {
  let pauseMs = 0;
  let nextTryMs = 0;
  return {
    mayTry: (now) => now.getTime() >= nextTryMs,
    wentAway(now) {
      pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      nextTryMs = now.getTime() + pauseMs;
    },
    isBack() {
      pauseMs = 0;
      nextTryMs = 0;
    },
  };
}
