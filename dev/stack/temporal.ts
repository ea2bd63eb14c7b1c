import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";

import { Connection } from "@temporalio/client";

import { Failure } from "./failure.ts";
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
  /** Without it everything is gone with the process. */
  state?: TemporalState;
  port: number;
  /** Without it there are no pages of Temporal's own. */
  uiPort?: number;
  namespace: string;
  logFile: string;
}

/** Starts a Temporal server on loopback. One that an earlier run left on the same state is stopped first. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { state } = options;
  if (state) await stopLeftoverTemporal(state);
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
  if (state && child.pid !== undefined) await writePidFile(state.pidFile, child.pid);

  const address = `${LOOPBACK}:${options.port}`;
  const stop = async (): Promise<void> => {
    await stopChild(child, "SIGTERM", STOP_TIMEOUT_MS);
    if (state) await rm(state.pidFile, { force: true });
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

export interface TemporalState {
  /** Where the server keeps its state. */
  dbFile: string;
  pidFile: string;
}

/** Stops a server that a killed run left on this state, and says whether there was one. */
export async function stopLeftoverTemporal({ dbFile, pidFile }: TemporalState): Promise<boolean> {
  return stopLeftover({ file: pidFile, mark: dbFile }, "SIGTERM", STOP_TIMEOUT_MS);
}

function serverArguments({ state, port, uiPort, namespace }: TemporalOptions): string[] {
  const pages = uiPort === undefined ? ["--headless"] : ["--ui-ip", LOOPBACK, "--ui-port", String(uiPort)];
  const kept = state === undefined ? [] : ["--db-filename", state.dbFile];
  const spaces = namespace === "default" ? [] : ["--namespace", namespace];
  const frontend = ["--ip", LOOPBACK, "--port", String(port), "--log-level", "warn"];
  return ["server", "start-dev", ...frontend, ...pages, ...kept, ...spaces];
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
