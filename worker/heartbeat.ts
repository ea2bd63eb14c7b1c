import { randomUUID } from "node:crypto";
import type { Worker } from "@temporalio/worker";
import type pg from "pg";

const EVERY_MS = 2_000;

/**
 * Says every two seconds, while the worker runs, that it takes work: `/readyz` believes nothing older than a few seconds.
 * Ends by itself with the worker. A database that does not answer is silence, which is what it means.
 */
export function startHeartbeat(worker: Worker, pool: pg.Pool): void {
  const workerId = randomUUID();
  const timer = setInterval(() => {
    const state = worker.getState();
    if (state === "RUNNING") void beat(pool, workerId);
    if (state === "STOPPED" || state === "FAILED") clearInterval(timer);
    if (state === "STOPPING" || state === "DRAINING") void silence(pool, workerId);
  }, EVERY_MS);
  timer.unref();
}

async function beat(pool: pg.Pool, workerId: string): Promise<void> {
  const text = `INSERT INTO worker_heartbeats (worker_id, at) VALUES ($1, now())
    ON CONFLICT (worker_id) DO UPDATE SET at = excluded.at`;
  await pool.query({ name: "heartbeat", text, values: [workerId] }).catch(() => undefined);
}

async function silence(pool: pg.Pool, workerId: string): Promise<void> {
  await pool.query("DELETE FROM worker_heartbeats WHERE worker_id = $1", [workerId]).catch(() => undefined);
}
