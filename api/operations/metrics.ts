import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { notFound } from "../http/api-error.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** One that stays on its way for long waits for its DSP; the worker's log tells why, with the id of the file. */
const ON_THEIR_WAY =
  "SELECT count(*)::int AS files FROM cases WHERE stage = 'moving-to-ministry-route' AND outcome IS NULL";

/** Counts by route and status; no address, name or number. For this machine, or with a token. */
export default fp(
  async (app) => {
    const { config, pool } = app.services;
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const duration = new Histogram({
      name: "dosar_http_request_duration_seconds",
      help: "Requests by method, route and status",
      labelNames: ["method", "route", "status"],
      buckets: SECONDS,
      registers: [registry],
    });
    registry.registerMetric(
      new Gauge({
        name: "dosar_files_on_their_way",
        help: "E112 files that passed to the Ministry's route and whose file there is not open yet",
        registers: [],
        async collect() {
          const { rows } = await pool.query<{ files: number }>(ON_THEIR_WAY);
          this.set(rows[0]?.files ?? Number.NaN);
        },
      }),
    );
    app.addHook("onResponse", async (request, reply) => {
      const route = request.is404 ? "unknown" : (request.routeOptions.url ?? "unknown");
      duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
    app.get("/metrics", { config: { action: "operations.read" } }, async (request, reply) => {
      if (!mayRead(request, config.METRICS_TOKEN)) throw notFound();
      return reply.type(registry.contentType).send(await registry.metrics());
    });
    app.addHook("onClose", async () => registry.clear());
  },
  { name: "dosar-metrics", dependencies: ["dosar-authentication"] },
);

/** With a token set, the token decides; otherwise only this machine itself, and nobody behind a proxy on it. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) {
    return LOOPBACK.has(request.socket.remoteAddress ?? "") && request.headers["x-forwarded-for"] === undefined;
  }
  const given = Buffer.from(request.headers.authorization ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
