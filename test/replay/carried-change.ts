import { randomUUID } from "node:crypto";
import type { WorkflowHandle } from "@temporalio/client";
import { workingDay } from "../moh/support/days.ts";
import { eventually, MohFile, morning, type SkippingWorld } from "../moh/support/files.ts";
import { APPLY_CALENDAR_CHANGE, calendarChangeWorkflowId, lookSignal } from "../../workflows/contract.ts";

/** A change of the calendar that is stopped, resumed, and carried into two files. */
export async function carriedChange(world: SkippingWorld): Promise<{ readonly handle: WorkflowHandle }> {
  const { client, pool, taskQueue } = world;
  const day = await morning(world);
  for (let files = 0; files < 2; files += 1) await MohFile.open(world);
  const acts = [{ type: "declareDayOff", date: workingDay(day, 1), for: "everyone", legalAct: "HG nr. 1" }];
  const { rows } = await pool.query<{ number: number }>(
    `INSERT INTO calendar_changes (number, command_id, request_hash, acts, state)
     SELECT max(number) + 1, $1, '', $2, 'stopped' FROM calendar_changes RETURNING number`,
    [randomUUID(), JSON.stringify(acts)],
  );
  const number = rows[0]?.number ?? 0;
  await pool.query(
    `INSERT INTO declared_days (id, date, kind, scope, legal_act, declared_in)
     VALUES ($1, $2, 'day-off', 'everyone', 'HG nr. 1', $3)`,
    [randomUUID(), workingDay(day, 1), number],
  );
  const workflowId = calendarChangeWorkflowId(number);
  const handle = await client.workflow.start(APPLY_CALENDAR_CHANGE, { workflowId, taskQueue, args: [{ number }] });
  await world.sleep("3 minutes");
  await pool.query("UPDATE calendar_changes SET state = 'saved' WHERE number = $1", [number]);
  await handle.signal(lookSignal);
  await handle.result();
  await eventually(async () => {
    const { rows: done } = await pool.query("SELECT FROM calendar_changes WHERE state = 'done' AND moved = 2");
    if (done.length !== 1) throw new Error("not carried into both files");
  });
  return { handle };
}
