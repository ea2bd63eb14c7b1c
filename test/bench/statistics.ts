/** Statistics of very many files: of one county, and of the whole country with what is withheld. */
import { addDays, bucharestDate } from "../../domain/plain-date.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { openDatabase } from "../../prisma/client.ts";
import { DEMO_PASSWORD } from "../../dev/demo-accounts.ts";
import { countedFiles, insertCountedFiles } from "../support/counted-files.ts";
import { randomNumbers } from "../support/random.ts";
import { clients, HEAD, line, summary } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

const FILES = Number(process.env["BENCH_FILES"] ?? 100_000);
const COUNTIES = 41;
/** Files were opened over four years. */
const SPREAD_DAYS = 1_460;
const REQUESTS = 12;

/** Prints the latency of the page for a month and a year; `BENCH_FILES` sets how many files there are. */
export async function benchStatistics({ api, databaseUrl }: BenchStack): Promise<void> {
  const today = bucharestDate(new Date());
  const { pool, close } = openDatabase(databaseUrl);
  try {
    const calendar = await createCalendarReader(pool).latest();
    await pool.query(
      `INSERT INTO institutions (id, kind, county, name_ro, name_en, cst_id)
       SELECT 'CST-' || n, 'cst', NULL, 'CST ' || n, 'CST ' || n, NULL FROM generate_series(2, $1) AS n
       UNION ALL SELECT 'DSP-' || n, 'dsp', NULL, 'DSP ' || n, 'DSP ' || n, 'CST-' || n FROM generate_series(2, $1) AS n
       ON CONFLICT (id) DO NOTHING`,
      [COUNTIES],
    );
    const counties = [
      { dsp: "DSP-CJ", cst: "CST-CJ" },
      ...Array.from({ length: COUNTIES - 1 }, (_, index) => ({ dsp: `DSP-${index + 2}`, cst: `CST-${index + 2}` })),
    ];
    const random = randomNumbers(1);
    const from = addDays(today, -SPREAD_DAYS);
    const made = countedFiles(calendar, { count: FILES, counties, from, today, random, name: "bench-statistics" });
    await insertCountedFiles(pool, made);
    for (const table of ["cases", "work_items", "deadlines", "holdings", "case_money"]) {
      await pool.query(`VACUUM ANALYZE ${table}`);
    }
  } finally {
    await close();
  }
  const own = await cookieOf(api, "conducere.cluj@dosar.example");
  const ministry = await cookieOf(api, "admin.minister@dosar.example");
  const year = `from=${today.slice(0, 4)}-01-01&to=${today}`;
  const month = `from=${today.slice(0, 7)}-01&to=${today}`;
  const all = `from=${addDays(today, -SPREAD_DAYS)}&to=${today}`;
  console.log(`\nStatistics through HTTP, ${FILES} files of ${COUNTIES} counties over four years\n${HEAD}`);
  for (const [name, cookie, query] of [
    ["one county, a month", own, month],
    ["one county, a year", own, year],
    ["one county, four years", own, all],
    ["the country, a month", ministry, month],
    ["the country, a year", ministry, year],
    ["the country, four years", ministry, all],
    ["the country by one term, a year", ministry, `${year}&term=MOH-23:term:DSP`],
  ] as const) {
    const ask = async (): Promise<void> => {
      const response = await fetch(`${api}/api/statistics?${query}`, { headers: { cookie } });
      const text = await response.text();
      if (!response.ok) throw new Error(`the statistics answered ${response.status}: ${text}`);
    };
    await ask();
    const { latencies, elapsedMs } = await clients(1, async (_client, timed) => {
      for (let request = 0; request < REQUESTS; request += 1) await timed(ask);
    });
    console.log(line(name, summary(latencies, elapsedMs)));
  }
}

async function cookieOf(api: string, email: string): Promise<string> {
  const response = await fetch(`${api}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in`);
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}
