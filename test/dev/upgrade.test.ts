/** A database of the first release, with a file in it, after the migrations that came since. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import pg from "pg";
import { emptyDatabase } from "../support/database.ts";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));
/** The first migration after the first release. */
const SECOND = "20261122190842_legal_time";
const CASE = "10000000-0000-4000-8000-000000000000";
const PEOPLE = { dsp: "20000000-0000-4000-8000-000000000001", cst: "20000000-0000-4000-8000-000000000002" };
const deadlines = {
  "MOH-42": { rule: "MOH-42", basis: "term", duty: "PATIENT_SIDE", formerDuty: "DSP", due: { effectOn: "2026-04-29" } },
  "MOH-73": { rule: "MOH-73", basis: "term", duty: "DSP", due: {} },
  "MOH-73:report": { rule: "MOH-73", basis: "delay-report", duty: "DSP", due: {} },
  "MOH-61:clinic-1": { rule: "MOH-61", basis: "term", duty: "CLINIC", due: {} },
};

const { ownerUrl, url } = await emptyDatabase();

async function run(as: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: as });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function migrate(client: pg.Client, which: (name: string) => boolean): Promise<void> {
  const names = readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name) && which(name));
  for (const name of names.toSorted()) await client.query(readFileSync(`${MIGRATIONS}${name}/migration.sql`, "utf8"));
}

test("deadlines, letters and openings of before have what is new of them; what was declared cannot be written over", async () => {
  await run(ownerUrl, async (client) => {
    await client.query("CREATE TABLE _prisma_migrations ()");
    await migrate(client, (name) => name < SECOND);
    await client.query(
      `INSERT INTO users (id, email, name, password_hash) SELECT id::uuid, id, id, '' FROM unnest($1::text[]) AS id`,
      [Object.values(PEOPLE)],
    );
    await client.query(
      `INSERT INTO institutions (id, kind, name_ro, name_en)
       SELECT id, 'dsp', id, id FROM unnest(ARRAY['DSP-CJ', 'CST-CJ', 'MS']) AS id`,
    );
    await client.query("INSERT INTO memberships VALUES ($1, 'DSP-CJ', 'dsp-officer'), ($2, 'CST-CJ', 'x')", [
      PEOPLE.dsp,
      PEOPLE.cst,
    ]);
    await client.query(
      `INSERT INTO cases (id, process, registration_number, access_code_hash, dsp_id, cst_id, ministry_id, officer_id, stage,
         stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
         surname_index, wrapped_key)
       VALUES ($1, 'moh', 'n', '', 'DSP-CJ', 'CST-CJ', 'MS', $2, 's', '2026-04-01', '2026-04-01', now(), 1, 1, '', $3, '',
         false, '', '')`,
      [CASE, PEOPLE.dsp, { deadlines }],
    );
    await client.query(
      `INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state)
       SELECT $1, key, value->>'rule', value->>'duty', 'DSP-CJ', '2026-04-01', '2026-04-20', now(), 'running'
       FROM jsonb_each($2)`,
      [CASE, deadlines],
    );
    await client.query(
      `INSERT INTO messages (id, case_id, kind, about, recipient_id, recipient_kind, params, planned_at, state, next_attempt_at)
       SELECT gen_random_uuid(), $1, 'work', m.about, m.person, m.kind, '{}', now(), 'planned', now()
       FROM (VALUES ('a', $2::uuid, 'user'), ('b', $3, 'user'), ('c', NULL, 'patient-side')) AS m(about, person, kind)`,
      [CASE, PEOPLE.dsp, PEOPLE.cst],
    );
    await client.query(
      `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'fileDossier', '', $1, '', '{"dspId": "DSP-CJ", "cstId": "CST-CJ"}')`,
      [PEOPLE.dsp],
    );
    await migrate(client, (name) => name >= SECOND);
    const openings = await client.query("SELECT opening FROM intake");
    expect(openings.rows).toEqual([{ opening: { homeId: "DSP-CJ", cstId: "CST-CJ" } }]);
    const homes = await client.query("SELECT home_id, cst_id, ministry_id FROM cases");
    expect(homes.rows).toEqual([{ home_id: "DSP-CJ", cst_id: "CST-CJ", ministry_id: "MS" }]);
    for (const half of ["process = 'e112'", "ministry_id = NULL", "process = 'e112', cst_id = NULL"]) {
      await expect(client.query(`UPDATE cases SET ${half}`)).rejects.toThrow(/cases_houses/);
    }
    const { rows } = await client.query(
      `SELECT id, basis, former_duty, former_institution_id, effect_on::text, passes_in_case FROM deadlines ORDER BY id`,
    );
    const plain = { basis: "term", former_duty: null, former_institution_id: null, effect_on: null };
    expect(rows).toEqual([
      {
        id: "MOH-42",
        basis: "term",
        former_duty: "DSP",
        former_institution_id: "DSP-CJ",
        effect_on: "2026-04-29",
        passes_in_case: false,
      },
      { ...plain, id: "MOH-61:clinic-1", passes_in_case: true },
      { ...plain, id: "MOH-73", passes_in_case: true },
      { ...plain, id: "MOH-73:report", basis: "delay-report", passes_in_case: false },
    ]);
    const letters = await client.query("SELECT about, institution_id FROM messages ORDER BY about");
    expect(letters.rows.map((row) => Object.values(row))).toEqual([
      ["a", "DSP-CJ"],
      ["b", "CST-CJ"],
      ["c", "DSP-CJ"],
    ]);
  });
  await run(url, async (client) => {
    await client.query("UPDATE declared_days SET withdrawn_in = 0 WHERE date = '2025-05-02'");
    for (const forbidden of [
      "UPDATE declared_days SET date = '2026-01-05'",
      "DELETE FROM declared_days",
      "DELETE FROM calendar_changes",
      "UPDATE confirmed_years SET confirmed_in = 1",
      "DELETE FROM rule_interruptions",
    ]) {
      await expect(client.query(forbidden)).rejects.toThrow(/permission denied/);
    }
  });
});
