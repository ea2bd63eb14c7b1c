/** The API as it runs for people: a process of its own, with the settings of its environment. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { atEndOfFile } from "../../support/broker-client.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** Stops the process with this test file, however that ends: the pipe to it closes then. */
const STOP_WITH_US = "process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'))";
const PATIENCE_MS = 60_000;

/** Starts it and waits until it is ready for people; it stops at the end of the file. */
export async function startApi(origin: string, settings: Record<string, string>): Promise<void> {
  const args = ["--import", `data:text/javascript,${STOP_WITH_US}`, "--import", "tsx", "api/main.ts"];
  const api = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...settings },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [api.stdout, api.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(api, "exit");
  atEndOfFile(async () => {
    api.stdin.end();
    await ended;
  });
  for (const end = Date.now() + PATIENCE_MS; !(await isReady(origin));) {
    if (api.exitCode !== null || Date.now() > end) throw new Error(`the API does not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}
