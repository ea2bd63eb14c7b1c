/** The queue page of one institution with very many open items: the first 25 by deadline, with the counts. */
import { openDatabase } from "../../prisma/client.ts";
import { openKeyring, seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { signIn } from "./commands.ts";
import { clients, HEAD, line, summary } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

const OPEN_ITEMS = 100_000;
const BATCH = 5_000;
const REQUESTS = 300;

/** Seeds the open items and prints the latencies of the page. */
export async function benchQueue(stack: BenchStack): Promise<void> {
  await seedItems(stack);
  const { dsp: cookie } = await signIn(stack.api);
  const page = async (): Promise<{ total: number }> => {
    const response = await fetch(`${stack.api}/api/tasks`, { headers: { cookie } });
    if (!response.ok) throw new Error(`the queue answered ${response.status}`);
    return (await response.json()) as { total: number };
  };
  for (let warm = 0; warm < 20; warm += 1) await page();
  const { total } = await page();
  const { latencies, elapsedMs } = await clients(1, async (_client, timed) => {
    for (let request = 0; request < REQUESTS; request += 1) await timed(page);
  });
  console.log(`\nThe queue page through HTTP, with its counts, ${total} open items in one institution\n${HEAD}`);
  console.log(line("first 25 by deadline", summary(latencies, elapsedMs)));
}

async function seedItems({ databaseUrl, masterKey }: BenchStack): Promise<void> {
  const { pool, close } = openDatabase(databaseUrl);
  const keyring = openKeyring(masterKey);
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM users WHERE email = 'ofiter.cluj@dosar.example'");
  const officer = rows[0]?.id;
  for (let from = 0; from < OPEN_ITEMS; from += BATCH) {
    const cases = Array.from({ length: BATCH }, (_, offset) => {
      const index = from + offset;
      const id = namedUuid(`bench/${index}`);
      const { key, wrapped } = keyring.newCaseKey();
      const subject = { patient: { surname: `Nume${index}`, givenName: "Test" }, filer: { role: "patient" } };
      return {
        id,
        number: `DSP-CJ/2020/${String(index).padStart(6, "0")}`,
        subject: seal(key, subject, sealedAs.subject(id)).toString("base64"),
        wrapped: wrapped.toString("base64"),
        due: new Date(Date.UTC(2026, 0, 1) + (index % 700) * 86_400_000).toISOString().slice(0, 10),
      };
    });
    await pool.query(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, number text, subject text, wrapped text, due date)),
       opened AS (
         INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
           stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email, surname_index, wrapped_key)
         SELECT id, 'moh', number, '', 'DSP-CJ', 'CST-CJ', 'MS', $2, 'complete', '2020-01-01', '2020-01-01', now(), 1, 1, '', '{}',
           decode(subject, 'base64'), false, '', decode(wrapped, 'base64') FROM given)
       INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id, opened_at)
       SELECT id, 'send-to-commission', 'DSP-CJ', number, 'DSP', true, '2020-01-01', due, 'complete', $2, now() FROM given`,
      [JSON.stringify(cases), officer],
    );
  }
  await pool.query("VACUUM ANALYZE work_items");
  await pool.query("VACUUM ANALYZE cases");
  await close();
}
