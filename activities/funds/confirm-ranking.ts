/** A confirmed order of priority on its way into its files. What is wanted of it stands in `fund_rankings` and its lines. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Command } from "../../domain/case/commands.ts";
import type { FundsRanking } from "../../domain/moh/fund-views.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { EngineCalls, Given } from "../engine-calls.ts";
import type { FundsActivities } from "../funds-activities.ts";
import { heartbeat, isStopping } from "../heartbeat.ts";

/** Files told at the same time, and at most in one go. */
const AT_ONCE = 8;
const PAGE = 64;
/** Pauses before a file that was changed or is being resumed is told again, in milliseconds. */
const RETRY_PAUSES_MS = [100, 500, 2_000] as const;
/** A reservation as old as this is looked at. */
const FORGOTTEN_AFTER = "3 minutes";

/** Taken, or refused with a code. */
type Answered = Exclude<Given, "ended">;

interface Dependencies {
  readonly pool: pg.Pool;
  readonly engine: EngineCalls;
}

export function fundsActivities(dependencies: Dependencies): FundsActivities {
  const { pool, engine } = dependencies;
  return {
    tellFiles: (ranking) => tellFiles(dependencies, ranking),
    finishRanking: (ranking) => finish(pool, ranking),
    async startRankings() {
      const { rows } = await pool.query<FundsRanking>(
        `SELECT institution_id AS institution, month, number FROM fund_rankings
         WHERE state IN ('confirmed', 'running') ORDER BY confirmed_at`,
      );
      for (const ranking of rows) await engine.startRanking(ranking);
    },
    releaseForgotten: () => releaseForgotten(dependencies),
  };
}

interface Told {
  readonly place: number;
  readonly caseId: string;
  readonly commandId: string;
  readonly requestHash: string;
  readonly funded: boolean;
  readonly by: string;
  readonly role: Role;
  readonly on: PlainDate;
}

async function tellFiles(
  { pool, engine }: Dependencies,
  ranking: FundsRanking,
): ReturnType<FundsActivities["tellFiles"]> {
  const { institution, month, number } = ranking;
  await pool.query(
    `UPDATE fund_rankings SET state = 'running'
     WHERE institution_id = $1 AND month = $2 AND number = $3 AND state = 'confirmed'`,
    [institution, month, number],
  );
  const { rows: files } = await pool.query<Told>(
    `SELECT l.place, l.case_id AS "caseId", l.command_id AS "commandId", l.request_hash AS "requestHash", l.funded,
       k.confirmed_by AS by, k.confirmed_role AS role, k.confirmed_on AS on
     FROM fund_ranking_lines l JOIN fund_rankings k USING (institution_id, month, number)
     WHERE institution_id = $1 AND month = $2 AND number = $3 AND l.state = 'waiting' AND l.command_id IS NOT NULL
     ORDER BY l.place LIMIT ${PAGE}`,
    [institution, month, number],
  );
  let [next, silent] = [0, 0];
  async function work(): Promise<void> {
    while (!isStopping()) {
      const file = files[next];
      if (file === undefined) return;
      next += 1;
      const given = await tell({ pool, engine }, ranking, file);
      if (given === undefined) silent += 1;
      else await writeAnswer(pool, ranking, file, given);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { left: await leftOf(pool, ranking), silent };
}

/** @returns what the file answered, or undefined when it does not answer now. */
async function tell({ pool, engine }: Dependencies, ranking: FundsRanking, file: Told): Promise<Answered | undefined> {
  for (const pause of [...RETRY_PAUSES_MS, undefined]) {
    heartbeat();
    try {
      const given = await engine.give(file.caseId, await commandOf(pool, ranking, file));
      if (given === "ended") return { refused: (await wasTaken(pool, file)) ? undefined : "CASE_CLOSED" };
      if (given.refused !== "STALE_VERSION") return given;
      // Somebody acted in the file in the same moment: it is told on the version that it has now.
    } catch {
      if (pause === undefined) return undefined;
    }
    if (pause !== undefined) await sleep(pause);
  }
  return undefined;
}

async function commandOf(
  pool: pg.Pool,
  { institution, month }: FundsRanking,
  { caseId, commandId, requestHash, funded, by, role, on }: Told,
): Promise<Command> {
  const { rows } = await pool.query<{ version: number }>("SELECT version FROM cases WHERE id = $1", [caseId]);
  return {
    commandId,
    requestHash,
    type: "confirmFunds",
    expectedVersion: rows[0]?.version ?? 0,
    occurredOn: on,
    actor: { userId: by, institution, role },
    facts: { sufficient: funded, month },
  };
}

async function wasTaken(pool: pg.Pool, { caseId, commandId }: Pick<Told, "caseId" | "commandId">): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT FROM commands WHERE case_id = $1 AND command_id = $2", [
    caseId,
    commandId,
  ]);
  return rowCount === 1;
}

/** A file that refuses gives its money back in the same moment. */
async function writeAnswer(
  pool: pg.Pool,
  { institution, month, number }: FundsRanking,
  { place, caseId, commandId }: Told,
  { refused }: Answered,
): Promise<void> {
  await pool.query(
    `WITH answered AS (
       UPDATE fund_ranking_lines SET state = CASE WHEN $5::text IS NULL THEN 'done' ELSE 'refused' END, problem = $5
       WHERE institution_id = $1 AND month = $2 AND number = $3 AND place = $4)
     DELETE FROM fund_grants WHERE $5::text IS NOT NULL AND case_id = $6 AND command_id = $7 AND state = 'reserved'`,
    [institution, month, number, place, refused ?? null, caseId, commandId],
  );
}

async function leftOf(pool: pg.Pool, { institution, month, number }: FundsRanking): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM fund_ranking_lines
     WHERE institution_id = $1 AND month = $2 AND number = $3 AND state = 'waiting'`,
    [institution, month, number],
  );
  return rows[0]?.left ?? 0;
}

async function finish(pool: pg.Pool, { institution, month, number }: FundsRanking): Promise<void> {
  await pool.query(
    `UPDATE fund_rankings SET state = 'done', finished_at = now()
     WHERE institution_id = $1 AND month = $2 AND number = $3 AND state <> 'done'`,
    [institution, month, number],
  );
}

/**
 * Money reserved by hand whose command never came to its case. The case is asked first: once it answers, nothing that was
 * sent to it before is still on its way.
 */
async function releaseForgotten({ pool, engine }: Dependencies): Promise<void> {
  const { rows } = await pool.query<{ caseId: string; commandId: string }>(
    `SELECT g.case_id AS "caseId", g.command_id AS "commandId" FROM fund_grants g
     WHERE g.state = 'reserved' AND g.at < now() - $1::interval
       AND NOT EXISTS (SELECT FROM fund_ranking_lines l WHERE l.case_id = g.case_id AND l.command_id = g.command_id)`,
    [FORGOTTEN_AFTER],
  );
  for (const reserved of rows) {
    heartbeat();
    try {
      await engine.answers(reserved.caseId);
    } catch {
      continue; // asked again in a minute
    }
    await pool.query("DELETE FROM fund_grants WHERE case_id = $1 AND command_id = $2 AND state = 'reserved'", [
      reserved.caseId,
      reserved.commandId,
    ]);
  }
}
