/** Slows down guessing of passwords; nobody is ever locked out of an account by somebody else. */

const WINDOW_MS = 60_000;
/** Failures of one account, from wherever, after which each attempt waits. */
const FREE_FAILURES = 5;
const DELAY_STEP_MS = 200;
const LONGEST_DELAY_MS = 2_000;
const KEPT_KEYS = 50_000;

export interface LoginThrottle {
  /** Seconds to wait before this address may try again; 0 when it may now. */
  waitOf(address: string): number;
  /** Milliseconds that an attempt on this account waits before it is answered, right or wrong. */
  delayOf(account: string): number;
  failed(address: string, account: string): void;
}

/** Counts within a sliding minute, in this process. `failuresPerMinute` is for one address. */
export function loginThrottle(failuresPerMinute: number, now: () => number = Date.now): LoginThrottle {
  const failures = new Map<string, number[]>();
  function recent(key: string): number[] {
    const since = now() - WINDOW_MS;
    const kept = (failures.get(key) ?? []).filter((at) => at > since);
    if (kept.length === 0) failures.delete(key);
    else failures.set(key, kept);
    return kept;
  }
  function note(key: string): void {
    if (failures.size > KEPT_KEYS) failures.clear();
    failures.set(key, [...recent(key), now()]);
  }
  return {
    waitOf(address) {
      const times = recent(`address ${address}`);
      const oldest = times.at(-failuresPerMinute);
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + WINDOW_MS - now()) / 1000));
    },
    delayOf: (account) =>
      Math.min(LONGEST_DELAY_MS, Math.max(0, recent(`account ${account}`).length - FREE_FAILURES) * DELAY_STEP_MS),
    failed(address, account) {
      note(`address ${address}`);
      note(`account ${account}`);
    },
  };
}
