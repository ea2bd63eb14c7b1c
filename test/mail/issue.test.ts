/** What is due becomes letters, in batches. */
import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { MailWorld } from "./support/mail-world.ts";

const world = await MailWorld.open();

async function plan(caseId: string, planned: readonly (readonly [id: string, deadline: string, kind: string])[]) {
  await world.pool.query(
    `INSERT INTO planned_messages (id, case_id, deadline_id, kind, about, audience, institution_id, params, planned_at, state)
     SELECT p.id, $1, p.deadline, p.kind, '2026-03-05', CASE p.kind WHEN 'escalation' THEN 'supervisor' ELSE 'head' END,
       'DSP-CJ', '{}', '2026-03-10T06:00:00Z', 'planned'
     FROM jsonb_to_recordset($2) AS p(id uuid, deadline text, kind text)`,
    [caseId, JSON.stringify(planned.map(([id, deadline, kind]) => ({ id, deadline, kind })))],
  );
}

test("who is meant twice by one deadline hears the gravest alone, however many messages are due between the two", async () => {
  const [crowd, file] = [await world.addCase(), await world.addCase()];
  await plan(
    crowd,
    Array.from({ length: 2_400 }, (_, index) => [randomUUID(), `D-${index}`, "escalation"] as const),
  );
  // The house has no head: both are for the supervisor.
  await world.pool.query("DELETE FROM memberships WHERE role = 'institution-head'");
  await plan(file, [
    ["00000000-0000-4000-8000-00000000000a", "MOH-23", "escalation"],
    ["ffffffff-ffff-4fff-bfff-fffffffffffa", "MOH-23", "second-escalation"],
  ]);
  const now = new Date("2026-03-10T06:00:10Z");
  expect(await issueDue({ pool: world.pool, calendars: world.calendars, now })).toBe(2_401);
  const { rows } = await world.pool.query<{ kind: string }>("SELECT kind FROM messages WHERE case_id = $1", [file]);
  expect(rows).toEqual([{ kind: "second-escalation" }]);
  const left = await world.pool.query("SELECT FROM planned_messages WHERE state = 'planned'");
  expect(left.rowCount).toBe(0);
});
