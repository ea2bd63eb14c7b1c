import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

export interface Finished {
  ok: boolean;
  output: string;
}

/**
 * Runs a program to its end. `everyMs` and `tick` report on a long one; `giveUp`, asked every half second,
 * ends it early.
 */
export async function run(
  file: string,
  args: string[],
  options: {
    cwd?: string;
    env?: Record<string, string>;
    tick?: (seconds: number) => void;
    giveUp?: (seconds: number) => boolean;
  } = {},
): Promise<Finished> {
  const started = Date.now();
  const child = spawn(file, args, {
    // A group of its own, so that what it starts in turn can be ended with it.
    detached: true,
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: "1", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  }
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const ticker = setInterval(() => options.tick?.(seconds()), 15_000);
  const watch = setInterval(() => options.giveUp?.(seconds()) && endGroup(child), 500);
  running.add(child);
  try {
    const ok = await new Promise<boolean>((resolve) => {
      child.once("error", (error) => {
        output += error.message;
        resolve(false);
      });
      child.once("close", (code) => resolve(code === 0));
    });
    return { ok, output: output.trim() };
  } finally {
    clearInterval(ticker);
    clearInterval(watch);
    running.delete(child);
  }
}

const running = new Set<ChildProcess>();

/** Ends every program that `run` has not seen the end of: for a start that is called off. */
export function endRunning(): void {
  for (const child of running) endGroup(child);
}

process.once("exit", endRunning);

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
