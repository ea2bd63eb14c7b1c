import { existsSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../demo-accounts.ts";
import { logFile } from "./node-process.ts";
import { run } from "./run.ts";
import { DATA } from "./settings.ts";
import { ROOT } from "./sources.ts";

/** Written when the demonstration is complete. */
const MARKER = join(DATA, "seeded");
/** Whose accounts there are: a demonstration of an earlier release gets those that came since. */
const ACCOUNTS_MARKER = join(DATA, "seeded-accounts");
const ACCOUNTS = DEMO_ACCOUNTS.map(({ email }) => email).join("\n");

const WHAT_TO_TRY = [
  "sign in as an officer of DSP Cluj: the queue shows what is due, the most urgent first",
  "open a file: its steps, its deadlines with the day-by-day working, and what may be done now",
  "file a new application; its receipt carries a number and an access code",
  "sign out and ask for its status with the two",
  "sign in as the officer of CAS Cluj: files for form E112/S2 from the preparation to the settlement, none with a legal term",
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
  if (existsSync(MARKER)) return await addAccounts(env, say);
  say("Filling the demonstration, on first run only …");
  const started = Date.now();
  if (!(await seed([], env, say)))
    return say(`  the demonstration could not be filled; it is tried again at the next start. See ${logFile("seed")}`);
  await writeFile(ACCOUNTS_MARKER, ACCOUNTS);
  await writeFile(MARKER, `${new Date().toISOString()}\n`);
  say(`  filled in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function addAccounts(env: Record<string, string>, say: (line: string) => void): Promise<void> {
  if ((await readFile(ACCOUNTS_MARKER, "utf8").catch(() => "")) === ACCOUNTS) return;
  if (await seed(["accounts"], env, say)) await writeFile(ACCOUNTS_MARKER, ACCOUNTS);
  else
    say(`  some of the accounts below could not be made; it is tried again at the next start. See ${logFile("seed")}`);
}

/** True when all was seeded. */
async function seed(args: string[], env: Record<string, string>, say: (line: string) => void): Promise<boolean> {
  const { ok, output } = await run(process.execPath, ["--import", "tsx", join(ROOT, "dev/seed-demo.ts"), ...args], {
    cwd: ROOT,
    env,
    tick: (seconds) => say(`  still filling, ${seconds} s`),
  });
  await appendFile(logFile("seed"), `${output}\n`);
  return ok;
}

export function demoLines(): string {
  const accounts = DEMO_ACCOUNTS.map(({ email, institution, role }) => `  ${email.padEnd(34)}${institution}, ${role}`);
  const steps = WHAT_TO_TRY.map((step) => `  - ${step}`);
  return ["", `Accounts, all with the password ${DEMO_PASSWORD}`, ...accounts, "", "What to try", ...steps].join("\n");
}
