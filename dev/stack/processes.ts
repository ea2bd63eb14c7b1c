import type { ChildProcess } from "node:child_process";
import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Failure } from "./failure.ts";

export const LOOPBACK = "127.0.0.1";

/** A TCP port on loopback that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

export async function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
}

/**
 * Asks `ready` again every `everyMs` until it is true. Throws what `givenUp` returns as soon as it returns
 * something (the process died), and a `Failure` after `timeoutMs`.
 */
export async function waitUntil(
  what: string,
  ready: () => Promise<boolean>,
  { timeoutMs, everyMs = 50, givenUp }: { timeoutMs: number; everyMs?: number; givenUp?: () => Error | undefined },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await ready())) {
    const reason = givenUp?.();
    if (reason) throw reason;
    if (Date.now() > deadline) throw new Failure(`${what} did not become ready within ${timeoutMs / 1000} s.`);
    await sleep(everyMs);
  }
}

export function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Sends `signal` and waits for the end; after `timeoutMs` SIGKILL. Fine to call on one that has ended. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  if (hasExited(child) || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  await ended;
  clearTimeout(timer);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a running process, or "" where there is none (or it is a zombie). */
export async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
  } catch {
    if (process.platform === "linux") return "";
  }
  const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.trim();
}

/**
 * A file that remembers the pid of a process of this data folder, so that a next start can stop what a
 * killed supervisor left behind. `mark` is a text that its command line is known to hold: a pid that has
 * gone to another program meanwhile is left alone.
 */
export interface PidFile {
  file: string;
  mark: string;
}

export async function writePidFile(file: string, pid: number): Promise<void> {
  await writeFile(file, `${pid}\n`);
}

/** The pid of the process that the file names, if that process still runs. */
export async function findLeftover({ file, mark }: PidFile): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid || !isAlive(pid)) return undefined;
  return (await commandLine(pid)).includes(mark) ? pid : undefined;
}

/** Stops what an earlier run left running, and says whether there was something. */
export async function stopLeftover(pidFile: PidFile, signal: NodeJS.Signals, timeoutMs: number): Promise<boolean> {
  const pid = await findLeftover(pidFile);
  if (pid !== undefined) await stopPid(pid, signal, timeoutMs);
  await rm(pidFile.file, { force: true });
  return pid !== undefined;
}

async function stopPid(pid: number, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  trySignal(pid, signal);
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid) && (await commandLine(pid)) !== "") {
    if (Date.now() > deadline) trySignal(pid, "SIGKILL");
    await sleep(50);
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Where `command` is found on PATH. */
export function findOnPath(command: string): string | undefined {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const candidate = join(folder, command);
    if (folder && isExecutable(candidate)) return candidate;
  }
  return undefined;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
