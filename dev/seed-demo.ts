/**
 * The demonstration county, made through the product's own HTTP interface: some twenty files of the Ministry's process in
 * different steps, some late, and a dozen for form E112/S2.
 * Run once by `npm start`, after the API is ready; with `accounts`, the institutions and people alone. PUBLIC_URL and the owner's DATABASE_URL are in the environment.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { DEMO_ACCOUNTS, DEMO_INSTITUTIONS, DEMO_PASSWORD } from "./demo-accounts.ts";
import { DEMO_E112_FILES, type DemoE112File, type DemoE112View } from "./demo-e112-files.ts";
import { DEMO_FILES, legalDay, type DemoAct, type DemoFile } from "./demo-files.ts";

const URL_OF_API = process.env["PUBLIC_URL"] ?? "http://127.0.0.1:3000";
const sessions = new Map<string, string>();

async function main(): Promise<void> {
  await seedPeople();
  if (process.argv[2] === "accounts") return;
  const seeds = [
    ...DEMO_FILES.map((file, index) => () => seedFile(file, `file ${index}`)),
    ...DEMO_E112_FILES.map((file, index) => () => seedE112File(file, `e112 file ${index}`)),
  ];
  for (const [index, seed] of seeds.entries()) {
    await seed();
    console.log(`  demonstration file ${index + 1} of ${seeds.length}`);
  }
}

/** Institutions and people go through the seed that a real installation uses. */
async function seedPeople(): Promise<void> {
  const people = DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }));
  const tsx = join(import.meta.dirname, "../node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, join(import.meta.dirname, "../prisma/seed.ts")], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin.end(
    JSON.stringify({ institutions: DEMO_INSTITUTIONS, people, demonstrationRates: demonstrationRates() }),
  );
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("The demonstration accounts could not be made.");
}

/** Plausible and nothing more: lei for one unit, of the last days and of the days of the older files. */
const DEMONSTRATION_RATES = {
  EUR: "5.0890",
  CHF: "5.4475",
  GBP: "5.8310",
  USD: "4.3925",
  TRY: "0.1042",
  HUF: "0.013310",
} as const;

function demonstrationRates(): { currency: string; date: string; rate: string }[] {
  return [1, 41, 91].flatMap((daysAgo) =>
    Object.entries(DEMONSTRATION_RATES).map(([currency, rate]) => ({
      currency,
      date: dated(daysAgo).occurredOn,
      rate,
    })),
  );
}

async function seedFile(file: DemoFile, name: string): Promise<void> {
  const { acts, filedDaysAgo, ...filing } = file;
  const officer = filing.patient.domicileCounty === "BH" ? "ofiter.bihor@dosar.example" : "ofiter.cluj@dosar.example";
  const opened = await post(officer, "/api/cases", {
    commandId: commandId(name),
    process: "moh",
    ...dated(filedDaysAgo),
    ...filing,
  });
  const caseId = String(opened["caseId"]);
  for (const [index, act] of acts.entries()) await give(officer, caseId, index + 1, act, `${name}, act ${index}`);
}

/** An E112 file is kept by the insurance house of the county; every act is entered at its desk. */
async function seedE112File({ acts, openedDaysAgo, ...filing }: DemoE112File, name: string): Promise<void> {
  const county = filing.patient["domicileCounty"] === "BH" ? "bihor" : "cluj";
  const officer = `ofiter.cas.${county}@dosar.example`;
  const opening = { commandId: commandId(name), process: "e112", ...dated(openedDaysAgo), ...filing };
  const opened = await post(officer, "/api/cases", opening);
  const path = `/api/cases/${String(opened["caseId"])}/commands`;
  let view = opened["view"] as DemoE112View;
  for (const [index, { type, daysAgo, payload = {} }] of acts.entries()) {
    const command = {
      commandId: commandId(`${name}, act ${index}`),
      expectedVersion: index + 1,
      type,
      ...dated(daysAgo),
    };
    const said = typeof payload === "function" ? payload(view) : payload;
    view = (await post(officer, path, { ...command, payload: said })) as unknown as DemoE112View;
  }
}

/** The version of a file is the number of its acts, so every act of the demonstration knows its own. */
async function give(
  officer: string,
  caseId: string,
  expectedVersion: number,
  act: DemoAct,
  name: string,
): Promise<void> {
  const { type, daysAgo, payload = {}, by = "dsp" } = act;
  const county = officer.includes("bihor") ? "bihor" : "cluj";
  const accounts = { dsp: officer, cst: `comisie.${county}@dosar.example`, ministry: "minister@dosar.example" };
  const command = { commandId: commandId(name), expectedVersion, type, ...dated(daysAgo), payload };
  await post(accounts[by], `/api/cases/${caseId}/commands`, command);
}

/** The same act of the same day has the same id: a seeding that was interrupted goes on without doubles. */
function commandId(name: string): string {
  const today = new Date().toISOString().slice(0, 10);
  const hex = createHash("sha256").update(`demonstration/${today}/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An act of the past is entered late, with a reason. */
function dated(daysAgo: number): { occurredOn: string; lateReason?: string } {
  const occurredOn = legalDay(daysAgo);
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
