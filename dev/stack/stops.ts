import { Supervised } from "./supervised.ts";

/** Thrown where something would be started after the stopping has begun. */
export class CalledOff extends Error {}

interface Stoppable {
  stop(): Promise<void>;
}

/** What is to be stopped at the end, the last started first. */
export class Stops {
  readonly #parts: Promise<Stoppable>[] = [];
  begun = false;

  /** Takes note of something whose start has begun, and gives it back when it has started. */
  async add<T extends Stoppable>(starting: Promise<T>): Promise<T> {
    this.#parts.push(starting);
    const part = await starting;
    if (this.begun) throw new CalledOff();
    return part;
  }

  async all(): Promise<void> {
    this.begun = true;
    for (const starting of this.#parts.toReversed()) {
      const part = await starting.catch(() => undefined);
      await part?.stop().catch((error: unknown) => console.error(error));
    }
  }

  /** For the second Ctrl-C: no waiting for what is under way. */
  atOnce(): void {
    for (const starting of this.#parts) {
      void starting.then((part) => part instanceof Supervised && part.kill());
    }
  }
}
