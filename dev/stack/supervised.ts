import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

import { hasExited } from "./processes.ts";

/** Something that runs as a process of its own. */
export interface Running {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran this long before it ended is started again after the shortest pause. */
const STEADY_MS = 60_000;

/** Keeps a process running: whenever it ends unasked, says so and starts it again, ever more slowly. */
export class Supervised<R extends Running = Running> {
  readonly #name: string;
  readonly #start: () => Promise<R>;
  readonly #say: (line: string) => void;
  #running: R;
  readonly #stopping = new AbortController();
  #pauseMs = FIRST_PAUSE_MS;
  #restarting: Promise<void> = Promise.resolve();

  /** Fails where the first start does. */
  static async start<R extends Running>(
    name: string,
    start: () => Promise<R>,
    say: (line: string) => void,
  ): Promise<Supervised<R>> {
    return new Supervised(name, start, say, await start());
  }

  private constructor(name: string, start: () => Promise<R>, say: (line: string) => void, running: R) {
    this.#name = name;
    this.#start = start;
    this.#say = say;
    this.#running = running;
    this.#watch();
  }

  get running(): R {
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running.stop();
    await this.#restarting;
    await this.#running.stop();
  }

  /** For when nobody wants to wait: what is under way is lost. */
  kill(): void {
    this.#stopping.abort();
    this.#running.process.kill("SIGQUIT");
  }

  #watch(): void {
    const { process: child } = this.#running;
    const since = Date.now();
    const ended = (): void => {
      if (this.#stopping.signal.aborted) return;
      if (Date.now() - since > STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
      const how = child.signalCode ?? `code ${child.exitCode}`;
      this.#say(`${this.#name} ended by itself (${how}); starting it again`);
      this.#restarting = this.#restart();
    };
    if (hasExited(child)) ended();
    else child.once("exit", ended);
  }

  async #restart(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await sleep(this.#pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      if (this.#stopping.signal.aborted) return;
      try {
        this.#running = await this.#start();
        this.#watch();
        this.#say(`${this.#name} runs again`);
        return;
      } catch (error) {
        this.#say(`${this.#name} does not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
