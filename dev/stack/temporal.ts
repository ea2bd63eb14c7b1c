import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";

import { Connection } from "@temporalio/client";

import { Failure } from "./failure.ts";
import type { PidFile } from "./processes.ts";
import { hasExited, LOOPBACK, stopChild, stopLeftover, waitUntil, writePidFile } from "./processes.ts";

const STOP_TIMEOUT_MS = 15_000;
const START_TIMEOUT_MS = 60_000;

export interface TemporalServer {
  readonly process: ChildProcess;
  readonly address: string;
  stop(): Promise<void>;
}

export interface TemporalOptions {
  /** The `temporal` program. */
  cli: string;
  /** Where the server keeps its state; without it everything is gone with the process. */
  dbFile?: string;
  pidFile?: string;
  port: number;
  /** Without it there are no pages of Temporal's own. */
  uiPort?: number;
  namespace: string;
  logFile: string;
}

/** Starts a Temporal server on loopback. One that an earlier run left on the same state is stopped first. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const pidFile = temporalPidFile(options);
  if (pidFile) await stopLeftover(pidFile, "SIGTERM", STOP_TIMEOUT_MS);
  const log = openSync(options.logFile, "a");
  // A group of its own: Ctrl-C in the terminal reaches the supervisor only, which stops things in order.
  const child = spawn(options.cli, serverArguments(options), { stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  const spawnError = new Promise<Error | undefined>((resolve) => {
    child.once("error", resolve);
    child.once("spawn", () => resolve(undefined));
  });
  const error = await spawnError;
  if (error) throw new Failure(`${options.cli} cannot be run: ${error.message}`);
  if (pidFile && child.pid !== undefined) await writePidFile(pidFile, child.pid);

  const address = `${LOOPBACK}:${options.port}`;
  const stop = async (): Promise<void> => {
    await stopChild(child, "SIGTERM", STOP_TIMEOUT_MS);
    if (pidFile) await rm(pidFile.file, { force: true });
  };
  try {
    await waitUntil("Temporal", () => hasNamespace(address, options.namespace), {
      timeoutMs: START_TIMEOUT_MS,
      everyMs: 100,
      givenUp: () =>
        hasExited(child) ? new Failure(`Temporal ended while starting: see ${options.logFile}.`) : undefined,
    });
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { process: child, address, stop };
}

/** Stops a server that a killed run left on this state. */
export function temporalPidFile({ pidFile, dbFile }: Pick<TemporalOptions, "pidFile" | "dbFile">): PidFile | undefined {
  return pidFile !== undefined && dbFile !== undefined ? { file: pidFile, mark: dbFile } : undefined;
}

function serverArguments({ dbFile, port, uiPort, namespace }: TemporalOptions): string[] {
  const pages = uiPort === undefined ? ["--headless"] : ["--ui-ip", LOOPBACK, "--ui-port", String(uiPort)];
  const state = dbFile === undefined ? [] : ["--db-filename", dbFile];
  const spaces = namespace === "default" ? [] : ["--namespace", namespace];
  const frontend = ["--ip", LOOPBACK, "--port", String(port), "--log-level", "warn"];
  return ["server", "start-dev", ...frontend, ...pages, ...state, ...spaces];
}

/** Whether the server there answers and knows the namespace. */
export async function hasNamespace(address: string, namespace: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2000 });
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
