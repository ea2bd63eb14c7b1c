/**
 * Waits on the state of a case. A wait is looked at when the state changes, and what it wakes runs on in the same turn:
 * by the time the engine looks at its own conditions, all that a command changes is there to be committed at once.
 */
export class Waits {
  private readonly waiting = new Set<{ readonly test: () => boolean; readonly wake: () => void }>();

  /** Waits until the test answers true; it is asked now and whenever `look` is called. */
  async when(test: () => boolean): Promise<void> {
    if (test()) return;
    await new Promise<void>((wake) => this.waiting.add({ test, wake }));
  }

  /** Something changed: wakes every wait whose test now answers true. */
  look(): void {
    for (const wait of this.waiting) {
      if (!wait.test()) continue;
      this.waiting.delete(wait);
      wait.wake();
    }
  }
}
