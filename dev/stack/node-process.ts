import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

import type { PidFile } from "./processes.ts";
import { stopChild, stopLeftover, writePidFile } from "./processes.ts";
import { LOGS, RUN } from "./settings.ts";
import { ROOT } from "./sources.ts";
import type { Running } from "./supervised.ts";

/** Long enough to finish what is under way. */
const STOP_TIMEOUT_MS = 20_000;

/** Stands in a log where its program was started. */
const HEADING = "=== started";

/** One of the product's own programs, by its folder: `worker`, `api`. */
export function programFile(name: string): string {
  return join(ROOT, name, "main.ts");
}

export function logFile(name: string): string {
  return join(LOGS, `${name}.log`);
}

function pidFileOf(name: string): PidFile {
  return { file: join(RUN, `${name}.pid`), mark: programFile(name) };
}

/** Stops a program that a killed supervisor left running. */
export async function stopLeftoverProgram(name: string): Promise<boolean> {
  return stopLeftover(pidFileOf(name), "SIGTERM", STOP_TIMEOUT_MS);
}

/** Starts `<name>/main.ts` with its output in `.data/logs/<name>.log`. */
export async function startProgram(name: string, env: Record<string, string>): Promise<Running> {
  const pidFile = pidFileOf(name);
  const log = openSync(logFile(name), "a");
  writeSync(log, `${HEADING} ${new Date().toISOString()}\n`);
  // A group of its own: Ctrl-C in the terminal reaches the supervisor only, which stops things in order.
  const child = spawn(process.execPath, ["--import", "tsx", programFile(name)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  if (child.pid !== undefined) await writePidFile(pidFile.file, child.pid);
  return {
    process: child,
    async stop() {
      await stopChild(child, "SIGTERM", STOP_TIMEOUT_MS);
      await rm(pidFile.file, { force: true });
    },
  };
}

/** What a program last wrote since it was started: it says there why it ended. */
export function lastWords(name: string): string {
  const [, ...lines] = readFileSync(logFile(name), "utf8").split(HEADING).at(-1)?.trimEnd().split("\n") ?? [];
  return lines.slice(-15).join("\n");
}
