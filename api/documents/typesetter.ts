/**
 * Documents for paper: Typst templates filled with data, as tagged PDF.
 *
 * The compiler is loaded with the first document, in a thread of its own, so that a long table holds up no request.
 * A template gets its data as JSON: what people typed is text there and never markup.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FastifyBaseLogger } from "fastify";
import { unavailable } from "../http/api-error.ts";
import { asAccessible } from "./pdf-ua.ts";

const SOURCES = ["layout.typ", "deadline-certificate.typ", "letters/letter.typ", "forms/s2-form.typ"] as const;
export type Template = Exclude<(typeof SOURCES)[number], "layout.typ">;

const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold"].map(
  (style) => `@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`,
);
/** Documents that may wait for their turn; more are refused with 503. Those of anybody wait behind those of officers. */
const LONGEST_QUEUE = { officer: 40, anybody: 8 } as const;
const PATIENCE_MS = 30_000;
/** The compiler keeps some of each document for good, so its thread is replaced after so many. */
const DOCUMENTS_PER_THREAD = 200;

export type Whose = "officer" | "anybody";

export interface Typesetter {
  /**
   * The document as PDF/UA-1.
   * @throws ApiError 503 when too many wait, when it takes too long, or while the API stops.
   * @throws Error for data that the template does not take.
   */
  typeset(template: Template, data: object, whose?: Whose): Promise<Buffer>;
  close(): Promise<void>;
}

interface Job {
  readonly whose: Whose;
  readonly template: Template;
  readonly data: string;
  resolve(pdf: Uint8Array): void;
  reject(error: unknown): void;
}

interface Thread {
  readonly worker: Worker;
  done: number;
}

type Answer = { readonly pdf: Uint8Array } | { readonly failure: string };

/** One thread, one document at a time; the rest wait. */
export function createTypesetter(log: Pick<FastifyBaseLogger, "error">): Typesetter {
  const waiting: Job[] = [];
  let thread: Thread | undefined;
  let current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  let closed = false;

  function next(): void {
    if (current !== undefined) return;
    const job = waiting.shift();
    if (job === undefined) {
      thread?.worker.unref();
      return;
    }
    thread ??= start();
    thread.worker.ref();
    current = { job, timer: setTimeout(() => abandon(new Error("a document took too long")), PATIENCE_MS) };
    thread.worker.postMessage({ template: `/${job.template}`, data: job.data });
  }

  function start(): Thread {
    const worker = new Worker(new URL("./typst-worker.mjs", import.meta.url), {
      execArgv: [],
      workerData: { fonts: FONTS, sources: readSources() },
    });
    const started: Thread = { worker, done: 0 };
    worker.on("message", (answer: Answer) => {
      if (thread !== started) return;
      started.done += 1;
      if (started.done >= DOCUMENTS_PER_THREAD) retire();
      settle(answer);
    });
    worker.on("error", (error) => {
      if (thread === started) abandon(error);
    });
    return started;
  }

  /** The document at hand cannot be made; the thread is not trusted any further. */
  function abandon(error: unknown): void {
    log.error({ err: error }, "the typesetter was given up");
    retire();
    finish()?.reject(unavailable(error));
    next();
  }

  function settle(answer: Answer): void {
    const job = finish();
    if ("pdf" in answer) job?.resolve(answer.pdf);
    else job?.reject(new Error(answer.failure));
    next();
  }

  function finish(): Job | undefined {
    const job = current?.job;
    clearTimeout(current?.timer);
    current = undefined;
    return job;
  }

  function retire(): void {
    void thread?.worker.terminate();
    thread = undefined;
  }

  return {
    async typeset(template, data, whose = "officer") {
      const first = waiting.findIndex((job) => job.whose === "anybody");
      const officers = first < 0 ? waiting.length : first;
      const alike = whose === "officer" ? officers : waiting.length - officers;
      if (closed || alike >= LONGEST_QUEUE[whose]) throw unavailable();
      const pdf = await new Promise<Uint8Array>((resolve, reject) => {
        const job: Job = { whose, template, data: JSON.stringify(data), resolve, reject };
        waiting.splice(whose === "officer" ? officers : waiting.length, 0, job);
        next();
      });
      return asAccessible(pdf);
    },
    async close() {
      closed = true;
      for (const job of [finish(), ...waiting.splice(0)]) job?.reject(unavailable());
      await thread?.worker.terminate();
      thread = undefined;
    },
  };
}

function readSources(): Record<string, string> {
  return Object.fromEntries(SOURCES.map((name) => [`/${name}`, readFileSync(join(import.meta.dirname, name), "utf8")]));
}
