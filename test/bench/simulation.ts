/** A change of the calendar with very many open files: how long its simulation takes, and how fast it is carried into files. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { DEMO_PASSWORD } from "../../dev/demo-accounts.ts";
import type { CalendarChangeView, SimulationView } from "../../domain/calendar/administration.ts";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import { addDays, bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { openDatabase } from "../../prisma/client.ts";
import { ADULT, ADULT_DOSSIER } from "../support/moh-file.ts";
import { seedOpenFiles, type OpenDeadline, type OpenFile } from "../support/open-files.ts";
import { clients, HEAD, line, summary } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

const OPEN_FILES = 100_000;
const REQUESTS = 15;
const PAGES = 5;
/** Files with a workflow of their own, into which a change is carried. */
const REAL_FILES = 1_000;
const FILING_AT_ONCE = 16;
const COUNTIES = 41;
/** Files were begun on one of so many days before today. */
const SPREAD_DAYS = 28;

/** Prints the rate of applying a change to real files, then the latency of a simulation on 100,000. */
export async function benchSimulation(stack: BenchStack): Promise<void> {
  const { pool, close } = openDatabase(stack.databaseUrl);
  try {
    await benchApplying(stack, pool);
    await benchSimulating(stack, pool);
  } finally {
    await close();
  }
}

async function benchApplying({ api }: BenchStack, pool: pg.Pool): Promise<void> {
  const officer = await cookieOf(api, "ofiter.cluj@dosar.example");
  const admin = await cookieOf(api, "admin.minister@dosar.example");
  await clients(FILING_AT_ONCE, async () => {
    for (let file = 0; file < REAL_FILES / FILING_AT_ONCE; file += 1) {
      const filing = { commandId: randomUUID(), process: "moh", patient: ADULT, filer: { role: "patient" } };
      await post(`${api}/api/cases`, officer, { ...filing, documents: ADULT_DOSSIER });
    }
  });
  const day = await nextWorkingDay(pool);
  const acts = [{ type: "declareDayOff", date: day, for: "everyone", legalAct: "HG nr. 1" }];
  const { number, totals } = await post<SimulationView>(`${api}/api/calendar/simulations`, admin, { acts });
  const request = { commandId: randomUUID(), expectedNumber: number, acts };
  const saved = await post<CalendarChangeView>(`${api}/api/calendar/changes`, admin, request);
  const change = await whenDone(api, admin, saved.number);
  const seconds = (Date.parse(change.finishedAt ?? "") - Date.parse(change.at)) / 1000;
  const rate = change.filesDone / seconds;
  console.log("\nA change of the calendar carried into files with workflows, from saving it to the last file");
  console.log(
    `${change.filesDone} files, ${change.moved} deadlines moved (simulated: ${totals.files} and ${totals.moved}), ` +
      `${seconds.toFixed(1)} s, ${rate.toFixed(0)} files/s`,
  );
  console.log(
    `Extrapolated, not measured: ${OPEN_FILES} files at this rate take ${(OPEN_FILES / rate / 60).toFixed(0)} minutes`,
  );
}

async function benchSimulating({ api }: BenchStack, pool: pg.Pool): Promise<void> {
  const calendar = await createCalendarReader(pool).latest();
  const files = openFiles(calendar);
  await seedInstitutions(pool);
  await seedOpenFiles(pool, calendar, files);
  await pool.query("VACUUM ANALYZE deadlines");
  await pool.query("VACUUM ANALYZE cases");
  const admin = await cookieOf(api, "admin.minister@dosar.example");
  const acts = [
    { type: "declareDayOff", date: await nextWorkingDay(pool), for: "public-sector", legalAct: "HG nr. 2" },
  ];
  const simulate = (): Promise<SimulationView> => post(`${api}/api/calendar/simulations`, admin, { acts });
  const { totals, institutions, nextCursor } = await simulate();
  const deadlines = files.reduce((sum, file) => sum + file.deadlines.length, 0);
  console.log(
    `\nThe simulation of a bridge day through HTTP: ${OPEN_FILES} open files, ${deadlines} deadlines; ` +
      `${totals.moved} of them move, in ${totals.files} files of ${institutions.length} institutions\n${HEAD}`,
  );
  const whole = await clients(1, async (_client, timed) => {
    for (let request = 0; request < REQUESTS; request += 1) await timed(simulate);
  });
  console.log(line("simulation, with its first 100 moves", summary(whole.latencies, whole.elapsedMs)));
  const paged = await clients(1, async (_client, timed) => {
    let cursor = nextCursor;
    for (let page = 0; page < PAGES && cursor !== undefined; page += 1) {
      const at = cursor;
      const more = await timed(() =>
        post<SimulationView>(`${api}/api/calendar/simulations/moves`, admin, { acts, cursor: at }),
      );
      cursor = more.nextCursor;
    }
  });
  console.log(line("a further page of moves", summary(paged.latencies, paged.elapsedMs)));
}

/** Files in every county with what is usually open in them: sending, the watch over delays, the correspondence, a clinic. */
function openFiles(calendar: CalendarData): OpenFile[] {
  const today = bucharestDate(new Date());
  return Array.from({ length: OPEN_FILES }, (_, index): OpenFile => {
    const county = 1 + (index % COUNTIES);
    const [dsp, cst] = [`DSP-${county}`, `CST-${county}`];
    const startsOn = addDays(today, -(index % SPREAD_DAYS));
    const open = (rule: OpenDeadline["rule"], duty: OpenDeadline["duty"], institution = dsp): OpenDeadline => ({
      rule,
      duty,
      institution,
      startsOn,
    });
    const stages: readonly (readonly OpenDeadline[])[] = [
      [open("MOH-23", "DSP")],
      [open("MOH-26", "CST", cst)],
      [open("MOH-69", "DSP"), open("MOH-73", "DSP"), open("MOH-42", "PATIENT_SIDE"), open("MOH-61", "CLINIC")],
      [open("MOH-76", "MOH_COMMISSION", "MS")],
    ];
    const deadlines = stages[Math.floor(index / COUNTIES) % stages.length] ?? [];
    return { name: `bench ${calendar.number} ${index}`, number: `BENCH/${index}`, dsp, cst, deadlines };
  });
}

async function seedInstitutions(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO institutions (id, kind, county, name_ro, name_en)
     SELECT kind || '-' || n, lower(kind), NULL, kind || ' ' || n, kind || ' ' || n
     FROM generate_series(1, $1) AS n, (VALUES ('DSP'), ('CST')) AS k(kind) ON CONFLICT (id) DO NOTHING`,
    [COUNTIES],
  );
}

/** The day after today on which everybody works. */
async function nextWorkingDay(pool: pg.Pool): Promise<PlainDate> {
  const calendar = institutionCalendar(await createCalendarReader(pool).latest());
  return addWorkingDays(calendar, bucharestDate(new Date()), 1);
}

async function whenDone(api: string, cookie: string, number: number): Promise<CalendarChangeView> {
  for (;;) {
    const response = await fetch(`${api}/api/calendar/changes/${number}`, { headers: { cookie } });
    const change = (await response.json()) as CalendarChangeView;
    if (change.state === "done") return change;
    await sleep(100);
  }
}

async function cookieOf(api: string, email: string): Promise<string> {
  const response = await fetch(`${api}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

async function post<Answer>(url: string, cookie: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Answer;
}
