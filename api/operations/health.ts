import fp from "fastify-plugin";
import type { Services } from "../services.ts";

const PATIENCE_MS = 2_000;
const KEPT_MS = 1_000;

/** Workers say every two seconds that they take work. */
const ALIVE = "SELECT EXISTS (SELECT FROM worker_heartbeats WHERE at > now() - interval '7 seconds') AS alive";

interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly engine: boolean;
  /** A worker said within the last seconds that it takes work. */
  readonly worker: boolean;
}

/** `/healthz`: the program runs. `/readyz`: a command would be answered, because the database answers and a worker asks for work. */
export default fp(
  async (app) => {
    const { services } = app;
    let last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;
    app.get("/healthz", { config: { action: "operations.read" } }, async () => ({ status: "ok" }));
    app.get("/readyz", { config: { action: "operations.read" } }, async (_request, reply) => {
      if (last === undefined || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), answer: readiness(services) };
      const answer = await last.answer;
      return reply
        .code(answer.ready ? 200 : 503)
        .header("cache-control", "no-store")
        .send(answer);
    });
  },
  { name: "dosar-health", dependencies: ["dosar-authentication"] },
);

async function readiness({ pool, engine }: Services): Promise<Readiness> {
  const [database, polled, worker] = await Promise.all([
    within(pool.query("SELECT 1").then(() => true)),
    within(engine.isPolled()),
    within(pool.query<{ alive: boolean }>(ALIVE).then(({ rows }) => rows[0]?.alive === true)),
  ]);
  return { ready: database && polled && worker, database, engine: polled, worker };
}

/** The answer, or false when it fails or does not come in time. */
async function within(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
