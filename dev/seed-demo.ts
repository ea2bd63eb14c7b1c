/**
 * The demonstration county, made through the product's own HTTP interface: a dozen files in different steps, some late.
 * Run once by `npm start`, after the API is ready. PUBLIC_URL and the owner's DATABASE_URL are in the environment.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DEMO_ACCOUNTS, DEMO_INSTITUTIONS, DEMO_PASSWORD } from "./demo-accounts.ts";
import { DEMO_FILES, type DemoAct, type DemoFile } from "./demo-files.ts";

const URL_OF_API = process.env["PUBLIC_URL"] ?? "http://127.0.0.1:3000";
const sessions = new Map<string, string>();

async function main(): Promise<void> {
  await seedPeople();
  for (const [index, file] of DEMO_FILES.entries()) {
    await seedFile(file);
    console.log(`  demonstration file ${index + 1} of ${DEMO_FILES.length}`);
  }
}

/** Institutions and people go through the seed that a real installation uses. */
async function seedPeople(): Promise<void> {
  const people = DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }));
  const tsx = join(import.meta.dirname, "../node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, join(import.meta.dirname, "../prisma/seed.ts")], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin.end(JSON.stringify({ institutions: DEMO_INSTITUTIONS, people }));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("The demonstration accounts could not be made.");
}

async function seedFile(file: DemoFile): Promise<void> {
  const { acts, filedDaysAgo, ...filing } = file;
  const officer = filing.patient.domicileCounty === "BH" ? "ofiter.bihor@dosar.example" : "ofiter.cluj@dosar.example";
  const opened = await post(officer, "/api/cases", {
    commandId: randomUUID(),
    process: "moh",
    ...dated(filedDaysAgo),
    ...filing,
  });
  const caseId = String(opened["caseId"]);
  let version = Number((opened["view"] as { version: number }).version);
  for (const act of acts) version = await give(officer, caseId, version, act);
}

async function give(
  officer: string,
  caseId: string,
  version: number,
  { type, daysAgo, payload, by }: DemoAct,
): Promise<number> {
  const county = officer.includes("bihor") ? "bihor" : "cluj";
  const account = { dsp: officer, cst: `comisie.${county}@dosar.example`, ministry: "minister@dosar.example" }[
    by ?? "dsp"
  ];
  const view = await post(account, `/api/cases/${caseId}/commands`, {
    commandId: randomUUID(),
    expectedVersion: version,
    type,
    ...dated(daysAgo),
    payload: payload ?? {},
  });
  return Number(view["version"]);
}

/** A legal date so many days ago, on the Friday before when that is a week-end day. */
function dated(daysAgo: number): { occurredOn: string; lateReason?: string } {
  const date = new Date(Date.now() - daysAgo * 86_400_000);
  const weekday = date.getUTCDay();
  if (daysAgo > 0) date.setUTCDate(date.getUTCDate() - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0));
  const occurredOn = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Bucharest" }).format(date);
  return daysAgo > 0 ? { occurredOn, lateReason: "Date demonstrative" } : { occurredOn };
}

async function post(account: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const cookie = sessions.get(account) ?? (await signIn(account));
  const response = await fetch(`${URL_OF_API}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

async function signIn(account: string): Promise<string> {
  const response = await fetch(`${URL_OF_API}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: account, password: DEMO_PASSWORD }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!response.ok || cookie === undefined) throw new Error(`${account} cannot sign in: ${response.status}`);
  sessions.set(account, cookie);
  return cookie;
}

await main();
