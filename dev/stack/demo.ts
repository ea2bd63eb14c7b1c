import { existsSync } from "node:fs";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../demo-accounts.ts";
import { logFile } from "./node-process.ts";
import { run } from "./run.ts";
import { DATA } from "./settings.ts";
import { ROOT } from "./sources.ts";

/** Written when the demonstration is complete. */
const MARKER = join(DATA, "seeded");

const WHAT_TO_TRY = [
  "sign in as an officer of DSP Cluj: the queue shows what is due, the most urgent first",
  "open a file: its steps, its deadlines with the day-by-day working, and what may be done now",
  "file a new application; its receipt carries a number and an access code",
  "sign out and ask for its status with the two",
  "see in the mailbox who is reminded of what",
];

/** Invented people and files: unless the database is one's own, where DOSAR_DEMO=1 asks for them. */
export function demoIsOn(): boolean {
  const asked = process.env["DOSAR_DEMO"];
  return asked ? asked === "1" : !process.env["DATABASE_URL"];
}

export function demoSettings(): Record<string, string> {
  return demoIsOn() ? { DOSAR_DEMO: "1", DOSAR_DEMO_PASSWORD: DEMO_PASSWORD } : {};
}

/** Fills an empty Dosar, once. A failure is told and keeps nothing from running. */
export async function seedOnce(env: Record<string, string>, say: (line: string) => void): Promise<void> {
  if (existsSync(MARKER)) return;
  say("Filling the demonstration, on first run only …");
  const started = Date.now();
  const { ok, output } = await run(process.execPath, ["--import", "tsx", join(ROOT, "dev/seed-demo.ts")], {
    cwd: ROOT,
    env,
    tick: (seconds) => say(`  still filling, ${seconds} s`),
  });
  await appendFile(logFile("seed"), `${output}\n`);
  if (!ok)
    return say(`  the demonstration could not be filled; it is tried again at the next start. See ${logFile("seed")}`);
  await writeFile(MARKER, `${new Date().toISOString()}\n`);
  say(`  filled in ${Math.round((Date.now() - started) / 1000)} s`);
}

export function demoLines(): string {
  const accounts = DEMO_ACCOUNTS.map(({ email, institution, role }) => `  ${email.padEnd(34)}${institution}, ${role}`);
  const steps = WHAT_TO_TRY.map((step) => `  - ${step}`);
  return ["", `Accounts, all with the password ${DEMO_PASSWORD}`, ...accounts, "", "What to try", ...steps].join("\n");
}
