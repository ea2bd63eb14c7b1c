import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, test } from "@jest/globals";

import { hasExited, isAlive, stopChild, stopLeftover, writePidFile } from "../../dev/stack/processes.ts";
import type { Running } from "../../dev/stack/supervised.ts";
import { Supervised } from "../../dev/stack/supervised.ts";

const folder = await mkdtemp(join(tmpdir(), "dosar-processes-"));
afterAll(async () => rm(folder, { recursive: true, force: true }));

const WAIT = "setInterval(() => {}, 1000)";

async function startWaiting(mark: string): Promise<Running> {
  const child = spawn(process.execPath, ["-e", WAIT, mark], { stdio: "ignore" });
  await once(child, "spawn");
  return { process: child, stop: async () => stopChild(child, "SIGTERM", 2000) };
}

test("a supervised process that ends by itself is started again, and says so", async () => {
  const said: string[] = [];
  const supervised = await Supervised.start(
    "it",
    async () => startWaiting("a"),
    (line) => said.push(line),
  );
  const first = supervised.running.process;
  first.kill("SIGKILL");
  while (supervised.running.process === first) await sleep(50);
  expect(said[0]).toBe("it ended by itself (SIGKILL); starting it again");
  await supervised.stop();
  expect(hasExited(supervised.running.process)).toBe(true);
});

test("stopping does not wait for the pause before the next start", async () => {
  const supervised = await Supervised.start(
    "it",
    async () => startWaiting("b"),
    () => {},
  );
  const first = supervised.running.process;
  first.kill("SIGKILL");
  await once(first, "exit");
  const started = performance.now();
  await supervised.stop();
  expect(performance.now() - started).toBeLessThan(500);
  expect(supervised.running.process).toBe(first);
});

test("a process left by a killed run is stopped; a pid that went to another program is left alone", async () => {
  const ours = await startWaiting("mark-of-this-folder");
  const another = await startWaiting("something else");
  const file = join(folder, "it.pid");

  await writePidFile(file, another.process.pid ?? 0);
  expect(await stopLeftover({ file, mark: "mark-of-this-folder" }, "SIGTERM", 2000)).toBe(false);
  expect(isAlive(another.process.pid ?? 0)).toBe(true);

  await writePidFile(file, ours.process.pid ?? 0);
  expect(await stopLeftover({ file, mark: "mark-of-this-folder" }, "SIGTERM", 2000)).toBe(true);
  await another.stop();
  expect(hasExited(another.process)).toBe(true);
});
